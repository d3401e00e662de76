package org.machi.formats.layout;

import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * The account of a person in a record of a 全銀 file, and what is moved: its first columns.
 *
 * @param amount yen
 * @param firstTime 0 その他, 1 初回, 2 変更
 */
public record ZenginAccount(
        Column<String> bankCode,
        Column<String> bankName,
        Column<String> branchCode,
        Column<String> branchName,
        Column<String> kind,
        Column<String> no,
        Column<String> holder,
        Column<Long> amount,
        Column<String> firstTime) {

    /**
     * Adds the columns to a layout.
     *
     * @param move what the file does with an account's money, such as 引落
     * @param bank what the file calls the account's bank, such as 引落
     */
    static ZenginAccount in(
            Layout.Builder layout, String bank, Column<String> holder, String move) {
        return new ZenginAccount(
                layout.must(Column.digits("bank_code", bank + "銀行番号", 4)),
                layout.add(Column.bankKana("bank_name", bank + "銀行名", 15)),
                layout.must(Column.digits("branch_code", bank + "支店番号", 3)),
                layout.add(Column.bankKana("branch_name", bank + "支店名", 15)),
                layout.must(Keys.accountKind()),
                layout.must(Column.digits("account_no", "口座番号", 7)),
                layout.must(holder),
                layout.total(Column.number("amount", move + "金額", 0, 9_999_999_999L)),
                layout.must(Column.code("first_time", "新規コード", "0", "その他", "1", "初回", "2", "変更")));
    }
}
