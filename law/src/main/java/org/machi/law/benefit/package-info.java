/**
 * 給付: what the union pays back. 高額療養費 of a home and month, its yearly sum of outpatient care,
 * 高額介護合算療養費, the other kinds, and the two years in which a claim lives.
 */
@NullMarked
package org.machi.law.benefit;

import org.jspecify.annotations.NullMarked;
