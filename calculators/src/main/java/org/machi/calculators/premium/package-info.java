/**
 * 保険料の試算: the facts of households as CSV, JSON or a form in, premiums with their explanation out.
 *
 * <p>docs/premium-input.md tells the items; what can't be taken is named by place, item and reason.
 */
@NullMarked
package org.machi.calculators.premium;

import org.jspecify.annotations.NullMarked;
