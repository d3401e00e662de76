/**
 * Exchange files of the office: how a record is built, read strictly and written byte for byte.
 *
 * <p>{@code column} holds the words (column, layout, row, finding), {@code layout} the records of
 * each kind of file, {@code file} the kinds and their codecs, {@code number} check digits and
 * {@code slip} the codes printed on payment slips. No framework, no clock, no database.
 */
@NullMarked
package org.machi.formats;

import org.jspecify.annotations.NullMarked;
