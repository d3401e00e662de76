package org.machi.city.koki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.insuredNo;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.SamplePeople.resident;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.InstalmentFile;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.proof.Requirement;

/** The union decides, the city takes over: 被保険者情報 and 賦課情報. */
class UnionIntakeTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private CityScene city;

    @BeforeEach
    void register() {
        city = new CityScene();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        resident(1, 101, "見本　太郎", "ミホン　タロウ"),
                        resident(2, 102, "見本　次郎", "ミホン　ジロウ")));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(1, "見本　太郎", "ミホン　タロウ")));
        city.day("2026-04-01");
    }

    @AfterEach
    void close() {
        city.close();
    }

    private void union(FileKind kind, LocalDate day, Row... rows) {
        city.emptyOutbox();
        city.send(kind, CityScene.UNION, day, List.of(rows));
        city.day(day.toString());
    }

    private List<String> list(String sql) {
        return city.db().sql(sql).query(String.class).list();
    }

    private static Row lost(long version, LocalDate on) {
        return insured(1, "見本　太郎", "ミホン　タロウ")
                .copy()
                .set(InsuredFile.VERSION, version)
                .set(InsuredFile.CHANGE, "02")
                .set(InsuredFile.LOST_BY, "02")
                .set(InsuredFile.LOST_ON, on)
                .build();
    }

    @Test
    void each_version_of_an_insured_person_is_kept_and_the_newest_counts() {
        LocalDate gone = LocalDate.of(2026, 5, 2);
        union(
                FileKind.U_INSURED,
                LocalDate.of(2026, 5, 11),
                lost(3, gone),
                lost(2, gone.minusDays(1)));
        union(FileKind.U_INSURED, LocalDate.of(2026, 5, 12), lost(2, gone.minusDays(1)));
        assertThat(list("select version || ' ' || lost_on from koki.insured"))
                .containsExactly("3 2026-05-02");
        assertThat(list("select version::text from koki.insured_version order by version"))
                .containsExactly("1", "2", "3");
    }

    private static Row told(long version, String change, LocalDate acquiredOn) {
        return insured(1, "見本　太郎", "ミホン　タロウ")
                .copy()
                .set(InsuredFile.VERSION, version)
                .set(InsuredFile.CHANGE, change)
                .set(InsuredFile.ACQUIRED_ON, acquiredOn)
                .build();
    }

    @Test
    void an_insurance_that_the_union_withdraws_lasted_no_day_in_this_city() {
        LocalDate first = told(1, "01", JULY).get(InsuredFile.CHANGED_ON);
        union(FileKind.U_INSURED, LocalDate.of(2026, 5, 11), told(2, "07", first));
        assertThat(
                        list(
                                "select insured_no from koki.insured where lost_on > acquired_on or lost_on is null"))
                .isEmpty();
        LocalDate other = LocalDate.of(2026, 5, 1);
        union(
                FileKind.U_INSURED,
                LocalDate.of(2026, 5, 12),
                told(3, "01", other),
                told(4, "07", first));
        assertThat(
                        list(
                                "select acquired_on || ' ' || coalesce(lost_on::text, '') from koki.insured"))
                .containsExactly("2026-05-01 ");
    }

    @Test
    @Requirement({"Q04", "F03"})
    void a_version_that_comes_again_with_another_content_is_listed_and_not_taken() {
        LocalDate day = LocalDate.of(2026, 7, 1);
        union(FileKind.U_PREMIUM, day, premium(1, 1, 0, day));
        LocalDate next = LocalDate.of(2026, 7, 2);
        Row first = insured(1, "見本　太郎", "ミホン　タロウ");
        union(
                FileKind.U_INSURED,
                next,
                first,
                first.copy().set(InsuredFile.COPAY, "3").build(),
                lost(2, next),
                lost(2, next.minusDays(1)));
        assertThat(city.findings(FileKind.U_INSURED))
                .containsExactly(
                        "4 被保険者履歴番号 1 同じ履歴番号で内容の違う被保険者情報を受けています",
                        "6 被保険者履歴番号 2 同じ履歴番号で内容の違う被保険者情報を受けています");
        assertThat(list("select version || ' ' || lost_on from koki.insured"))
                .containsExactly("2 2026-07-02");
        LocalDate third = LocalDate.of(2026, 7, 3);
        union(
                FileKind.U_PREMIUM,
                third,
                premium(1, 1, 0, day),
                premium(1, 1, 0, day).copy().set(PremiumFile.DECISION_YEAR, 2027L).build());
        assertThat(city.findings(FileKind.U_PREMIUM))
                .containsExactly("4 賦課履歴番号 1 同じ相当年度・賦課管理番号・履歴番号で内容（賦課年度など）の違う賦課情報を受けています");
        assertThat(list("select decision_year::text from koki.premium")).containsExactly("2026");
    }

    @Test
    @Requirement({"Q04"})
    void a_row_that_says_what_was_taken_is_no_contradiction_of_the_row_that_was_listed() {
        LocalDate day = LocalDate.of(2026, 7, 2);
        Row first = insured(1, "見本　太郎", "ミホン　タロウ");
        union(
                FileKind.U_INSURED,
                day,
                first.copy().set(InsuredFile.COPAY, "3").build(),
                first,
                lost(2, day),
                lost(2, day.minusDays(1)),
                lost(2, day));
        assertThat(city.findings(FileKind.U_INSURED))
                .containsExactly(
                        "3 被保険者履歴番号 1 同じ履歴番号で内容の違う被保険者情報を受けています",
                        "6 被保険者履歴番号 2 同じ履歴番号で内容の違う被保険者情報を受けています");
        assertThat(list("select version || ' ' || lost_on from koki.insured"))
                .containsExactly("2 2026-07-02");
    }

    @Test
    @Requirement({"Q04"})
    void a_number_that_belongs_to_another_person_is_set_aside() {
        union(
                FileKind.U_INSURED,
                LocalDate.of(2026, 5, 11),
                insured(1, "見本　太郎", "ミホン　タロウ")
                        .copy()
                        .set(InsuredFile.PERSON_NO, 2L)
                        .set(InsuredFile.VERSION, 2L)
                        .build(),
                insured(99, "無名　氏", "ムメイ　シ"));
        assertThat(city.findings(FileKind.U_INSURED))
                .containsExactly(
                        "3 被保険者番号 " + insuredNo(1) + " 同じ被保険者番号が別の宛名番号で登録されています",
                        "4 宛名番号 99 宛名に登録のない人です");
        assertThat(list("select person_no || ' ' || version from koki.insured"))
                .containsExactly("1 1");
    }

    @Test
    @Requirement({"F03", "D09", "D10"})
    void a_newer_version_of_a_premium_replaces_the_older_one_and_its_plan() {
        union(FileKind.U_PREMIUM, JULY, premium(1, 1, 1_000_000, JULY));
        assertThat(sentInstalments()).isEqualTo(plan()).hasSize(8);
        LocalDate august = LocalDate.of(2026, 8, 5);
        union(FileKind.U_PREMIUM, august, premium(1, 2, 600_000, august));
        assertThat(
                        list(
                                "select assessment_version || ' ' || city_premium from koki.premium where current"))
                .containsExactly("2 108100");
        assertThat(list("select plan_version || ' ' || premium from koki.plan where current"))
                .containsExactly("2 108100");
        assertThat(sentInstalments()).isEqualTo(plan());
        assertThat(list("select sum(charged)::text from levy.v_instalment"))
                .containsExactly("108100");
    }

    /** Period and amount of the plan that counts. */
    private List<String> plan() {
        return list(
                """
                select p.plan_version || ' ' || r.period || ' ' || r.amount from koki.plan p
                join koki.plan_row r using (levy_year, assessment_no, plan_version)
                where p.current order by r.method, r.due_on, r.period
                """);
    }

    private List<String> sentInstalments() {
        return city.sent(FileKind.U_INSTALMENT).stream()
                .map(row ->
                        row.get(InstalmentFile.PLAN_VERSION)
                                + " "
                                + row.get(InstalmentFile.PERIOD)
                                + " "
                                + row.get(InstalmentFile.AMOUNT))
                .toList();
    }

    @Test
    void the_same_premiums_under_another_number_change_nothing() {
        union(FileKind.U_PREMIUM, JULY, premium(1, 1, 1_000_000, JULY));
        LocalDate august = LocalDate.of(2026, 8, 5);
        union(FileKind.U_PREMIUM, august, premium(1, 2, 600_000, august));
        LocalDate again = LocalDate.of(2026, 8, 6);
        union(
                FileKind.U_PREMIUM,
                again,
                premium(1, 1, 1_000_000, JULY),
                premium(1, 2, 600_000, august));
        assertThat(list("select assessment_version::text from koki.premium where current"))
                .containsExactly("2");
        assertThat(list("select plan_version::text from koki.plan order by 1"))
                .containsExactly("1", "2");
        assertThat(city.files(FileKind.U_INSTALMENT)).isEmpty();
    }

    @Test
    @Requirement({"F09", "D07"})
    void a_past_years_premium_is_levied_in_the_year_of_the_decision() {
        LocalDate august = LocalDate.of(2026, 8, 5);
        union(
                FileKind.U_PREMIUM,
                august,
                premium(1, 1, 600_000, august)
                        .copy()
                        .set(PremiumFile.LEVY_YEAR, 2025L)
                        .set(PremiumFile.DECISION_YEAR, 2026L)
                        .set(PremiumFile.REASON, "12")
                        .build());
        assertThat(city.sent(FileKind.U_INSTALMENT))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get(InstalmentFile.LEVY_YEAR)).isEqualTo(2025);
                    assertThat(row.get(InstalmentFile.DECISION_YEAR)).isEqualTo(2026);
                    assertThat(row.get(InstalmentFile.PAST_YEAR)).isEqualTo("2");
                    assertThat(row.get(InstalmentFile.DUE_ON)).isAfter(august);
                });
        assertThat(list("select distinct account_year::text from levy.instalment"))
                .containsExactly("2026");
    }

    @Test
    @Requirement({"F08"})
    void a_decision_after_the_two_years_is_listed_and_told_and_one_of_the_last_day_is_taken() {
        LocalDate late = LocalDate.of(2026, 8, 3);
        union(FileKind.U_PREMIUM, late, pastYear(1, 2023, late), pastYear(2, 2024, late));
        assertThat(list("select insured_no from koki.premium")).isEmpty();
        assertThat(city.findings(FileKind.U_PREMIUM))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding).contains("2年を過ぎた日の賦課決定"));
        LocalDate last = LocalDate.of(2026, 7, 31);
        union(FileKind.U_PREMIUM, LocalDate.of(2026, 8, 4), pastYear(2, 2024, last));
        assertThat(list("select levy_year::text from koki.premium")).containsExactly("2024");
    }

    private static Row pastYear(long version, long levyYear, LocalDate decidedOn) {
        return premium(1, version, 600_000, decidedOn)
                .copy()
                .set(PremiumFile.LEVY_YEAR, levyYear)
                .set(PremiumFile.DECISION_YEAR, 2026L)
                .set(PremiumFile.REASON, "12")
                .build();
    }
}
