package org.machi.city.levy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.residentBuilder;
import static org.machi.city.levy.desk.LevyOffice.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/**
 * 連帯納付義務者: since July 2 lives with the head 1 as his wife and 4 with the protected 5; 6 is
 * protected and lives with 7, 9 with 10 and 11 with 12. What was due on July 31 was not paid.
 */
class JointDemandTest {

    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static LevyOffice office;
    private static Browser yamada;

    @BeforeAll
    static void open() {
        office = new LevyOffice();
        office.city.send(
                FileKind.JUKI_DIFF,
                "JUKI",
                LevyOffice.JULY,
                List.of(
                        joins(2, 1, "妻").build(),
                        joins(4, 5, "母").build(),
                        joins(9, 10, "妻").build(),
                        joins(11, 12, "妻").build(),
                        joins(6, 7, "妻").set(ResidentFile.PROTECTION, "1").build(),
                        residentBuilder(5, 105, "支援　五郎", "シエン　ゴロウ")
                                .set(ResidentFile.EVENT, "14")
                                .set(ResidentFile.EVENT_SEQ, 2L)
                                .set(ResidentFile.EVENT_ON, JULY)
                                .set(ResidentFile.PROTECTION, "1")
                                .build()));
        office.city.day("2026-07-13");
        office.city.day("2026-07-31");
        office.city.day("2026-08-03");
        yamada = office.signedIn("100");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Row.Builder joins(long person, long head, String relation) {
        return residentBuilder(person, 100 + head, "髙橋　" + person + "子", "タカハシ　コ")
                .set(ResidentFile.EVENT, "09")
                .set(ResidentFile.EVENT_SEQ, 2L)
                .set(ResidentFile.EVENT_ON, JULY)
                .set(ResidentFile.HEAD_NO, head)
                .set(ResidentFile.RELATION_NAME, relation);
    }

    private static String ask(Browser clerk, long person, long liable, String reason) {
        return act(
                clerk,
                person,
                "joint",
                Map.of("claim", office.instalment(person, 1) + "-" + liable, "reason", reason));
    }

    private static String letters(long person) {
        return office.db()
                .sql(
                        """
                        SELECT coalesce(string_agg(title || ' ' || addressee_no || ' ' || coalesce(pulled_out, '印刷'), ','), '')
                        FROM levy.v_letter WHERE person_no = ? AND addressee_no IS NOT NULL
                        """)
                .param(person)
                .query(String.class)
                .single();
    }

    private static void nextDay() {
        office.city.day(
                office.db()
                        .sql("SELECT (day + 1)::text FROM office.business_date")
                        .query(String.class)
                        .single());
    }

    private static String letterNo(long person) {
        return office.db()
                .sql(
                        "SELECT letter_no FROM levy.letter WHERE person_no = ? AND addressee_no IS NOT NULL")
                .param(person)
                .query(String.class)
                .single();
    }

    /** The path that approves a write-off of what 8 owes. */
    private static String proposed() {
        act(
                yamada,
                8,
                "write-off",
                Map.of(
                        "instalment",
                        String.valueOf(office.instalment(8, 1)),
                        "writeOffReason",
                        "OTHER",
                        "reason",
                        "相続放棄"));
        return "/levy/write-offs/"
                + office.db()
                        .sql("SELECT max(proposal_id) FROM levy.write_off_proposal")
                        .query(Long.class)
                        .single()
                + "/approve";
    }

    /** Asks for a release as 100 or 110, and the other grants it. */
    private static void released(Browser asks, Browser grants, long person, String deed) {
        asks.get("/people/" + person + "/suppressions");
        asks.post("/people/" + person + "/release", Map.of("deed", deed, "reason", "決裁済"));
        grants.get("/people/releases");
        grants.post(
                "/people/releases/"
                        + office.db()
                                .sql("SELECT max(release_no) FROM people.release")
                                .query(Long.class)
                                .single(),
                Map.of("grant", "true", "note", "確認"));
    }

    @Test
    @Requirement({"N05", "C04", "Q17"})
    void head_and_spouse_are_asked_by_their_own_letter_unless_one_of_both_may_not_be_written_to() {
        assertThat(yamada.get("/levy/people/2").body()).contains("連帯納付義務者への督促", "（宛名番号 1、世帯主）");
        assertThat(yamada.get("/levy/people/1").body()).contains("（宛名番号 2、配偶者）");
        assertThat(yamada.get("/levy/people/8").body())
                .as("who lives alone shares it with nobody")
                .doesNotContain("連帯納付義務者への督促");
        assertThat(ask(yamada, 2, 1, "")).contains("義務を確かめた方法を入れてください");
        assertThat(ask(yamada, 2, 9, "夫")).contains("連帯納付義務者ではない");
        assertThat(ask(yamada, 2, 1, "住民票の世帯主")).contains("督促を受け付けました");
        assertThat(ask(yamada, 2, 1, "住民票の世帯主")).contains("既に督促しています");
        assertThat(ask(yamada, 4, 5, "住民票の世帯主")).contains("督促を受け付けました");
        assertThat(ask(yamada, 6, 7, "住民票の世帯主")).contains("督促を受け付けました");

        office.city.emptyOutbox();
        nextDay();
        assertThat(letters(2)).isEqualTo("督促状（連帯納付義務者） 1 印刷");
        assertThat(letters(4)).as("the addressee is protected").contains("5 発行抑止");
        assertThat(letters(6)).as("the insured person is protected").contains("7 発行抑止");
        List<Row> index =
                office.city.printIndex().stream()
                        .filter(row -> row.get(PrintIndexFile.KIND).equals("08"))
                        .toList();
        assertThat(index)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(PrintIndexFile.PERSON_NO)).isEqualTo(2L);
                    assertThat(row.get(PrintIndexFile.ADDRESSEE)).isEqualTo("髙橋　太郎");
                    assertThat(row.get(PrintIndexFile.AMOUNT)).isEqualTo(9_300L);
                });

        String kept = "/people/4/letters/" + letterNo(4) + ".pdf";
        assertThat(yamada.get(kept).statusCode())
                .as("4 may be written to, 5 may not")
                .isEqualTo(409);
        released(yamada, office.signedIn("110"), 5, "ISSUE");
        assertThat(yamada.get(kept).statusCode()).isEqualTo(200);
        assertThat(yamada.get(kept).statusCode()).as("the release was for once").isEqualTo(409);
    }

    @Test
    @Requirement({"N05"})
    void
            a_grace_of_the_insured_person_holds_for_who_owes_too_and_what_comes_back_stands_under_the_addressee() {
        assertThat(ask(yamada, 9, 10, "住民票の世帯主")).contains("督促を受け付けました");
        String today =
                office.db()
                        .sql("SELECT day::text FROM office.business_date")
                        .query(String.class)
                        .single();
        Map<String, String> grace =
                Map.of(
                        "levy",
                        "KAIGO",
                        "kind",
                        "GRACE",
                        "from",
                        today,
                        "to",
                        "2026-12-31",
                        "reason",
                        "事業の休止");
        assertThat(act(yamada, 9, "suppression", grace)).contains("徴収猶予");
        nextDay();
        assertThat(letters(9)).as("nobody is asked while the insured person has a grace").isEmpty();
        assertThat(ask(yamada, 9, 10, "住民票の世帯主")).contains("連帯納付義務者ではない");
        act(
                yamada,
                9,
                "suppression/end",
                Map.of("levy", "KAIGO", "from", today, "reason", "猶予の取消"));
        nextDay();
        assertThat(letters(9)).isEqualTo("督促状（連帯納付義務者） 10 印刷");

        yamada.get("/koki/mail/open");
        yamada.post(
                "/koki/mail",
                Map.of(
                        "letterNo",
                        letterNo(9),
                        "result",
                        "11",
                        "on",
                        office.db()
                                .sql("SELECT day::text FROM office.business_date")
                                .query(String.class)
                                .single()));
        assertThat(yamada.get("/people/10/mail").body()).contains(letterNo(9), "督促状（連帯納付義務者）");
        assertThat(yamada.get("/people/9/mail").body()).doesNotContain(letterNo(9));
        assertThat(yamada.get("/people/10/mail/letters/" + letterNo(9) + "/again").body())
                .as("the letter again behind the new address")
                .startsWith("%PDF");
    }

    @Test
    @Requirement({"N05"})
    void
            who_cannot_be_found_is_not_asked_by_letter_and_what_was_not_sent_stands_under_that_person() {
        assertThat(
                        whereabouts(
                                12,
                                Map.of(
                                        "deed",
                                        "inquire",
                                        "how",
                                        "訪問",
                                        "note",
                                        "空き家",
                                        "on",
                                        "2026-08-03")))
                .contains("記録しました");
        assertThat(whereabouts(12, Map.of("deed", "unknown", "note", "所在が分からない")))
                .contains("記録しました");
        assertThat(
                        office.db()
                                .sql("SELECT count(*) FROM people.application WHERE person_no = 12")
                                .query(Long.class)
                                .single())
                .as("the union knows only who is insured")
                .isZero();
        assertThat(ask(yamada, 11, 12, "住民票の世帯主")).contains("督促を受け付けました");
        nextDay();
        assertThat(letters(11)).isEqualTo("督促状（連帯納付義務者） 12 居所不明");
        assertThat(yamada.get("/people/12/mail").body()).contains(letterNo(11));
        assertThat(yamada.get("/people/11/mail").body()).doesNotContain(letterNo(11));
        assertThat(
                        yamada.post(
                                        "/people/12/mail/letters/" + letterNo(11),
                                        Map.of(
                                                "deed",
                                                "publish",
                                                "on",
                                                office.db()
                                                        .sql(
                                                                "SELECT day::text FROM office.business_date")
                                                        .query(String.class)
                                                        .single(),
                                                "note",
                                                "告示第12号"))
                                .statusCode())
                .isEqualTo(302);
        assertThat(yamada.get("/people/12/mail").body()).contains("公示送達");
    }

    private static String whereabouts(long person, Map<String, String> fields) {
        String page = "/people/" + person + "/mail";
        yamada.get(page);
        yamada.post(page + "/whereabouts", fields);
        return yamada.get(page).body();
    }

    @Test
    @Requirement({"C03", "C09"})
    void money_is_neither_taken_nor_written_off_while_changes_are_stopped_or_another_works() {
        Browser suzuki = office.signedIn("110");
        String approve = proposed();
        yamada.get("/people/8");
        yamada.post("/people/8/lock", Map.of());
        suzuki.get("/levy/write-offs");
        String seen = LevyOffice.seen(suzuki.get("/levy/write-offs").body());
        assertThat(suzuki.post(approve, Map.of("seen", seen)).body())
                .contains("山田 一郎 が", "から更新中です");
        yamada.get("/people/8");
        yamada.post("/people/8/lock/end", Map.of());

        yamada.get("/people/8/suppressions");
        yamada.post(
                "/people/8/suppressions",
                Map.of("kind", "CHANGE", "reason", "係争中", "lifter", "OFFICE"));
        suzuki.get("/levy/write-offs");
        assertThat(suzuki.post(approve, Map.of("seen", seen)).body()).contains("異動抑止中です");
        yamada.get("/levy/people/8");
        assertThat(
                        yamada.post(
                                        "/levy/people/8/counter",
                                        Map.of(
                                                "instalment",
                                                String.valueOf(office.instalment(8, 1)),
                                                "amount",
                                                "100",
                                                "paidOn",
                                                "2026-08-03",
                                                "seen",
                                                seen))
                                .body())
                .contains("異動抑止中です");
        assertThat(office.balance(8, 1)).containsEntry("open", 9_300L);

        released(suzuki, yamada, 8, "CHANGE");
        suzuki.get("/levy/write-offs");
        suzuki.post(approve, Map.of("seen", seen));
        assertThat(office.balance(8, 1)).containsEntry("open", 0L);
        assertThat(
                        office.db()
                                .sql("SELECT state FROM people.release WHERE person_no = 8")
                                .query(String.class)
                                .single())
                .as("released for one deed")
                .isEqualTo("USED");
        assertThat(
                        office.db()
                                .sql("SELECT count(*) FROM people.work_lock")
                                .query(Long.class)
                                .single())
                .isZero();
    }
}
