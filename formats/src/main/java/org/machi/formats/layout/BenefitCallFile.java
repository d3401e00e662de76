package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/**
 * 高額療養費 支給申請の勧奨 (U_BENEFIT_CALL): who is to be paid for the first time and has told no account; the
 * city writes to these people.
 */
public final class BenefitCallFile {
    private static final Layout.Builder L = Layout.named("高額療養費支給申請の勧奨");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> INSURED_NO = L.must(Keys.insuredNo());

    /** 31 a month, 32 and 33 a year that ends with the month. */
    public static final Column<String> KIND = L.must(BenefitCodes.kind());

    public static final Column<LocalDate> CARE_MONTH =
            L.must(BenefitCodes.month("care_month", "診療年月（1日）"));
    public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "支給予定額"));
    public static final Column<LocalDate> LAPSES_ON = L.must(Column.date("lapses_on", "申請できる最後の日"));

    public static final Layout LAYOUT = L.build();

    private BenefitCallFile() {}
}
