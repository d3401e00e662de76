/** 特別徴収: what the pension's payer tells (Z31, Z33, Z34) and what it is told (Z32, Z3A). */
@NullMarked
package org.machi.city.koki.deduction;

import org.jspecify.annotations.NullMarked;
