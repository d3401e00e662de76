package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CardFile;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.TaxFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.proof.Requirement;
import org.machi.union.burden.BurdenHistory;
import org.machi.union.eligibility.Verdicts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 負担割合 through files: what the cities hear of it, and from which day on. */
class BurdenTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private UnionScene union;
    private SamplePerson person;

    @BeforeEach
    void open() {
        union = new UnionScene();
        person = new SamplePerson(UnionScene.CITY_A, 1, "イチ", LocalDate.of(1940, 5, 5));
        people(APRIL, person.initial());
        union.day(APRIL);
    }

    @AfterEach
    void close() {
        union.close();
    }

    private void people(LocalDate day, Row... rows) {
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, day, List.of(rows));
    }

    private void tax(LocalDate day, Row... rows) {
        union.send(FileKind.U_TAX, UnionScene.CITY_A, day, List.of(rows));
    }

    private static Row income(SamplePerson of, int year, long pension, long taxable) {
        return of.pension(year, pension, Math.max(0, pension - 1_100_000))
                .copy()
                .set(TaxFile.TAXABLE, taxable)
                .build();
    }

    /** 異動事由, 負担割合 and its first day of what the city was told since the last call. */
    private List<String> told() {
        return union.collect(FileKind.U_INSURED, UnionScene.CITY_A).stream()
                .map(row ->
                        row.get(InsuredFile.CHANGE)
                                + " "
                                + row.find(InsuredFile.COPAY).orElse("-")
                                + " "
                                + row.find(InsuredFile.COPAY_FROM)
                                        .map(LocalDate::toString)
                                        .orElse("-"))
                .toList();
    }

    private List<String> decisions() {
        return union.office()
                .organisation()
                .get(JdbcClient.class)
                .sql(
                        """
                        SELECT reason || ' ' || coalesce(share, '-') || ' ' || valid_from || ' ' || coalesce(note, '')
                          FROM burden.decision ORDER BY decision_id
                        """)
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"Q14"})
    void as_long_as_the_income_is_unknown_no_share_is_told_and_then_from_the_first_of_the_year() {
        assertThat(told()).containsExactly("01 - -");
        LocalDate may = LocalDate.of(2026, 5, 11);
        tax(may, income(person, 2025, 2_100_000, 300_000));
        union.day(may);
        assertThat(told()).containsExactly("05 2 2025-08-01");
        assertThat(decisions()).containsExactly("NEW 2 2025-08-01 ");
    }

    @Test
    @Requirement({"Q14"})
    void everybody_is_judged_in_august_and_a_corrected_income_counts_from_the_first_of_august() {
        LocalDate june = LocalDate.of(2026, 6, 15);
        tax(june, income(person, 2026, 2_100_000, 300_000));
        union.day(june);
        told();
        union.day("2026-08-03");
        assertThat(told()).containsExactly("05 2 2026-08-01");
        union.day("2026-08-04");
        assertThat(told()).as("once a year").isEmpty();

        LocalDate october = LocalDate.of(2026, 10, 13);
        tax(october, income(person, 2026, 1_900_000, 270_000));
        union.day(october);
        assertThat(told()).containsExactly("05 1 2026-08-01");
        assertThat(decisions()).containsExactly("YEARLY 2 2026-08-01 ", "INCOME 1 2026-08-01 ");
    }

    @Test
    @Requirement({"Q14", "Q17"})
    void who_moves_in_changes_the_share_of_the_home_from_the_first_of_the_next_month() {
        tax(APRIL, income(person, 2026, 1_500_000, 0));
        union.day("2026-08-03");
        told();
        LocalDate october = LocalDate.of(2026, 10, 15);
        SamplePerson rich =
                new SamplePerson(UnionScene.CITY_A, 2, "ニイ", LocalDate.of(1941, 1, 1))
                        .livingWith(person)
                        .since(october);
        people(october, rich.movedIn());
        tax(october, income(rich, 2026, 6_000_000, 3_000_000));
        union.day(october);
        assertThat(told()).containsExactly("01 - -", "05 3 2026-10-15");
        assertThat(decisions().getLast()).doesNotContain("基準収入額");
        union.day("2026-11-02");
        assertThat(told()).containsExactly("05 3 2026-11-01");
    }

    @Test
    @Requirement({"Q14"})
    void a_corrected_income_counts_for_the_months_before_somebody_moved_in_as_well() {
        tax(APRIL, income(person, 2026, 1_500_000, 0));
        union.day("2026-08-03");
        LocalDate october = LocalDate.of(2026, 10, 15);
        SamplePerson rich =
                new SamplePerson(UnionScene.CITY_A, 2, "ニイ", LocalDate.of(1941, 1, 1))
                        .livingWith(person)
                        .since(october);
        people(october, rich.movedIn());
        tax(october, income(rich, 2026, 6_000_000, 3_000_000));
        union.day(october);
        union.day("2026-11-02");
        told();
        LocalDate december = LocalDate.of(2026, 12, 8);
        tax(december, income(person, 2026, 2_100_000, 300_000));
        union.day(december);
        assertThat(told())
                .as("2割 alone from August, still 3割 since the first of the month after the move")
                .containsExactly("05 2 2026-08-01", "05 3 2026-11-01");
        assertThat(decisions())
                .containsExactly(
                        "YEARLY 1 2026-08-01 ",
                        "HOUSEHOLD 3 2026-11-01 ",
                        "NEW 3 2026-10-15 ",
                        "INCOME 2 2026-08-01 ");
        union.day("2026-12-09");
        assertThat(told()).as("told once").isEmpty();
    }

    @Test
    void who_declares_later_is_no_longer_to_be_looked_after_and_the_city_hears_nothing_new() {
        tax(APRIL, person.undeclared(2026));
        union.day("2026-08-03");
        assertThat(decisions()).containsExactly("YEARLY 1 2026-08-01 未申告の被保険者がいる（簡易申告の勧奨）");
        told();
        LocalDate september = LocalDate.of(2026, 9, 8);
        tax(september, income(person, 2026, 1_500_000, 0));
        union.day(september);
        assertThat(decisions().getLast()).isEqualTo("INCOME 1 2026-08-01 ");
        assertThat(told()).isEmpty();
    }

    @Test
    @Requirement({"Q14"})
    void the_head_of_a_home_takes_off_an_amount_for_a_grandchild_whose_income_is_known() {
        SamplePerson grandchild =
                new SamplePerson(UnionScene.CITY_A, 3, "マゴ", LocalDate.of(2016, 5, 5))
                        .livingWith(person)
                        .since(LocalDate.of(2020, 4, 1));
        LocalDate may = LocalDate.of(2026, 5, 11);
        people(may, grandchild.initial());
        tax(may, income(person, 2026, 4_000_000, 1_600_000));
        union.day(may);
        union.day("2026-08-03");
        assertThat(decisions())
                .containsExactly("YEARLY 3 2026-08-01 19歳未満の世帯員の所得が分からない（世帯主の課税所得の控除の確認）");
        LocalDate september = LocalDate.of(2026, 9, 8);
        tax(september, grandchild.pension(2026, 0, 0));
        union.day(september);
        assertThat(decisions().getLast()).isEqualTo("INCOME 2 2026-08-01 ");
    }

    @Test
    @Requirement({"Q14"})
    void an_income_whose_revenue_is_unknown_is_told_to_a_clerk_who_asks_for_the_application() {
        tax(
                APRIL,
                income(person, 2026, 1_200_000, 1_600_000)
                        .copy()
                        .set(TaxFile.BUSINESS, 2_600_000L)
                        .build());
        union.day("2026-08-03");
        assertThat(decisions()).containsExactly("YEARLY 3 2026-08-01 収入が分からない（基準収入額適用申請の勧奨）");
    }

    @Test
    @Requirement({"Q14"})
    void in_august_who_has_no_income_on_record_is_not_shown_with_last_years_share() {
        tax(APRIL, income(person, 2025, 1_500_000, 0));
        union.day("2026-05-11");
        assertThat(told()).contains("05 1 2025-08-01");
        union.day("2026-08-03");
        assertThat(told()).containsExactly("05 - 2026-08-01");
        assertThat(decisions().getLast()).contains("所得が分からない");
    }

    @Test
    @Requirement({"Q08"})
    void a_disabled_person_of_68_is_insured_from_the_application_and_pays_until_it_is_withdrawn() {
        SamplePerson young =
                new SamplePerson(UnionScene.CITY_A, 9, "キュウ", LocalDate.of(1958, 2, 2));
        people(LocalDate.of(2026, 5, 11), young.initial());
        union.day("2026-05-11");
        assertThat(told()).as("only 75 and over").containsExactly("01 - -");
        LocalDate applied = LocalDate.of(2026, 5, 12);
        apply(applied, young, "03", applied);
        union.day(applied);
        Row insured = union.collect(FileKind.U_INSURED, UnionScene.CITY_A).getFirst();
        assertThat(insured.get(InsuredFile.PERSON_NO)).isEqualTo(9);
        assertThat(insured.get(InsuredFile.ACQUIRED_BY)).isEqualTo("03");
        assertThat(insured.get(InsuredFile.ACQUIRED_ON)).isEqualTo(applied);
        union.day("2026-07-01");
        assertThat(
                        union.count(
                                """
                                SELECT m_premium + c_premium FROM assessment.v_current
                                 WHERE insured_no = '%s'
                                """
                                        .formatted(insured.get(InsuredFile.INSURED_NO))))
                .isPositive();
        LocalDate withdrawn = LocalDate.of(2026, 9, 1);
        apply(withdrawn, young, "04", LocalDate.of(2026, 9, 30));
        union.day(withdrawn);
        union.day("2026-10-01");
        Row lost = union.collect(FileKind.U_INSURED, UnionScene.CITY_A).getLast();
        assertThat(lost.get(InsuredFile.LOST_BY)).isEqualTo("04");
        assertThat(lost.get(InsuredFile.LOST_ON)).isEqualTo(LocalDate.of(2026, 10, 1));
    }

    private void apply(LocalDate day, SamplePerson who, String kind, LocalDate from) {
        union.send(
                FileKind.U_APPLY,
                UnionScene.CITY_A,
                day,
                List.of(
                        who.application(kind, "00000000" + kind, from)
                                .copy()
                                .set(UnionApplyFile.DISABILITY, kind.equals("03") ? "12" : null)
                                .build()));
    }

    private void apply(LocalDate day, Row row) {
        union.send(FileKind.U_APPLY, UnionScene.CITY_A, day, List.of(row));
    }

    @Test
    @Requirement({"Q14"})
    void an_accepted_application_with_the_revenue_changes_the_share_from_the_next_month_on() {
        tax(
                APRIL,
                income(person, 2026, 1_200_000, 1_600_000)
                        .copy()
                        .set(TaxFile.BUSINESS, 2_600_000L)
                        .build());
        union.day("2026-08-03");
        LocalDate october = LocalDate.of(2026, 10, 13);
        apply(
                october,
                person.application("17", "0000000017", october)
                        .copy()
                        .set(UnionApplyFile.REVENUE, 3_500_000L)
                        .build());
        union.day(october);
        told();
        long waiting =
                union.count("SELECT application_id FROM eligibility.undecided WHERE by_clerk");
        union.office()
                .organisation()
                .get(Verdicts.class)
                .enter(
                        new Verdicts.Decision(
                                waiting, true, Optional.empty(), Optional.empty(), "収入は基準未満"),
                        october,
                        "9001");
        union.day("2026-10-14");
        assertThat(told()).as("not before its day").isEmpty();
        assertThat(decisions().getLast()).startsWith("APPLIED 2 2026-11-01");
        union.day("2026-11-02");
        assertThat(told()).containsExactly("05 2 2026-11-01");
        assertThat(union.collect(FileKind.U_CARD, UnionScene.CITY_A).getLast())
                .satisfies(card -> assertThat(card.find(CardFile.COPAY)).hasValue("2"));
    }

    @Test
    @Requirement({"Q15", "F10"})
    void a_newcomer_keeps_the_certified_share_until_the_income_is_known_and_gets_a_card() {
        assertThat(told()).containsExactly("01 - -");
        LocalDate may = LocalDate.of(2026, 5, 11);
        apply(
                may,
                person.application("23", "0000000023", may)
                        .copy()
                        .set(UnionApplyFile.SHARE, "2")
                        .set(UnionApplyFile.NOTE, "京都府後期高齢者医療広域連合")
                        .build());
        union.day(may);
        assertThat(told()).containsExactly("05 2 2025-08-01");
        assertThat(decisions()).containsExactly("NEW 2 2025-08-01 転入前の負担区分等証明書による（所得が分かるまで）");
        assertThat(union.collect(FileKind.U_CARD, UnionScene.CITY_A)).hasSize(1);
        LocalDate june = LocalDate.of(2026, 6, 8);
        tax(june, income(person, 2025, 1_500_000, 0));
        union.day(june);
        assertThat(told()).containsExactly("05 1 2025-08-01");
        assertThat(decisions().getLast()).isEqualTo("INCOME 1 2025-08-01 ");
    }

    @Test
    @Requirement({"Q14", "F10"})
    void
            a_clerk_decides_the_share_of_whom_nobody_knows_the_income_and_it_is_judged_when_it_is_known() {
        told();
        BurdenHistory history = union.office().organisation().get(BurdenHistory.class);
        String insured =
                union.office()
                        .organisation()
                        .get(JdbcClient.class)
                        .sql("SELECT insured_no FROM eligibility.insured")
                        .query(String.class)
                        .single();
        assertThat(history.decide(insured, "1", "照会中", APRIL, "9001")).isTrue();
        assertThat(history.decide(insured, "2", "重ねて", APRIL, "9002")).as("once").isFalse();
        union.day("2026-04-02");
        assertThat(told()).containsExactly("05 1 2025-08-01");
        assertThat(union.collect(FileKind.U_CARD, UnionScene.CITY_A)).hasSize(1);
        LocalDate may = LocalDate.of(2026, 5, 11);
        tax(may, income(person, 2025, 1_500_000, 0));
        union.day(may);
        assertThat(decisions().getLast()).as("the note is done").isEqualTo("INCOME 1 2025-08-01 ");
    }
}
