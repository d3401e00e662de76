package org.machi.city.koki.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.city.koki.plan.Plan.Order;
import org.machi.city.koki.plan.PlanFacts.PensionFacts;
import org.machi.city.koki.plan.PlanFacts.Stage;
import org.machi.law.BusinessCalendar;
import org.machi.law.LevyYear;
import org.machi.law.instalment.CollectionPolicy;
import org.machi.law.parameter.Parameters;
import org.machi.platform.proof.Requirement;

/** Plans with amounts reckoned by hand; eight periods from July to February. */
class PlannerTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 10);
    private static final PensionFacts DEDUCTED =
            new PensionFacts(Stage.IN_FORCE, 1_200_000, 5_000, false);
    private static final PensionFacts CAPTURED =
            new PensionFacts(Stage.CANDIDATE, 1_200_000, 5_000, false);

    private static YearOfPayments year(int levyYear) {
        return YearOfPayments.of(
                new LevyYear(levyYear), CollectionPolicy.eight(), BusinessCalendar.standard());
    }

    private static Planner planner(LocalDate today) {
        return new Planner(Parameters.standard(), year(2026), today);
    }

    private static List<PlanRow> deductions(long... amounts) {
        List<PlanRow> rows = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            rows.add(
                    new PlanRow(
                            PlanRow.DEDUCTION,
                            YearOfPayments.PAY_MONTHS.get(i),
                            year(2026).deductionDueOn(i),
                            amounts[i]));
        }
        return rows;
    }

    private static List<PlanRow> periods(long... amounts) {
        List<PlanRow> rows = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            rows.add(new PlanRow(PlanRow.ORDINARY, i + 1, year(2026).dueOn().get(i), amounts[i]));
        }
        return rows;
    }

    private static PlanFacts first(long premium, List<PlanRow> before, PensionFacts pension) {
        return new PlanFacts(premium, false, before, true, pension, false);
    }

    private static PlanFacts later(
            long premium, List<PlanRow> before, PensionFacts pension, boolean lost) {
        return new PlanFacts(premium, false, before, false, pension, lost);
    }

    /** method:period=amount of every row, in order. */
    private static String text(Plan plan) {
        return String.join(
                " ",
                plan.rows().stream()
                        .map(row -> row.method() + ":" + row.period() + "=" + row.amount())
                        .toList());
    }

    @Test
    @Requirement({"D03", "T06"})
    void a_continued_deduction_takes_the_rest_of_the_year_in_october_december_february() {
        // 14,500 - 3 x 2,000 = 8,500; 8,500 / 3 = 2,833 -> 2,800; October takes 2,900
        Plan plan = planner(JULY).plan(first(14_500, deductions(2_000, 2_000, 2_000), DEDUCTED));
        assertThat(text(plan)).isEqualTo("1:4=2000 1:6=2000 1:8=2000 1:10=2900 1:12=2800 1:2=2800");
        assertThat(plan.order()).isEqualTo(Order.REQUEST);
        assertThat(plan.result()).isEqualTo("1");
    }

    @Test
    void a_continued_deduction_that_took_more_than_the_year_stops_and_gives_back_the_latest() {
        Plan plan = planner(JULY).plan(first(5_000, deductions(2_000, 2_000, 2_000), DEDUCTED));
        assertThat(text(plan)).isEqualTo("1:4=2000 1:6=2000 1:8=1000");
        assertThat(plan.order()).isEqualTo(Order.STOP);
    }

    @Test
    @Requirement({"D01"})
    void a_deduction_that_starts_in_october_takes_half_and_slips_the_other_half() {
        // 50,100 / 2 = 25,050 -> 25,000 by slips: 8,400 + 2 x 8,300; 25,100 by pension: 8,500 + 2 x
        // 8,300
        Plan plan = planner(JULY).plan(first(50_100, List.of(), CAPTURED));
        assertThat(text(plan)).isEqualTo("2:1=8400 2:2=8300 2:3=8300 1:10=8500 1:12=8300 1:2=8300");
        assertThat(plan.result()).isEqualTo("3");
        assertThat(plan.order()).isEqualTo(Order.REQUEST);
    }

    @Test
    @Requirement({"T04"})
    void more_than_half_of_a_payment_goes_to_slips_and_exactly_half_does_not() {
        // a payment is 240,000 / 6 = 40,000; the deduction of 90,000 is 15,000 in October
        PensionFacts above = new PensionFacts(Stage.CANDIDATE, 240_000, 5_001, false);
        Plan slips = planner(JULY).plan(first(90_000, List.of(), above));
        assertThat(text(slips))
                .isEqualTo(
                        "2:1=11600 2:2=11200 2:3=11200 2:4=11200 2:5=11200 2:6=11200 2:7=11200 2:8=11200");
        assertThat(slips.ordinaryReason()).isEqualTo("02");
        assertThat(slips.order()).isEqualTo(Order.NOT_TAKEN);
        PensionFacts half = new PensionFacts(Stage.CANDIDATE, 240_000, 5_000, false);
        assertThat(planner(JULY).plan(first(90_000, List.of(), half)).result()).isEqualTo("3");
    }

    @Test
    @Requirement({"T10"})
    void a_decrease_stops_the_deduction_from_the_month_that_can_be_stopped() {
        // in November only February can be stopped: 11,700 stay, 300 of 12,000 are left for a slip
        List<PlanRow> before = deductions(2_000, 2_000, 2_000, 2_900, 2_800, 2_800);
        Plan plan = planner(LocalDate.of(2026, 11, 5)).plan(later(12_000, before, DEDUCTED, false));
        assertThat(text(plan))
                .isEqualTo("1:4=2000 1:6=2000 1:8=2000 1:10=2900 1:12=2800 1:2=0 2:5=300");
        assertThat(plan.order()).isEqualTo(Order.STOP);
        assertThat(plan.total()).isEqualTo(12_000);
    }

    @Test
    @Requirement({"D04"})
    void an_increase_of_a_deducted_premium_goes_to_slips_and_leaves_the_deduction() {
        List<PlanRow> before = deductions(2_000, 2_000, 2_000, 2_900, 2_800, 2_800);
        Plan plan = planner(LocalDate.of(2026, 11, 5)).plan(later(15_500, before, DEDUCTED, false));
        assertThat(text(plan)).endsWith("1:2=2800 2:5=400 2:6=200 2:7=200 2:8=200");
        assertThat(plan.order()).isEqualTo(Order.NOTHING);
        assertThat(plan.ordinaryReason()).isEqualTo("06");
    }

    @Test
    @Requirement({"D06"})
    void after_a_death_the_latest_deductions_fall_away_first() {
        // five months of the year are left: 6,000; what October would take can't be stopped in
        // September
        // but is no part of the premium any more: it will be an over-payment
        List<PlanRow> before = deductions(2_000, 2_000, 2_000, 2_900, 2_800, 2_800);
        Plan plan = planner(LocalDate.of(2026, 9, 10)).plan(later(6_000, before, DEDUCTED, true));
        assertThat(text(plan)).isEqualTo("1:4=2000 1:6=2000 1:8=2000 1:10=0 1:12=0 1:2=0");
        assertThat(plan.order()).isEqualTo(Order.STOP);
    }

    @Test
    @Requirement({"D02"})
    void an_increase_after_the_last_period_makes_an_extra_period() {
        List<PlanRow> before =
                periods(19_000, 18_400, 18_400, 18_400, 18_400, 18_400, 18_400, 18_400);
        Plan plan =
                planner(LocalDate.of(2027, 2, 25))
                        .plan(later(150_000, before, PensionFacts.NONE, false));
        PlanRow extra = plan.rows().getLast();
        assertThat(extra.period()).isEqualTo(PlanRow.FIRST_EXTRA);
        assertThat(extra.amount()).isEqualTo(2_200);
        assertThat(extra.dueOn()).isEqualTo("2027-03-31");
        assertThat(plan.total()).isEqualTo(150_000);
    }

    @Test
    void a_decrease_after_an_extra_period_takes_the_extra_period_first() {
        List<PlanRow> before = new ArrayList<>(periods(10_000, 10_000));
        before.add(new PlanRow(PlanRow.ORDINARY, 13, LocalDate.of(2027, 3, 31), 2_200));
        Plan plan =
                planner(LocalDate.of(2027, 3, 10))
                        .plan(later(21_000, before, PensionFacts.NONE, false));
        assertThat(text(plan)).isEqualTo("2:1=10000 2:2=10000 2:13=1000");
    }

    @Test
    @Requirement({"D07"})
    void a_past_year_is_charged_at_once_in_an_extra_period_of_the_year_of_the_decision() {
        Planner past = new Planner(Parameters.standard(), year(2025), JULY);
        Plan plan =
                past.plan(new PlanFacts(3_400, true, List.of(), true, PensionFacts.NONE, false));
        assertThat(text(plan)).isEqualTo("2:13=3400");
        assertThat(plan.rows().getFirst().dueOn()).isEqualTo("2026-08-31");
        assertThat(plan.order()).isEqualTo(Order.NOTHING);
    }

    @Test
    @Requirement({"D11"})
    void whatever_changes_the_rows_add_up_to_the_premium() {
        for (LocalDate day = JULY; day.isBefore(LocalDate.of(2027, 3, 31)); day = day.plusDays(9)) {
            for (long premium = 0; premium <= 60_000; premium += 3_700) {
                List<PlanRow> mixed =
                        new ArrayList<>(deductions(2_000, 2_000, 2_000, 8_000, 8_000, 8_000));
                mixed.addAll(periods(0, 0, 0, 0, 500, 400, 400, 400));
                for (boolean lost : new boolean[] {false, true}) {
                    Plan plan = planner(day).plan(later(premium, mixed, DEDUCTED, lost));
                    assertThat(plan.total()).as("%s %d %s", day, premium, lost).isEqualTo(premium);
                }
            }
        }
    }

    @Test
    void a_plan_that_is_not_the_decided_premium_stops_the_run_and_names_the_person() {
        PlanBook.Key key = new PlanBook.Key(2026, "0000001801", "00000018", 1, 2026, 1);
        Plan plan = new Plan(periods(8_000, 7_000), "01", Plan.Order.NOTHING);
        Planning.requireWhole(key, plan, 15_000);
        assertThatThrownBy(() -> Planning.requireWhole(key, plan, 15_100))
                .hasMessageContainingAll("00000018", "15,000円", "15,100円");
    }
}
