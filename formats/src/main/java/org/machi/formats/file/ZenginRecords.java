package org.machi.formats.file;

import org.machi.formats.column.Layout;
import org.machi.formats.file.FixedField.Characters;
import org.machi.formats.file.FixedField.Constant;
import org.machi.formats.file.FixedField.Number;
import org.machi.formats.file.FixedField.Reserved;
import org.machi.formats.layout.DebitFile;
import org.machi.formats.layout.TransferFile;

/**
 * The 120-byte records of 全銀協: 預金口座振替 (91) and 総合振込 (21).
 *
 * @param header record 1
 * @param data record 2
 * @param results whether the trailer counts done and failed debits as well
 */
record ZenginRecords(FixedRecord header, FixedRecord data, boolean results) {
    static final int LENGTH = 120;

    static final ZenginRecords DEBIT =
            new ZenginRecords(
                    new FixedRecord(
                            DebitFile.HEAD,
                            LENGTH,
                            new Constant("1", "データ区分"),
                            new Constant("91", "種別コード"),
                            new Constant("0", "コード区分"),
                            new Characters(DebitFile.CLIENT_NO, 10),
                            new Characters(DebitFile.CLIENT_NAME, 40),
                            new Characters(DebitFile.DEBIT_MMDD, 4),
                            new Characters(DebitFile.OWN_BANK, 4),
                            new Characters(DebitFile.OWN_BANK_NAME, 15),
                            new Characters(DebitFile.OWN_BRANCH, 3),
                            new Characters(DebitFile.OWN_BRANCH_NAME, 15),
                            new Characters(DebitFile.OWN_ACCOUNT_KIND, 1),
                            new Characters(DebitFile.OWN_ACCOUNT_NO, 7),
                            new Reserved(17)),
                    new FixedRecord(
                            DebitFile.LAYOUT,
                            LENGTH,
                            new Constant("2", "データ区分"),
                            new Characters(DebitFile.BANK_CODE, 4),
                            new Characters(DebitFile.BANK_NAME, 15),
                            new Characters(DebitFile.BRANCH_CODE, 3),
                            new Characters(DebitFile.BRANCH_NAME, 15),
                            new Reserved(4),
                            new Characters(DebitFile.ACCOUNT_KIND, 1),
                            new Characters(DebitFile.ACCOUNT_NO, 7),
                            new Characters(DebitFile.HOLDER, 30),
                            new Number(DebitFile.AMOUNT, 10),
                            new Characters(DebitFile.FIRST_TIME, 1),
                            new Characters(DebitFile.CUSTOMER_NO, 20),
                            new Characters(DebitFile.RESULT, 1),
                            new Reserved(8)),
                    true);

    static final ZenginRecords TRANSFER =
            new ZenginRecords(
                    new FixedRecord(
                            TransferFile.HEAD,
                            LENGTH,
                            new Constant("1", "データ区分"),
                            new Constant("21", "種別コード"),
                            new Constant("0", "コード区分"),
                            new Characters(TransferFile.CLIENT_NO, 10),
                            new Characters(TransferFile.CLIENT_NAME, 40),
                            new Characters(TransferFile.TRANSFER_MMDD, 4),
                            new Characters(TransferFile.OWN_BANK, 4),
                            new Characters(TransferFile.OWN_BANK_NAME, 15),
                            new Characters(TransferFile.OWN_BRANCH, 3),
                            new Characters(TransferFile.OWN_BRANCH_NAME, 15),
                            new Characters(TransferFile.OWN_ACCOUNT_KIND, 1),
                            new Characters(TransferFile.OWN_ACCOUNT_NO, 7),
                            new Reserved(17)),
                    new FixedRecord(
                            TransferFile.LAYOUT,
                            LENGTH,
                            new Constant("2", "データ区分"),
                            new Characters(TransferFile.BANK_CODE, 4),
                            new Characters(TransferFile.BANK_NAME, 15),
                            new Characters(TransferFile.BRANCH_CODE, 3),
                            new Characters(TransferFile.BRANCH_NAME, 15),
                            new Constant("0000", "手形交換所番号"),
                            new Characters(TransferFile.ACCOUNT_KIND, 1),
                            new Characters(TransferFile.ACCOUNT_NO, 7),
                            new Characters(TransferFile.PAYEE, 30),
                            new Number(TransferFile.AMOUNT, 10),
                            new Characters(TransferFile.FIRST_TIME, 1),
                            new Characters(TransferFile.CUSTOMER_NO, 20),
                            new Characters(TransferFile.SPEED, 1),
                            new Constant(" ", "識別表示"),
                            new Reserved(7)),
                    false);

    static ZenginRecords of(FileKind kind) {
        return kind == FileKind.ZENGIN_TRANSFER ? TRANSFER : DEBIT;
    }

    /** The layout of the header record's values. */
    Layout head() {
        return results ? DebitFile.HEAD : TransferFile.HEAD;
    }
}
