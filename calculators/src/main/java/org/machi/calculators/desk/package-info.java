/** 試算と法令: the pages of the calculators and of the law's rules, the same in every console. */
@NullMarked
package org.machi.calculators.desk;

import org.jspecify.annotations.NullMarked;
