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
import org.machi.formats.layout.DecisionFile;
import org.machi.formats.layout.ExceptionFile;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.proof.Requirement;
import org.machi.union.eligibility.Verdicts;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 届出・申請 and 証: what a city's counter brought in, and what the union answers by file. */
class VerdictsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 11);

    private UnionScene union;
    private SamplePerson old;
    private SamplePerson young;

    @BeforeEach
    void open() {
        union = new UnionScene();
        old = new SamplePerson(UnionScene.CITY_A, 1, "イチ", LocalDate.of(1940, 5, 5));
        young = new SamplePerson(UnionScene.CITY_A, 2, "ニイ", LocalDate.of(1958, 5, 5));
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                APRIL,
                List.of(old.initial(), young.initial()));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(
                        old.pension(2025, 1_500_000, 400_000)
                                .copy()
                                .set(TaxFile.TAXABLE, 0L)
                                .build()));
        union.day(APRIL);
    }

    @AfterEach
    void close() {
        union.close();
    }

    private static Row.Builder apply(SamplePerson who, String kind, String no, LocalDate on) {
        return who.application(kind, no, on).copy();
    }

    private void city(LocalDate day, Row.Builder row) {
        union.send(FileKind.U_APPLY, UnionScene.CITY_A, day, List.of(row.build()));
        union.day(day);
    }

    private List<String> answers() {
        return union.collect(FileKind.U_DECISION, UnionScene.CITY_A).stream()
                .map(row ->
                        row.get(DecisionFile.RECEPTION_NO)
                                + " "
                                + row.get(DecisionFile.RESULT)
                                + " "
                                + row.find(DecisionFile.EFFECTIVE_ON)
                                        .map(LocalDate::toString)
                                        .orElse("-")
                                + " "
                                + row.get(DecisionFile.REASON))
                .toList();
    }

    private List<String> cards() {
        return union.collect(FileKind.U_CARD, UnionScene.CITY_A).stream()
                .map(row ->
                        "%s %s %s %s %s"
                                .formatted(
                                        row.get(CardFile.KIND),
                                        row.get(CardFile.REASON),
                                        row.get(CardFile.VALID_FROM),
                                        row.find(CardFile.VALID_UNTIL)
                                                .map(LocalDate::toString)
                                                .orElse("-"),
                                        row.find(CardFile.COPAY).orElse("-")))
                .toList();
    }

    @Test
    @Requirement({"Q08", "Q09"})
    void a_recognition_is_answered_on_the_day_and_a_withdrawal_counts_from_the_next_day() {
        city(MAY, apply(young, "03", "0000000001", MAY).set(UnionApplyFile.DISABILITY, "12"));
        assertThat(answers()).containsExactly("0000000001 1 2026-05-11 施行令別表の障害の状態にあることを認めます");
        LocalDate june = LocalDate.of(2026, 6, 10);
        city(june, apply(young, "15", "0000000002", june).set(UnionApplyFile.REASON, "04"));
        assertThat(answers()).containsExactly("0000000002 1 2026-06-11 撤回の申出を受け、翌日に資格を失います");
        assertThat(union.collect(FileKind.U_INSURED, UnionScene.CITY_A).getLast())
                .satisfies(row -> {
                    assertThat(row.get(InsuredFile.LOST_BY)).isEqualTo("04");
                    assertThat(row.get(InsuredFile.LOST_ON)).isEqualTo(june.plusDays(1));
                });
    }

    @Test
    @Requirement({"Q08"})
    void a_recognition_by_a_doctors_paper_waits_for_a_clerk_and_has_no_effect_before() {
        city(MAY, apply(young, "03", "0000000001", MAY).set(UnionApplyFile.DISABILITY, "99"));
        assertThat(answers()).isEmpty();
        assertThat(union.count("SELECT count(*) FROM eligibility.insured")).isEqualTo(1);
        long waiting =
                union.count("SELECT application_id FROM eligibility.undecided WHERE by_clerk");
        Verdicts verdicts = union.office().organisation().get(Verdicts.class);
        Verdicts.Decision yes =
                new Verdicts.Decision(
                        waiting,
                        true,
                        Optional.empty(),
                        Optional.of(LocalDate.of(2027, 5, 31)),
                        "診断書により認める");
        assertThat(verdicts.enter(yes, MAY, "9001")).isTrue();
        assertThat(verdicts.enter(yes, MAY, "9002")).as("decided once").isFalse();
        union.day(MAY.plusDays(1));
        assertThat(answers()).containsExactly("0000000001 1 2026-05-11 診断書により認める");
        assertThat(union.count("SELECT count(*) FROM eligibility.insured")).isEqualTo(2);
    }

    @Test
    @Requirement({"Q08"})
    void a_recognition_that_a_clerk_refuses_has_no_effect_and_is_told_with_its_reason() {
        city(MAY, apply(young, "03", "0000000001", MAY).set(UnionApplyFile.DISABILITY, "99"));
        long waiting =
                union.count("SELECT application_id FROM eligibility.undecided WHERE by_clerk");
        union.office()
                .organisation()
                .get(Verdicts.class)
                .enter(
                        new Verdicts.Decision(
                                waiting, false, Optional.empty(), Optional.empty(), "別表の状態にない"),
                        MAY,
                        "9001");
        union.day(MAY.plusDays(1));
        assertThat(answers()).containsExactly("0000000001 2 - 別表の状態にない");
        assertThat(union.count("SELECT count(*) FROM eligibility.insured")).isEqualTo(1);
    }

    @Test
    @Requirement({"Q09", "Q10"})
    void a_report_of_a_death_waits_until_the_resident_record_says_the_same() {
        city(MAY, apply(old, "15", "0000000001", MAY).set(UnionApplyFile.REASON, "01"));
        assertThat(answers()).containsExactly("0000000001 3 - 住民基本台帳の異動が届くまで保留します");
        union.day(MAY.plusDays(1));
        assertThat(answers()).as("the delay is told once").isEmpty();
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, MAY.plusDays(2), List.of(old.dies(MAY)));
        union.day(MAY.plusDays(2));
        assertThat(answers()).containsExactly("0000000001 1 2026-05-12 届出のとおり決定しました");
    }

    @Test
    @Requirement({"Q10"})
    void an_exclusion_ends_insurance_on_the_day_after_and_its_end_begins_it_again() {
        union.collect(FileKind.U_INSURED, UnionScene.CITY_A);
        city(MAY, apply(old, "15", "0000000001", MAY).set(UnionApplyFile.REASON, "05"));
        assertThat(union.collect(FileKind.U_INSURED, UnionScene.CITY_A))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(InsuredFile.LOST_BY)).isEqualTo("05");
                    assertThat(row.get(InsuredFile.LOST_ON)).isEqualTo(MAY.plusDays(1));
                });
        LocalDate june = LocalDate.of(2026, 6, 10);
        city(june, apply(old, "14", "0000000002", june).set(UnionApplyFile.REASON, "06"));
        assertThat(union.collect(FileKind.U_INSURED, UnionScene.CITY_A))
                .anySatisfy(row -> {
                    assertThat(row.get(InsuredFile.ACQUIRED_BY)).isEqualTo("06");
                    assertThat(row.get(InsuredFile.ACQUIRED_ON)).isEqualTo(june);
                });
    }

    @Test
    @Requirement({"Q10"})
    void
            a_move_out_of_the_area_ends_insurance_on_the_next_day_or_on_the_day_when_the_other_begins() {
        SamplePerson other = new SamplePerson(UnionScene.CITY_A, 3, "サン", LocalDate.of(1941, 1, 1));
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, MAY, List.of(other.initial()));
        union.day(MAY);
        union.collect(FileKind.U_INSURED, UnionScene.CITY_A);
        LocalDate june = LocalDate.of(2026, 6, 10);
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                june,
                List.of(old.movesOut(june, "271004"), other.movesOut(june, null)));
        union.day(june);
        assertThat(union.collect(FileKind.U_INSURED, UnionScene.CITY_A))
                .extracting(
                        row -> row.get(InsuredFile.PERSON_NO) + " " + row.get(InsuredFile.LOST_ON))
                .containsExactlyInAnyOrder("1 2026-06-10", "3 2026-06-11");
    }

    @Test
    @Requirement({"Q12", "I03"})
    void a_card_is_decided_when_insurance_begins_for_all_in_august_and_again_when_it_was_lost() {
        assertThat(cards()).containsExactly("01 01 2015-05-05 2026-07-31 1");
        city(
                MAY,
                apply(old, "18", "0000000001", MAY)
                        .set(UnionApplyFile.REASON, "81")
                        .set(UnionApplyFile.CARD_KIND, "01"));
        assertThat(cards()).containsExactly("01 05 2026-05-11 2026-07-31 1");
        union.day(MAY.plusDays(1));
        assertThat(cards()).isEmpty();
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                MAY.plusDays(30),
                List.of(
                        old.pension(2026, 2_100_000, 1_000_000)
                                .copy()
                                .set(TaxFile.TAXABLE, 300_000L)
                                .build()));
        union.day("2026-08-03");
        assertThat(cards()).containsExactly("01 02 2026-08-01 2027-07-31 2");
    }

    @Test
    @Requirement({"Q12", "Q14"})
    void a_specified_disease_gets_its_card_when_a_clerk_accepts_it() {
        cards();
        city(MAY, apply(old, "19", "0000000001", MAY).set(UnionApplyFile.DISEASE, "1"));
        assertThat(cards()).isEmpty();
        union.office()
                .organisation()
                .get(Verdicts.class)
                .enter(
                        new Verdicts.Decision(
                                union.count("SELECT application_id FROM eligibility.undecided"),
                                true,
                                Optional.of(LocalDate.of(2026, 5, 1)),
                                Optional.empty(),
                                "意見書により認定"),
                        MAY,
                        "9001");
        union.day(MAY.plusDays(1));
        assertThat(cards()).containsExactly("03 07 2026-05-01 - -");
    }

    @Test
    @Requirement({"I04", "Q11"})
    void on_the_first_business_day_of_a_month_a_city_is_told_its_people_in_facilities_elsewhere() {
        city(
                MAY,
                apply(old, "05", "0000000001", MAY)
                        .set(UnionApplyFile.OTHER_CODE, "271004")
                        .set(UnionApplyFile.FACILITY, "みどり苑"));
        city(
                MAY.plusDays(10),
                apply(old, "06", "0000000002", MAY.plusDays(10))
                        .set(UnionApplyFile.OTHER_CODE, "141003")
                        .set(UnionApplyFile.FACILITY, "うみべの家"));
        assertThat(union.collect(FileKind.U_EXCEPTION, UnionScene.CITY_A)).isEmpty();
        union.day("2026-06-01");
        assertThat(union.collect(FileKind.U_EXCEPTION, UnionScene.CITY_A))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(ExceptionFile.HOME_CODE)).isEqualTo(UnionScene.CITY_A);
                    assertThat(row.get(ExceptionFile.LIVING_CODE)).isEqualTo("141003");
                    assertThat(row.get(ExceptionFile.FACILITY)).isEqualTo("うみべの家");
                    assertThat(row.get(ExceptionFile.EXCEPTION_FROM)).isEqualTo(MAY);
                });
    }

    @Test
    @Requirement({"Q13"})
    void whereabouts_unknown_stand_in_the_register_until_the_city_tells_that_they_are_known() {
        union.collect(FileKind.U_INSURED, UnionScene.CITY_A);
        city(MAY, apply(old, "21", "0000000001", MAY));
        city(MAY.plusDays(9), apply(old, "22", "0000000002", MAY.plusDays(9)));
        assertThat(union.collect(FileKind.U_INSURED, UnionScene.CITY_A))
                .extracting(row -> row.get(InsuredFile.WHEREABOUTS_UNKNOWN))
                .containsExactly(true, false);
    }

    /** 3 earns well and is the head of the home in which 1 lives since April. */
    @Test
    @Requirement({"Q17"})
    void
            another_home_than_the_registers_is_set_by_application_judged_by_and_ends_with_a_move_unless_that_was_wrong() {
        SamplePerson rich = new SamplePerson(UnionScene.CITY_A, 3, "サン", LocalDate.of(1945, 1, 1));
        LocalDate levyDay = LocalDate.of(2026, 4, 1);
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                MAY,
                List.of(rich.initial(), old.joins(rich, levyDay)));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                MAY,
                List.of(rich.pension(2026, 9_000_000, 7_000_000), old.pension(2026, 800_000, 0)));
        union.day(MAY);
        union.collect(FileKind.U_INSURED, UnionScene.CITY_A);
        Row own =
                apply(old, "24", "0000000001", levyDay)
                        .set(UnionApplyFile.KOKI_HOUSEHOLD_NO, 900_000_000_000_001L)
                        .build();
        Row head =
                apply(rich, "24", "0000000002", levyDay)
                        .set(UnionApplyFile.KOKI_HOUSEHOLD_NO, 900_000_000_000_003L)
                        .build();
        LocalDate day = MAY.plusDays(1);
        union.send(FileKind.U_APPLY, UnionScene.CITY_A, day, List.of(own, head));
        union.day(day);
        assertThat(answers()).containsExactly("0000000001 1 2026-04-01 届出のとおり決定しました");
        assertThat(union.count("SELECT count(*) FROM files.finding WHERE reason LIKE '%世帯主の後期世帯%'"))
                .as("a head with others in the home can't leave them without one")
                .isEqualTo(1);
        assertThat(homesTold()).containsExactly("1 3 900000000000001");

        union.day("2026-07-01");
        assertThat(reductionOf("1")).as("judged alone").isNotEqualTo("0");
        assertThat(
                        union.count(
                                "SELECT count(*) FROM register.koki_home WHERE valid_to = 'infinity'"))
                .isEqualTo(1);

        LocalDate moves = LocalDate.of(2026, 7, 10);
        union.collect(FileKind.U_INSURED, UnionScene.CITY_A);
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, moves, List.of(old.joins(young, moves)));
        union.day(moves);
        assertThat(homesTold()).as("another 住基世帯 ends what was set").containsExactly("1 2 2");
        theMoveWasAnError(rich, moves);
    }

    private void theMoveWasAnError(SamplePerson rich, LocalDate moves) {
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                moves.plusDays(3),
                List.of(
                        old.joins(rich, moves)
                                .copy()
                                .set(ResidentFile.EVENT_SEQ, 9L)
                                .set(ResidentFile.CANCELLED, "1")
                                .build()));
        union.day(moves.plusDays(3));
        assertThat(homesTold())
                .as("the move was an error: what was set goes on")
                .containsExactly("1 3 900000000000001");
        assertThat(
                        union.count(
                                "SELECT count(*) FROM register.membership m JOIN register.koki_home k USING (person_id, household_id) WHERE m.valid_to = 'infinity' AND k.valid_to = 'infinity'"))
                .isEqualTo(1);
    }

    private String reductionOf(String person) {
        return union.office()
                .organisation()
                .get(JdbcClient.class)
                .sql(
                        """
                        SELECT r.reduction1 FROM assessment.v_result r JOIN eligibility.insured i USING (insured_no)
                          JOIN register.person p USING (natural_id) WHERE p.person_no = ?::bigint
                         ORDER BY r.version DESC LIMIT 1
                        """)
                .param(person)
                .query(String.class)
                .single();
    }

    /** 宛名番号, 住基世帯番号 and 後期世帯番号 as the city is told. */
    private List<String> homesTold() {
        return union.collect(FileKind.U_INSURED, UnionScene.CITY_A).stream()
                .map(row ->
                        row.get(InsuredFile.PERSON_NO)
                                + " "
                                + row.get(InsuredFile.HOUSEHOLD_NO)
                                + " "
                                + row.get(InsuredFile.KOKI_HOUSEHOLD_NO))
                .toList();
    }
}
