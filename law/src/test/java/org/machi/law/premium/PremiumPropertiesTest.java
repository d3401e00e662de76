package org.machi.law.premium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.machi.law.LevyYear;
import org.machi.law.Seeded;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.InsuredFacts.Disability;
import org.machi.law.premium.InsuredFacts.Period;

class PremiumPropertiesTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final PremiumAssessor[] UNIONS =
            UnionCode.all().stream()
                    .map(union -> PremiumAssessor.of(union, new LevyYear(2026)))
                    .toArray(PremiumAssessor[]::new);

    private static PremiumAssessor any(RandomGenerator random) {
        return UNIONS[random.nextInt(UNIONS.length)];
    }

    private static Judgement judgement(ReductionClass reduction) {
        return new Judgement(0, 1, 0, reduction, false, false);
    }

    private static ReductionClass anyClass(RandomGenerator random) {
        return ReductionClass.values()[random.nextInt(4)];
    }

    private static InsuredFacts facts(long base, Period... periods) {
        return new InsuredFacts(
                base, List.of(periods), Examples.BIRTH, null, Disability.NO, Relief.NONE);
    }

    private static Period anyPeriod(RandomGenerator random) {
        LocalDate from = APRIL.plusDays(random.nextInt(500) - 200);
        LocalDate to = random.nextBoolean() ? null : from.plusDays(random.nextInt(500));
        return new Period(from, to, judgement(anyClass(random)));
    }

    @Test
    void more_income_never_costs_less_and_more_reduction_never_costs_more() {
        Seeded.check(
                1,
                5_000,
                random -> {
                    PremiumAssessor union = any(random);
                    // Tokyo's own reduction ends sharply, yet never makes a smaller income dearer.
                    long base = random.nextLong(12_000_000);
                    LocalDate from = APRIL.plusMonths(random.nextInt(12));
                    ReductionClass reduction = anyClass(random);
                    long premium =
                            union.assess(facts(base, new Period(from, null, judgement(reduction))))
                                    .premium();
                    long richer =
                            union.assess(
                                            facts(
                                                    base + random.nextLong(500_000),
                                                    new Period(from, null, judgement(reduction))))
                                    .premium();
                    assertThat(richer).isGreaterThanOrEqualTo(premium);
                    long none =
                            union.assess(
                                            facts(
                                                    base,
                                                    new Period(
                                                            from,
                                                            null,
                                                            judgement(ReductionClass.NONE))))
                                    .premium();
                    assertThat(none).isGreaterThanOrEqualTo(premium);
                });
    }

    @Test
    void the_items_of_every_record_add_up() {
        Seeded.check(
                2,
                5_000,
                random -> {
                    PremiumAssessor union = any(random);
                    InsuredFacts facts = facts(random.nextLong(15_000_000), anyPeriod(random));
                    if (random.nextInt(3) == 0) {
                        facts = facts.asFormerDependant(APRIL.plusDays(random.nextInt(800) - 900));
                    }
                    if (random.nextInt(3) == 0) {
                        facts =
                                facts.withRelief(
                                        Relief.ofAmount(
                                                random.nextLong(100_000), random.nextLong(3_000)));
                    }
                    Assessment a = union.assess(facts);
                    PartAssessment child = a.child();
                    assertThat(child).isNotNull();
                    assertThat(a.premium()).isEqualTo(a.medical().premium() + a.childPremium());
                    adds(a.medical(), 850_000);
                    if (child != null) {
                        adds(child, 21_000);
                    }
                });
    }

    private static void adds(PartAssessment part, long cap) {
        long prorated = 0;
        int months = 0;
        for (SegmentAmounts s : part.segments()) {
            assertThat(
                            part.gross()
                                    - part.incomeReduction()
                                    - s.perCapitaReduction()
                                    - s.capExcess())
                    .isEqualTo(s.annual());
            assertThat(s.annual()).isBetween(0L, cap);
            assertThat(s.monthCut()).isBetween(0L, s.annual());
            assertThat(months & s.monthMask()).isZero();
            months |= s.monthMask();
            prorated += s.annual() - s.monthCut();
        }
        assertThat(part.premium()).isBetween(0L, cap);
        assertThat(part.premium() % 10).isZero();
        assertThat(prorated - part.relief() - part.premium()).isBetween(0L, 99L);
    }

    @Test
    void the_order_of_the_household_does_not_matter() {
        Seeded.check(
                3,
                2_000,
                random -> {
                    PremiumAssessor union = any(random);
                    int size = 1 + random.nextInt(5);
                    String[] members = new String[size];
                    for (int i = 0; i < size; i++) {
                        String role = (i == 0 ? "H" : "") + (random.nextBoolean() ? "I" : "");
                        String kind = random.nextBoolean() ? "pension" : "salary";
                        members[i] =
                                (role.isEmpty() ? "M" : role)
                                        + " "
                                        + kind
                                        + "="
                                        + random.nextLong(3_000_000);
                    }
                    Judgement forward =
                            union.judge(Examples.household(union, String.join("|", members)));
                    String backward = String.join("|", java.util.Arrays.asList(members).reversed());
                    assertThat(union.judge(Examples.household(union, backward))).isEqualTo(forward);
                });
    }

    @Test
    void a_household_that_is_used_again_remembers_nothing() {
        PremiumAssessor union = UNIONS[0];
        Household reused = Examples.household(union, "HI pension=5000000|I salary=4000000");
        reused.member(1).tax().declaration(TaxFacts.Declaration.UNDECLARED).fixedBase(1);
        reused.clear();
        Member again = reused.add().head(true).insured(true).birth(Examples.BIRTH);
        union.income().pension(again.tax(), 800_000, Examples.BIRTH);
        reused.add();
        assertThat(union.judge(reused))
                .isEqualTo(union.judge(Examples.household(union, "HI pension=800000")));
    }

    @Test
    void shares_of_municipalities_add_up_exactly_and_the_month_of_the_move_is_the_new_ones() {
        List<MunicipalShares.Share> shares =
                MunicipalShares.divide(
                        203_600,
                        List.of(
                                new MunicipalShares.Stay("271403", 0b0000_0001_1111),
                                new MunicipalShares.Stay("272124", 0b1111_1110_0000)));
        assertThat(shares)
                .extracting(MunicipalShares.Share::premium)
                .containsExactly(84_800L, 118_800L);
        assertThat(
                        MunicipalShares.divide(
                                100_100,
                                List.of(
                                        new MunicipalShares.Stay("a", 0b0000_0000_0111),
                                        new MunicipalShares.Stay("b", 0b1111_1111_1000),
                                        new MunicipalShares.Stay("転出の月", 0))))
                .extracting(MunicipalShares.Share::premium)
                .containsExactly(25_000L, 75_100L, 0L);
        Seeded.check(
                4,
                2_000,
                random -> {
                    int first = random.nextInt(4096);
                    int second = random.nextInt(4096) & ~first;
                    long premium = random.nextLong(8_711) * 100;
                    long sum =
                            MunicipalShares.divide(
                                            premium,
                                            List.of(
                                                    new MunicipalShares.Stay("a", first),
                                                    new MunicipalShares.Stay("b", second)))
                                    .stream()
                                    .mapToLong(MunicipalShares.Share::premium)
                                    .sum();
                    assertThat(sum).isEqualTo(premium);
                });
    }

    /**
     * The bulk run: facts reused, one judgement a household, one result a person; the best of many
     * rounds.
     */
    @Tag("speed")
    @Test
    void a_person_costs_less_than_two_microseconds() {
        PremiumAssessor union = UNIONS[26];
        Household household = new Household();
        LocalDate acquiredOn = LocalDate.of(2020, 5, 5);
        int people = 20_000;
        long best = Long.MAX_VALUE;
        long check = 0;
        for (int round = 0; round < 25; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < people; i++) {
                household.clear();
                Member member = household.add().head(true).insured(true).birth(Examples.BIRTH);
                member.tax()
                        .set(TaxItem.PENSION_REVENUE, 1_100_000L + i)
                        .set(TaxItem.MISC_TOTAL, i * 100L);
                InsuredFacts facts =
                        InsuredFacts.wholeYear(
                                union.income().base(member.tax()),
                                Examples.BIRTH,
                                acquiredOn,
                                union.judge(household));
                check += union.assess(facts).premium();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(check).isPositive();
        assertThat(best / people).as("ns a person").isLessThan(2_000);
    }
}
