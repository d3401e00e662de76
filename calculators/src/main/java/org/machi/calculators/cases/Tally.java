package org.machi.calculators.cases;

/**
 * How many cases were answered.
 *
 * @param cases all of them
 * @param rejected those that got no answer
 */
public record Tally(long cases, long rejected) {}
