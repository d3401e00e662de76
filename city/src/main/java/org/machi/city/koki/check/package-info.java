/**
 * 確認計算: every premium that the union decided is computed again from the city's own people, homes
 * and incomes with the same law. It decides nothing; what differs is listed with the first step
 * that differs.
 */
@NullMarked
package org.machi.city.koki.check;

import org.jspecify.annotations.NullMarked;
