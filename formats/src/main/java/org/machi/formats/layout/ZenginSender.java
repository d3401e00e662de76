package org.machi.formats.layout;

import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * The header record that the 全銀 files share: who asks, when the money moves, and the asker's own
 * account.
 *
 * @param layout all of them, the header record's values
 * @param mmdd MMDD only: the year follows from the day of the file
 * @param lineEnds how records end in the file; empty is the same as 0
 */
public record ZenginSender(
        Layout layout,
        Column<String> clientNo,
        Column<String> clientName,
        Column<String> mmdd,
        Column<String> bank,
        Column<String> bankName,
        Column<String> branch,
        Column<String> branchName,
        Column<String> accountKind,
        Column<String> accountNo,
        Column<String> lineEnds) {

    /** What the records of one kind of file call the asker and the asker's bank. */
    record Words(String file, String client, String bank) {}

    static ZenginSender of(Words words, Column<String> mmdd) {
        Layout.Builder head = Layout.named(words.file() + "ヘッダー");
        String bank = words.bank();
        Column<String> clientNo = head.must(Column.digits("client_no", words.client() + "コード", 10));
        Column<String> clientName =
                head.must(Column.bankKana("client_name", words.client() + "名", 40));
        Column<String> day = head.must(mmdd);
        Column<String> ownBank = head.must(Column.digits("own_bank", bank + "銀行番号", 4));
        Column<String> ownBankName = head.add(Column.bankKana("own_bank_name", bank + "銀行名", 15));
        Column<String> ownBranch = head.must(Column.digits("own_branch", bank + "支店番号", 3));
        Column<String> ownBranchName =
                head.add(Column.bankKana("own_branch_name", bank + "支店名", 15));
        Column<String> accountKind = head.must(Keys.accountKind());
        Column<String> accountNo = head.must(Column.digits("own_account_no", "口座番号", 7));
        Column<String> lineEnds =
                head.add(Column.code("line_ends", "改行区分", "0", "改行なし", "1", "CRLF"));
        return new ZenginSender(
                head.build(),
                clientNo,
                clientName,
                day,
                ownBank,
                ownBankName,
                ownBranch,
                ownBranchName,
                accountKind,
                accountNo,
                lineEnds);
    }
}
