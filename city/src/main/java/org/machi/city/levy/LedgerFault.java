package org.machi.city.levy;

/**
 * Something in the ledger that can't be.
 *
 * @param check which check found it, in Japanese
 * @param row the table and the row, e.g. levy.instalment_balance 4711
 * @param text what is wrong, with both values
 */
public record LedgerFault(String check, String row, String text) {}
