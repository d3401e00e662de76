/**
 * 計算根拠: one structure for every decision of the law module, shown as text, JSON or HTML. Kernels
 * never build it; who asks for it gets it from the finished result.
 */
@NullMarked
package org.machi.law.explanation;

import org.jspecify.annotations.NullMarked;
