package org.machi.law.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Walks every month and union; a value that is missing must be in the reviewed list of gaps, and a
 * gap must be a real one.
 */
class ParameterCoverageTest {
    private static final LocalDate FIRST = LocalDate.of(2020, 4, 1);
    private static final LocalDate CHILD_FIRST = LocalDate.of(2026, 4, 1);
    private static final LocalDate EARNER_FIRST = LocalDate.of(2021, 4, 1);
    private static final LocalDate END = LocalDate.of(2028, 4, 1);

    private static final List<String> UNION =
            List.of(
                    "medical.perCapita",
                    "medical.rate",
                    "rounding.componentUnit",
                    "rounding.reductionMode",
                    "rounding.finalUnit",
                    "rounding.monthBase");
    private static final List<String> NATIONAL =
            List.of(
                    "medical.cap",
                    "reduction.base",
                    "reduction.earnerAddition",
                    "reduction.perInsured.five",
                    "reduction.perInsured.two",
                    "reduction.ratio.medical.seven",
                    "reduction.ratio.medical.five",
                    "reduction.ratio.medical.two",
                    "reduction.ratio.medical.formerDependant",
                    "formerDependant.months",
                    "base.deduction.1",
                    "judgement.pensionDeduction",
                    "deduction.minimumPension",
                    "limitation.years",
                    "decision.limitYears",
                    "late.lowRate",
                    "late.highRate",
                    "late.graceRate",
                    "refund.interestRate",
                    "late.minimumPrincipal",
                    "late.principalUnit",
                    "late.minimum",
                    "late.unit",
                    "late.daysOfYear");
    private static final List<String> CHILD_NATIONAL =
            List.of(
                    "child.cap",
                    "reduction.ratio.child.seven",
                    "reduction.ratio.child.five",
                    "reduction.ratio.child.two",
                    "reduction.ratio.child.formerDependant");
    private static final List<String> EARNER =
            List.of(
                    "earner.salary",
                    "earner.pension.under65",
                    "earner.pension.from65",
                    "base.deduction.limit.1");

    private final Parameters parameters = Parameters.standard();

    @Test
    void every_month_of_every_union_has_its_value_or_a_reviewed_gap() {
        List<String> unlisted = new ArrayList<>();
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusMonths(1)) {
            for (UnionCode union : UnionCode.all()) {
                check(UNION, union.code(), day, unlisted);
                if (!day.isBefore(CHILD_FIRST)) {
                    check(List.of("child.perCapita", "child.rate"), union.code(), day, unlisted);
                }
                if (day.getYear() == 2024 && day.getMonthValue() >= 4) {
                    check(List.of("medical.lowIncomeRate"), union.code(), day, unlisted);
                }
            }
            check(NATIONAL, ParameterRow.NATIONAL, day, unlisted);
            if (!day.isBefore(EARNER_FIRST)) {
                check(EARNER, ParameterRow.NATIONAL, day, unlisted);
            }
            if (!day.isBefore(CHILD_FIRST)) {
                check(CHILD_NATIONAL, ParameterRow.NATIONAL, day, unlisted);
            }
        }
        assertThat(unlisted).isEmpty();
    }

    /** Values that a law or an ordinance let end; nothing is missing afterwards. */
    private static final Pattern ENDED =
            Pattern.compile(
                    "medical\\.cap\\.transitional|medical\\.lowIncomeRate.*|reduction\\.pensionOnlyLimit"
                            + "|reduction\\.ratio\\.medical\\.sevenSpecial|relief\\.covid\\..*|benefit\\.eased\\..*");

    /** Once a value has begun it goes on, or its end is reviewed; whatever the parameter. */
    @Test
    void no_value_of_any_parameter_ends_unnoticed() {
        List<String> unlisted = new ArrayList<>();
        for (ParameterName name : ParameterName.all()) {
            parameters.all().stream()
                    .filter(row -> row.name().equals(name.name()))
                    .filter(row -> !ENDED.matcher(row.name()).matches())
                    .filter(row -> row.to().isBefore(END))
                    .filter(row -> !isGoingOn(row.name(), row.scope(), row.to()))
                    .forEach(row -> unlisted.add(row.name() + " " + row.scope() + " " + row.to()));
        }
        parameters.conversions().stream()
                .filter(row -> row.to().isBefore(END))
                .filter(row -> !hasTable(row.name(), row.to()))
                .filter(row -> !isGoingOn(row.name(), row.scope(), row.to()))
                .forEach(row -> unlisted.add(row.name() + " " + row.to()));
        assertThat(unlisted).as("add a row, or a line to gaps.tsv with the reason").isEmpty();
    }

    private boolean hasTable(String name, LocalDate day) {
        return parameters.conversions().stream()
                .anyMatch(row -> row.name().equals(name) && row.holdsOn(day));
    }

    private boolean isGoingOn(String name, String scope, LocalDate day) {
        return parameters.find(name, scope, day).isPresent()
                || parameters.knownGaps().stream()
                        .anyMatch(gap ->
                                gap.covers(name, scope, day)
                                        || gap.covers(name, ParameterRow.NATIONAL, day));
    }

    private void check(List<String> names, String scope, LocalDate day, List<String> unlisted) {
        for (String name : names) {
            boolean found = parameters.find(name, scope, day).isPresent();
            boolean listed =
                    parameters.knownGaps().stream().anyMatch(gap -> gap.covers(name, scope, day));
            if (found == listed) {
                unlisted.add(name + " " + scope + " " + day + (found ? " は空白一覧にもあります" : " がありません"));
            }
        }
    }

    @Test
    void a_gap_says_why_and_lies_where_no_value_is() {
        for (Gap gap : parameters.knownGaps()) {
            assertThat(gap.reason()).isNotBlank();
            if (!gap.name().startsWith("conversion.")) {
                assertThat(parameters.find(gap.name(), gap.scope(), gap.from())).isEmpty();
                assertThat(parameters.find(gap.name(), gap.scope(), gap.to().minusDays(1)))
                        .isEmpty();
            }
        }
    }

    @Test
    void the_lower_rate_of_reiwa_6_is_used_only_where_it_is_published_or_follows_without_doubt() {
        LocalDate day = LocalDate.of(2024, 4, 1);
        long unknown =
                parameters.knownGaps().stream()
                        .filter(g -> g.name().equals("medical.lowIncomeRate"))
                        .count();
        assertThat(unknown).isEqualTo(17);
        for (UnionCode union : UnionCode.all()) {
            parameters
                    .find("medical.lowIncomeRate", union.code(), day)
                    .ifPresent(row -> assertThat(row.mark()).isIn(Mark.V, Mark.D));
        }
    }

    @Test
    void each_value_has_a_source_and_a_readable_form() {
        assertThat(parameters.all()).hasSizeGreaterThan(600);
        for (ParameterRow row : parameters.all()) {
            assertThat(row.source()).as(row.toString()).isNotBlank();
            assertThat(row.display()).as(row.toString()).isNotBlank();
            assertThat(row.scope()).matches("JP|0[1-9]|[1-3]\\d|4[0-7]");
        }
    }

    @Test
    void the_years_that_the_office_works_in_are_whole_for_all_47_unions() {
        for (UnionCode union : UnionCode.all()) {
            for (int year : new int[] {2024, 2025, 2026}) {
                LocalDate day = LocalDate.of(year, 4, 1);
                assertThat(parameters.require("medical.perCapita", union.code(), day).amount())
                        .isBetween(43_000L, 70_000L);
                assertThat(parameters.require("medical.rate", union.code(), day).rate().units())
                        .isBetween(850L, 1_190L);
            }
            assertThat(parameters.require("child.perCapita", union.code(), CHILD_FIRST).amount())
                    .isBetween(1_290L, 1_400L);
        }
    }
}
