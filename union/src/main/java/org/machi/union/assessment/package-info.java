/**
 * 賦課: decides the premiums of many people in one pass of binary COPY, arrays and the law's kernel.
 * Others read {@code assessment.v_result}, {@code assessment.v_current} and {@code
 * assessment.v_share}.
 */
@NullMarked
package org.machi.union.assessment;

import org.jspecify.annotations.NullMarked;
