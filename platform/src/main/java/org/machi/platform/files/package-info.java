/**
 * Files in both directions (ファイル連携): kept as they came, checked whole, applied once or not at all;
 * what is sent leaves a row, a serial number and a hash in the transaction that decided it.
 */
@NullMarked
package org.machi.platform.files;

import org.jspecify.annotations.NullMarked;
