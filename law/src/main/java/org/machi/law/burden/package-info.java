/** 一部負担金の割合: the share of the cost of care that an insured person pays at the counter. */
@NullMarked
package org.machi.law.burden;

import org.jspecify.annotations.NullMarked;
