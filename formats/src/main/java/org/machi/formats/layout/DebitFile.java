package org.machi.formats.layout;

import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 全銀 預金口座振替 (ZENGIN_DEBIT and its result), record kind 91, 120 bytes. The request goes out with
 * result code 0; the bank returns the same records with the result in it.
 */
public final class DebitFile {

    /** Who asks for the debits. */
    public static final ZenginSender SENDER =
            ZenginSender.of(
                    new ZenginSender.Words("口座振替", "委託者", "取引"),
                    Column.digits("debit_mmdd", "引落日", 4));

    private static final Layout.Builder L = Layout.named("口座振替データ");

    /** The account that is debited. */
    public static final ZenginAccount ACCOUNT =
            ZenginAccount.in(L, "引落", Column.bankKana("holder", "預金者名", 30), "引落");

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
