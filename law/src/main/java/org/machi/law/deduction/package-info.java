/** 特別徴収: premiums taken from pensions; who, from when, how much, and what happens when it stops. */
@NullMarked
package org.machi.law.deduction;

import org.jspecify.annotations.NullMarked;
