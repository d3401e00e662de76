package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.UnionPersonFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.StaffDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 同一人の確認 and 賦課の保留 as a clerk of the union works them off in the browser. */
class DoubtAndHeldTest {

    private static final String PASSWORD = "みどりの町の広域連合の朝";
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate BIRTH = LocalDate.of(1940, 5, 5);
    private static final LocalDate MOVED = LocalDate.of(2026, 5, 11);

    private UnionScene union;
    private Browser browser;

    @BeforeEach
    void open() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        union = new UnionScene(port);
        union.day(MARCH);
        StaffDirectory staff = union.office().organisation().get(StaffDirectory.class);
        staff.office("2010", "資格賦課課");
        staff.enter("300", "広域 花子", "2010", MARCH, PASSWORD);
        db().sql("UPDATE staff.member SET must_change_password = false").update();
        staff.grant(
                "300",
                union.office().organisation().get(Duties.class).all().stream()
                        .map(duty -> duty.code())
                        .toList(),
                MARCH,
                "開設");
        browser = new Browser("http://127.0.0.1:" + port);
        browser.signIn("300", PASSWORD);
    }

    @AfterEach
    void close() {
        union.close();
    }

    private JdbcClient db() {
        return union.office().organisation().get(JdbcClient.class);
    }

    private String page(String path) {
        return browser.get(path).body();
    }

    /** What a form says after it was sent and the page behind it is shown. */
    private String send(String from, String path, Map<String, String> fields) {
        browser.get(from);
        browser.post(path, fields);
        return page(from);
    }

    private static String first(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    /** Numbers with which the city's people are insured today, by their 宛名番号. */
    private List<String> insured(String city) {
        return db().sql(
                        """
                        SELECT p.person_no || ' ' || d.insured_no FROM eligibility.period d
                          JOIN register.person p USING (person_id)
                         WHERE d.city_code = ? AND upper(d.valid) = 'infinity' ORDER BY 1
                        """)
                .param(city)
                .query(String.class)
                .list();
    }

    /** Two of the same kana, birth date and sex leave on one day; one of them comes to B. */
    private void oneOfTwoArrives() {
        SamplePerson one = new SamplePerson(UnionScene.CITY_A, 1, "オナジ　ナマエ", BIRTH);
        SamplePerson two = new SamplePerson(UnionScene.CITY_A, 2, "オナジ　ナマエ", BIRTH);
        union.send(
                FileKind.U_PERSON, UnionScene.CITY_A, APRIL, List.of(one.initial(), two.initial()));
        union.day(APRIL);
        assertThat(insured(UnionScene.CITY_A)).containsExactly("1 00000018", "2 00000026");
        SamplePerson there = one.in(UnionScene.CITY_B, 900, MOVED);
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                MOVED,
                List.of(
                        one.movesOut(MOVED, UnionScene.CITY_B),
                        two.movesOut(MOVED, UnionScene.CITY_B)));
        union.send(FileKind.U_PERSON, UnionScene.CITY_B, MOVED, List.of(there.movedIn()));
        union.day(MOVED);
    }

    @Test
    @Requirement({"Q04"})
    void who_may_be_one_of_two_keeps_the_number_that_a_clerk_finds_and_loses_it_when_undone() {
        oneOfTwoArrives();
        assertThat(insured(UnionScene.CITY_B))
                .as("nobody is joined by guess")
                .containsExactly("900 00000034");
        String page = page("/doubts");
        assertThat(page).contains("同じ氏名カナ・生年月日・性別の転出者が複数", "00000018", "00000026");
        String doubt = first("action=\"(/doubts/\\d+)\"", page);
        String same = first("value=\"(\\d+)\"[^>]*>千代田区 2 と同一人", page);
        assertThat(send("/doubts", doubt, Map.of("same", same, "note", " ")))
                .contains("何で確かめたかを入れてください", "と同一人");
        assertThat(send("/doubts", doubt, Map.of("same", same, "note", "戸籍の附票")))
                .contains("同一人としました", "確認するものはありません", "戸籍の附票");
        assertThat(browser.post(doubt, Map.of("same", same, "note", "戸籍")).statusCode())
                .as("settled once")
                .isEqualTo(404);
        union.day("2026-05-12");
        assertThat(insured(UnionScene.CITY_B)).containsExactly("900 00000026");
        assertThat(
                        union.collect(FileKind.U_INSURED, UnionScene.CITY_B).stream()
                                .map(row ->
                                        row.get(InsuredFile.INSURED_NO)
                                                + " "
                                                + row.get(InsuredFile.CHANGE)))
                .as("the city is told to take the other number back")
                .endsWith("00000026 01", "00000034 07");

        String undo = first("action=\"(/doubts/joined/\\d+/undo)\"", page("/doubts"));
        assertThat(send("/doubts", undo, Map.of("note", "別人と判明"))).contains("取り消しました");
        assertThat(browser.post(undo, Map.of("note", "もう一度")).statusCode()).isEqualTo(409);
        union.day("2026-05-13");
        assertThat(insured(UnionScene.CITY_B)).containsExactly("900 00000034");
        assertThat(
                        union.count(
                                "SELECT count(*) FROM audit.event WHERE object LIKE '名寄せ %' AND action = '取消'"))
                .isPositive();
    }

    @Test
    @Requirement({"Q03"})
    void two_numbers_that_a_city_joins_are_one_person_until_the_city_takes_it_back() {
        SamplePerson one = new SamplePerson(UnionScene.CITY_A, 1, "ジュウキ　イチ", BIRTH);
        SamplePerson other =
                new SamplePerson(UnionScene.CITY_A, 2, "ジュウキ　イチ", LocalDate.of(1960, 1, 1));
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                APRIL,
                List.of(one.initial(), other.initial()));
        union.day(APRIL);
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                MOVED,
                List.of(
                        other.movesOut(MOVED, null)
                                .copy()
                                .set(ResidentFile.RESIDENT_KIND, "3")
                                .set(UnionPersonFile.MERGED_INTO, 1L)
                                .build()));
        union.day(MOVED);
        assertThat(union.count("SELECT count(DISTINCT natural_id) FROM register.person"))
                .isEqualTo(1);
        assertThat(page("/doubts")).contains("市区町村の統合");
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                LocalDate.of(2026, 5, 12),
                List.of(other.moveOutCancelled(MOVED)));
        union.day("2026-05-12");
        assertThat(union.count("SELECT count(DISTINCT natural_id) FROM register.person"))
                .isEqualTo(2);
        assertThat(insured(UnionScene.CITY_A)).containsExactly("1 00000018");
    }

    @Test
    @Requirement({"F05"})
    void who_could_not_be_assessed_stands_in_the_list_until_somebody_says_what_was_done() {
        union.day("2026-07-01");
        SamplePerson late = new SamplePerson(UnionScene.CITY_A, 1, "オソイ　トドケ", BIRTH);
        LocalDate found = LocalDate.of(2027, 5, 10);
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, found, List.of(late.initial()));
        union.day(found);
        union.day("2027-06-15");
        String page = page("/held");
        assertThat(page).contains("所得不明", "00000018", "過年度の所得情報が世帯の全員には届いていません");
        String held = first("action=\"(/held/\\d+)\"", page);
        assertThat(send("/held", held, Map.of("outcome", ""))).contains("どう処理したかを入れてください");
        assertThat(send("/held", held, Map.of("outcome", "千代田区に所得情報を依頼"))).contains("処理を記録しました");
        assertThat(browser.post(held, Map.of("outcome", "二度目")).statusCode()).isEqualTo(409);
        assertThat(
                        db().sql(
                                        "SELECT settled_by || ' ' || outcome FROM assessment.held WHERE settled_on IS NOT NULL")
                                .query(String.class)
                                .list())
                .containsExactly("300 千代田区に所得情報を依頼");
    }
}
