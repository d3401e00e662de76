package org.machi.law.instalment;

import static org.machi.law.explanation.Steps.cutTo;
import static org.machi.law.explanation.Steps.day;
import static org.machi.law.explanation.Steps.yen;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.machi.law.BusinessCalendar;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.explanation.Explanation;
import org.machi.law.explanation.Steps;

/** Says in steps what is due in which period and why on that day. */
@LegalBasis({"法109条", "条例（納期）"})
public final class InstalmentExplainer {
    private static final String PART = "期割";

    private InstalmentExplainer() {}

    /** A split of {@link OrdinarySplit#splitFrom}. */
    public static Explanation split(
            long premium, CollectionPolicy policy, int firstOpen, long[] amounts) {
        Steps steps = new Steps("期割の計算（" + policy.code() + "）");
        int count = policy.periods() - firstOpen;
        long each = Arrays.stream(amounts).skip(firstOpen).min().orElse(0);
        steps.step(PART, "各期の額")
                .formula(yen(premium) + " ÷ " + count + "期" + cutTo(policy.unit()))
                .is(yen(each))
                .by("ordinary.split");
        for (int i = firstOpen; i < policy.periods(); i++) {
            steps.step(PART, "第" + (i + 1) + "期（" + policy.months().get(i) + "月）")
                    .formula(amounts[i] == each ? "各期の額" : "端数 " + yen(amounts[i] - each) + " を含む")
                    .is(yen(amounts[i]))
                    .by("ordinary.split");
        }
        return steps.done();
    }

    /** The due dates of {@link DueDates#of}. */
    public static Explanation dueDates(
            CollectionPolicy policy, LevyYear year, BusinessCalendar calendar) {
        Steps steps = new Steps(year.japanese() + "　納期限（" + policy.code() + "）");
        List<LocalDate> due = DueDates.of(policy, year, calendar);
        for (int i = 0; i < policy.periods(); i++) {
            LocalDate nominal = DueDates.nominalOn(policy, year, policy.months().get(i));
            String why =
                    nominal.equals(due.get(i))
                            ? "条例の日"
                            : day(nominal) + "は" + closed(nominal, calendar) + "のため翌営業日";
            steps.step(PART, "第" + (i + 1) + "期（" + policy.months().get(i) + "月）")
                    .formula(why)
                    .is(day(due.get(i)))
                    .by("ordinary.due");
        }
        return steps.done();
    }

    private static String closed(LocalDate day, BusinessCalendar calendar) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return "土曜日";
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY
                ? "日曜日"
                : calendar.holidayName(day).orElse("年末年始");
    }
}
