/** Codes on payment slips: the 44-digit GS1-128 barcode and the bank's OCR line. */
@NullMarked
package org.machi.formats.slip;

import org.jspecify.annotations.NullMarked;
