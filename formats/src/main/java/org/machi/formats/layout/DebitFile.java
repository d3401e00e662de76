package org.machi.formats.layout;

import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 全銀 預金口座振替 (ZENGIN_DEBIT and its result), record kind 91, 120 bytes. The request goes out with
 * result code 0; the bank returns the same records with the result in it.
 */
public final class DebitFile {
    private static final Layout.Builder H = Layout.named("口座振替ヘッダー");

    public static final Column<String> CLIENT_NO = H.must(Column.digits("client_no", "委託者コード", 10));
    public static final Column<String> CLIENT_NAME =
            H.must(Column.bankKana("client_name", "委託者名", 40));

    /** MMDD only: the year follows from the day of the file. */
    public static final Column<String> DEBIT_MMDD = H.must(Column.digits("debit_mmdd", "引落日", 4));

    public static final Column<String> OWN_BANK = H.must(Column.digits("own_bank", "取引銀行番号", 4));
    public static final Column<String> OWN_BANK_NAME =
            H.add(Column.bankKana("own_bank_name", "取引銀行名", 15));
    public static final Column<String> OWN_BRANCH =
            H.must(Column.digits("own_branch", "取引支店番号", 3));
    public static final Column<String> OWN_BRANCH_NAME =
            H.add(Column.bankKana("own_branch_name", "取引支店名", 15));
    public static final Column<String> OWN_ACCOUNT_KIND = H.must(Keys.accountKind());
    public static final Column<String> OWN_ACCOUNT_NO =
            H.must(Column.digits("own_account_no", "口座番号", 7));

    /** How records end in the file; empty is the same as 0. */
    public static final Column<String> LINE_ENDS =
            H.add(Column.code("line_ends", "改行区分", "0", "改行なし", "1", "CRLF"));

    /** The header record's values, the same for the whole file. */
    public static final Layout HEAD = H.build();

    private static final Layout.Builder L = Layout.named("口座振替データ");

    public static final Column<String> BANK_CODE = L.must(Column.digits("bank_code", "引落銀行番号", 4));
    public static final Column<String> BANK_NAME = L.add(Column.bankKana("bank_name", "引落銀行名", 15));
    public static final Column<String> BRANCH_CODE =
            L.must(Column.digits("branch_code", "引落支店番号", 3));
    public static final Column<String> BRANCH_NAME =
            L.add(Column.bankKana("branch_name", "引落支店名", 15));
    public static final Column<String> ACCOUNT_KIND = L.must(Keys.accountKind());
    public static final Column<String> ACCOUNT_NO = L.must(Column.digits("account_no", "口座番号", 7));
    public static final Column<String> HOLDER = L.must(Column.bankKana("holder", "預金者名", 30));
    public static final Column<Long> AMOUNT =
            L.total(Column.number("amount", "引落金額", 0, 9_999_999_999L));
    public static final Column<String> FIRST_TIME =
            L.must(Column.code("first_time", "新規コード", "0", "その他", "1", "初回", "2", "変更"));

    /** Twenty characters of the city's own: the slip or instalment that the debit pays. */
    public static final Column<String> CUSTOMER_NO =
            L.must(Column.ascii("customer_no", "顧客番号", 20));

    public static final Column<String> RESULT =
            L.must(
                    Column.code(
                            "result",
                            "振替結果コード",
                            "0",
                            "振替済（依頼時は0）",
                            "1",
                            "資金不足",
                            "2",
                            "預金取引なし",
                            "3",
                            "預金者の都合による振替停止",
                            "4",
                            "預金口座振替依頼書なし",
                            "8",
                            "委託者の都合による振替停止",
                            "9",
                            "その他"));

    public static final Layout LAYOUT = L.build();

    private DebitFile() {}
}
