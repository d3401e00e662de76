package org.machi.city.levy.desk;

import org.machi.city.people.RefundAccounts.Account;
import org.machi.formats.text.BankKana;
import org.machi.formats.text.Reduced;

/**
 * A bank account as a clerk types it from the claim; kana may be full-width.
 *
 * @param agent 委任状を確認した: the holder is another person on purpose
 */
record AccountForm(
        String bankCode,
        String bankName,
        String bankKana,
        String branchCode,
        String branchName,
        String branchKana,
        String accountKind,
        String accountNo,
        String holder,
        boolean agent) {

    private static final int NAME_LENGTH = 15;
    private static final int HOLDER_LENGTH = 30;

    /**
     * What is wrong with it; empty when nothing is.
     *
     * @param kana of the person to whom the money belongs
     */
    String fault(String kana) {
        if (!bankCode.matches("[0-9]{4}") || !branchCode.matches("[0-9]{3}")) {
            return "金融機関番号は4桁、支店番号は3桁の数字で入れてください。";
        }
        if (!accountNo.matches("[0-9]{7}")) {
            return "口座番号は7桁の数字で入れてください（足りない桁は左に0）。";
        }
        if (!accountKind.matches("[1249]")) {
            return "預金種目を選んでください。";
        }
        if (bankName.isBlank() || branchName.isBlank()) {
            return "金融機関名と支店名を入れてください。";
        }
        Reduced reduced = BankKana.reduce(holder, HOLDER_LENGTH);
        if (reduced.text().isEmpty() || !reduced.lost().isEmpty()) {
            return "口座名義人はカナで入れてください（漢字は使えません）。";
        }
        boolean same =
                bare(reduced.text()).equals(bare(BankKana.reduce(kana, HOLDER_LENGTH).text()));
        return same || agent
                ? ""
                : "口座名義人「%s」が、受け取る人のカナ「%s」と違います。代理受領のときは「委任状を確認した」に印を付けてください。"
                        .formatted(reduced.text(), BankKana.reduce(kana, HOLDER_LENGTH).text());
    }

    private static String bare(String kana) {
        return kana.replace(" ", "");
    }

    Account account() {
        return new Account(
                bankCode,
                bankName.strip(),
                BankKana.reduce(bankKana, NAME_LENGTH).text(),
                branchCode,
                branchName.strip(),
                BankKana.reduce(branchKana, NAME_LENGTH).text(),
                accountKind,
                accountNo,
                BankKana.reduce(holder, HOLDER_LENGTH).text());
    }
}
