package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.proof.Requirement;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Three 賦課期日 in a year, for which 賦課情報 has two places, and moves back and forth inside the union. A
 * year of 東京都 令和8年度 costs who has no income 14,924 yen (7.2割) of the medical part, who lives with a
 * rich head 53,300 yen.
 */
class ThreeLevyDaysTest {

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

    private void assistance(String kind, String reception, String day) {
        LocalDate on = LocalDate.parse(day);
        union.send(
                FileKind.U_APPLY,
                UnionScene.CITY_A,
                on,
                List.of(person.application(kind, reception, on)));
        union.day(on);
    }

    private List<Row> premiums(String city) {
        return union.collect(FileKind.U_PREMIUM, city);
    }

    private List<String> listed() {
        return union.office()
                .organisation()
                .get(JdbcClient.class)
                .sql("SELECT reason || ' ' || decided FROM assessment.held")
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"F03", "Q06"})
    void three_stretches_of_one_class_are_told_as_two_with_the_months_of_all() {
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, APRIL, List.of(person.initial()));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(person.pension(2026, 780_000, 0)));
        union.day(APRIL);
        assistance("01", "0000000001", "2026-06-01");
        union.day("2026-07-01");
        assistance("02", "0000000002", "2026-08-03");
        assistance("01", "0000000003", "2026-10-01");
        assistance("02", "0000000004", "2026-12-01");
        premiums(UnionScene.CITY_A);
        union.day("2026-12-07");
        Row told = premiums(UnionScene.CITY_A).getFirst();
        assertThat(told.get(PremiumFile.MONTHLY1)).isEqualTo("110011000000");
        assertThat(told.get(PremiumFile.MONTHS1)).isEqualTo(4);
        assertThat(told.get(PremiumFile.MONTHLY2)).isEqualTo("000000001111");
        assertThat(told.get(PremiumFile.DAY2)).isEqualTo("2026-12-01");
        // 14,924 × 8/12 = 9,949.3 → 9,900
        assertThat(told.get(PremiumFile.PREMIUM)).isEqualTo(9_900);
        assertThat(listed()).isEmpty();
    }

    @Test
    @Requirement("F03")
    void classes_that_the_record_cannot_tell_are_added_up_and_listed_and_the_premium_is_right() {
        SamplePerson rich = new SamplePerson(UnionScene.CITY_A, 2, "ニ", LocalDate.of(1942, 5, 5));
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                APRIL,
                List.of(person.initial(), rich.initial()));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(
                        person.pension(2026, 780_000, 0),
                        rich.pension(2026, 6_000_000, 4_415_000)));
        union.day(APRIL);
        assistance("01", "0000000001", "2026-06-01");
        union.day("2026-07-01");
        LocalDate joined = LocalDate.of(2026, 7, 6);
        union.send(
                FileKind.U_PERSON, UnionScene.CITY_A, joined, List.of(person.joins(rich, joined)));
        union.day(joined);
        assistance("02", "0000000002", "2026-08-03");
        assistance("01", "0000000003", "2026-10-01");
        assistance("02", "0000000004", "2026-12-01");
        premiums(UnionScene.CITY_A);
        union.day("2026-12-07");
        Row told =
                premiums(UnionScene.CITY_A).stream()
                        .filter(row -> row.get(PremiumFile.PERSON_NO) == 1)
                        .findFirst()
                        .orElseThrow();
        // (14,924 × 2 + 53,300 × 2 + 53,300 × 4) / 12 = 29,137.3 → 29,100
        assertThat(told.get(PremiumFile.PREMIUM)).isEqualTo(29_100);
        assertThat(told.get(PremiumFile.MONTHLY1)).isEqualTo("110011000000");
        assertThat(told.get(PremiumFile.YEARLY1)).isEqualTo(53_300);
        assertThat(
                        told.get(PremiumFile.YEARLY1)
                                - told.get(PremiumFile.MONTHS_CUT1)
                                + told.get(PremiumFile.YEARLY2)
                                - told.get(PremiumFile.MONTHS_CUT2))
                .isEqualTo(29_137);
        assertThat(listed()).containsExactly("賦課期日 true");
    }

    @Test
    @Requirement({"F03", "F05"})
    void who_moves_to_the_other_city_and_back_owes_each_city_its_months_in_one_record() {
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, APRIL, List.of(person.initial()));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(person.pension(2026, 1_950_000, 850_000)));
        union.day(APRIL);
        union.day("2026-07-01");
        LocalDate away = LocalDate.of(2026, 8, 3);
        LocalDate back = LocalDate.of(2026, 11, 4);
        SamplePerson there = person.in(UnionScene.CITY_B, 900, away);
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                away,
                List.of(person.movesOut(away, UnionScene.CITY_B)));
        union.send(FileKind.U_PERSON, UnionScene.CITY_B, away, List.of(there.movedIn()));
        union.day(away);
        union.day("2026-09-07");
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_B,
                back,
                List.of(there.movesOut(back, UnionScene.CITY_A)));
        SamplePerson again = there.in(UnionScene.CITY_A, 2, back);
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, back, List.of(again.movedIn()));
        union.day(back);
        premiums(UnionScene.CITY_A);
        premiums(UnionScene.CITY_B);
        union.day("2026-12-07");
        List<Row> here = premiums(UnionScene.CITY_A);
        List<Row> other = premiums(UnionScene.CITY_B);
        assertThat(here).hasSize(1);
        assertThat(other).hasSize(1);
        long whole = here.getFirst().get(PremiumFile.TOTAL_PREMIUM);
        assertThat(
                        here.getFirst().get(PremiumFile.CITY_PREMIUM)
                                + other.getFirst().get(PremiumFile.CITY_PREMIUM))
                .isEqualTo(whole)
                .isEqualTo(69_800);
        // 68,100 × 3/12 = 17,025 → 17,000 and 1,700 × 3/12 = 425 → 400
        assertThat(other.getFirst().get(PremiumFile.CITY_PREMIUM)).isEqualTo(17_400);
        assertThat(here.getFirst().get(PremiumFile.MONTHS1)).isEqualTo(12);
        assertThat(listed()).isEmpty();
    }
}
