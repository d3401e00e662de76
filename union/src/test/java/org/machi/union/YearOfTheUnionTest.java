package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.proof.Requirement;

class YearOfTheUnionTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private UnionScene union;

    @BeforeEach
    void open() {
        union = new UnionScene();
    }

    @AfterEach
    void close() {
        union.close();
    }

    private static SamplePerson old(long number, String kana) {
        return new SamplePerson(UnionScene.CITY_A, number, kana, LocalDate.of(1940, 5, 5));
    }

    private void arrive(String day, Row... rows) {
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, LocalDate.parse(day), List.of(rows));
        union.day(day);
    }

    private List<Row> insured() {
        return union.collect(FileKind.U_INSURED, UnionScene.CITY_A);
    }

    private List<Row> premiums() {
        return union.collect(FileKind.U_PREMIUM, UnionScene.CITY_A);
    }

    @Test
    @Requirement({"Q07", "Q04"})
    void the_75th_birthday_itself_makes_insured_and_not_the_day_before() {
        SamplePerson young = new SamplePerson(UnionScene.CITY_A, 7, "ナナ", LocalDate.of(1951, 4, 3));
        arrive("2026-04-01", young.initial());
        union.day("2026-04-02");
        assertThat(insured()).isEmpty();
        union.day("2026-04-03");
        List<Row> rows = insured();
        assertThat(rows).hasSize(1);
        Row row = rows.getFirst();
        assertThat(row.get(InsuredFile.ACQUIRED_ON)).isEqualTo("2026-04-03");
        assertThat(row.get(InsuredFile.ACQUIRED_BY)).isEqualTo("01");
        assertThat(row.get(InsuredFile.INSURED_NO)).isEqualTo("00000018");
        union.day("2026-04-06");
        assertThat(insured()).as("nothing is sent twice").isEmpty();
    }

    @Test
    @Requirement({"Q10"})
    void a_death_ends_the_insurance_on_the_next_day() {
        SamplePerson person = old(1, "イチ");
        arrive("2026-04-01", person.initial());
        insured();
        arrive("2026-05-11", person.dies(LocalDate.of(2026, 5, 9)));
        Row lost = insured().getFirst();
        assertThat(lost.get(InsuredFile.CHANGE)).isEqualTo("02");
        assertThat(lost.get(InsuredFile.LOST_ON)).isEqualTo("2026-05-10");
        assertThat(lost.get(InsuredFile.LOST_BY)).isEqualTo("01");
    }

    @Test
    @Requirement({"Q04", "Q10"})
    void a_move_out_entered_by_mistake_is_taken_back_and_the_history_keeps_both() {
        SamplePerson person = old(1, "イチ");
        arrive("2026-04-01", person.initial());
        LocalDate day = LocalDate.of(2026, 5, 8);
        arrive("2026-05-11", person.movesOut(day, "141003"));
        arrive("2026-05-12", person.moveOutCancelled(day));
        List<Row> rows = insured();
        assertThat(rows)
                .extracting(r -> r.get(InsuredFile.CHANGE))
                .containsExactly("01", "02", "08");
        assertThat(rows).extracting(r -> r.get(InsuredFile.VERSION)).containsExactly(1L, 2L, 3L);
        assertThat(rows.get(1).get(InsuredFile.LOST_ON)).isEqualTo("2026-05-08");
        assertThat(rows.get(2).find(InsuredFile.LOST_ON)).isEmpty();
        assertThat(union.count("SELECT count(*) FROM register.stay_history")).isEqualTo(2);
    }

    @Test
    @Requirement({"Q06", "Q10"})
    void public_assistance_ends_insurance_on_its_first_day_and_its_end_begins_it_again() {
        SamplePerson person = old(1, "イチ");
        arrive("2026-04-01", person.initial());
        insured();
        LocalDate start = LocalDate.of(2026, 6, 1);
        union.send(
                FileKind.U_APPLY,
                UnionScene.CITY_A,
                start,
                List.of(person.application("01", "0000000001", start)));
        union.day("2026-06-01");
        Row lost = insured().getFirst();
        assertThat(lost.get(InsuredFile.LOST_ON)).isEqualTo("2026-06-01");
        assertThat(lost.get(InsuredFile.LOST_BY)).isEqualTo("03");
        LocalDate end = LocalDate.of(2026, 9, 10);
        union.send(
                FileKind.U_APPLY,
                UnionScene.CITY_A,
                end,
                List.of(person.application("02", "0000000002", end)));
        union.day("2026-09-10");
        Row again = insured().getFirst();
        assertThat(again.get(InsuredFile.ACQUIRED_ON)).isEqualTo("2026-09-10");
        assertThat(again.get(InsuredFile.ACQUIRED_BY)).isEqualTo("04");
        assertThat(again.get(InsuredFile.INSURED_NO)).isEqualTo(lost.get(InsuredFile.INSURED_NO));
    }

    @Test
    @Requirement({"F01", "F03", "F09"})
    void july_decides_both_parts_and_a_tax_correction_changes_them_in_the_next_month() {
        SamplePerson head = old(1, "イチ");
        SamplePerson wife = old(2, "ニ").livingWith(head);
        arrive("2026-04-01", head.initial(), wife.initial());
        LocalDate june = LocalDate.of(2026, 6, 10);
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                june,
                List.of(head.pension(2026, 1_950_000, 850_000), wife.pension(2026, 780_000, 0)));
        union.day(june);
        union.day("2026-07-01");
        List<Row> july = premiums();
        assertThat(july).hasSize(2);
        Row first = july.getFirst();
        // 東京都 R8: 判定所得 85万−15万=70万 ≤ 43万+31万×2 → 5割。B=42万、所得割 420,000×9.88%=41,496。
        assertThat(first.get(PremiumFile.BASE)).isEqualTo(420_000);
        assertThat(first.get(PremiumFile.REDUCTION1)).isEqualTo("5");
        assertThat(first.get(PremiumFile.INCOME_PART)).isEqualTo(41_496);
        assertThat(first.get(PremiumFile.YEARLY1)).isEqualTo(41_496 + 26_650);
        assertThat(first.get(PremiumFile.PREMIUM)).isEqualTo(68_100);
        // 子ども分: 420,000×0.26%=1,092 ＋ 1,300×0.5=650 → 1,742 → 1,700。
        assertThat(first.get(PremiumFile.CHILD_PREMIUM)).isEqualTo(1_700);
        assertThat(first.get(PremiumFile.CITY_PREMIUM)).isEqualTo(69_800);
        assertThat(first.get(PremiumFile.MONTHLY1)).isEqualTo("111111111111");
        LocalDate october = LocalDate.of(2026, 10, 1);
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                october,
                List.of(head.pension(2026, 2_950_000, 1_850_000)));
        union.day(october);
        assertThat(premiums()).as("the monthly run has its day").isEmpty();
        union.day("2026-10-07");
        List<Row> changed = premiums();
        assertThat(changed).hasSize(2);
        assertThat(changed.getFirst().get(PremiumFile.ASSESSMENT_VERSION)).isEqualTo(2);
        assertThat(changed.getFirst().get(PremiumFile.REASON)).isEqualTo("06");
        assertThat(changed.getFirst().get(PremiumFile.BASE)).isEqualTo(1_420_000);
        assertThat(changed.get(1).get(PremiumFile.REDUCTION1)).isEqualTo("0");
        assertThat(union.count("SELECT count(*) FROM assessment.v_result")).isEqualTo(4);
    }

    @Test
    @Requirement({"F03", "Q10", "D06"})
    void a_death_in_the_middle_of_the_year_leaves_the_months_before_its_month_of_loss() {
        SamplePerson person = old(1, "イチ");
        arrive("2026-04-01", person.initial());
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(person.pension(2026, 780_000, 0)));
        union.day("2026-07-01");
        long whole = premiums().getFirst().get(PremiumFile.PREMIUM);
        arrive("2026-10-05", person.dies(LocalDate.of(2026, 9, 30)));
        union.day("2026-10-07");
        Row row = premiums().getFirst();
        assertThat(row.get(PremiumFile.MONTHS1)).isEqualTo(6);
        assertThat(row.get(PremiumFile.LOST_ON)).isEqualTo("2026-10-01");
        assertThat(row.get(PremiumFile.REASON)).isEqualTo("05");
        // 均等割 53,300 の7.2割軽減 14,924 × 6/12 = 7,462 → 7,400。
        assertThat(whole).isEqualTo(14_900);
        assertThat(row.get(PremiumFile.PREMIUM)).isEqualTo(7_400);
    }

    @Test
    @Requirement({"F03", "F05"})
    void a_move_to_the_other_city_keeps_the_number_and_divides_the_premium_exactly() {
        SamplePerson here = old(1, "イチ");
        arrive("2026-04-01", here.initial());
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(here.pension(2026, 1_950_000, 850_000)));
        union.day("2026-07-01");
        Row before = premiums().getFirst();
        LocalDate moved = LocalDate.of(2026, 9, 12);
        SamplePerson there = here.in(UnionScene.CITY_B, 900, moved);
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                moved,
                List.of(here.movesOut(moved, UnionScene.CITY_B)));
        union.send(FileKind.U_PERSON, UnionScene.CITY_B, moved, List.of(there.movedIn()));
        insured();
        union.day("2026-09-14");
        Row inB = union.collect(FileKind.U_INSURED, UnionScene.CITY_B).getFirst();
        assertThat(inB.get(InsuredFile.INSURED_NO)).isEqualTo(before.get(PremiumFile.INSURED_NO));
        assertThat(inB.get(InsuredFile.ACQUIRED_BY)).isEqualTo("09");
        assertThat(inB.get(InsuredFile.ACQUIRED_ON)).isEqualTo("2026-09-12");
        assertThat(insured().getFirst().get(InsuredFile.LOST_BY)).isEqualTo("09");
        union.day("2026-10-07");
        Row shareA = premiums().getFirst();
        Row shareB = union.collect(FileKind.U_PREMIUM, UnionScene.CITY_B).getFirst();
        assertThat(shareA.get(PremiumFile.TOTAL_PREMIUM))
                .isEqualTo(before.get(PremiumFile.TOTAL_PREMIUM));
        assertThat(shareA.get(PremiumFile.CITY_PREMIUM) + shareB.get(PremiumFile.CITY_PREMIUM))
                .isEqualTo(before.get(PremiumFile.CITY_PREMIUM));
        assertThat(shareA.get(PremiumFile.MOVED_OUT_ON)).isEqualTo("2026-09-12");
        assertThat(shareB.get(PremiumFile.MOVED_IN_ON)).isEqualTo("2026-09-12");
        assertThat(shareB.get(PremiumFile.CITY_PREMIUM))
                .isGreaterThan(shareA.get(PremiumFile.CITY_PREMIUM));
    }
}
