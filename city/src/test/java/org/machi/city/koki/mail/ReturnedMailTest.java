package org.machi.city.koki.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityDeskScene;
import org.machi.city.CityScene;
import org.machi.city.SamplePeople;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.PrintResultFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.proof.Requirement;

/** 返戻: what a clerk does with a notice that the post office brought back. */
class ReturnedMailTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 10);

    private CityDeskScene desk;
    private CityScene city;
    private String letter = "";

    @BeforeEach
    void comes_back() {
        desk = new CityDeskScene();
        city = desk.city();
        city.send(FileKind.JUKI_ALL, "JUKI", APRIL, List.of(resident(1, 101, "行方　知子", "ユクエ　トモコ")));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(1, "行方　知子", "ユクエ　トモコ")));
        city.day("2026-04-01");
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                JULY,
                List.of(SamplePeople.premium(1, 1, 500_000, JULY)));
        city.day("2026-07-10");
        city.emptyOutbox();
        city.day("2026-07-14");
        letter =
                city.printIndex().stream()
                        .filter(row -> row.get(PrintIndexFile.KIND).equals("01"))
                        .map(row -> row.get(PrintIndexFile.LETTER_NO))
                        .findFirst()
                        .orElseThrow();
        city.send(
                FileKind.PRINT_RESULT,
                "PRINT",
                LocalDate.of(2026, 7, 27),
                List.of(
                        PrintResultFile.LAYOUT
                                .row()
                                .set(PrintResultFile.BUNDLE, "B")
                                .set(PrintResultFile.LETTER_NO, letter)
                                .set(PrintResultFile.KIND, "01")
                                .set(PrintResultFile.PERSON_NO, 1L)
                                .set(PrintResultFile.RESULT, "12")
                                .set(PrintResultFile.RESULT_ON, LocalDate.of(2026, 7, 27))
                                .set(PrintResultFile.PAGES, 2L)
                                .build()));
        city.day("2026-07-27");
        city.emptyOutbox();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private String whereabouts(Map<String, String> form) {
        return desk.post("100", "/people/1/mail", "/people/1/mail/whereabouts", form).body();
    }

    private String letter(Map<String, String> form) {
        return desk.post("100", "/people/1/mail", "/people/1/mail/letters/" + letter, form).body();
    }

    private String paper(String name) {
        String path = "/people/1/mail/letters/" + letter + "/" + name;
        return desk.at("100", "/people/1/mail").get(path).body();
    }

    @Test
    @Requirement("Q13")
    void a_returned_notice_stands_in_the_register_until_it_is_sent_to_the_corrected_address() {
        assertThat(desk.page("/koki/mail/open")).contains("行方　知子", letter, "転居先不明", "保険料額決定通知書");
        assertThat(desk.page("/people/1")).contains("返戻・居所");
        assertThat(
                        letter(
                                Map.of(
                                        "deed", "resend",
                                        "postcode", "100-0002",
                                        "address", "東京都見本市東町5丁目6番7号",
                                        "note", "転居届を郵便局で確認")))
                .contains("今の送付先", "東京都見本市東町5丁目6番7号", "再送済");
        assertThat(desk.page("/koki/mail/open")).doesNotContain(letter);
        assertThat(desk.page("/koki/mail/done")).contains(letter, "再送");
        assertThat(paper("again")).startsWith("%PDF");
        assertThat(
                        desk.list(
                                "select w.postal_code || ' ' || w.address || ' ' || v.address from people.v_person v, people.mailing_on(v.person_no, 'KOKI', date '2027-03-31') w"))
                .containsExactly("1000002 東京都見本市東町5丁目6番7号 東京都見本市本町2丁目3番4号");
    }

    @Test
    @Requirement("Q13")
    void who_can_not_be_found_is_published_and_counts_as_served_seven_days_later() {
        assertThat(letter(Map.of("deed", "publish", "on", "2026-07-27", "note", "見告第5号")))
                .contains("居所不明の登録がありません");
        assertThat(whereabouts(Map.of("deed", "unknown", "note", "返戻"))).contains("先に調査を記録してください");
        whereabouts(Map.of("deed", "inquire", "on", "2026-07-27", "how", "現地の訪問", "note", "空き家"));
        assertThat(desk.page("/koki/mail/inquiring")).contains(letter);
        whereabouts(Map.of("deed", "unknown", "note", "訪問・電話とも不在"));
        city.day("2026-07-28");
        assertThat(city.sent(FileKind.U_APPLY))
                .singleElement()
                .satisfies(row -> assertThat(row.get(UnionApplyFile.KIND)).isEqualTo("21"));
        assertThat(letter(Map.of("deed", "publish", "on", "2026-07-01", "note", "見告第5号")))
                .contains("返戻の日から今日までの日");
        letter(Map.of("deed", "publish", "on", "2026-07-28", "note", "見告第5号"));
        assertThat(
                        desk.list(
                                "select state || ' ' || published_on || ' ' || effective_on || ' ' || notice_no from koki.mail_case"))
                .containsExactly("PUBLISHED 2026-07-28 2026-08-04 見告第5号");
        assertThat(desk.page("/koki/mail/published")).contains("R8.7.28", "R8.8.4");
        assertThat(paper("notice")).startsWith("%PDF");
        assertThat(desk.page("/people/1")).contains("居所不明");
    }

    @Test
    @Requirement("Q13")
    void who_is_found_again_gets_letters_at_the_new_address_and_the_union_hears_of_it() {
        whereabouts(Map.of("deed", "inquire", "how", "電話", "note", "不通"));
        whereabouts(Map.of("deed", "unknown", "note", "電話も不通"));
        assertThat(whereabouts(Map.of("deed", "unknown", "note", "重ねて"))).contains("既に居所不明です");
        whereabouts(
                Map.of(
                        "deed", "found",
                        "address", "東京都見本市西町1番1号",
                        "note", "親族から連絡"));
        assertThat(desk.page("/people/1/mail")).contains("居所判明", "親族から連絡", "未処理", "東京都見本市西町1番1号");
        city.day("2026-07-28");
        List<Row> told = city.sent(FileKind.U_APPLY);
        assertThat(told)
                .extracting(row -> row.get(UnionApplyFile.KIND))
                .containsExactly("21", "22");
        assertThat(
                        desk.list(
                                "select action from audit.event where person_no = 1 and purpose = '返戻の処理' order by 1"))
                .contains("居所判明", "居所不明の登録", "調査");
    }

    @Test
    @Requirement("Q13")
    void what_one_clerk_did_the_next_one_must_take_back_first_and_a_second_return_is_open_again() {
        assertThat(letter(Map.of("deed", "resend", "note", "電話で確認", "postcode", "12345")))
                .contains("郵便番号は7桁");
        letter(Map.of("deed", "resend", "note", "電話で確認"));
        assertThat(letter(Map.of("deed", "close", "note", "重ねて"))).contains("既に「再送済」です");
        letter(Map.of("deed", "undo", "note", "別の通知書だった"));
        assertThat(desk.page("/koki/mail/open")).contains(letter);
        assertThat(desk.page("/people/1/mail")).contains("処理の取消", "別の通知書だった");
        letter(Map.of("deed", "resend", "note", "電話で確認"));
        city.day("2026-08-03");
        assertThat(enterReturn(letter, "2026-08-04")).contains("今日までの日にしてください");
        assertThat(enterReturn("999999999999", "2026-08-03")).contains("この発送番号の通知書はありません");
        assertThat(enterReturn(letter, "2026-08-03")).contains("返戻を登録しました", letter, "宛所");
        assertThat(desk.page("/people/1/mail")).contains("未処理");
    }

    private String enterReturn(String letterNo, String on) {
        return desk.post(
                        "100",
                        "/koki/mail/open",
                        "/koki/mail",
                        Map.of("letterNo", letterNo, "result", "11", "on", on))
                .body();
    }

    @Test
    @Requirement("Q13")
    void nothing_is_sent_to_who_can_not_be_found_and_it_is_published_without_coming_back() {
        assertThat(
                        whereabouts(
                                Map.of(
                                        "deed", "inquire",
                                        "on", "2026-02-30",
                                        "how", "電話",
                                        "note", "不通")))
                .contains("調査の日は今日までの日");
        whereabouts(Map.of("deed", "inquire", "how", "電話", "note", "不通"));
        whereabouts(Map.of("deed", "unknown", "note", "電話も不通"));
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                LocalDate.of(2026, 8, 3),
                List.of(SamplePeople.premium(1, 2, 510_000, LocalDate.of(2026, 8, 3))));
        city.day("2026-08-03");
        city.day("2026-08-14");
        assertThat(city.printIndex()).as("nothing goes to the print shop").isEmpty();
        List<String> unsent =
                desk.list("select letter_no from koki.letter where pulled_out = '居所不明'");
        assertThat(unsent).isNotEmpty();
        String page = desk.page("/koki/mail/open");
        assertThat(page).contains(unsent.getFirst(), "居所不明");
        desk.post(
                "100",
                "/people/1/mail",
                "/people/1/mail/letters/" + unsent.getFirst(),
                Map.of("deed", "publish", "on", "2026-08-14", "note", "見告第9号"));
        assertThat(desk.page("/koki/mail/published")).contains(unsent.getFirst(), "R8.8.21");
    }

    @Test
    @Requirement("Q13")
    void the_dead_are_not_lost_and_who_was_found_is_looked_for_again_before_he_is_lost_again() {
        whereabouts(Map.of("deed", "inquire", "how", "電話", "note", "不通"));
        whereabouts(Map.of("deed", "unknown", "note", "電話も不通"));
        whereabouts(Map.of("deed", "found", "note", "親族から連絡"));
        assertThat(whereabouts(Map.of("deed", "unknown", "note", "また不通")))
                .contains("先に調査を記録してください");
        city.db().sql("update people.person set died_on = '2026-07-20'").update();
        whereabouts(Map.of("deed", "inquire", "how", "電話", "note", "不通"));
        assertThat(whereabouts(Map.of("deed", "unknown", "note", "不通"))).contains("死亡している人です");
    }
}
