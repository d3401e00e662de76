package org.machi.calculators;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.calculators.facts.Facts;
import org.machi.calculators.facts.Field;
import org.machi.law.LevyYear;
import org.machi.law.eligibility.EligibilityDates;
import org.machi.law.explanation.Steps;
import org.machi.law.premium.Months;

/** 資格の取得日・喪失日 and the months to pay for. */
final class EligibilityCalculator implements Calculator {
    private static final String AGE = "75歳到達";
    private static final String PART = "資格";

    private static final Field BIRTH =
            Field.of("生年月日", "birth", Field.Kind.DAY, "被保険者の生年月日").must();
    private static final Field BY =
            Field.choice("取得事由", "acquired-by", "資格を取得する理由", AGE, AGE, "転入", "障害認定", "生活保護廃止");
    private static final Field BY_DAY =
            Field.of("取得事由の日", "acquired-event", Field.Kind.DAY, "転入日・認定日・廃止日。75歳到達では書かない");
    private static final Field LOST_BY =
            Field.choice(
                    "喪失事由", "lost-by", "資格を失う理由", "なし", "なし", "死亡", "転出", "生活保護開始", "障害不該当・撤回");
    private static final Field LOST_DAY =
            Field.of("喪失事由の日", "lost-event", Field.Kind.DAY, "死亡日・転出日・開始日・撤回日");
    private static final Field NEW_ADDRESS =
            Field.of("転出先の住所の始まり", "new-address", Field.Kind.DAY, "ほかの広域連合の区域に住所を有した日");
    private static final Field LEVY_YEAR =
            Field.of("相当年度", "levy-year", Field.Kind.NUMBER, "書くと、その年度の賦課月数も答える");

    @Override
    public String code() {
        return "eligibility";
    }

    @Override
    public String title() {
        return "資格の取得日・喪失日";
    }

    @Override
    public String about() {
        return "75歳到達・転入・障害認定などによる資格取得日、死亡・転出・生活保護などによる資格喪失日と、その年度の賦課月数を求めます。";
    }

    @Override
    public List<Field> fields() {
        return List.of(BIRTH, BY, BY_DAY, LOST_BY, LOST_DAY, NEW_ADDRESS, LEVY_YEAR);
    }

    @Override
    public List<String> items() {
        return List.of("資格取得日", "資格喪失日", "賦課月数", "賦課する月");
    }

    @Override
    public Answer answer(Facts facts) {
        Steps steps = new Steps("資格の期間");
        LocalDate acquired = acquired(facts, steps);
        LocalDate lost = lost(facts, steps);
        if (lost != null && lost.isBefore(acquired)) {
            throw facts.refused(
                    LOST_DAY,
                    facts.day(LOST_DAY).toString(),
                    "資格取得日（" + Steps.day(acquired) + "）より前の喪失になります",
                    "日付を確かめてください");
        }
        Answer.Results results = new Answer.Results().day("資格取得日", acquired);
        if (lost != null) {
            results.day("資格喪失日", lost);
        }
        if (facts.has(LEVY_YEAR)) {
            months(new LevyYear(facts.number(LEVY_YEAR)), acquired, lost, results, steps);
        }
        return results.with(steps.done());
    }

    private static LocalDate acquired(Facts facts, Steps steps) {
        LocalDate birth = facts.day(BIRTH);
        String by = facts.choice(BY);
        LocalDate day =
                switch (by) {
                    case "転入" -> EligibilityDates.acquiredByMovingIn(birth, event(facts, by));
                    case "障害認定" -> EligibilityDates.acquiredByDisability(birth, event(facts, by));
                    case "生活保護廃止" ->
                            EligibilityDates.acquiredByEndOfAssistance(birth, event(facts, by));
                    default -> EligibilityDates.turns75(birth);
                };
        String rule =
                switch (by) {
                    case "転入" -> "eligibility.movingIn";
                    case "障害認定" -> "eligibility.disability";
                    case "生活保護廃止" -> "eligibility.endOfAssistance";
                    default -> "eligibility.age";
                };
        steps.step(PART, "資格取得日")
                .formula(
                        by.equals(AGE)
                                ? Steps.day(birth) + "生まれの75歳の誕生日当日"
                                : by
                                        + " "
                                        + Steps.day(event(facts, by))
                                        + "、75歳の誕生日 "
                                        + Steps.day(EligibilityDates.turns75(birth)))
                .is(Steps.day(day))
                .by(rule);
        return day;
    }

    private static LocalDate event(Facts facts, String by) {
        return facts.dayNeeded(BY_DAY, by + "のときに要ります");
    }

    private static @Nullable LocalDate lost(Facts facts, Steps steps) {
        String by = facts.choice(LOST_BY);
        if (by.equals("なし")) {
            return null;
        }
        LocalDate event = facts.dayNeeded(LOST_DAY, by + "のときに要ります");
        LocalDate elsewhere = facts.dayIf(NEW_ADDRESS).orElse(null);
        LocalDate day =
                switch (by) {
                    case "死亡" -> EligibilityDates.lostByDeath(event);
                    case "転出" -> EligibilityDates.lostByMovingOut(event, elsewhere);
                    case "生活保護開始" -> EligibilityDates.lostByPublicAssistance(event);
                    default -> EligibilityDates.lostByEndOfDisability(event);
                };
        String rule =
                switch (by) {
                    case "死亡" -> "eligibility.death";
                    case "転出" -> "eligibility.movingOut";
                    case "生活保護開始" -> "eligibility.assistance";
                    default -> "eligibility.endOfDisability";
                };
        steps.step(PART, "資格喪失日")
                .formula(by + " " + Steps.day(event) + (day.equals(event) ? "の当日" : "の翌日"))
                .is(Steps.day(day))
                .by(rule);
        return day;
    }

    private static void months(
            LevyYear year,
            LocalDate acquired,
            @Nullable LocalDate lost,
            Answer.Results results,
            Steps steps) {
        int mask = Months.levied(year, acquired, lost);
        String months = Months.japanese(mask);
        results.text("賦課月数", Integer.toString(Months.count(mask))).text("賦課する月", months);
        steps.step("賦課", year.japanese() + "の賦課月数")
                .formula("資格取得日の属する月から資格喪失日の属する月の前月まで（" + months + "）")
                .is(Months.count(mask) + "か月")
                .by("premium.months");
    }
}
