package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.formats.layout.IncomeInquiryFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;
import org.machi.platform.proof.Requirement;
import org.machi.platform.staff.Clerk;

/**
 * 所得照会 in both directions. 1 went to 中央区 in February and is protected, 2 and 3 went there with an
 * income and without, 4 did not declare; 5 and 6 look alike and neither went there; 7 came from 中央区
 * in February, and so did 9, who is protected.
 */
class InquiriesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 10);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 10);
    private static final String CHUO = "131024";

    private CityScene city;

    @BeforeEach
    void register() {
        city = new CityScene();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        gone(1, "シエン　イチコ").set(ResidentFile.PROTECTION, "1").build(),
                        gone(2, "ショトク　ニロウ").build(),
                        gone(3, "ムシュウ　ミツコ").build(),
                        gone(4, "ミシン　シロウ").build(),
                        residentBuilder(5, 105, "似他　五郎", "ニタ　ゴロウ").build(),
                        residentBuilder(6, 106, "似田　五朗", "ニタ　ゴロウ").build(),
                        newcomer(7, "テンニュウ　ナナエ").build(),
                        newcomer(9, "テンニュウ　ココノ").set(ResidentFile.PROTECTION, "1").build()));
        city.day("2026-04-01");
    }

    @AfterEach
    void close() {
        city.close();
    }

    private static Row.Builder newcomer(long no, String kana) {
        return residentBuilder(no, 100 + no, "転入　七江", kana)
                .set(ResidentFile.MOVED_IN_ON, FEBRUARY)
                .set(ResidentFile.FROM_CODE, CHUO)
                .set(ResidentFile.FROM_ADDRESS, "東京都中央区築地一丁目");
    }

    @Test
    @Requirement({"Q16", "C04"})
    void nobody_is_asked_about_a_protected_newcomer_before_a_clerk_with_the_duty_decided() {
        assertThat(
                        city.db()
                                .sql("select distinct person_no from people.income_inquiry")
                                .query(Long.class)
                                .list())
                .containsExactly(7L);
        InquiryLists lists = city.get(InquiryLists.class);
        assertThat(lists.toAsk(APRIL, clerk()))
                .containsExactly(new InquiryLists.ToAsk(9, "（責任者が処理します）", true, FEBRUARY));
        assertThat(lists.toAsk(APRIL, clerk(PeopleDesk.PROTECTED)))
                .containsExactly(new InquiryLists.ToAsk(9, "転入　七江", false, FEBRUARY));
    }

    private static Clerk clerk(String... duties) {
        return new Clerk("100", "職員", "保険年金課", Set.of(duties), "端末", false);
    }

    private static Row.Builder gone(long no, String kana) {
        return residentBuilder(no, 100 + no, "転出　済", kana)
                .set(ResidentFile.RESIDENT_SINCE, LocalDate.of(2001, 4, 1))
                .set(ResidentFile.RESIDENT_STATE, "2")
                .set(ResidentFile.MOVED_OUT_ON, FEBRUARY)
                .set(ResidentFile.TO_CODE, CHUO);
    }

    /** 中央区 asks for somebody whom it knows under 900 + {@code no}. */
    private static Row ask(long no, String kana) {
        return IncomeInquiryFile.LAYOUT
                .row()
                .set(IncomeInquiryFile.INQUIRY_NO, "%010d".formatted(no))
                .set(IncomeInquiryFile.PERSON_NO, 900 + no)
                .set(IncomeInquiryFile.LEVY_YEAR, 2026L)
                .set(IncomeInquiryFile.ASKED_ON, APRIL)
                .set(IncomeInquiryFile.NAME, "転出　済")
                .set(IncomeInquiryFile.NAME_KANA, kana)
                .set(IncomeInquiryFile.BIRTH_ON, "1945-05-01")
                .set(IncomeInquiryFile.SEX, "2")
                .set(IncomeInquiryFile.OLD_ADDRESS, "東京都見本市本町")
                .set(IncomeInquiryFile.MOVED_IN_ON, FEBRUARY)
                .set(IncomeInquiryFile.LEGAL_BASIS, "高齢者の医療の確保に関する法律第138条")
                .build();
    }

    private static Row tax(long no, long pension, String undeclared) {
        return TaxFile.LAYOUT
                .row()
                .set(TaxFile.HOME_CODE, CityScene.CITY)
                .set(TaxFile.PERSON_KIND, "1")
                .set(TaxFile.PERSON_NO, no)
                .set(TaxFile.LEVY_YEAR, 2026L)
                .set(TaxFile.MUNICIPALITY_CODE, CityScene.CITY)
                .set(TaxFile.CHANGE, "0")
                .set(TaxFile.TAXED, "0")
                .set(TaxFile.UNDECLARED, undeclared)
                .set(TaxFile.TRANSITION, false)
                .set(TaxFile.BASE_GIVEN, false)
                .set(TaxFile.REDUCTION_GIVEN, false)
                .set(TaxFile.LOW_GIVEN, false)
                .set(TaxFile.SHARE_GIVEN, false)
                .set(TaxFile.PENSION, pension)
                .build();
    }

    private void day(LocalDate day) {
        city.emptyOutbox();
        city.day(day.toString());
    }

    private void asked() {
        city.send(
                FileKind.INCOME_ASK,
                CHUO,
                APRIL,
                List.of(
                        ask(1, "シエン　イチコ"),
                        ask(2, "シヨトク　ニロウ"),
                        ask(3, "ムシュウ　ミツコ"),
                        ask(4, "ミシン　シロウ"),
                        ask(5, "ニタ　ゴロウ"),
                        ask(8, "イナイ　ハチロウ")));
    }

    private void taxFacts() {
        city.send(
                FileKind.TAX_ALL,
                "TAX",
                JUNE,
                List.of(
                        tax(1, 1_000_000, "0"),
                        tax(2, 1_800_000, "0"),
                        tax(3, 0, "0"),
                        tax(4, 0, "1")));
    }

    private List<String> answers() {
        return city.sent(FileKind.INCOME_ANSWER).stream()
                .map(row ->
                        "%s %d %s %s"
                                .formatted(
                                        row.get(IncomeAnswerFile.INQUIRY_NO).substring(9),
                                        row.get(TaxFile.PERSON_NO),
                                        row.get(IncomeAnswerFile.ANSWER),
                                        row.orNull(TaxFile.PENSION)))
                .toList();
    }

    private List<String> list(String sql) {
        return city.db().sql(sql).query(String.class).list();
    }

    @Test
    @Requirement({"Q16", "I27"})
    void
            another_city_is_answered_from_own_tax_facts_and_who_is_unknown_is_answered_as_such_at_once() {
        asked();
        day(LocalDate.of(2026, 4, 2));
        assertThat(city.lastFile(FileKind.INCOME_ASK)).startsWith("APPLIED 0");
        assertThat(answers()).containsExactly("8 908 4 null");

        taxFacts();
        day(JUNE);
        assertThat(answers()).containsExactly("2 902 1 1800000", "3 903 2 0", "4 904 3 0");
        assertThat(city.files(FileKind.INCOME_ANSWER))
                .singleElement()
                .matches(file -> file.getFileName().toString().contains("_" + CHUO + "_"));
        day(JUNE.plusDays(1));
        assertThat(city.files(FileKind.INCOME_ANSWER)).isEmpty();

        city.db()
                .sql(
                        """
                        insert into people.suppression (person_no, kind, starts_on, reason, lifter, office, entered_by)
                        values (2, 'ISSUE', date '2026-06-01', '係争', 'OFFICE', '1010', '100')
                        """)
                .update();
        asked();
        day(JUNE.plusDays(4));
        assertThat(answers())
                .as("asked again: not about whom a stop guards since")
                .containsExactly("3 903 2 0", "4 904 3 0", "8 908 4 null");
    }

    @Test
    @Requirement({"Q16", "C04"})
    void a_protected_person_is_not_answered_but_waits_for_somebody_to_decide() {
        asked();
        taxFacts();
        day(JUNE);
        assertThat(answers()).noneMatch(line -> line.startsWith("1 "));
        assertThat(
                        list(
                                """
                                select inquiry_no::int || ' ' || reason from people.received_inquiry
                                where state = 'CLERK' order by 1
                                """))
                .containsExactly("1 PROTECTED", "5 SEVERAL");
    }

    @Test
    void the_audit_trail_names_the_citys_own_people_not_the_askers_numbers() {
        asked();
        taxFacts();
        day(JUNE);
        assertThat(
                        list(
                                """
                                select distinct person_no::text from audit.run_person where person_no > 900
                                """))
                .isEmpty();
    }

    @Test
    void a_question_that_comes_again_is_answered_again() {
        asked();
        taxFacts();
        day(JUNE);
        city.send(FileKind.INCOME_ASK, CHUO, JUNE, List.of(ask(2, "ショトク　ニロウ")));
        day(JUNE.plusDays(1));
        assertThat(answers()).containsExactly("2 902 1 1800000");
    }

    @Test
    @Requirement({"Q16", "F10"})
    void
            a_newcomer_of_february_is_asked_for_this_years_levy_and_in_april_for_the_next_even_after_no_declaration() {
        Row first = city.sent(FileKind.INCOME_ASK).getFirst();
        assertThat(first.get(IncomeInquiryFile.LEVY_YEAR)).isEqualTo(2026);

        LocalDate february = LocalDate.of(2027, 2, 10);
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                february,
                List.of(
                        residentBuilder(9, 109, "転入　九美", "テンニュウ　クミ")
                                .set(ResidentFile.EVENT, "01")
                                .set(ResidentFile.EVENT_ON, february)
                                .set(ResidentFile.MOVED_IN_ON, february)
                                .set(ResidentFile.FROM_CODE, CHUO)
                                .build()));
        day(february);
        Row asked =
                city.sent(FileKind.INCOME_ASK).stream()
                        .filter(row -> row.get(IncomeInquiryFile.PERSON_NO) == 9)
                        .findFirst()
                        .orElseThrow();
        assertThat(asked.get(IncomeInquiryFile.LEVY_YEAR)).isEqualTo(2026);
        city.send(FileKind.INCOME_ANSWER, CHUO, february, List.of(undeclared(asked)));
        day(LocalDate.of(2027, 3, 1));
        assertThat(city.lastFile(FileKind.INCOME_ANSWER)).startsWith("APPLIED 0");

        day(LocalDate.of(2027, 4, 1));
        assertThat(city.sent(FileKind.INCOME_ASK))
                .extracting(
                        row -> row.get(IncomeInquiryFile.PERSON_NO),
                        row -> row.get(IncomeInquiryFile.LEVY_YEAR))
                .containsExactly(tuple(9L, 2027L));
    }

    @Test
    @Requirement({"Q16"})
    void who_does_not_answer_in_time_is_reminded_once() {
        assertThat(city.sent(FileKind.INCOME_ASK)).hasSize(1);
        day(LocalDate.of(2026, 5, 1));
        assertThat(city.files(FileKind.INCOME_ASK)).as("the last day").isEmpty();
        day(LocalDate.of(2026, 5, 7));
        assertThat(city.sent(FileKind.INCOME_ASK)).hasSize(1);
        day(LocalDate.of(2026, 7, 1));
        assertThat(city.files(FileKind.INCOME_ASK)).isEmpty();
    }

    @Test
    @Requirement({"Q16"})
    void nobody_is_reminded_of_a_newcomer_whose_moving_in_was_an_error() {
        city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                APRIL.plusDays(1),
                List.of(
                        residentBuilder(7, 107, "転入　七江", "テンニュウ　ナナエ")
                                .set(ResidentFile.EVENT, "01")
                                .set(ResidentFile.EVENT_ON, FEBRUARY)
                                .set(ResidentFile.EVENT_SEQ, 2L)
                                .set(ResidentFile.CANCELLED, "1")
                                .build()));
        day(APRIL.plusDays(1));
        day(LocalDate.of(2026, 5, 7));
        assertThat(city.files(FileKind.INCOME_ASK)).isEmpty();
    }

    private static Row undeclared(Row asked) {
        Row.Builder row = IncomeAnswerFile.LAYOUT.row().takeAll(tax(9, 0, "1"));
        return row.set(IncomeAnswerFile.INQUIRY_NO, asked.get(IncomeInquiryFile.INQUIRY_NO))
                .set(IncomeAnswerFile.ANSWERED_ON, LocalDate.of(2027, 2, 26))
                .set(IncomeAnswerFile.ANSWER, "3")
                .build();
    }
}
