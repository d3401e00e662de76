/**
 * 一部負担金の割合: judges the share of the cost of care for each household, on 1 August for everybody and
 * when income, household or insurance change. Others read {@code burden.decision}; the share in
 * force stands in {@code eligibility.period}.
 */
@NullMarked
package org.machi.union.burden;

import org.jspecify.annotations.NullMarked;
