package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CheckFile;
import org.machi.formats.layout.FormerFiles.Register;
import org.machi.formats.layout.InstalmentFile;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.proof.Requirement;

class FilesOfTheUnionTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private UnionScene union;
    private SamplePerson person;

    @BeforeEach
    void open() {
        union = new UnionScene();
        person = new SamplePerson(UnionScene.CITY_A, 1, "イチ", LocalDate.of(1940, 5, 5));
    }

    @AfterEach
    void close() {
        union.close();
    }

    private void arrive(Row... rows) {
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, APRIL, List.of(rows));
    }

    private String state(FileKind kind) {
        return union.office()
                .organisation()
                .get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql("SELECT string_agg(state, ',' ORDER BY id) FROM files.file WHERE kind = ?")
                .param(kind.code())
                .query(String.class)
                .single();
    }

    @Test
    @Requirement({"Q04"})
    void a_number_of_the_former_register_is_kept_with_its_day_of_acquisition() {
        union.send(FileKind.MIG_UNION, "OLD", APRIL, List.of(former("00000703")));
        arrive(person.initial());
        union.day(APRIL);
        Row row = union.collect(FileKind.U_INSURED, UnionScene.CITY_A).getFirst();
        assertThat(row.get(InsuredFile.INSURED_NO)).isEqualTo("00000703");
        assertThat(row.get(InsuredFile.ACQUIRED_ON)).isEqualTo("2015-05-04");
        assertThat(row.get(InsuredFile.COPAY)).isEqualTo("2");
    }

    @Test
    void the_former_day_of_acquisition_goes_along_to_the_next_city_of_the_union() {
        union.send(FileKind.MIG_UNION, "OLD", APRIL, List.of(former("00000703")));
        arrive(person.initial());
        union.day(APRIL);
        LocalDate moved = LocalDate.of(2026, 5, 15);
        SamplePerson there = person.in(UnionScene.CITY_B, 900, moved);
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                moved,
                List.of(person.movesOut(moved, UnionScene.CITY_B)));
        union.send(FileKind.U_PERSON, UnionScene.CITY_B, moved, List.of(there.movedIn()));
        union.day(moved);
        assertThat(union.count("SELECT count(*) FROM eligibility.period")).isEqualTo(2);
        assertThat(union.count("SELECT count(DISTINCT lower(valid)) FROM eligibility.period"))
                .isEqualTo(2);
        assertThat(
                        union.count(
                                "SELECT count(*) FROM eligibility.period WHERE insured_from = date '2015-05-04'"))
                .as("one insurance, although two cities manage it")
                .isEqualTo(2);
    }

    @Test
    void nobody_was_insured_before_the_system_began() {
        SamplePerson old = new SamplePerson(UnionScene.CITY_A, 2, "ニ", LocalDate.of(1931, 2, 3));
        arrive(old.since(LocalDate.of(1990, 4, 1)).initial());
        union.day(APRIL);
        Row row = union.collect(FileKind.U_INSURED, UnionScene.CITY_A).getFirst();
        assertThat(row.get(InsuredFile.ACQUIRED_ON)).isEqualTo("2008-04-01");
        assertThat(row.get(InsuredFile.ACQUIRED_BY)).isEqualTo("01");
    }

    @Test
    void a_former_number_with_a_wrong_check_digit_is_listed_and_not_taken() throws IOException {
        Path file = union.send(FileKind.MIG_UNION, "OLD", APRIL, List.of(former("00000703")));
        Files.writeString(file, Files.readString(file).replace("00000703", "00000704"));
        union.day(APRIL);
        assertThat(union.count("SELECT count(*) FROM eligibility.former")).isZero();
        assertThat(union.count("SELECT count(*) FROM files.finding WHERE item = '被保険者番号'"))
                .isEqualTo(1);
    }

    @Test
    @Requirement({"F08"})
    void an_income_decides_a_past_year_within_two_years_and_waits_for_a_clerk_after_them() {
        Row year2024 =
                former("00000703")
                        .copy()
                        .set(Register.LEVY_YEAR, 2024L)
                        .set(Register.PREMIUM, 1L)
                        .build();
        union.send(FileKind.MIG_UNION, "OLD", APRIL, List.of(former("00000703"), year2024));
        arrive(person.initial());
        union.day(APRIL);
        LocalDate may = LocalDate.of(2026, 5, 11);
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                may,
                List.of(person.pension(2024, 2_950_000, 1_850_000)));
        union.day(may);
        union.day("2026-06-05");
        assertThat(union.count("SELECT count(*) FROM assessment.v_result WHERE levy_year = 2024"))
                .isEqualTo(1);
        LocalDate august = LocalDate.of(2026, 8, 3);
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                august,
                List.of(person.pension(2024, 3_950_000, 2_850_000)));
        union.day(august);
        union.day("2026-08-07");
        assertThat(union.count("SELECT count(*) FROM assessment.v_result WHERE levy_year = 2024"))
                .isEqualTo(1);
        assertThat(
                        union.count(
                                "SELECT count(*) FROM assessment.held WHERE levy_year = 2024 AND reason = '期間制限'"))
                .isEqualTo(1);
    }

    private Row former(String insuredNo) {
        return Register.LAYOUT
                .row()
                .set(Register.INSURER_NO, UnionScene.TOKYO)
                .set(Register.INSURED_NO, insuredNo)
                .set(Register.MUNICIPALITY_CODE, UnionScene.CITY_A)
                .set(Register.PERSON_NO, 1L)
                .set(Register.NAME, "試験　太郎")
                .set(Register.NAME_KANA, "イチ")
                .set(Register.BIRTH_ON, "1940-05-05")
                .set(Register.SEX, "1")
                .set(Register.ACQUIRED_ON, LocalDate.of(2015, 5, 4))
                .set(Register.ACQUIRED_BY, "01")
                .set(Register.COPAY, "2")
                .set(Register.LEVY_YEAR, 2025L)
                .set(Register.ASSESSMENT_NO, insuredNo + "01")
                .set(Register.ASSESSMENT_VERSION, 1L)
                .set(Register.BASE, 0L)
                .set(Register.MONTHS, 12L)
                .set(Register.PREMIUM, 14_100L)
                .build();
    }

    @Test
    void a_file_of_a_city_outside_the_union_is_refused() {
        union.send(FileKind.U_PERSON, "141003", APRIL, List.of(person.initial()));
        union.day(APRIL);
        assertThat(state(FileKind.U_PERSON)).isEqualTo("REFUSED");
        assertThat(union.count("SELECT count(*) FROM register.person")).isZero();
    }

    @Test
    void a_file_whose_trailer_does_not_add_up_changes_nothing() throws IOException {
        Path file =
                union.send(FileKind.U_PERSON, UnionScene.CITY_A, APRIL, List.of(person.initial()));
        Files.writeString(file, Files.readString(file).replace("T,1,", "T,2,"));
        union.day(APRIL);
        assertThat(state(FileKind.U_PERSON)).isEqualTo("REFUSED");
        assertThat(union.count("SELECT count(*) FROM register.person")).isZero();
    }

    @Test
    @Requirement({"F01"})
    void incomes_of_people_whom_nobody_announced_are_listed_and_the_others_taken() {
        arrive(person.initial());
        SamplePerson unknown =
                new SamplePerson(UnionScene.CITY_A, 99, "キュウ", LocalDate.of(1941, 1, 1));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(person.pension(2026, 780_000, 0), unknown.pension(2026, 780_000, 0)));
        union.day(APRIL);
        assertThat(union.count("SELECT count(*) FROM register.tax")).isEqualTo(1);
        assertThat(
                        union.count(
                                "SELECT count(*) FROM files.finding WHERE reason LIKE '%住民基本台帳情報にない%'"))
                .isEqualTo(1);
    }

    @Test
    void the_same_file_again_changes_nothing_and_other_bytes_under_its_number_wait_for_an_answer()
            throws IOException {
        Path file =
                union.send(FileKind.U_PERSON, UnionScene.CITY_A, APRIL, List.of(person.initial()));
        String bytes = Files.readString(file);
        union.day(APRIL);
        Files.writeString(file, bytes);
        union.day(APRIL.plusDays(1));
        Files.writeString(file, bytes.replace("千代田一丁目", "千代田二丁目"));
        union.day(APRIL.plusDays(2));
        assertThat(state(FileKind.U_PERSON)).isEqualTo("APPLIED,DUPLICATE,HELD");
        assertThat(union.count("SELECT count(*) FROM register.person_state")).isEqualTo(1);
    }

    @Test
    @Requirement({"F03", "F02"})
    void an_undeclared_head_keeps_the_household_from_any_reduction_until_the_declaration() {
        arrive(person.initial());
        union.send(FileKind.U_TAX, UnionScene.CITY_A, APRIL, List.of(person.undeclared(2026)));
        union.day(APRIL);
        union.day("2026-07-01");
        Row july = union.collect(FileKind.U_PREMIUM, UnionScene.CITY_A).getFirst();
        assertThat(july.get(PremiumFile.REDUCTION1)).isEqualTo("9");
        assertThat(july.get(PremiumFile.DECLARED)).isEqualTo("1");
        assertThat(july.get(PremiumFile.PREMIUM)).isEqualTo(53_300);
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(person.pension(2026, 780_000, 0)));
        union.day("2026-08-07");
        Row august = union.collect(FileKind.U_PREMIUM, UnionScene.CITY_A).getFirst();
        assertThat(august.get(PremiumFile.REDUCTION1)).isEqualTo("7");
        assertThat(august.get(PremiumFile.PREMIUM)).isEqualTo(14_900);
        assertThat(august.get(PremiumFile.ASSESSMENT_VERSION)).isEqualTo(2);
    }

    @Test
    @Requirement({"D11", "P16"})
    void instalments_that_do_not_add_up_to_the_decided_share_are_told_to_the_city() {
        arrive(person.initial());
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(person.pension(2026, 780_000, 0)));
        union.day(APRIL);
        union.day("2026-07-01");
        Row decided = union.collect(FileKind.U_PREMIUM, UnionScene.CITY_A).getFirst();
        long share = decided.get(PremiumFile.CITY_PREMIUM);
        report(decided, 1, share - 100);
        union.day("2026-07-03");
        List<Row> wrong = union.collect(FileKind.U_CHECK, UnionScene.CITY_A);
        assertThat(wrong).hasSize(1);
        assertThat(wrong.getFirst().get(CheckFile.DIFFERENCE)).isEqualTo(-100);
        report(decided, 2, share);
        union.day("2026-07-06");
        assertThat(union.collect(FileKind.U_CHECK, UnionScene.CITY_A)).isEmpty();
        assertThat(union.count("SELECT count(*) FROM reconciliation.difference")).isZero();
    }

    private void report(Row decided, long planVersion, long amount) {
        union.send(
                FileKind.U_INSTALMENT,
                UnionScene.CITY_A,
                LocalDate.of(2026, 7, 2),
                List.of(
                        InstalmentFile.LAYOUT
                                .row()
                                .set(InstalmentFile.PERSON_NO, 1L)
                                .set(InstalmentFile.INSURED_NO, decided.get(PremiumFile.INSURED_NO))
                                .set(InstalmentFile.LEVY_YEAR, 2026L)
                                .set(
                                        InstalmentFile.ASSESSMENT_NO,
                                        decided.get(PremiumFile.ASSESSMENT_NO))
                                .set(InstalmentFile.ASSESSMENT_VERSION, 1L)
                                .set(InstalmentFile.DECISION_YEAR, 2026L)
                                .set(InstalmentFile.PLAN_VERSION, planVersion)
                                .set(InstalmentFile.METHOD, "2")
                                .set(InstalmentFile.PAST_YEAR, "1")
                                .set(InstalmentFile.PERIOD, 1L)
                                .set(InstalmentFile.KIND, "3")
                                .set(InstalmentFile.DUE_ON, LocalDate.of(2026, 7, 31))
                                .set(InstalmentFile.AMOUNT, amount)
                                .set(InstalmentFile.CHANGE, "1")
                                .set(
                                        InstalmentFile.CITY_PREMIUM,
                                        decided.get(PremiumFile.CITY_PREMIUM))
                                .build()));
    }
}
