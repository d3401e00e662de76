package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * コンビニ収納 速報・確報・取消 (CVS_PROMPT, CVS_FINAL, CVS_CANCEL). 速報 tells what a store took, 取消 takes one
 * back, 確報 confirms with the day on which the agent transfers the money.
 */
public final class StoreReceiptFile {
    private static final Layout.Builder L = Layout.named("コンビニ収納");

    public static final Column<Long> SEQ = L.must(Column.number("seq", "通番", 1, 9_999_999));
    public static final Column<String> KIND =
            L.must(Column.code("kind", "データ種別", "01", "速報", "02", "確報", "03", "速報取消"));

    /** The 44 digits of GS1-128, see {@code Gs1Payment}. */
    public static final Column<String> BARCODE = L.must(Column.digits("barcode", "バーコード", 44));

    public static final Column<String> CHAIN = L.must(Column.digits("chain", "コンビニ本部コード", 5));
    public static final Column<String> CHAIN_NAME =
            L.must(Column.text("chain_name", "コンビニ本部名", 30));
    public static final Column<String> STORE = L.must(Column.digitsUpTo("store", "店舗コード", 7));

    /** Day of the payment at the till. */
    public static final Column<LocalDate> PAID_ON = L.must(Column.date("paid_on", "収納年月日"));

    /** hhmm. */
    public static final Column<String> PAID_AT = L.must(Column.digits("paid_at", "収納時刻", 4));

    public static final Column<LocalDate> DATA_ON = L.must(Column.date("data_on", "データ処理年月日"));

    /** The day on which the agent transfers the money; 確報 only. */
    public static final Column<LocalDate> TRANSFER_ON =
            L.add(Column.date("transfer_on", "振込予定年月日"));

    public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "収納金額"));

    public static final Layout LAYOUT = L.build();

    private StoreReceiptFile() {}
}
