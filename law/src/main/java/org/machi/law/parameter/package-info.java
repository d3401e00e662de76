/**
 * Dated parameters: one row = one value, the period in which it holds, for whom, its source and how
 * sure we are.
 *
 * <p>The rows are tables in resources that anyone can read; a question without a row, or with two,
 * is an error.
 */
@NullMarked
package org.machi.law.parameter;

import org.jspecify.annotations.NullMarked;
