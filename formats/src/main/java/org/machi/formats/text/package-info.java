/**
 * Reducing text to the characters that banks (half-width kana) and pension files (JIS X 0208) know.
 */
@NullMarked
package org.machi.formats.text;

import org.jspecify.annotations.NullMarked;
