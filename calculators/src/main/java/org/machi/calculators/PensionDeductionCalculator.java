package org.machi.calculators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.LevyYear;
import org.machi.law.deduction.CaptureCalendar;
import org.machi.law.deduction.CaptureSchedule;
import org.machi.law.deduction.DeductionDecision;
import org.machi.law.deduction.DeductionEligibility;
import org.machi.law.deduction.DeductionExplainer;
import org.machi.law.deduction.DeductionFacts;
import org.machi.law.deduction.DeductionPlan;
import org.machi.law.deduction.DeductionPlan.Levelling;
import org.machi.law.deduction.DeductionPlan.Payment;
import org.machi.law.explanation.Steps;
import org.machi.law.parameter.Parameters;

/** 特別徴収: whether, from when and how much of a premium is taken from a pension. */
final class PensionDeductionCalculator implements Calculator {
    private static final List<String> MONTHS = List.of("4月", "6月", "8月", "10月", "12月", "2月");

    private static final Field PENSION =
            Field.of("年金額", "pension", Field.Kind.YEN, "天引きの対象となる1つの年金の年額").must();
    private static final Field ANNUAL =
            Field.of("保険料", "annual", Field.Kind.YEN, "この年度に特別徴収する保険料の年額").must();
    private static final Field CARE =
            Field.of("介護の1回分", "care", Field.Kind.YEN, "同じ支払回に天引きする介護保険料").otherwise("0");
    private static final Field CARE_DEDUCTED =
            Field.of("介護を特別徴収", "care-deducted", Field.Kind.YES_NO, "この市区町村が同じ年金から介護保険料を天引きしている")
                    .otherwise("はい");
    private static final Field OPTED_OUT =
            Field.of("口座振替の申出", "opted-out", Field.Kind.YES_NO, "納付方法変更の申出を認めた").otherwise("いいえ");
    private static final Field SPECIAL =
            Field.of("特別の事情", "special", Field.Kind.YES_NO, "災害その他特別の事情がある").otherwise("いいえ");
    private static final Field FEBRUARY =
            Field.of("前年度2月の額", "february", Field.Kind.YEN, "前年度から続くとき、2月に天引きした額（仮徴収の額になる）");
    private static final Field LAST_YEAR =
            Field.of("前年度保険料", "last-year", Field.Kind.YEN, "4・6・8月に始まるとき、前年度の保険料の年額");
    private static final Field START =
            Field.choice(
                    "開始月",
                    "start",
                    "その年度で天引きを始める月。前年度から続くときは4月",
                    "10月",
                    "4月",
                    "6月",
                    "8月",
                    "10月",
                    "12月",
                    "2月");
    private static final Field BEFORE =
            Field.of("先に集める額", "before", Field.Kind.YEN, "天引きが始まる前に普通徴収で集める額").otherwise("0");
    private static final Field LEVELLING =
            Field.choice(
                    "平準化",
                    "levelling",
                    "前年度から続く人の6月・8月の額を市区町村が変えるか",
                    Levelling.NONE.japanese(),
                    Arrays.stream(Levelling.values())
                            .map(Levelling::japanese)
                            .toArray(String[]::new));
    private static final Field EXPECTED =
            Field.of("見込額", "expected", Field.Kind.YEN, "平準化するときの年額の見込み。書かないと保険料の額");
    private static final Field DIVISOR =
            Field.of("除数", "divisor", Field.Kind.NUMBER, "仮徴収を新しく始めるときの12に代わる数（1から12）")
                    .otherwise("12");
    private static final Field ACQUIRED_ON =
            Field.of("資格取得日", "acquired-on", Field.Kind.DAY, "書くと、捕捉と開始月の日程を答える");
    private static final Field MID_YEAR =
            Field.of("12月・2月の開始", "mid-year", Field.Kind.YES_NO, "市区町村が12月・2月にも特別徴収を始める")
                    .otherwise("いいえ");

    private final Parameters parameters;

    PensionDeductionCalculator(Parameters parameters) {
        this.parameters = parameters;
    }

    @Override
    public String code() {
        return "pension-deduction";
    }

    @Override
    public String title() {
        return "特別徴収";
    }

    @Override
    public String about() {
        return "年金から天引きできるか（18万円、2分の1判定、介護との一致）と、仮徴収・本徴収の各月の額、始まる時期を求めます。";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Ordinance.LEVY_YEAR,
                PENSION,
                PensionChoice.PENSIONS,
                ANNUAL,
                CARE,
                CARE_DEDUCTED,
                OPTED_OUT,
                SPECIAL,
                START,
                FEBRUARY,
                LEVELLING,
                EXPECTED,
                LAST_YEAR,
                BEFORE,
                DIVISOR,
                ACQUIRED_ON,
                MID_YEAR);
    }

    @Override
    public List<String> items() {
        List<String> items = new ArrayList<>(List.of("徴収方法", "普徴事由", PensionChoice.ITEM));
        items.addAll(MONTHS);
        items.addAll(List.of("取り過ぎ", "捕捉日", "依頼期限", "最初の天引き"));
        return items;
    }

    @Override
    public Answer answer(Facts facts) {
        LevyYear year = Ordinance.levyYear(facts);
        Steps steps = new Steps(year.japanese() + "　特別徴収");
        DeductionPlan plan = plan(facts, year);
        long before = facts.yen(BEFORE);
        DeductionExplainer.plan(steps, plan, facts.yen(ANNUAL), before);
        long firstPayment =
                plan.payments().stream()
                        .mapToLong(Payment::yen)
                        .filter(y -> y > 0)
                        .findFirst()
                        .orElse(0);
        DeductionDecision decision = decide(facts, year, firstPayment, steps);
        Answer.Results results = new Answer.Results();
        PensionChoice.tell(facts, parameters, year, results, steps);
        switch (decision) {
            case DeductionDecision.Deduct _ -> {
                results.text("徴収方法", "特別徴収");
                MONTHS.forEach(month -> results.yen(month, taken(plan, month)));
                if (plan.overpaid() > 0) {
                    results.yen("取り過ぎ", plan.overpaid());
                }
            }
            case DeductionDecision.Ordinary(var reason) ->
                    results.text("徴収方法", "普通徴収").text("普徴事由", reason.japanese());
        }
        facts.dayIf(ACQUIRED_ON)
                .ifPresent(day -> capture(day, facts.yes(MID_YEAR), results, steps));
        return results.with(steps.done());
    }

    private static long taken(DeductionPlan plan, String month) {
        return plan.payments().stream()
                .filter(payment -> (payment.month().getMonthValue() + "月").equals(month))
                .mapToLong(Payment::yen)
                .sum();
    }

    private static DeductionPlan plan(Facts facts, LevyYear year) {
        int start = MONTHS.indexOf(facts.choice(START));
        long annual = facts.yen(ANNUAL);
        CaptureSchedule capture = CaptureCalendar.captureOf(capturedOn(year, start));
        if (!capture.provisional()) {
            return DeductionPlan.main(capture, facts.yen(BEFORE), annual);
        }
        if (facts.has(FEBRUARY)) {
            if (start > 0) {
                throw facts.refused(START, facts.choice(START), "前年度から続く人は4月からです", "開始月を4月にしてください");
            }
            long expected = facts.has(EXPECTED) ? facts.yen(EXPECTED) : annual;
            return DeductionPlan.continued(
                    year, facts.yen(FEBRUARY), expected, annual, levelling(facts));
        }
        if (!facts.has(LAST_YEAR)) {
            throw facts.refused(
                    LAST_YEAR, "", "4月・6月・8月に始めるときに要ります", "前年度の保険料か、続く人なら前年度2月の額を書いてください");
        }
        return DeductionPlan.starting(
                capture, facts.yen(LAST_YEAR), facts.number(DIVISOR), facts.yen(BEFORE), annual);
    }

    private static Levelling levelling(Facts facts) {
        return Arrays.stream(Levelling.values())
                .filter(one -> one.japanese().equals(facts.choice(LEVELLING)))
                .findFirst()
                .orElseThrow();
    }

    /** The capture half a year before the first deduction, in the order of {@link #MONTHS}. */
    private static LocalDate capturedOn(LevyYear year, int start) {
        return year.start().plusMonths(2L * start - 6);
    }

    private DeductionDecision decide(Facts facts, LevyYear year, long firstPayment, Steps steps) {
        LocalDate day = year.start();
        DeductionFacts asked =
                new DeductionFacts(
                        facts.yen(PENSION),
                        firstPayment,
                        facts.yen(CARE),
                        facts.yes(CARE_DEDUCTED),
                        facts.yes(OPTED_OUT),
                        facts.yes(SPECIAL));
        DeductionDecision decision = DeductionEligibility.decide(parameters, asked, day);
        DeductionExplainer.decision(steps, parameters, asked, day, decision);
        return decision;
    }

    private static void capture(
            LocalDate acquiredOn, boolean midYear, Answer.Results results, Steps steps) {
        CaptureSchedule schedule = CaptureCalendar.captureFor(acquiredOn, midYear);
        LocalDate firstMonth = schedule.firstMonth().atDay(1);
        results.day("捕捉日", schedule.captureOn())
                .day("依頼期限", schedule.requestBy())
                .text("最初の天引き", schedule.firstMonth().toString());
        steps.step("始まる時期", "捕捉日")
                .formula("資格取得日 " + Steps.day(acquiredOn) + " の後の最初の捕捉")
                .is(Steps.day(schedule.captureOn()))
                .by("deduction.calendar");
        steps.step("始まる時期", "最初の天引き")
                .formula("依頼期限 " + Steps.day(schedule.requestBy()) + " までに依頼")
                .is(Steps.day(firstMonth).replaceAll("1日$", ""))
                .by("deduction.start");
    }
}
