package org.machi.formats.layout;

import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 全銀 総合振込 (ZENGIN_TRANSFER), record kind 21, 120 bytes: refunds to people's accounts. */
public final class TransferFile {
    private static final Layout.Builder H = Layout.named("総合振込ヘッダー");

    public static final Column<String> CLIENT_NO =
            H.must(Column.digits("client_no", "振込依頼人コード", 10));
    public static final Column<String> CLIENT_NAME =
            H.must(Column.bankKana("client_name", "振込依頼人名", 40));

    /** MMDD only: the year follows from the day of the file. */
    public static final Column<String> TRANSFER_MMDD =
            H.must(Column.digits("transfer_mmdd", "振込指定日", 4));

    public static final Column<String> OWN_BANK = H.must(Column.digits("own_bank", "仕向銀行番号", 4));
    public static final Column<String> OWN_BANK_NAME =
            H.add(Column.bankKana("own_bank_name", "仕向銀行名", 15));
    public static final Column<String> OWN_BRANCH =
            H.must(Column.digits("own_branch", "仕向支店番号", 3));
    public static final Column<String> OWN_BRANCH_NAME =
            H.add(Column.bankKana("own_branch_name", "仕向支店名", 15));
    public static final Column<String> OWN_ACCOUNT_KIND = H.must(Keys.accountKind());
    public static final Column<String> OWN_ACCOUNT_NO =
            H.must(Column.digits("own_account_no", "口座番号", 7));

    /** How records end in the file; empty is the same as 0. */
    public static final Column<String> LINE_ENDS =
            H.add(Column.code("line_ends", "改行区分", "0", "改行なし", "1", "CRLF"));

    /** The header record's values, the same for the whole file. */
    public static final Layout HEAD = H.build();

    private static final Layout.Builder L = Layout.named("総合振込データ");

    public static final Column<String> BANK_CODE = L.must(Column.digits("bank_code", "被仕向銀行番号", 4));
    public static final Column<String> BANK_NAME =
            L.add(Column.bankKana("bank_name", "被仕向銀行名", 15));
    public static final Column<String> BRANCH_CODE =
            L.must(Column.digits("branch_code", "被仕向支店番号", 3));
    public static final Column<String> BRANCH_NAME =
            L.add(Column.bankKana("branch_name", "被仕向支店名", 15));
    public static final Column<String> ACCOUNT_KIND = L.must(Keys.accountKind());
    public static final Column<String> ACCOUNT_NO = L.must(Column.digits("account_no", "口座番号", 7));
    public static final Column<String> PAYEE = L.must(Column.bankKana("payee", "受取人名", 30));
    public static final Column<Long> AMOUNT =
            L.total(Column.number("amount", "振込金額", 0, 9_999_999_999L));
    public static final Column<String> FIRST_TIME =
            L.must(Column.code("first_time", "新規コード", "0", "その他", "1", "初回", "2", "変更"));

    /** 顧客コード1 and 2 together: the refund that the transfer pays. */
    public static final Column<String> CUSTOMER_NO =
            L.must(Column.ascii("customer_no", "顧客コード", 20));

    public static final Column<String> SPEED =
            L.must(Column.code("speed", "振込区分", "7", "電信", "8", "文書"));

    public static final Layout LAYOUT = L.build();

    private TransferFile() {}
}
