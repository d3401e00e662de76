package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.DeliveryFile;
import org.machi.formats.layout.DeliverySeenFile;
import org.machi.formats.layout.TaxFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.machi.platform.proof.RouteWalk;
import org.machi.union.register.Cities;
import org.springframework.jdbc.core.simple.JdbcClient;

class UnionPagesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static UnionDesk desk;
    private static UnionScene union;
    private static Browser browser;

    @BeforeAll
    static void open() {
        desk = new UnionDesk();
        union = desk.union();
        SamplePerson person =
                new SamplePerson(UnionScene.CITY_A, 1, "コウイキ　ハナ", LocalDate.of(1940, 5, 5));
        SamplePerson undeclared =
                new SamplePerson(UnionScene.CITY_A, 2, "ミシン　コク", LocalDate.of(1941, 1, 1));
        union.send(
                FileKind.U_PERSON,
                UnionScene.CITY_A,
                APRIL,
                List.of(person.initial(), undeclared.initial()));
        union.send(
                FileKind.U_TAX,
                UnionScene.CITY_A,
                APRIL,
                List.of(
                        person.pension(2026, 1_950_000, 850_000)
                                .copy()
                                .set(TaxFile.TAXABLE, 300_000L)
                                .build(),
                        undeclared.undeclared(2026)));
        union.day("2026-04-01");
        union.day("2026-07-01");
        union.day("2026-08-03");
        desk.begin();
        browser = desk.browser();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static String get(String path) {
        return desk.get(path);
    }

    private static String search(String words) {
        get("/insured");
        HttpResponse<String> answer = browser.post("/insured", Map.of("q", words));
        assertThat(answer.statusCode()).as(words).isEqualTo(200);
        return answer.body();
    }

    @Test
    void every_page_of_the_union_names_its_duty_and_its_audit_event() {
        assertThat(RouteWalk.of(union.office().organisation().context()).gaps()).isEmpty();
    }

    @Test
    @Requirement({"C01"})
    void a_clerk_finds_a_person_by_kana_birth_or_number_and_sees_how_the_premium_came_about() {
        assertThat(search("コウイキ")).contains("00000018", "昭和15年5月5日");
        assertThat(search("1940-05-05")).contains("00000018");
        assertThat(search("00000018")).contains("コウイキ");
        assertThat(get("/insured/00000018")).contains("年齢到達", "当初賦課", "420,000");
        assertThat(get("/insured/00000018/decisions/2026/1"))
                .contains("計算根拠", "430,000", "所得割")
                .doesNotContain("違います", "Explanation[");
    }

    @Test
    @Requirement({"Q14"})
    void the_share_of_the_cost_stands_with_its_reason_and_its_steps() throws Exception {
        assertThat(get("/insured/00000018"))
                .contains("1割", "令和8年8月1日から", "年次の判定", "/insured/00000018/burden/1");
        assertThat(get("/insured/00000018/burden/1"))
                .contains("負担割合の判定根拠", "300,000円", "令7条")
                .doesNotContain("Explanation[");
        assertThat(get("/burden"))
                .contains("00000026", "未申告の被保険者がいる（簡易申告の勧奨）")
                .doesNotContain("00000018");
    }

    @Test
    void a_file_of_a_city_that_is_entered_late_is_taken_up_again() {
        String minato = "131032";
        union.send(FileKind.U_PERSON, minato, LocalDate.of(2026, 8, 4), List.of());
        union.day("2026-08-04");
        String state = "SELECT state FROM files.file WHERE sender = '131032'";
        JdbcClient db = union.office().organisation().get(JdbcClient.class);
        long file =
                db.sql("SELECT id FROM files.file WHERE sender = '131032'")
                        .query(Long.class)
                        .single();
        assertThat(get("/files/" + file)).contains("構成市区町村なら登録してから再取込し", "直した内容");
        union.office()
                .organisation()
                .get(Cities.class)
                .enter(List.of(new Cities.City(minato, "港区")));
        browser.post("/files/" + file + "/again", Map.of("reason", "港区を登録した"));
        union.day("2026-08-05");
        assertThat(db.sql(state).query(String.class).single()).isEqualTo("APPLIED");
    }

    @Test
    void names_and_birth_dates_stand_in_no_address() {
        assertThat(get("/insured?q=1940-05-05")).doesNotContain("00000018", "1940-05-05");
        assertThat(get("/"))
                .containsPattern("action=\"/insured\" method=\"post\"")
                .doesNotContain("method=\"get\"");
        assertThat(browser.post("/insured", Map.of("q", "コウイキ", "_csrf", "x")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_look_at_a_person_is_in_the_audit_trail() {
        get("/insured/00000018");
        assertThat(union.count("SELECT count(*) FROM audit.event WHERE object LIKE '被保険者 %'"))
                .isPositive();
    }

    @Test
    @Requirement({"F05"})
    void runs_and_differences_have_their_pages() {
        assertThat(get("/runs")).contains("当初賦課");
        assertThat(get("/runs/1")).contains("00000018");
        assertThat(get("/checks")).contains("相違はありません");
    }

    @Test
    @Requirement({"I13"})
    void a_list_is_defined_distributed_on_its_day_and_the_union_sees_who_fetched_it_when() {
        assertThat(get("/deliveries/definitions?source=CHANGES")).contains("この市区町村の額", "配信の根拠");
        assertThat(define("NEWS", Map.of("items", "氏名", "rhythm", "BUSINESS_DAY", "day", "0")))
                .contains("周期に合う日");
        assertThat(define("NEWS", Map.of("items", "個人番号"))).contains("配信する項目を1つ以上");
        define("NEWS", Map.of("items", "この市区町村の額", "cities", UnionScene.CITY_A));
        assertThat(get("/deliveries/definitions")).contains("NEWS", "この市区町村の額", "月の最終営業日");
        union.day("2026-08-28");
        assertThat(union.collect(FileKind.U_DELIVERY, UnionScene.CITY_A)).isEmpty();
        union.day("2026-08-31");
        assertThat(union.collect(FileKind.U_DELIVERY, UnionScene.CITY_B)).isEmpty();
        assertThat(union.collect(FileKind.U_DELIVERY, UnionScene.CITY_A))
                .first()
                .satisfies(head -> {
                    assertThat(head.get(DeliveryFile.ROW_NO)).isZero();
                    assertThat(head.get(DeliveryFile.VALUES.getFirst())).isEqualTo("この市区町村の額");
                    assertThat(head.get(DeliveryFile.KEEP_UNTIL))
                            .isEqualTo(LocalDate.of(2026, 9, 30));
                });
        assertThat(publish(Map.of("from", "2026-07-01", "to", "2026-07-31", "reason", "")))
                .contains("理由を入れて");
        publish(Map.of("from", "2026-07-01", "to", "2026-07-31", "reason", "届かなかったため"));
        assertThat(union.collect(FileKind.U_DELIVERY, UnionScene.CITY_A))
                .anySatisfy(row -> {
                    assertThat(row.text(DeliveryFile.PERSON_NO)).isEqualTo("000000000000001");
                    assertThat(row.text(DeliveryFile.VALUES.getFirst())).matches("[0-9]+");
                    assertThat(row.has(DeliveryFile.VALUES.get(1))).isFalse();
                });
        assertThat(get("/deliveries")).contains("更正の知らせ", "到着待ち", "臨時").doesNotContain("窓口 花子");
        union.send(
                FileKind.C_DELIVERY_SEEN,
                UnionScene.CITY_A,
                LocalDate.of(2026, 9, 1),
                List.of(seen(2L, "1", ""), seen(2L, "4", "窓口 花子"), seen(99L, "4", "だれか")));
        union.day("2026-09-01");
        assertThat(get("/deliveries")).contains("取得済", "窓口 花子", "到着待ち");
        assertThat(get("/deliveries/2")).contains("到着", "印刷", "窓口 花子（77）", "窓口1", "09:30:15");
        assertThat(get("/deliveries?state=FETCHED")).contains("窓口 花子").doesNotContain("到着待ち");
        browser.get("/deliveries/definitions");
        browser.post("/deliveries/definitions/NEWS/end", Map.of("reason", "使わなくなった"));
        union.day("2026-09-30");
        assertThat(union.collect(FileKind.U_DELIVERY, UnionScene.CITY_A)).isEmpty();
        assertThat(get("/")).contains("取得されない配信ファイル");
    }

    private static String define(String code, Map<String, String> more) {
        Map<String, String> form = new HashMap<>();
        form.put("source", "CHANGES");
        form.put("code", code);
        form.put("name", "更正の知らせ");
        form.put("rhythm", "MONTH_END");
        form.put("day", "0");
        form.put("month", "0");
        form.put("keepDays", "30");
        form.put("from", "2026-08-05");
        form.put("basis", "広域計画");
        form.putAll(more);
        browser.get("/deliveries/definitions");
        return get(next(browser.post("/deliveries/definitions", form)));
    }

    private static String publish(Map<String, String> more) {
        Map<String, String> form = new HashMap<>(more);
        form.put("code", "NEWS");
        browser.get("/deliveries");
        return get(next(browser.post("/deliveries", form)));
    }

    private static String next(HttpResponse<String> answer) {
        URI to = URI.create(Browser.location(answer));
        return to.getRawQuery() == null
                ? to.getRawPath()
                : to.getRawPath() + "?" + to.getRawQuery();
    }

    private static Row seen(long number, String deed, String name) {
        return DeliverySeenFile.LAYOUT
                .row()
                .set(DeliverySeenFile.DELIVERY_NO, number)
                .set(DeliverySeenFile.DEED, deed)
                .set(DeliverySeenFile.DONE_ON, LocalDate.of(2026, 9, 1))
                .set(DeliverySeenFile.AT_DATE, LocalDate.of(2026, 9, 1))
                .set(DeliverySeenFile.AT_TIME, "093015")
                .set(DeliverySeenFile.STAFF_NO, name.isEmpty() ? null : "77")
                .set(DeliverySeenFile.STAFF_NAME, name.isEmpty() ? null : name)
                .set(DeliverySeenFile.TERMINAL, name.isEmpty() ? null : "窓口1")
                .build();
    }
}
