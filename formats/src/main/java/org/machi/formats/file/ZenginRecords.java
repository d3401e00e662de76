package org.machi.formats.file;

import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Layout;
import org.machi.formats.file.FixedField.Characters;
import org.machi.formats.file.FixedField.Constant;
import org.machi.formats.file.FixedField.Number;
import org.machi.formats.file.FixedField.Reserved;
import org.machi.formats.layout.DebitFile;
import org.machi.formats.layout.TransferFile;
import org.machi.formats.layout.ZenginAccount;
import org.machi.formats.layout.ZenginSender;

/**
 * The 120-byte records of 全銀協: 預金口座振替 (91) and 総合振込 (21).
 *
 * @param sender columns of the header
 * @param header record 1
 * @param data record 2
 * @param results whether the trailer counts done and failed debits as well
 */
record ZenginRecords(ZenginSender sender, FixedRecord header, FixedRecord data, boolean results) {
    static final int LENGTH = 120;

    static final ZenginRecords DEBIT =
            new ZenginRecords(
                    DebitFile.SENDER,
                    header("91", DebitFile.SENDER),
                    data(
                            DebitFile.LAYOUT,
                            DebitFile.ACCOUNT,
                            new Reserved(4),
                            new Characters(DebitFile.CUSTOMER_NO, 20),
                            new Characters(DebitFile.RESULT, 1),
                            new Reserved(8)),
                    true);

    static final ZenginRecords TRANSFER =
            new ZenginRecords(
                    TransferFile.SENDER,
                    header("21", TransferFile.SENDER),
                    data(
                            TransferFile.LAYOUT,
                            TransferFile.ACCOUNT,
                            new Constant("0000", "手形交換所番号"),
                            new Characters(TransferFile.CUSTOMER_NO, 20),
                            new Characters(TransferFile.SPEED, 1),
                            new Constant(" ", "識別表示"),
                            new Reserved(7)),
                    false);

    private static FixedRecord header(String kind, ZenginSender sender) {
        return new FixedRecord(
                sender.layout(),
                LENGTH,
                new Constant("1", "データ区分"),
                new Constant(kind, "種別コード"),
                new Constant("0", "コード区分"),
                new Characters(sender.clientNo(), 10),
                new Characters(sender.clientName(), 40),
                new Characters(sender.mmdd(), 4),
                new Characters(sender.bank(), 4),
                new Characters(sender.bankName(), 15),
                new Characters(sender.branch(), 3),
                new Characters(sender.branchName(), 15),
                new Characters(sender.accountKind(), 1),
                new Characters(sender.accountNo(), 7),
                new Reserved(17));
    }

    /**
     * A data record.
     *
     * @param clearing the four bytes between the branch and the account
     * @param end what follows the account and the amount
     */
    private static FixedRecord data(
            Layout layout, ZenginAccount account, FixedField clearing, FixedField... end) {
        List<FixedField> fields =
                new ArrayList<>(
                        List.of(
                                new Constant("2", "データ区分"),
                                new Characters(account.bankCode(), 4),
                                new Characters(account.bankName(), 15),
                                new Characters(account.branchCode(), 3),
                                new Characters(account.branchName(), 15),
                                clearing,
                                new Characters(account.kind(), 1),
                                new Characters(account.no(), 7),
                                new Characters(account.holder(), 30),
                                new Number(account.amount(), 10),
                                new Characters(account.firstTime(), 1)));
        fields.addAll(List.of(end));
        return new FixedRecord(layout, LENGTH, fields.toArray(FixedField[]::new));
    }

    static ZenginRecords of(FileKind kind) {
        return kind == FileKind.ZENGIN_TRANSFER || kind == FileKind.ZENGIN_BENEFIT
                ? TRANSFER
                : DEBIT;
    }

    /** The layout of the header record's values. */
    Layout head() {
        return sender.layout();
    }
}
