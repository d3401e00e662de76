/**
 * 後期高齢者医療: the register and the premiums as the union decided them, the plan of what is taken when
 * and from where, and the deduction from pensions. The union decides, the city divides.
 *
 * <p>Others read {@code koki.insured}, {@code koki.premium} and {@code koki.v_decided}.
 */
@NullMarked
package org.machi.city.koki;

import org.jspecify.annotations.NullMarked;
