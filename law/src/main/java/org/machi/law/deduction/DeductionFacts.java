package org.machi.law.deduction;

/**
 * What decides whether a premium is taken from a pension.
 *
 * @param annualPension yen a year of the one pension that goes first in the legal order
 * @param premiumPerPayment this premium's amount in the first payment, yen
 * @param carePerPayment 介護保険料 taken in the same payment, yen
 * @param careDeducted 介護保険料 is taken from this same pension by this municipality
 * @param optedOut payment by account debit was asked for and accepted
 * @param specialCircumstances disaster and the like
 */
public record DeductionFacts(
        long annualPension,
        long premiumPerPayment,
        long carePerPayment,
        boolean careDeducted,
        boolean optedOut,
        boolean specialCircumstances) {}
