package org.machi.formats.layout;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;

/** 介護保険料の調定 (KAIGO_CHARGE): ordinary-collection instalments for the common ledger. */
public final class CareChargeFile {
    private static final Layout.Builder L = Layout.named("介護保険料 調定");

    public static final Column<Long> PERSON_NO = L.must(Keys.personNo());
    public static final Column<String> CARE_NO = L.must(Column.digits("care_no", "介護被保険者番号", 10));
    public static final Column<Long> LEVY_YEAR = L.must(Keys.levyYear());
    public static final Column<Long> DECISION_YEAR = L.must(Keys.decisionYear());
    public static final Column<String> ASSESSMENT_NO = L.must(Keys.assessmentNo());
    public static final Column<String> PAST_YEAR = L.must(Keys.pastYear());
    public static final Column<Long> PERIOD = L.must(Keys.period());
    public static final Column<Long> VERSION = L.must(Keys.planVersion());
    public static final Column<String> CHANGE =
            L.must(Column.code("change", "異動区分", "1", "当初", "2", "増額", "3", "減額", "4", "取消"));
    public static final Column<LocalDate> CHARGED_ON = L.must(Column.date("charged_on", "調定年月日"));
    public static final Column<LocalDate> DUE_ON = L.must(Column.date("due_on", "納期限年月日"));

    /** The instalment after the change, not the difference. */
    public static final Column<Long> AMOUNT = L.total(Column.yen("amount", "期割額"));

    public static final Layout LAYOUT = L.build();

    private CareChargeFile() {}
}
