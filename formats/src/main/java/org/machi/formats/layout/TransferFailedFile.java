package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 振込不能通知 (BENEFIT_FAILED): transfers of a 総合振込 that the bank could not pay in. */
public final class TransferFailedFile {
    private static final Layout.Builder L = Layout.named("振込不能通知");

    public static final Column<String> CUSTOMER_NO =
            L.must(Column.ascii("customer_no", "顧客コード", 20));
    public static final Column<LocalDate> TRANSFER_ON = L.must(Column.date("transfer_on", "振込指定日"));
    public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "振込金額"));
    public static final Column<String> REASON =
            L.must(
                    Column.code(
                            "reason", "不能事由", "1", "該当口座なし", "2", "口座名義相違", "3", "取引停止", "9",
                            "その他"));

    public static final Layout LAYOUT = L.build();

    private TransferFailedFile() {}
}
