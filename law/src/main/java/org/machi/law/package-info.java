/**
 * The law as code: pure functions from facts to amounts, for the medical care system for people of
 * 75 and over.
 *
 * <p>Money is whole yen in {@code long}; rates are exact integers over a power of ten; nothing here
 * reads a clock, a file system or a database. Every rule names its article by {@link
 * org.machi.law.LegalBasis}.
 */
@NullMarked
package org.machi.law;

import org.jspecify.annotations.NullMarked;
