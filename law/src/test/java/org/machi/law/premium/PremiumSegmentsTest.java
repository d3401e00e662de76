package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.law.LawException;
import org.machi.law.Rate;
import org.machi.law.parameter.NoParameterException;
import org.machi.law.premium.InsuredFacts.Disability;
import org.machi.law.premium.InsuredFacts.Period;

class PremiumSegmentsTest {
    private final PremiumAssessor osaka = Examples.assessor("27", 2026);

    private Judgement judge(String members) {
        return osaka.judge(Examples.household(osaka, members));
    }

    private static InsuredFacts facts(long base, Period... periods) {
        return new InsuredFacts(
                base, List.of(periods), Examples.BIRTH, null, Disability.NO, Relief.NONE);
    }

    /** D-6 深川市: 8月15日加入 → 8か月; D-7 足利市: 11月誕生日 → 5か月. */
    @Test
    void months_run_from_the_month_of_acquisition_to_the_month_before_loss() {
        var year = osaka.levyYear();
        assertThat(Months.count(Months.levied(year, LocalDate.of(2026, 8, 15), null))).isEqualTo(8);
        assertThat(Months.count(Months.levied(year, LocalDate.of(2026, 11, 20), null)))
                .isEqualTo(5);
        assertThat(Months.levied(year, Examples.LONG_AGO, LocalDate.of(2027, 4, 1)))
                .isEqualTo(Months.ALL);
        assertThat(Months.count(Months.levied(year, Examples.LONG_AGO, LocalDate.of(2027, 3, 31))))
                .isEqualTo(11);
        assertThat(Months.levied(year, LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 31)))
                .isZero();
        assertThat(Months.levied(year, LocalDate.of(2027, 4, 1), null)).isZero();
        assertThat(Months.levied(year, Examples.LONG_AGO, LocalDate.of(2026, 4, 1))).isZero();
        assertThat(Months.text(Months.levied(year, LocalDate.of(2026, 8, 15), null)))
                .isEqualTo("000011111111");
    }

    @Test
    void eight_months_cost_eight_twelfths_of_the_uncut_year() {
        Judgement none = new Judgement(9_000_000, 1, 0, ReductionClass.NONE, false, false);
        Assessment a =
                osaka.assess(facts(1_000_000, new Period(LocalDate.of(2026, 8, 15), null, none)));
        SegmentAmounts s = a.medical().segments().getFirst();
        assertThat(s.annual()).isEqualTo(115_100 + 64_931);
        assertThat(s.levyDate()).isEqualTo(LocalDate.of(2026, 8, 15));
        assertThat(s.months()).isEqualTo(8);
        assertThat(s.prorated()).isEqualTo(180_031 * 8 / 12);
        assertThat(a.medical().premium()).isEqualTo(120_000);
        assertThat(a.childPremium()).isEqualTo((2_400 + 1_373) * 8 / 12 / 100 * 100);
    }

    @Test
    void a_former_dependant_has_no_income_part_and_half_for_24_months() {
        Judgement none = new Judgement(9_000_000, 1, 0, ReductionClass.NONE, false, false);
        LocalDate since = LocalDate.of(2024, 9, 10);
        Assessment a =
                osaka.assess(
                        facts(3_000_000, new Period(since, null, none)).asFormerDependant(since));

        assertThat(a.medical().incomePart()).isZero();
        assertThat(a.medical().segments()).hasSize(2);
        SegmentAmounts half = a.medical().segments().get(0);
        SegmentAmounts full = a.medical().segments().get(1);
        assertThat(half.special()).isEqualTo(SpecialReduction.FORMER_DEPENDANT);
        assertThat(half.months()).isEqualTo(5);
        assertThat(half.levyDate()).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(full.special()).isEqualTo(SpecialReduction.NONE);
        assertThat(full.levyDate()).isEqualTo(LocalDate.of(2026, 9, 1));
        assertThat(half.annual()).isEqualTo(32_465);
        assertThat(full.annual()).isEqualTo(64_931);
        assertThat(a.medical().premium()).isEqualTo((32_465 * 5 + 64_931 * 7) / 12 / 100 * 100);
        assertThat(half.monthMask() | full.monthMask()).isEqualTo(Months.ALL);
    }

    @Test
    void seven_tenths_go_before_the_former_dependants_half() {
        Judgement seven = judge("HI pension=800000");
        Assessment a =
                osaka.assess(
                        facts(0, new Period(LocalDate.of(2025, 9, 10), null, seven))
                                .asFormerDependant(LocalDate.of(2025, 9, 10)));
        assertThat(a.medical().segments()).hasSize(1);
        assertThat(a.medical().segments().getFirst().special()).isEqualTo(SpecialReduction.NONE);
        assertThat(a.medical().segments().getFirst().annual()).isEqualTo(18_180);
        assertThat(a.medical().premium()).isEqualTo(18_100);
    }

    @Test
    void lost_and_regained_in_one_year_gives_two_segments_that_add_up() {
        Judgement none = new Judgement(9_000_000, 1, 0, ReductionClass.NONE, false, false);
        Judgement two = new Judgement(900_000, 1, 0, ReductionClass.TWO, false, false);
        Assessment a =
                osaka.assess(
                        facts(
                                500_000,
                                new Period(Examples.LONG_AGO, LocalDate.of(2026, 7, 10), none),
                                new Period(LocalDate.of(2026, 10, 1), null, two)));
        assertThat(a.medical().segments()).extracting(SegmentAmounts::months).containsExactly(3, 6);
        long twelfths =
                a.medical().segments().get(0).annual() * 3
                        + a.medical().segments().get(1).annual() * 6;
        assertThat(a.medical().prorated()).isEqualTo(twelfths / 12);
    }

    @Test
    void the_cap_comes_before_the_months() {
        Judgement none = new Judgement(90_000_000, 1, 0, ReductionClass.NONE, false, false);
        Assessment a =
                osaka.assess(
                        facts(
                                50_000_000,
                                new Period(Examples.LONG_AGO, LocalDate.of(2026, 10, 5), none)));
        SegmentAmounts s = a.medical().segments().getFirst();
        assertThat(s.annual()).isEqualTo(850_000);
        assertThat(s.capExcess()).isEqualTo(5_755_000 + 64_931 - 850_000);
        assertThat(a.medical().premium()).isEqualTo(425_000);
        assertThat(a.childPremium()).isEqualTo(10_500);
    }

    /** 静岡県広域連合, 長崎市, 岐阜県. */
    @Test
    void in_reiwa_6_only_those_who_newly_turn_75_meet_the_cap_of_800_000() {
        PremiumAssessor r6 = Examples.assessor("11", 2024);
        Judgement none = new Judgement(90_000_000, 1, 0, ReductionClass.NONE, false, false);
        List<Period> all = List.of(new Period(LocalDate.of(2024, 4, 1), null, none));
        assertThat(capOf(r6, all, LocalDate.of(1949, 3, 31), Disability.NO)).isEqualTo(730_000);
        assertThat(capOf(r6, all, LocalDate.of(1949, 4, 1), Disability.NO)).isEqualTo(800_000);
        assertThat(capOf(r6, all, LocalDate.of(1955, 1, 1), Disability.RECOGNISED))
                .isEqualTo(730_000);
        assertThat(capOf(r6, all, LocalDate.of(1949, 5, 1), Disability.MOVED_AWAY))
                .isEqualTo(800_000);
    }

    private static long capOf(
            PremiumAssessor assessor,
            List<Period> periods,
            LocalDate birth,
            Disability disability) {
        InsuredFacts facts =
                new InsuredFacts(20_000_000, periods, birth, null, disability, Relief.NONE);
        return assessor.assess(facts).medical().premium();
    }

    @Test
    void in_reiwa_6_the_lower_rate_ends_sharply_at_580_000() {
        PremiumAssessor r6 = Examples.assessor("11", 2024);
        assertThat(r6.assess(facts(580_000, whole())).medical().rate())
                .isEqualTo(Rate.ofPercent("8.42"));
        assertThat(r6.assess(facts(580_001, whole())).medical().rate())
                .isEqualTo(Rate.ofPercent("9.03"));
    }

    @Test
    void in_reiwa_6_a_union_whose_lower_rate_is_unknown_refuses_only_who_needs_it() {
        PremiumAssessor miyagi = Examples.assessor("04", 2024);
        assertThat(miyagi.assess(facts(580_001, whole())).premium()).isPositive();
        assertThatThrownBy(() -> miyagi.assess(facts(100_000, whole())))
                .isInstanceOf(NoParameterException.class)
                .hasMessageContaining("medical.lowIncomeRate");
    }

    private static Period whole() {
        return new Period(
                Examples.LONG_AGO,
                null,
                new Judgement(9_000_000, 1, 0, ReductionClass.NONE, false, false));
    }

    @Test
    void tokyo_takes_half_off_small_incomes() {
        PremiumAssessor tokyo = Examples.assessor("13", 2026);
        PartAssessment half = tokyo.assess(facts(150_000, whole())).medical();
        assertThat(half.incomePart()).isEqualTo(14_820);
        assertThat(half.incomeReduction()).isEqualTo(7_410);
        assertThat(half.incomeReductionRatio()).isEqualTo(Rate.ofDecimal("0.5"));
        assertThat(tokyo.assess(facts(200_000, whole())).medical().incomeReduction())
                .isEqualTo(4_940);
        assertThat(tokyo.assess(facts(200_001, whole())).medical().incomeReduction()).isZero();
        assertThat(half.segments().getFirst().annual()).isEqualTo(53_300 + 14_820 - 7_410);
    }

    @Test
    void relief_takes_its_share_of_its_months_and_the_rest_is_cut() {
        Relief half = Relief.ofRatio(Rate.ofDecimal("0.5"), 0b1111_0000_0000);
        PartAssessment medical = osaka.assess(facts(1_000_000, whole()).withRelief(half)).medical();
        assertThat(medical.relief()).isEqualTo(180_031 * 4 / 24);
        assertThat(medical.premium()).isEqualTo((180_031 - medical.relief()) / 100 * 100);

        Relief all = Relief.ofRatio(Rate.ofDecimal("1"), Months.ALL);
        assertThat(osaka.assess(facts(1_000_000, whole()).withRelief(all)).premium()).isZero();
        Assessment fixed =
                osaka.assess(
                        facts(1_000_000, whole()).withRelief(Relief.ofAmount(50_000, 1_000_000)));
        assertThat(fixed.medical().premium()).isEqualTo(130_000);
        assertThat(fixed.childPremium()).isZero();
    }

    /** 島本町, 堺市. */
    @Test
    void a_disaster_waives_the_ordinances_share_from_the_month_of_the_application() {
        Relief relief =
                ReliefRules.disaster(
                        org.machi.law.parameter.Parameters.standard(),
                        osaka.union(),
                        osaka.levyYear(),
                        ReliefRules.Damage.HALF,
                        LocalDate.of(2026, 12, 3));
        assertThat(relief).isEqualTo(Relief.ofRatio(Rate.ofDecimal("0.7"), 0b1111_0000_0000));
        assertThat(ReliefRules.Damage.HALF.japanese()).isEqualTo("半壊・半焼");
    }

    @Test
    void a_union_may_cut_the_year_before_or_after_the_months() {
        assertThat(
                        new UnionRounding(1, UnionRounding.Mode.TRUNC_RESULT, 100, true)
                                .monthBase(12_345))
                .isEqualTo(12_300);
        assertThat(
                        new UnionRounding(1, UnionRounding.Mode.TRUNC_RESULT, 100, false)
                                .monthBase(12_345))
                .isEqualTo(12_345);
    }

    @Test
    void codes_for_files_are_stable() {
        for (ReductionClass reduction : ReductionClass.values()) {
            assertThat(ReductionClass.ofCode(reduction.code())).isEqualTo(reduction);
        }
        assertThat(
                        Examples.assessor("13", 2026)
                                .assess(facts(150_000, whole()))
                                .medical()
                                .incomeReductionCode())
                .isEqualTo("50");
        assertThat(osaka.assess(facts(150_000, whole())).medical().incomeReductionCode())
                .isEqualTo("00");
        assertThatThrownBy(() -> ReductionClass.ofCode("x")).isInstanceOf(LawException.class);
        assertThat(SpecialReduction.FORMER_DEPENDANT.code()).isEqualTo("1");
    }

    @Test
    void a_notional_head_counts_and_other_members_do_not() {
        Judgement withSon = judge("H salary=3000000|I pension=800000");
        assertThat(withSon.reduction()).isEqualTo(ReductionClass.NONE);
        assertThat(withSon.insured()).isEqualTo(1);
        Judgement sonIsNotHead = judge("HI pension=800000|M salary=3000000");
        assertThat(sonIsNotHead.reduction()).isEqualTo(ReductionClass.SEVEN);
    }

    @Test
    void somebody_undeclared_blocks_the_households_reduction() {
        Household household = Examples.household(osaka, "HI pension=800000|I pension=0");
        household.member(1).tax().declaration(TaxFacts.Declaration.UNDECLARED);
        Judgement judgement = osaka.judge(household);
        assertThat(judgement.blocked()).isTrue();
        assertThat(judgement.reduction()).isEqualTo(ReductionClass.NONE);
    }

    @Test
    void limits_of_reductions_are_inclusive_and_grow_with_insured_and_earners() {
        assertThat(judge("HI BUSINESS=430000").reduction()).isEqualTo(ReductionClass.SEVEN);
        assertThat(judge("HI BUSINESS=430001").reduction()).isEqualTo(ReductionClass.FIVE);
        assertThat(judge("HI BUSINESS=740000").reduction()).isEqualTo(ReductionClass.FIVE);
        assertThat(judge("HI BUSINESS=740001").reduction()).isEqualTo(ReductionClass.TWO);
        assertThat(judge("HI BUSINESS=1000000").reduction()).isEqualTo(ReductionClass.TWO);
        assertThat(judge("HI BUSINESS=1000001").reduction()).isEqualTo(ReductionClass.NONE);
        assertThat(judge("HI BUSINESS=1050000|I").reduction()).isEqualTo(ReductionClass.FIVE);
        Judgement two = judge("HI pension=1500000|I pension=1400000");
        assertThat(two.earners()).isEqualTo(2);
        assertThat(two.reduction()).isEqualTo(ReductionClass.SEVEN);
    }

    /** 遠野市, 鹿児島県広域連合. */
    @Test
    void in_reiwa_2_small_pensions_kept_seven_tenths_and_the_others_got_7_75() {
        PremiumAssessor hokkaido = Examples.assessor("01", 2020);
        PartAssessment small = Examples.assess(hokkaido, "HI pension=780000", 0).medical();
        assertThat(small.segments().getFirst().reduction()).isEqualTo(ReductionClass.SEVEN);
        PartAssessment other = Examples.assess(hokkaido, "HI pension=1500000", 0).medical();
        assertThat(other.segments().getFirst().reduction()).isEqualTo(ReductionClass.SEVEN_SPECIAL);
        assertThat(other.perCapita() - other.segments().getFirst().perCapitaReduction())
                .isEqualTo(52_048 * 225 / 1000);
    }

    @Test
    void a_person_without_any_period_is_refused() {
        assertThatThrownBy(() -> osaka.assess(facts(0))).isInstanceOf(LawException.class);
    }

    @Test
    void next_year_cannot_be_assessed_before_its_child_part_is_published() {
        assertThatThrownBy(() -> Examples.assessor("27", 2027))
                .isInstanceOf(NoParameterException.class)
                .hasMessageContaining("child.perCapita")
                .hasMessageContaining("令和9年度の子ども分は未公表");
    }

    /** 令和2年度: exactly 800,000 yen still keeps 7割. */
    @Test
    void in_reiwa_2_a_pension_of_exactly_800_000_is_small() {
        PremiumAssessor hokkaido = Examples.assessor("01", 2020);
        assertThat(reduction(hokkaido, "HI pension=800000")).isEqualTo(ReductionClass.SEVEN);
        assertThat(reduction(hokkaido, "HI pension=800001"))
                .isEqualTo(ReductionClass.SEVEN_SPECIAL);
        assertThat(reduction(hokkaido, "HI pension=800000 BUSINESS=1"))
                .as("another income")
                .isEqualTo(ReductionClass.SEVEN_SPECIAL);
        assertThat(reduction(hokkaido, "HI pension=700000|I pension=900000"))
                .as("every insured person")
                .isEqualTo(ReductionClass.SEVEN_SPECIAL);
    }

    private static ReductionClass reduction(PremiumAssessor assessor, String members) {
        return assessor.judge(Examples.household(assessor, members)).reduction();
    }
}
