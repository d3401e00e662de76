/**
 * The premium of one insured person for one levy year, from the facts of the household to the
 * decided amount.
 *
 * <p>The order is that of the union's own record (seed 004, items 32 to 58): income part, per
 * capita, reductions, cap, months, relief. {@link org.machi.law.premium.PremiumAssessor} decides;
 * {@link org.machi.law.premium.Explainer} says why.
 */
@NullMarked
package org.machi.law.premium;

import org.jspecify.annotations.NullMarked;
