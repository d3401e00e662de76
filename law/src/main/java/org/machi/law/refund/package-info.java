/** 還付加算金: interest on what the office gives back. */
@NullMarked
package org.machi.law.refund;

import org.jspecify.annotations.NullMarked;
