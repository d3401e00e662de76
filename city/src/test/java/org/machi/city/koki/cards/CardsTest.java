package org.machi.city.koki.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.insuredNo;
import static org.machi.city.SamplePeople.resident;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityDeskScene;
import org.machi.city.CityScene;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.NoticePost;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CardFile;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.PrintResultFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.proof.Requirement;

/** 証: from the union's file to the person's hands and back. */
class CardsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private CityDeskScene desk;
    private CityScene city;

    @BeforeEach
    void open() {
        desk = new CityDeskScene();
        city = desk.city();
        city.send(FileKind.JUKI_ALL, "JUKI", APRIL, List.of(resident(1, 101, "見本　花子", "ミホン　ハナコ")));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(1, "見本　花子", "ミホン　ハナコ")));
        city.day("2026-04-01");
        city.emptyOutbox();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Row.Builder card(String no, String kind, String reason) {
        return CardFile.LAYOUT
                .row()
                .set(CardFile.INSURER_NO, CityScene.UNION)
                .set(CardFile.PERSON_NO, 1L)
                .set(CardFile.INSURED_NO, insuredNo(1))
                .set(CardFile.CARD_NO, no)
                .set(CardFile.KIND, kind)
                .set(CardFile.REASON, reason)
                .set(CardFile.ISSUED_ON, APRIL)
                .set(CardFile.VALID_FROM, APRIL)
                .set(CardFile.VALID_UNTIL, LocalDate.of(2026, 7, 31))
                .set(CardFile.ACQUIRED_ON, LocalDate.of(2020, 5, 1))
                .set(CardFile.COPAY, "1")
                .set(CardFile.COPAY_FROM, APRIL)
                .set(CardFile.LIMIT, "21")
                .set(CardFile.LIMIT_SHOWN, true)
                .set(CardFile.LIMIT_FROM, APRIL)
                .set(CardFile.NAME, "見本　花子")
                .set(CardFile.NAME_KANA, "ミホン　ハナコ")
                .set(CardFile.BIRTH_ON, "1945-05-01")
                .set(CardFile.SEX, "2")
                .set(CardFile.ADDRESS, "東京都見本市本町2丁目3番4号");
    }

    private void union(String day, Row.Builder row) {
        city.send(FileKind.U_CARD, CityScene.UNION, LocalDate.parse(day), List.of(row.build()));
        city.day(day);
    }

    private void printShop(String day, String letterNo, String result) {
        city.send(
                FileKind.PRINT_RESULT,
                "PRINT",
                LocalDate.parse(day),
                List.of(
                        PrintResultFile.LAYOUT
                                .row()
                                .set(PrintResultFile.BUNDLE, "B")
                                .set(PrintResultFile.LETTER_NO, letterNo)
                                .set(PrintResultFile.KIND, "15")
                                .set(PrintResultFile.PERSON_NO, 1L)
                                .set(PrintResultFile.RESULT, result)
                                .set(PrintResultFile.RESULT_ON, LocalDate.parse(day))
                                .set(PrintResultFile.PAGES, 1L)
                                .build()));
        city.day(day);
    }

    private List<String> states() {
        return desk.list(
                "select card_no || ' ' || state || ' ' || coalesce(method, '') from koki.card order by card_no");
    }

    private void enter(String cardNo, String deed, String on) {
        desk.post(
                "100",
                "/people/1/cards",
                "/people/1/cards/" + cardNo,
                Map.of("deed", deed, "on", on, "note", "本人（運転免許証）"));
    }

    @Test
    @Requirement({"Q12", "I03"})
    void a_card_is_printed_by_the_shop_comes_back_is_mailed_again_and_is_seen_as_a_pdf() {
        union("2026-04-02", card("000000180001", "01", "01"));
        assertThat(states()).containsExactly("000000180001 ISSUED 3");
        Row index = city.printIndex().getLast();
        assertThat(index.get(PrintIndexFile.KIND)).isEqualTo("15");
        String letter = index.get(PrintIndexFile.LETTER_NO);
        printShop("2026-04-07", letter, "01");
        printShop("2026-04-13", letter, "12");
        assertThat(states()).containsExactly("000000180001 MAIL_BACK 3");
        assertThat(desk.page("/koki/cards/back")).contains("見本　花子", "返戻");
        assertThat(desk.page("/")).contains("証：返戻");

        enter("000000180001", "AGAIN", "2026-04-13");
        city.emptyOutbox();
        city.day("2026-04-14");
        assertThat(states()).containsExactly("000000180001 ISSUED 3");
        assertThat(city.printIndex())
                .singleElement()
                .satisfies(
                        row -> assertThat(row.get(PrintIndexFile.LETTER_NO)).isNotEqualTo(letter));
        assertThat(desk.at("100", "/people/1/cards").get("/people/1/cards/000000180001/pdf").body())
                .startsWith("%PDF");
        assertThat(desk.page("/people/1")).contains("資格確認書", "000000180001", "簡易書留");
    }

    @Test
    @Requirement({"Q12"})
    void who_fetches_it_at_the_counter_gets_it_by_hand_and_the_old_one_is_asked_back() {
        desk.post(
                "100",
                "/people/1/cards",
                "/people/1/cards/delivery",
                Map.of("method", "1", "note", "窓口で受け取る希望"));
        union("2026-04-02", card("000000180001", "01", "01"));
        assertThat(states()).containsExactly("000000180001 WAITING ");
        assertThat(city.printIndex()).isEmpty();
        enter("000000180001", "HANDED", "2026-04-02");
        union("2026-04-06", card("000000180002", "01", "03"));
        enter("000000180002", "HANDED", "2026-04-06");
        assertThat(states()).containsExactly("000000180001 ISSUED 1", "000000180002 ISSUED 1");
        assertThat(desk.page("/koki/cards/recover"))
                .contains("000000180001")
                .doesNotContain("000000180002");
        enter("000000180001", "RECOVERED", "2026-04-06");
        assertThat(desk.page("/koki/cards/recover")).doesNotContain("000000180001");
        assertThat(
                        desk.post(
                                        "300",
                                        "/people/1/cards",
                                        "/people/1/cards/000000180001",
                                        Map.of("deed", "LOST", "on", "2026-04-06", "note", "紛失"))
                                .statusCode())
                .as("what was given back can't be lost")
                .isEqualTo(409);
        assertThat(desk.page("/people/1/cards")).contains("返還", "手渡し", "本人（運転免許証）");
    }

    @Test
    @Requirement({"Q12"})
    void an_old_kind_and_what_the_former_system_issued_stand_in_the_book_and_are_not_printed() {
        union(
                "2026-04-02",
                card("000000180001", "11", "00")
                        .set(CardFile.VALID_UNTIL, LocalDate.of(2025, 7, 31)));
        assertThat(states()).containsExactly("000000180001 ISSUED ");
        assertThat(city.printIndex()).isEmpty();
        assertThat(desk.page("/people/1")).contains("被保険者証", "移行");
        assertThat(desk.page("/koki/cards/recover")).doesNotContain("000000180001");
    }

    @Test
    @Requirement({"Q12", "Q09"})
    void a_lost_card_is_applied_for_again_at_the_counter_and_the_union_is_asked() {
        desk.post(
                "100",
                "/people/1/applications",
                "/people/1/applications",
                Map.of(
                        "kind", "18",
                        "reason", "1881",
                        "cardKind", "01",
                        "cameAs", "SELF",
                        "numberCheck", "CARD",
                        "identityCheck", "CARD"));
        String no = desk.list("select reception_no from people.counter_entry").getFirst();
        desk.post(
                "300", "/people/applications", "/people/applications/" + no + "/confirm", Map.of());
        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(city.sent(FileKind.U_APPLY))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(UnionApplyFile.KIND)).isEqualTo("18");
                    assertThat(row.get(UnionApplyFile.REASON)).isEqualTo("81");
                    assertThat(row.get(UnionApplyFile.CARD_KIND)).isEqualTo("01");
                });
    }

    @Test
    @Requirement({"Q12"})
    void a_card_of_somebody_who_is_not_in_the_register_is_listed_and_not_issued() {
        union(
                "2026-04-02",
                card("000000180001", "01", "01").set(CardFile.INSURED_NO, insuredNo(9)));
        assertThat(city.findings(FileKind.U_CARD))
                .singleElement()
                .asString()
                .contains("被保険者台帳にない被保険者番号");
        assertThat(states()).isEmpty();
    }

    private String answer(String path, Map<String, String> form) {
        return desk.post("100", "/people/1/cards", path, form).body();
    }

    @Test
    @Requirement({"Q12", "Q13"})
    void
            a_card_that_came_back_and_was_handed_over_does_not_come_back_again_and_its_mail_is_settled() {
        union("2026-04-02", card("000000180001", "01", "01"));
        String letter = city.printIndex().getLast().get(PrintIndexFile.LETTER_NO);
        printShop("2026-04-13", letter, "12");
        assertThat(desk.page("/koki/mail/open")).contains(letter);
        String mail = "/people/1/mail/letters/" + letter;
        assertThat(
                        desk.post(
                                        "100",
                                        "/people/1/mail",
                                        mail,
                                        Map.of("deed", "resend", "note", "電話"))
                                .body())
                .contains("証は「証」の画面で");
        enter("000000180001", "HANDED", "2026-04-13");
        city.day("2026-04-14");
        assertThat(states()).containsExactly("000000180001 ISSUED 1");
        assertThat(desk.page("/koki/mail/open")).doesNotContain(letter);
        assertThat(desk.page("/people/1/cards")).contains("転居先不明");

        answer("/people/1/cards/000000180001/undo", Map.of("note", "別の人に渡した記録だった"));
        assertThat(states()).containsExactly("000000180001 MAIL_BACK 3");
        assertThat(desk.page("/koki/mail/open")).contains(letter);
        assertThat(answer("/people/1/cards/000000180001/undo", Map.of("note", "もう一度")))
                .contains("最後に職員が記録したことだけ");
    }

    @Test
    @Requirement("Q12")
    void a_deed_has_a_possible_day_and_happens_once_and_what_was_given_is_printed_as_a_copy() {
        union("2026-04-02", card("000000180001", "01", "01"));
        enter("000000180001", "RECOVERED", "2026-03-31");
        assertThat(states()).as("before it was issued").containsExactly("000000180001 ISSUED 3");
        enter("000000180001", "WAIVED", "2026-04-02");
        enter("000000180001", "WAIVED", "2026-04-02");
        assertThat(desk.list("select event from koki.card_event where staff is not null"))
                .containsExactly("WAIVED");
        assertThat(
                        CardMaker.letter(
                                        desk.city()
                                                .db()
                                                .sql("select " + Card.COLUMNS + " from koki.card c")
                                                .query((row, _) -> Card.of(row))
                                                .single(),
                                        heading(),
                                        heading().insured(),
                                        true)
                                .title())
                .isEqualTo("資格確認書（控え・使用できません）");
    }

    private Heading heading() {
        return city.get(NoticePost.class)
                .headings(
                        List.of(
                                city.db()
                                        .sql(
                                                "select "
                                                        + Addressees.COLUMNS
                                                        + " from "
                                                        + Addressees.SOURCE)
                                        .param("today", APRIL)
                                        .query((row, _) -> Addressees.of(row, ""))
                                        .single()),
                        "15",
                        APRIL)
                .getFirst();
    }

    @Test
    @Requirement("Q12")
    void who_died_or_lost_the_insurance_gets_no_card_any_more() {
        city.db().sql("update people.person set died_on = '2026-04-01'").update();
        union("2026-04-02", card("000000180001", "01", "01"));
        assertThat(states()).containsExactly("000000180001 DROPPED ");
        assertThat(city.printIndex()).isEmpty();
        assertThat(desk.page("/people/1/cards")).contains("交付取りやめ", "死亡している");
        city.db().sql("update people.person set died_on = null").update();
        enter("000000180001", "AGAIN", "2026-04-02");
        city.day("2026-04-03");
        assertThat(states()).containsExactly("000000180001 ISSUED 3");
    }

    @Test
    @Requirement({"Q12", "C04"})
    void the_card_of_a_protected_person_waits_pulled_out_once_and_is_not_told_as_given() {
        desk.post(
                "100",
                "/people/1/protection",
                "/people/1/protection",
                Map.of("kind", "1", "note", "申出"));
        union("2026-04-02", card("000000180001", "01", "01"));
        city.day("2026-04-03");
        assertThat(states()).containsExactly("000000180001 WAITING 3");
        assertThat(desk.list("select pulled_out from koki.notice")).containsExactly("発行抑止（担当課へ）");
        assertThat(desk.list("select event from koki.card_event")).containsExactly("PULLED_OUT");
        assertThat(city.printIndex()).isEmpty();
    }
}
