package org.machi.calculators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.BusinessCalendar;
import org.machi.law.LevyYear;
import org.machi.law.deduction.CaptureCalendar;
import org.machi.law.explanation.Steps;
import org.machi.law.instalment.CollectionPolicy;
import org.machi.law.instalment.DueDates;

/** 納期限 of a year by an ordinance, and the year's days of pension payment. */
final class DueDatesCalculator implements Calculator {
    private static final List<String> PAY_DAYS =
            List.of("4月支払日", "6月支払日", "8月支払日", "10月支払日", "12月支払日", "2月支払日");

    private final BusinessCalendar calendar;

    DueDatesCalculator(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public String code() {
        return "due-dates";
    }

    @Override
    public String title() {
        return "納期限";
    }

    @Override
    public String about() {
        return "条例の納期から1年分の納期限（閉庁日は翌開庁日）と、年金からの特別徴収の支払日を求めます。";
    }

    @Override
    public List<Field> fields() {
        return List.of(Ordinance.LEVY_YEAR, Ordinance.TYPE, Ordinance.MONTHS, Ordinance.DECEMBER);
    }

    @Override
    public List<String> items() {
        List<String> items = new ArrayList<>(Ordinance.periodItems("納期限"));
        items.addAll(PAY_DAYS);
        return items;
    }

    @Override
    public Answer answer(Facts facts) {
        CollectionPolicy policy = Ordinance.policy(facts);
        LevyYear year = Ordinance.levyYear(facts);
        Answer.Results results = new Answer.Results();
        Steps steps = new Steps(year.japanese() + "　納期限（" + policy.code() + "）");
        explain(steps, policy, year, calendar);
        List<LocalDate> dueOn = DueDates.of(policy, year, calendar);
        for (int i = 0; i < dueOn.size(); i++) {
            results.day(Ordinance.period(i + 1, "納期限"), dueOn.get(i));
        }
        List<LocalDate> payDays = CaptureCalendar.payDays(year, calendar);
        for (int i = 0; i < payDays.size(); i++) {
            results.day(PAY_DAYS.get(i), payDays.get(i));
            steps.step("特別徴収", PAY_DAYS.get(i))
                    .formula("偶数月の15日（閉庁日に当たるときはその前の営業日）")
                    .is(Steps.day(payDays.get(i)))
                    .by("deduction.payDay");
        }
        return results.with(steps.done());
    }

    /** One step a period: the ordinance's day, and why it moves. */
    static void explain(
            Steps steps, CollectionPolicy policy, LevyYear year, BusinessCalendar calendar) {
        for (int i = 0; i < policy.periods(); i++) {
            int month = policy.months().get(i);
            LocalDate nominal = DueDates.nominalOn(policy, year, month);
            LocalDate dueOn = DueDates.dueOn(policy, year, month, calendar);
            String moved =
                    dueOn.equals(nominal) ? "" : "（" + closed(nominal, calendar) + "に当たるため次の開庁日）";
            steps.step("普通徴収", Ordinance.period(i + 1, "納期限"))
                    .formula(Steps.day(nominal) + moved)
                    .is(Steps.day(dueOn))
                    .by("ordinary.due");
        }
    }

    private static String closed(LocalDate day, BusinessCalendar calendar) {
        return calendar.holidayName(day)
                .orElseGet(() ->
                        switch (day.getDayOfWeek()) {
                            case SATURDAY -> "土曜日";
                            case SUNDAY -> "日曜日";
                            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> "年末年始";
                        });
    }
}
