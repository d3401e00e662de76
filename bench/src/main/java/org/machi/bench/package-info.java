/**
 * Measurements with JMH: the rules of the law beside a loop over arrays, in one run.
 *
 * <p>{@code ./machi bench law --jmh} runs them in a process of their own.
 */
@NullMarked
package org.machi.bench;

import org.jspecify.annotations.NullMarked;
