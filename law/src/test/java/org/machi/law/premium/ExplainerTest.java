package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.machi.law.explanation.ExplanationStep;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.premium.InsuredFacts.Period;

class ExplainerTest {
    private static final Judgement NONE =
            new Judgement(90_000_000, 1, 0, ReductionClass.NONE, false, false);
    private final PremiumAssessor osaka = Examples.assessor("27", 2026);

    private static InsuredFacts facts(long base, LocalDate lostOn) {
        return new InsuredFacts(
                base,
                List.of(new Period(Examples.LONG_AGO, lostOn, NONE)),
                Examples.BIRTH,
                null,
                InsuredFacts.Disability.NO,
                Relief.NONE);
    }

    private static List<ExplanationStep> steps(PremiumAssessor assessor, InsuredFacts facts) {
        return new Explainer(assessor).explain(facts, null, assessor.assess(facts)).steps();
    }

    private static String formula(List<ExplanationStep> steps, String name) {
        return steps.stream()
                .filter(step -> step.name().startsWith(name))
                .findFirst()
                .orElseThrow()
                .formula();
    }

    /** 50,000,000 × 11.51% = 5,755,000; with 64,931 it is 5,819,931; six months of 850,000. */
    @Test
    void every_step_of_a_capped_half_year_stands_in_the_order_of_the_law() {
        List<ExplanationStep> steps = steps(osaka, facts(50_000_000, LocalDate.of(2026, 10, 5)));
        assertThat(steps)
                .filteredOn(step -> step.part().equals("医療分"))
                .extracting(step -> step.name().replaceAll("（.*", ""))
                .containsExactly("所得割額", "均等割額", "算出額", "限度超過額", "年保険料額", "月割", "保険料");
        assertThat(steps.getFirst().formula()).isEqualTo("税情報の旧ただし書所得");
        assertThat(formula(steps, "算出額")).isEqualTo("5,755,000円 ＋ 64,931円");
        assertThat(formula(steps, "限度超過額")).isEqualTo("5,819,931円 − 賦課限度額 850,000円");
        assertThat(formula(steps, "年保険料額")).isEqualTo("5,819,931円 − 4,969,931円");
        assertThat(formula(steps, "月割")).isEqualTo("850,000円 × 6か月 ÷ 12");
        assertThat(formula(steps, "保険料")).startsWith("425,000円（100円未満切捨て）");
    }

    /** P-25: nothing is capped, so no such step and nothing taken off for it. */
    @Test
    void what_did_not_happen_is_not_told() {
        InsuredFacts whole = facts(1_000_000, LocalDate.of(2027, 4, 1));
        List<ExplanationStep> steps = steps(osaka, whole);
        assertThat(steps)
                .extracting(step -> step.name().replaceAll("（.*", ""))
                .doesNotContain("限度超過額", "月割", "減免額", "均等割軽減額", "所得割軽減額");
        assertThat(formula(steps, "年保険料額")).isEqualTo("180,031円");
        assertThat(steps.getLast().name()).isEqualTo("後期高齢者医療保険料");
    }

    @Test
    void each_value_stands_at_the_step_that_used_it() {
        List<ExplanationStep> steps = steps(osaka, facts(1_000_000, LocalDate.of(2027, 4, 1)));
        assertThat(names(steps, "医療分", "所得割額"))
                .containsExactly("medical.rate", "rounding.componentUnit");
        assertThat(names(steps, "子ども分", "均等割額")).containsExactly("child.perCapita");
        assertThat(names(steps, "医療分", "保険料")).containsExactly("rounding.finalUnit");
        List<ExplanationStep> saitama =
                steps(Examples.assessor("11", 2024), facts(500_000, LocalDate.of(2025, 4, 1)));
        assertThat(names(saitama, "医療分", "所得割額"))
                .containsExactly(
                        "medical.lowIncomeRate",
                        "medical.lowIncomeRate.limit",
                        "rounding.componentUnit");
        List<ExplanationStep> rich =
                steps(Examples.assessor("11", 2024), facts(50_000_000, LocalDate.of(2025, 4, 1)));
        assertThat(names(rich, "医療分", "限度超過額（賦課期日 令和6年4月1日）"))
                .containsExactly("medical.cap.transitional");
    }

    private static List<String> names(List<ExplanationStep> steps, String part, String name) {
        return steps.stream()
                .filter(step -> step.part().equals(part) && step.name().equals(name))
                .flatMap(step -> step.parameters().stream())
                .map(ParameterRow::name)
                .toList();
    }

    @Test
    void an_income_that_is_asked_for_or_given_by_the_tax_office_is_told_so() {
        TaxFacts asked = new TaxFacts().declaration(TaxFacts.Declaration.INQUIRING);
        TaxFacts fixed = new TaxFacts().fixedBase(1_000_000);
        InsuredFacts facts = facts(1_000_000, LocalDate.of(2027, 4, 1));
        Assessment assessment = osaka.assess(facts);
        assertThat(
                        Stream.of(asked, fixed)
                                .map(tax ->
                                        new Explainer(osaka)
                                                .explain(facts, tax, assessment)
                                                .steps()
                                                .getFirst()
                                                .formula()))
                .containsExactly("所得照会中のため0円とする", "税情報の優先フラグによる");
    }

    /** 鳥取県: the reduction itself is cut; 大阪府: what is left. */
    @Test
    void what_is_cut_is_told_as_the_union_cuts() {
        Judgement seven = new Judgement(0, 1, 0, ReductionClass.SEVEN, false, false);
        InsuredFacts poor = InsuredFacts.wholeYear(0, Examples.BIRTH, Examples.LONG_AGO, seven);
        assertThat(formula(steps(osaka, poor), "均等割軽減額")).endsWith("（軽減後の額を1円未満切捨て）");
        assertThat(formula(steps(Examples.assessor("31", 2026), poor), "均等割軽減額"))
                .endsWith("72%（1円未満切捨て）");
    }

    private static ExplanationStep step(List<ExplanationStep> steps, String name) {
        return steps.stream().filter(one -> one.name().startsWith(name)).findFirst().orElseThrow();
    }

    /** 43万＋10万×(2−1), ＋31万×2, ＋57万×2 of 令和8年度. */
    @Test
    void the_limits_of_the_household_are_told_with_their_values() {
        Judgement two = new Judgement(1_000_000, 2, 2, ReductionClass.FIVE, false, false);
        InsuredFacts facts = InsuredFacts.wholeYear(0, Examples.BIRTH, Examples.LONG_AGO, two);
        ExplanationStep step = step(steps(osaka, facts), "減額区分");
        assertThat(step.formula())
                .isEqualTo(
                        "軽減判定所得 1,000,000円、被保険者2人、給与所得者等2人"
                                + "（7割 530,000円以下、5割 1,150,000円以下、2割 1,670,000円以下）");
        assertThat(step.result()).isEqualTo("5割");
        assertThat(step.parameters())
                .extracting(ParameterRow::name)
                .containsExactly(
                        "reduction.base",
                        "reduction.earnerAddition",
                        "reduction.perInsured.five",
                        "reduction.perInsured.two",
                        "earner.pension.from65",
                        "judgement.pensionDeduction");
    }

    /** 埼玉県 令和6年度: 580,000 × 8.42% = 48,836 → 48,830; one yen more has 9.03%. */
    @Test
    void at_580_000_the_lower_rate_of_reiwa_6_still_holds() {
        PremiumAssessor saitama = Examples.assessor("11", 2024);
        LocalDate end = LocalDate.of(2025, 4, 1);
        ExplanationStep low = step(steps(saitama, facts(580_000, end)), "所得割額");
        assertThat(low.rule().id()).isEqualTo("premium.lowIncomeRate");
        assertThat(low.formula()).isEqualTo("580,000円 × 8.42%（10円未満切捨て）");
        assertThat(low.result()).isEqualTo("48,830円");
        ExplanationStep full = step(steps(saitama, facts(580_001, end)), "所得割額");
        assertThat(full.rule().id()).isEqualTo("premium.incomePart");
        assertThat(full.formula()).isEqualTo("580,001円 × 9.03%（10円未満切捨て）");
    }

    /** 東京都 令和8年度: 150,000 × 9.88% = 14,820, half of it; 100 yen more a quarter. */
    @Test
    void the_unions_own_reduction_is_told_with_its_share() {
        PremiumAssessor tokyo = Examples.assessor("13", 2026);
        LocalDate end = LocalDate.of(2027, 4, 1);
        ExplanationStep half = step(steps(tokyo, facts(150_000, end)), "所得割軽減額");
        assertThat(half.formula()).isEqualTo("14,820円 の 50%");
        assertThat(half.result()).isEqualTo("7,410円");
        assertThat(step(steps(tokyo, facts(150_100, end)), "所得割軽減額").formula()).endsWith("の 25%");
        assertThat(step(steps(tokyo, facts(200_000, end)), "所得割軽減額").formula()).endsWith("の 25%");
        assertThat(steps(tokyo, facts(200_001, end)))
                .extracting(ExplanationStep::name)
                .doesNotContain("所得割軽減額");
    }

    /** 大阪府: 64,931 × 50% kept = 32,465, so 32,466 off; the half of a former dependant too. */
    @Test
    void a_reduction_names_the_rule_by_which_it_was_given() {
        Judgement none = new Judgement(9_000_000, 1, 0, ReductionClass.NONE, false, false);
        Judgement five = new Judgement(500_000, 1, 0, ReductionClass.FIVE, false, false);
        InsuredFacts whole = InsuredFacts.wholeYear(0, Examples.BIRTH, Examples.LONG_AGO, none);
        ExplanationStep dependant =
                step(steps(osaka, whole.asFormerDependant(LocalDate.of(2026, 4, 1))), "均等割軽減額");
        assertThat(dependant.rule().id()).isEqualTo("reduction.dependant");
        assertThat(dependant.result()).isEqualTo("32,466円");
        InsuredFacts poor = InsuredFacts.wholeYear(0, Examples.BIRTH, Examples.LONG_AGO, five);
        ExplanationStep reduced = step(steps(osaka, poor), "均等割軽減額");
        assertThat(reduced.rule().id()).isEqualTo("reduction.amount");
        assertThat(reduced.result()).isEqualTo("32,466円");
    }
}
