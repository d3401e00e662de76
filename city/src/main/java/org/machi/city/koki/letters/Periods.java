package org.machi.city.koki.letters;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.machi.city.koki.plan.PlanRow;
import org.machi.law.BusinessCalendar;
import org.machi.platform.forms.letters.Instalment;
import org.machi.platform.office.PeriodName;

/** How letters name the instalments of a plan. */
public final class Periods {

    private static final BusinessCalendar CALENDAR = BusinessCalendar.standard();

    private Periods() {}

    static List<Instalment> ordinaries(List<PlanRow> rows) {
        return rows.stream()
                .filter(row -> row.method() == PlanRow.ORDINARY)
                .sorted(Comparator.comparing(PlanRow::dueOn).thenComparing(PlanRow::period))
                .map(row ->
                        new Instalment(
                                PeriodName.ordinary(row.period()), row.dueOn(), row.amount()))
                .toList();
    }

    /** Deductions in the order of the year, each with the day on which the pension is paid. */
    static List<Instalment> deductions(List<PlanRow> rows, int levyYear) {
        return rows.stream()
                .filter(row -> row.method() == PlanRow.DEDUCTION)
                .sorted(Comparator.comparing(row -> payMonth(row.period(), levyYear)))
                .map(row ->
                        new Instalment(
                                row.period() + "月",
                                CALENDAR.pensionPayDay(payMonth(row.period(), levyYear)),
                                row.amount()))
                .toList();
    }

    static YearMonth payMonth(int month, int levyYear) {
        return YearMonth.of(month >= 4 ? levyYear : levyYear + 1, month);
    }

    static LocalDate firstDay(int month, int levyYear) {
        return payMonth(month, levyYear).atDay(1);
    }
}
