/**
 * 資格: decides every business day who is insured, by comparing the periods that follow from the
 * facts with the periods decided so far. Others read {@code eligibility.period}, {@code
 * eligibility.period_history} (append-only, its sequence can be followed) and {@code
 * eligibility.insured}.
 */
@NullMarked
package org.machi.union.eligibility;

import org.jspecify.annotations.NullMarked;
