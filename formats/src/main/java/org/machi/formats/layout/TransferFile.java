package org.machi.formats.layout;

import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 全銀 総合振込 (ZENGIN_TRANSFER), record kind 21, 120 bytes: refunds to people's accounts. */
public final class TransferFile {

    /** Who transfers. */
    public static final ZenginSender SENDER =
            ZenginSender.of(
                    new ZenginSender.Words("総合振込", "振込依頼人", "仕向"),
                    Column.digits("transfer_mmdd", "振込指定日", 4));

    private static final Layout.Builder L = Layout.named("総合振込データ");

    /** The account to which the money goes. */
    public static final ZenginAccount ACCOUNT =
            ZenginAccount.in(L, "被仕向", Column.bankKana("payee", "受取人名", 30), "振込");

    /** 顧客コード1 and 2 together: the refund that the transfer pays. */
    public static final Column<String> CUSTOMER_NO =
            L.must(Column.ascii("customer_no", "顧客コード", 20));

    public static final Column<String> SPEED =
            L.must(Column.code("speed", "振込区分", "7", "電信", "8", "文書"));

    public static final Layout LAYOUT = L.build();

    private TransferFile() {}
}
