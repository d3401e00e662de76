package org.machi.city.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.NonResidentAnswerFile;
import org.machi.formats.layout.NonResidentAskFile;
import org.machi.platform.proof.Requirement;

/**
 * 住登外者の照会・付番: the care office asks by file; 1 is a protected resident, one from outside migrated.
 */
class NumberRequestsTest extends AtTheOffice {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @BeforeEach
    void open() {
        city.send(FileKind.JUKI_ALL, "JUKI", APRIL, List.of(resident(1, 101, "市川　一子", "イチカワ　イチコ")));
        city.send(
                FileKind.NONRES,
                "JUKI",
                APRIL,
                List.of(NonResidentNumbersTest.migrated(NonResidentNumbersTest.FIRST)));
        city.day("2026-04-01");
    }

    private static Row.Builder asks(
            String no, String request, String name, String kana, String birth) {
        return NonResidentAskFile.LAYOUT
                .row()
                .set(NonResidentAskFile.REQUEST_NO, no)
                .set(NonResidentAskFile.REQUEST, request)
                .set(NonResidentAskFile.ASKED_ON, APRIL)
                .set(NonResidentAskFile.BUSINESS, "介護保険")
                .set(NonResidentAskFile.REASON, "07")
                .set(NonResidentAskFile.PERSON_KIND, "1")
                .set(NonResidentAskFile.NAME, name)
                .set(NonResidentAskFile.NAME_KANA, kana)
                .set(NonResidentAskFile.BIRTH_ON, birth)
                .set(NonResidentAskFile.MUNICIPALITY_CODE, "131024")
                .set(NonResidentAskFile.PREFECTURE, "東京都")
                .set(NonResidentAskFile.CITY, "中央区")
                .set(NonResidentAskFile.TOWN, "築地")
                .set(NonResidentAskFile.EVIDENCE, "入所証明書");
    }

    private static Row.Builder uses(String no, String request, long person) {
        return NonResidentAskFile.LAYOUT
                .row()
                .set(NonResidentAskFile.REQUEST_NO, no)
                .set(NonResidentAskFile.REQUEST, request)
                .set(NonResidentAskFile.ASKED_ON, APRIL)
                .set(NonResidentAskFile.BUSINESS, "介護保険")
                .set(NonResidentAskFile.PERSON_NO, person);
    }

    private List<String> answers(String day, Row.Builder... requests) {
        city.emptyOutbox();
        city.send(
                FileKind.NONRES_ASK,
                "KAIGO",
                APRIL,
                Stream.of(requests).map(Row.Builder::build).toList());
        city.day(day);
        return city.sent(FileKind.NONRES_ANSWER).stream()
                .map(row ->
                        row.get(NonResidentAnswerFile.REQUEST_NO).substring(8)
                                + " "
                                + row.get(NonResidentAnswerFile.RESULT)
                                + " "
                                + row.find(NonResidentAnswerFile.PERSON_NO)
                                        .map(String::valueOf)
                                        .orElse("-")
                                + " "
                                + row.find(NonResidentAnswerFile.NAME).orElse("-"))
                .toList();
    }

    @Test
    @Requirement({"Q03", "C04"})
    void another_system_seeks_gets_takes_and_gives_up_a_number_by_file_and_a_double_is_held() {
        office.at(PeopleOffice.CLERK, "/people/1/protection")
                .post("/people/1/protection", Map.of("kind", "1"));
        List<String> told =
                answers(
                        "2026-04-02",
                        asks("0000000001", "1", "移行　済子", "イコウ　スミコ", "1980-01-01")
                                .set(NonResidentAskFile.MATCHING, "2"),
                        asks("0000000002", "2", "客野　入子", "キャクノ　イリコ", "1951-08-20"),
                        asks("0000000003", "2", "客野　入子", "キャクノ　イリコ", "1951-08-20"),
                        asks("0000000004", "2", "移行　済子", "イコウ　スミコ", "1980-01-01"),
                        asks("0000000005", "2", "市川　一子", "イチカワ　イチコ", "1945-05-01"),
                        asks("0000000006", "1", "市川　一子", "イチカワ　イチコ", "1945-05-01"),
                        asks("0000000007", "1", "無山　無子", "ナシヤマ　ナシコ", "1930-01-01"),
                        uses("0000000008", "3", NonResidentNumbersTest.FIRST),
                        uses("0000000009", "3", 1),
                        uses("0000000010", "4", NonResidentNumbersTest.FIRST + 1));
        String number = office.value("select person_no from people.issued_number");
        assertThat(told)
                .containsExactly(
                        "01 1 " + NonResidentNumbersTest.FIRST + " 移行　済子",
                        "02 3 " + number + " -",
                        "03 4 - -",
                        "04 4 " + NonResidentNumbersTest.FIRST + " 移行　済子",
                        "05 4 - -",
                        "06 4 - -",
                        "07 2 - -",
                        "08 5 " + NonResidentNumbersTest.FIRST + " -",
                        "09 9 1 -",
                        "10 9 " + (NonResidentNumbersTest.FIRST + 1) + " -");
        assertUsed(number);
        askedAgain();
    }

    private void assertUsed(String number) {
        assertThat(Long.parseLong(number))
                .as("past what migrated")
                .isNotEqualTo(NonResidentNumbersTest.FIRST);
        assertThat(
                        office.value(
                                "select string_agg(person_no || ' ' || business || ' ' || staff, ',' order by person_no) from people.number_use where until is null"))
                .isEqualTo(NonResidentNumbersTest.FIRST + " 介護保険 KAIGO," + number + " 介護保険 KAIGO");
        assertThat(
                        office.value(
                                "select name || ' ' || resident_kind from people.person where person_no = "
                                        + number))
                .isEqualTo("客野　入子 3");
        assertThat(office.at(PeopleOffice.CLERK, "/people").get("/people/non-residents").body())
                .contains("付番依頼の保留", "0000000004", "4情報がすべて一致する登録");
    }

    private void askedAgain() {
        assertThat(
                        answers(
                                "2026-04-03",
                                asks("0000000011", "2", "移行　済子", "イコウ　スミコ", "1980-01-01")
                                        .set(NonResidentAskFile.ANOTHER_PERSON, "戸籍の附票"),
                                uses("0000000012", "4", NonResidentNumbersTest.FIRST),
                                asks("0000000002", "2", "客野　入子", "キャクノ　イリコ", "1951-08-20")))
                .as("what was answered is not numbered again")
                .satisfies(rows -> {
                    assertThat(rows).hasSize(2);
                    assertThat(rows.getFirst()).startsWith("11 3 ");
                    assertThat(rows.getLast())
                            .isEqualTo("12 5 " + NonResidentNumbersTest.FIRST + " -");
                });
        assertThat(office.value("select count(*) from people.issued_number")).isEqualTo("2");
        assertThat(
                        office.value(
                                "select until from people.number_use where person_no = "
                                        + NonResidentNumbersTest.FIRST))
                .isEqualTo("2026-04-03");
    }
}
