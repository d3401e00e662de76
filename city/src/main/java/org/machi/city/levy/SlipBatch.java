package org.machi.city.levy;

/**
 * Slips that were issued together; {@code levy.v_slip} shows them by the batch's number.
 *
 * @param amount yen of all slips
 */
public record SlipBatch(long batch, long slips, long amount) {}
