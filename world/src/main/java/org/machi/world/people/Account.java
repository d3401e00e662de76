package org.machi.world.people;

/**
 * A bank account.
 *
 * @param kind 預金種目: 1 普通, 2 当座
 * @param number seven digits
 * @param holder 名義人
 * @param holderKana 名義人 in half-width kana
 */
public record Account(
        BankInfo bank,
        String branch,
        String kind,
        String number,
        String holder,
        String holderKana) {}
