/** Kinds of files and their codecs: CSV envelope, 全銀 120 bytes, pension 500 bytes. */
@NullMarked
package org.machi.formats.file;

import org.jspecify.annotations.NullMarked;
