package org.machi.city.levy;

/**
 * What a delivery of payments brought.
 *
 * @param batch number of the call
 * @param taken payments, of them {@code unknown} with a number that the ledger doesn't know
 * @param amount yen of all
 * @param unknownAmount yen of the unknown
 */
public record ReceiptCount(long batch, long taken, long amount, long unknown, long unknownAmount) {}
