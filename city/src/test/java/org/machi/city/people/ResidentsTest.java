package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.residentBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.NonResidentFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.UnionPersonFile;
import org.machi.platform.proof.Requirement;

/**
 * The register comes in, the union hears of those of 65 and over and their households.
 *
 * <p>1 (80) lives with 2 (50); 3 (40) and 4 (10) live together; 5 turns 65 on 2 April and lives
 * with 6 (30); 7 has an unknown birth day; 8 is a 住登外 person in a home elsewhere, 9 an heir.
 */
class ResidentsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate SECOND = LocalDate.of(2026, 4, 2);
    private static final String TAKAHASHI = "髙橋　葛\uDB40\uDD00子";
    private static final String YOSHINO = "𠮷野　京次";

    private CityScene city;

    @BeforeEach
    void register() {
        city = new CityScene();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        person(1, 101, TAKAHASHI, "タカハシ　クズコ", "1946-01-20", 1),
                        person(2, 101, "髙橋　次郎", "タカハシ　ジロウ", "1976-03-03", 1),
                        person(3, 103, "若井　三郎", "ワカイ　サブロウ", "1986-03-03", 3),
                        person(4, 103, "若井　四葉", "ワカイ　ヨツバ", "2016-03-03", 3),
                        person(5, 105, YOSHINO, "ヨシノ　キョウジ", "1961-04-02", 5),
                        person(6, 105, "𠮷野　六実", "ヨシノ　ムツミ", "1996-03-03", 5),
                        person(7, 107, "不詳　七", "フショウ　ナナ", "1940-00-00", 7)));
        city.send(
                FileKind.NONRES,
                "JUKI",
                APRIL,
                List.of(nonResident(8, "01", "1"), nonResident(9, "03", "0")));
        city.day("2026-04-01");
    }

    @AfterEach
    void close() {
        city.close();
    }

    private static Row person(
            long no, long household, String name, String kana, String birth, long head) {
        return residentBuilder(no, household, name, kana)
                .set(ResidentFile.BIRTH_ON, birth)
                .set(ResidentFile.HEAD_NO, head)
                .build();
    }

    private static Row nonResident(long no, String reason, String exception) {
        return NonResidentFile.LAYOUT
                .row()
                .set(NonResidentFile.PERSON_NO, no)
                .set(NonResidentFile.CHANGE, "1")
                .set(NonResidentFile.CHANGED_ON, APRIL)
                .set(NonResidentFile.REASON, reason)
                .set(NonResidentFile.PERSON_KIND, "1")
                .set(NonResidentFile.NAME, "外野　守")
                .set(NonResidentFile.NAME_KANA, "ソトノ　マモル")
                .set(NonResidentFile.BIRTH_ON, exception.equals("1") ? "1939-09-09" : "1990-01-01")
                .set(NonResidentFile.SEX, "1")
                .set(NonResidentFile.MUNICIPALITY_CODE, "131024")
                .set(NonResidentFile.PREFECTURE, "東京都")
                .set(NonResidentFile.CITY, "中央区")
                .set(NonResidentFile.TOWN, "築地")
                .set(NonResidentFile.ADDRESS_EXCEPTION, exception)
                .set(NonResidentFile.FACILITY, exception.equals("1") ? "みなと苑" : null)
                .build();
    }

    /** One change of somebody who lives alone in a household of the number 100 + person. */
    private static Row.Builder change(
            long no, long household, String event, LocalDate on, long head) {
        return residentBuilder(no, household, "若井　三郎", "ワカイ　サブロウ")
                .set(ResidentFile.EVENT, event)
                .set(ResidentFile.EVENT_SEQ, 2L)
                .set(ResidentFile.EVENT_ON, on)
                .set(ResidentFile.PROCESSED_ON, on)
                .set(ResidentFile.BIRTH_ON, "1986-03-03")
                .set(ResidentFile.HEAD_NO, head);
    }

    private void changes(LocalDate day, Row... rows) {
        city.emptyOutbox();
        if (rows.length > 0) {
            city.send(FileKind.JUKI_DIFF, "JUKI", day, List.of(rows));
        }
        city.day(day.toString());
    }

    /** 抽出区分 and 抽出理由 of everybody who was sent. */
    private Map<Long, String> told() {
        Map<Long, String> told = new TreeMap<>();
        for (Row row : city.sent(FileKind.U_PERSON)) {
            told.put(
                    row.get(ResidentFile.PERSON_NO),
                    row.get(UnionPersonFile.EXTRACT) + row.get(UnionPersonFile.EXTRACT_REASON));
        }
        return told;
    }

    private List<String> periods(long person) {
        return city.db()
                .sql(
                        """
                        select household_no || ' ' || valid_from || ' ' || coalesce(valid_to::text, '')
                        from people.household_membership where person_no = :person order by valid_from
                        """)
                .param("person", person)
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"Q01", "Q02", "Q03"})
    void the_first_file_holds_exactly_the_aged_and_everyone_in_their_homes() {
        assertThat(told()).isEqualTo(Map.of(1L, "11", 2L, "12", 7L, "11", 8L, "13"));
        assertThat(
                        city.db()
                                .sql("select count(*) from people.person")
                                .query(Integer.class)
                                .single())
                .isEqualTo(9);
    }

    @Test
    @Requirement({"Q02", "I01", "I02"})
    void who_joins_the_home_of_an_aged_person_enters_and_who_leaves_it_is_told_as_leaving() {
        changes(SECOND, change(3, 101, "09", SECOND, 1).build());
        assertThat(told()).containsEntry(3L, "12").doesNotContainKeys(1L, 2L, 4L);

        LocalDate later = LocalDate.of(2026, 5, 11);
        changes(later, change(3, 103, "09", later, 3).build());
        assertThat(told()).containsEntry(3L, "34").doesNotContainKeys(1L, 2L, 4L);
        assertThat(periods(3))
                .containsExactly(
                        "103 2026-04-01 2026-04-02",
                        "101 2026-04-02 2026-05-11",
                        "103 2026-05-11 ");
    }

    @Test
    @Requirement({"Q01", "Q02"})
    void a_65th_birthday_brings_the_whole_home_in_even_when_the_office_is_closed_on_it() {
        LocalDate afterWeekend = LocalDate.of(2026, 4, 6);
        changes(afterWeekend);
        assertThat(told()).isEqualTo(Map.of(5L, "11", 6L, "12"));
    }

    @Test
    void a_day_on_which_nothing_changed_sends_no_file() {
        changes(SECOND);
        city.emptyOutbox();
        changes(LocalDate.of(2026, 4, 3));
        assertThat(city.files(FileKind.U_PERSON)).isEmpty();
    }

    @Test
    void the_same_state_once_more_is_no_news_for_the_union() {
        changes(SECOND, person(1, 101, TAKAHASHI, "タカハシ　クズコ", "1946-01-20", 1));
        assertThat(told()).containsOnlyKeys(5L, 6L);
        assertThat(
                        city.db()
                                .sql(
                                        "select count(*) from people.person_history where person_no = 1")
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    @Requirement({"C02", "Q02"})
    void a_wrong_event_cancelled_after_it_was_sent_restores_the_home_and_is_told_again() {
        changes(SECOND, change(3, 101, "09", SECOND, 1).build());
        assertThat(told()).containsEntry(3L, "12");

        changes(
                LocalDate.of(2026, 4, 3),
                change(3, 103, "09", SECOND, 3).set(ResidentFile.CANCELLED, "1").build());

        assertThat(told()).isEqualTo(Map.of(3L, "34"));
        assertThat(periods(3)).containsExactly("103 2026-04-01 ");
        assertThat(
                        city.db()
                                .sql(
                                        """
                                        select history_no || ' ' || household_no || ' ' || cancelled
                                        from people.person_history where person_no = 3 order by history_no
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("1 103 0", "2 101 0", "3 103 1");
    }

    @Test
    void a_death_closes_the_home_and_the_younger_one_who_stays_leaves_the_extract() {
        changes(
                SECOND,
                residentBuilder(1, 101, TAKAHASHI, "タカハシ　クズコ")
                        .set(ResidentFile.EVENT, "05")
                        .set(ResidentFile.EVENT_ON, SECOND)
                        .set(ResidentFile.RESIDENT_STATE, "2")
                        .set(ResidentFile.DIED_ON, "2026-04-02")
                        .set(ResidentFile.BIRTH_ON, "1946-01-20")
                        .build());
        assertThat(told()).containsEntry(1L, "21").containsEntry(2L, "34");
        assertThat(periods(1)).containsExactly("101 2026-04-01 2026-04-02");
    }

    @Test
    void a_change_of_somebody_nobody_told_of_is_set_aside_with_line_item_value_and_reason() {
        changes(
                SECOND,
                change(77, 177, "03", SECOND, 77).build(),
                change(3, 103, "03", SECOND, 3).build());
        assertThat(city.findings(FileKind.JUKI_DIFF))
                .containsExactly("3 宛名番号 77 台帳にない人の異動です（転入・出生・職権記載以外）");
        assertThat(city.lastFile(FileKind.JUKI_DIFF)).startsWith("APPLIED");
        assertThat(
                        city.db()
                                .sql(
                                        "select string_agg(event, ',') from people.person where person_no in (3, 77)")
                                .query(String.class)
                                .single())
                .isEqualTo("03");
    }

    @Test
    @Requirement({"C04", "Q02"})
    void protection_is_told_to_the_union_neither_by_its_code_nor_by_its_day() {
        changes(SECOND, change(3, 101, "09", SECOND, 1).build());
        LocalDate protectedOn = LocalDate.of(2026, 4, 8);
        changes(
                protectedOn,
                change(3, 101, "14", protectedOn, 1)
                        .set(ResidentFile.EVENT_SEQ, 3L)
                        .set(ResidentFile.PROTECTION, "1")
                        .set(ResidentFile.PROTECTED_FROM, protectedOn)
                        .build());
        assertThat(told()).as("it alone is no reason to send").doesNotContainKey(3L);

        LocalDate renamed = LocalDate.of(2026, 5, 11);
        changes(
                renamed,
                change(3, 101, "14", renamed, 1)
                        .set(ResidentFile.EVENT_SEQ, 4L)
                        .set(ResidentFile.BUILDING, "新館101号")
                        .set(ResidentFile.PROTECTION, "1")
                        .build());
        assertThat(city.sent(FileKind.U_PERSON))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(ResidentFile.BUILDING)).isEqualTo("新館101号");
                    assertThat(row.get(ResidentFile.EVENT)).isEqualTo("09");
                    assertThat(row.get(ResidentFile.EVENT_SEQ)).isEqualTo(2);
                    assertThat(row.get(ResidentFile.EVENT_ON)).isEqualTo(SECOND);
                    assertThat(row.get(ResidentFile.PROCESSED_ON)).isEqualTo(SECOND);
                });
    }

    private static Row merged(long no, long into) {
        return nonResident(no, "01", "1")
                .copy()
                .set(NonResidentFile.CHANGE, "4")
                .set(NonResidentFile.MERGED_INTO, into)
                .build();
    }

    private void nonResidents(LocalDate day, Row... rows) {
        city.emptyOutbox();
        city.send(FileKind.NONRES, "JUKI", day, List.of(rows));
        city.day(day.toString());
    }

    @Test
    @Requirement({"Q03", "J01"})
    void a_non_resident_with_two_numbers_is_merged_told_with_the_surviving_one_and_parted_again() {
        nonResidents(SECOND, merged(8, 1), merged(9, 99), merged(2, 1));
        assertThat(city.findings(FileKind.NONRES))
                .containsExactly(
                        "4 統合先宛名番号 99 統合には、別の、登録のある宛名番号が要ります", "5 宛名番号 2 住登外者でない人は統合できません");
        assertThat(city.sent(FileKind.U_PERSON))
                .filteredOn(row -> row.get(ResidentFile.PERSON_NO) == 8)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(UnionPersonFile.EXTRACT)).isEqualTo("3");
                    assertThat(row.get(UnionPersonFile.MERGED_INTO)).isEqualTo(1);
                });

        LocalDate later = LocalDate.of(2026, 4, 3);
        nonResidents(
                later, nonResident(8, "01", "1").copy().set(NonResidentFile.CHANGE, "2").build());
        assertThat(city.sent(FileKind.U_PERSON))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(UnionPersonFile.EXTRACT)).isEqualTo("1");
                    assertThat(row.find(UnionPersonFile.MERGED_INTO)).isEmpty();
                });
        assertThat(
                        city.db()
                                .sql(
                                        "select person_no || ' ' || survivor_no || ' ' || undone_on from people.merge")
                                .query(String.class)
                                .list())
                .containsExactly("8 1 2026-04-03");
    }

    @Test
    @Requirement({"J01", "Q02"})
    void rare_characters_reach_the_union_byte_for_byte() throws IOException {
        changes(LocalDate.of(2026, 4, 2));
        String file = Files.readString(city.files(FileKind.U_PERSON).getFirst());
        assertThat(file).contains(YOSHINO);
        assertThat(
                        city.db()
                                .sql("select name from people.person where person_no = 1")
                                .query(String.class)
                                .single())
                .isEqualTo(TAKAHASHI);
    }

    @Test
    @Requirement({"C01"})
    void a_name_is_found_by_its_common_form_and_kana_whatever_its_size() {
        assertThat(found("name_key", "people.name_key('高橋')")).containsExactly(1L, 2L);
        assertThat(found("name_key", "people.name_key('吉野')")).containsExactly(5L, 6L);
        assertThat(found("kana_key", "people.kana_key('よしの　きようじ')")).containsExactly(5L);
        assertThat(found("kana_key", "people.kana_key('ﾖｼﾉ ｷｮｳｼﾞ')")).containsExactly(5L);
    }

    private List<Long> found(String column, String key) {
        return city.db()
                .sql(
                        "select person_no from people.person where %s like %s || '%%' order by person_no"
                                .formatted(column, key))
                .query(Long.class)
                .list();
    }

    @Test
    @Requirement({"Q01"})
    void of_an_unknown_birth_day_the_last_possible_day_counts() {
        changes(
                SECOND,
                change(20, 120, "01", SECOND, 20).set(ResidentFile.BIRTH_ON, "1961-03-00").build(),
                change(21, 121, "01", SECOND, 21).set(ResidentFile.BIRTH_ON, "1961-04-00").build(),
                change(22, 122, "01", SECOND, 22).set(ResidentFile.BIRTH_ON, "1961-00-00").build(),
                change(23, 123, "01", SECOND, 23).set(ResidentFile.BIRTH_ON, "0000-00-00").build());
        assertThat(told()).containsOnlyKeys(5L, 6L, 20L);
        changes(LocalDate.of(2026, 4, 30));
        assertThat(told()).containsOnlyKeys(21L);
        assertThat(birthDay(20)).isNull();
    }

    private @Nullable Object birthDay(long person) {
        return city.db()
                .sql("select birth_day from people.person where person_no = ?")
                .param(person)
                .query()
                .singleRow()
                .get("birth_day");
    }
}
