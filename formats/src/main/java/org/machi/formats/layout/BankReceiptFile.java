package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 納付済通知 (BANK_RECEIPT): what the bank's counter read from the slips' OCR lines. */
public final class BankReceiptFile {
    private static final Layout.Builder L = Layout.named("納付済通知");

    public static final Column<Long> SEQ = L.must(Column.number("seq", "通番", 1, 9_999_999));
    public static final Column<String> BANK_CODE =
            L.must(Column.digits("bank_code", "収納金融機関コード", 4));
    public static final Column<String> BRANCH_CODE =
            L.must(Column.digits("branch_code", "収納支店コード", 3));

    /** The day on the counter's stamp (領収日): the day that counts for the payer. */
    public static final Column<LocalDate> PAID_ON = L.must(Column.date("paid_on", "領収年月日"));

    /** The day on which the designated bank passed it on (収納日). */
    public static final Column<LocalDate> RECEIVED_ON = L.must(Column.date("received_on", "収納年月日"));

    /** The slip's OCR line, see {@code OcrLine}. */
    public static final Column<String> OCR_LINE = L.must(Column.digitsUpTo("ocr_line", "OCR行", 60));

    public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "領収金額"));
    public static final Column<Long> LATE_CHARGE = L.must(Column.yen("late_charge", "うち延滞金"));
    public static final Column<Long> DEMAND_FEE = L.must(Column.yen("demand_fee", "うち督促手数料"));

    public static final Layout LAYOUT = L.build();

    private BankReceiptFile() {}
}
