package org.machi.city.koki.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.insuredNo;
import static org.machi.city.SamplePeople.residentBuilder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityDeskScene;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.RightsFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.proof.Requirement;

/**
 * 資格の管理 over files and pages. 1 and 2 are insured, 3 becomes 75 in June, 4 is 68, 5 is 80 and
 * unknown to the union.
 */
class RegisterTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String NUMBER = "123456789018";
    private static final String OTHER_NUMBER = "234567890121";

    private CityDeskScene desk;
    private CityScene city;

    @BeforeEach
    void open() {
        desk = new CityDeskScene();
        city = desk.city();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        person(1, "見本　一子", "1945-05-01")
                                .set(ResidentFile.MY_NUMBER, NUMBER)
                                .build(),
                        person(2, "見本　二子", "1945-05-01").build(),
                        person(3, "到達　三子", "1951-06-10").build(),
                        person(4, "認定　四子", "1957-08-01").build(),
                        person(5, "未着　五子", "1946-01-01").build()));
        city.send(
                FileKind.U_INSURED,
                CityScene.UNION,
                APRIL,
                List.of(insured(1, "見本　一子", "ミホン"), insured(2, "見本　二子", "ミホン")));
        city.day("2026-04-01");
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private static Row.Builder person(long no, String name, String birth) {
        return residentBuilder(no, 100 + no, name, "ミホン").set(ResidentFile.BIRTH_ON, birth);
    }

    private void file(FileKind kind, String from, String day, Row... rows) {
        city.emptyOutbox();
        city.send(kind, from, LocalDate.parse(day), List.of(rows));
        city.day(day);
    }

    private List<String> faults() {
        return desk.list(
                """
                select kind || ' ' || person_no || ' ' || detail from koki.ledger_fault
                where settled_on is null order by person_no, kind
                """);
    }

    @Test
    @Requirement("Q04")
    void a_missing_and_a_changed_number_are_listed_without_ever_being_seen_and_worked_off() {
        assertThat(faults()).containsExactly("NUMBER_NONE 2 被保険者に個人番号の登録がない");
        file(
                FileKind.JUKI_DIFF,
                "JUKI",
                "2026-04-02",
                person(1, "見本　一子", "1945-05-01")
                        .set(ResidentFile.EVENT_SEQ, 2L)
                        .set(ResidentFile.EVENT, "15")
                        .set(ResidentFile.MY_NUMBER, OTHER_NUMBER)
                        .build(),
                person(2, "見本　二子", "1945-05-01")
                        .set(ResidentFile.EVENT_SEQ, 2L)
                        .set(ResidentFile.EVENT, "15")
                        .set(ResidentFile.MY_NUMBER, NUMBER)
                        .build());
        assertThat(faults()).containsExactly("NUMBER_CHANGED 1 同じ宛名番号で個人番号が変わった（2026-04-02）");
        String page = desk.page("/koki/ledger");
        assertThat(page).contains("個人番号が変わった", "見本　一子").doesNotContain(NUMBER, OTHER_NUMBER);
        String no =
                desk.list("select fault_no::text from koki.ledger_fault where settled_on is null")
                        .getFirst();
        desk.post("300", "/people/1", "/people/1/lock", Map.of());
        assertThat(
                        desk.post(
                                        "100",
                                        "/koki/ledger",
                                        "/koki/ledger/" + no,
                                        Map.of("note", "本人に確認"))
                                .body())
                .as("another clerk works on the person")
                .contains("から更新中です");
        desk.post("300", "/people/1", "/people/1/lock/end", Map.of());
        desk.post("100", "/koki/ledger", "/koki/ledger/" + no, Map.of("note", "本人に確認"));
        assertThat(faults()).isEmpty();
        city.day("2026-04-03");
        assertThat(faults()).as("what was settled does not come again").isEmpty();
    }

    @Test
    @Requirement("Q04")
    void overlaps_gaps_a_wrong_municipality_and_an_unknown_person_are_listed_and_go_when_mended() {
        Row first = insured(1, "見本　一子", "ミホン");
        file(
                FileKind.U_INSURED,
                CityScene.UNION,
                "2026-05-11",
                first.copy()
                        .set(InsuredFile.VERSION, 2L)
                        .set(InsuredFile.CHANGE, "02")
                        .set(InsuredFile.LOST_BY, "02")
                        .set(InsuredFile.LOST_ON, LocalDate.of(2026, 5, 1))
                        .build(),
                first.copy()
                        .set(InsuredFile.VERSION, 3L)
                        .set(InsuredFile.ACQUIRED_ON, LocalDate.of(2026, 5, 5))
                        .set(InsuredFile.HOME_CODE, "131024")
                        .build(),
                insured(9, "不明　九子", "フメイ"));
        assertThat(faults())
                .contains(
                        "GAP 1 2026-05-01 から 2026-05-05 まで資格がない",
                        "CITY 1 管理元市町村コード 131024 が当市ではない",
                        "UNKNOWN 9 U_INSURED_39131016_131016_000002.csv 5行目");
        file(
                FileKind.U_INSURED,
                CityScene.UNION,
                "2026-05-12",
                first.copy()
                        .set(InsuredFile.VERSION, 4L)
                        .set(InsuredFile.ACQUIRED_ON, LocalDate.of(2026, 5, 5))
                        .set(InsuredFile.CHANGE, "07")
                        .build(),
                first.copy()
                        .set(InsuredFile.VERSION, 5L)
                        .set(InsuredFile.ACQUIRED_ON, LocalDate.of(2026, 4, 20))
                        .build());
        assertThat(faults())
                .contains("OVERLAP 1 資格期間 2020-05-01～2026-05-01 が 2026-04-20 からの期間と重なる")
                .noneMatch(fault -> fault.startsWith("GAP") || fault.startsWith("CITY"));
    }

    @Test
    @Requirement("Q04")
    void a_gap_that_the_next_acquisition_answers_is_none_and_any_other_is_listed_however_long() {
        Row first = insured(1, "見本　一子", "ミホン");
        Row lost =
                first.copy()
                        .set(InsuredFile.VERSION, 2L)
                        .set(InsuredFile.CHANGE, "02")
                        .set(InsuredFile.LOST_BY, "03")
                        .set(InsuredFile.LOST_ON, LocalDate.of(2025, 5, 1))
                        .build();
        file(FileKind.U_INSURED, CityScene.UNION, "2026-05-11", lost, again(first, 3, "04"));
        assertThat(faults()).as("生活保護 that ended").noneMatch(one -> one.startsWith("GAP"));
        file(FileKind.U_INSURED, CityScene.UNION, "2026-05-12", again(first, 4, "02"));
        assertThat(faults()).contains("GAP 1 2025-05-01 から 2026-04-01 まで資格がない");
    }

    private static Row again(Row first, long version, String acquiredBy) {
        return first.copy()
                .set(InsuredFile.VERSION, version)
                .set(InsuredFile.ACQUIRED_ON, APRIL)
                .set(InsuredFile.ACQUIRED_BY, acquiredBy)
                .build();
    }

    @Test
    @Requirement("Q04")
    void a_version_is_shown_with_its_56_items_what_changed_and_no_number() {
        file(
                FileKind.U_INSURED,
                CityScene.UNION,
                "2026-04-02",
                insured(1, "見本　一子", "ミホン")
                        .copy()
                        .set(InsuredFile.VERSION, 2L)
                        .set(InsuredFile.CHANGE, "04")
                        .set(InsuredFile.WHEREABOUTS_UNKNOWN, true)
                        .build());
        String page = desk.page("/people/1/ledger/" + insuredNo(1) + "/2");
        assertThat(page)
                .contains(
                        "被保険者個人番号",
                        "登録あり（金庫で保管）",
                        "居所不明フラグ",
                        "1：該当",
                        "<td class=\"number\">56</td>")
                .doesNotContain(NUMBER, "<td class=\"number\">57</td>");
        assertThat(page).contains("変更", "0：非該当");
        assertThat(desk.page("/people/1")).contains("/people/1/ledger/" + insuredNo(1) + "/2");
    }

    @Test
    @Requirement("Q07")
    void who_becomes_75_soon_and_of_whom_the_union_says_nothing_stand_in_the_lists() {
        assertThat(desk.page("/koki/ages?months=3"))
                .contains("到達　三子", "R8.6.10", "未着　五子", "被保険者情報が届いていません")
                .doesNotContain("認定　四子");
        assertThat(desk.page("/koki/ages?months=1")).doesNotContain("到達　三子");
        file(FileKind.U_INSURED, CityScene.UNION, "2026-04-02", insured(5, "未着　五子", "ミホン"));
        assertThat(desk.page("/koki/ages?months=3")).doesNotContain("未着　五子");
    }

    @Test
    @Requirement({"Q05", "I05"})
    void the_resident_record_hears_each_change_once_and_only_three_items() {
        assertThat(rights()).containsExactly("1 1 2020-05-01 -", "2 1 2020-05-01 -");
        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(city.files(FileKind.KOKI_RIGHTS)).isEmpty();
        file(
                FileKind.U_INSURED,
                CityScene.UNION,
                "2026-05-11",
                insured(1, "見本　一子", "ミホン")
                        .copy()
                        .set(InsuredFile.VERSION, 2L)
                        .set(InsuredFile.CHANGE, "02")
                        .set(InsuredFile.LOST_BY, "02")
                        .set(InsuredFile.LOST_ON, LocalDate.of(2026, 5, 13))
                        .build(),
                insured(2, "見本　二子", "ミホン")
                        .copy()
                        .set(InsuredFile.VERSION, 2L)
                        .set(InsuredFile.CHANGE, "02")
                        .set(InsuredFile.LOST_BY, "02")
                        .set(InsuredFile.LOST_ON, LocalDate.of(2020, 5, 1))
                        .build());
        assertThat(rights())
                .as("a loss that lies ahead is not told yet, a withdrawn insurance has no days")
                .containsExactly("2 0 - -");
        city.emptyOutbox();
        city.day("2026-05-13");
        assertThat(rights()).containsExactly("1 0 2020-05-01 2026-05-13");
        assertThat(RightsFile.LAYOUT.columns()).as("宛名番号 and three items").hasSize(4);
    }

    private List<String> rights() {
        return city.sent(FileKind.KOKI_RIGHTS).stream()
                .map(row ->
                        "%d %s %s %s"
                                .formatted(
                                        row.get(RightsFile.PERSON_NO),
                                        row.get(RightsFile.INSURED),
                                        row.find(RightsFile.ACQUIRED_ON)
                                                .map(LocalDate::toString)
                                                .orElse("-"),
                                        row.find(RightsFile.LOST_ON)
                                                .map(LocalDate::toString)
                                                .orElse("-")))
                .toList();
    }

    private void aCertificateThatCameBackIsNotTheLastWord(String path, String no) {
        Map<String, String> back = Map.of("cause", "BACK", "reason", "転出の取りやめ");
        assertThat(
                        desk.post(
                                        "100",
                                        path,
                                        path + "/" + no + "/cancel",
                                        Map.of("cause", "BACK", "reason", " "))
                                .body())
                .contains("取り消す理由を入れてください");
        assertThat(desk.post("100", path, path + "/" + no + "/cancel", back).body())
                .contains("取り消しました", "返還", "転出の取りやめ");
        assertThat(desk.at("100", path).get(path + "/" + no).statusCode())
                .as("what came back is not printed")
                .isEqualTo(409);
        assertThat(
                        desk.list(
                                "select count(*)::text from audit.event where object like '%' || ? and action like '証明書の取消%'"
                                        .replace("?", "'" + no + "'")))
                .containsExactly("1");
        assertThat(
                        desk.post(
                                        "100",
                                        path,
                                        path + "/given",
                                        Map.of("kind", "BURDEN", "party", "京都府後期高齢者医療広域連合"))
                                .body())
                .as("it is given anew")
                .contains("交付しました");
    }

    private String received(String kind, String content) {
        return desk.post(
                        "100",
                        "/people/1/certificates",
                        "/people/1/certificates/received",
                        Map.of(
                                "kind",
                                kind,
                                "party",
                                "京都府後期高齢者医療広域連合",
                                "content",
                                content,
                                "since",
                                "2024-10-01"))
                .body();
    }

    @Test
    @Requirement({"Q14", "Q15"})
    void certificates_are_given_at_a_move_out_and_received_at_a_move_in() {
        String path = "/people/1/certificates";
        assertThat(
                        desk.post(
                                        "100",
                                        path,
                                        path + "/given",
                                        Map.of("kind", "DISEASE", "party", "大阪府後期高齢者医療広域連合"))
                                .body())
                .contains("記載することが台帳にありません");
        assertThat(
                        desk.post(
                                        "100",
                                        path,
                                        path + "/given",
                                        Map.of("kind", "BURDEN", "party", "大阪府後期高齢者医療広域連合"))
                                .body())
                .contains("負担区分等証明書", "一部負担金の割合：1割");
        String no = desk.list("select certificate_no::text from koki.certificate").getFirst();
        assertThat(desk.at("100", path).get(path + "/" + no).body()).startsWith("%PDF");
        assertThat(
                        desk.post(
                                        "100",
                                        path,
                                        path + "/given",
                                        Map.of("kind", "BURDEN", "party", "京都府後期高齢者医療広域連合"))
                                .body())
                .as("a second click gives no second one")
                .contains("今日交付した同じ証明書があります");
        aCertificateThatCameBackIsNotTheLastWord(path, no);
        assertThat(received("DISEASE", "BURDEN:2")).contains("証明書に合う内容");
        assertThat(received("DISEASE", "DISEASE:1"))
                .contains("受理を記録しました", "人工", "京都府後期高齢者医療広域連合の特定疾病認定証明書");
        assertThat(received("BURDEN", "BURDEN:2")).contains("負担区分等証明書の提出");
        Map<String, String> form = new HashMap<>();
        form.put("kind", "23");
        form.put("share", "2");
        form.put("note", "京都府後期高齢者医療広域連合の負担区分等証明書による");
        form.put("cameAs", "SELF");
        form.put("numberCheck", "CARD");
        form.put("identityCheck", "CARD");
        desk.post("100", "/people/1/applications", "/people/1/applications", form);
        String reception = desk.list("select reception_no from people.counter_entry").getFirst();
        desk.post(
                "300",
                "/people/applications",
                "/people/applications/" + reception + "/confirm",
                Map.of());
        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(city.sent(FileKind.U_APPLY))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(UnionApplyFile.KIND)).isEqualTo("23");
                    assertThat(row.get(UnionApplyFile.SHARE)).isEqualTo("2");
                });
        assertThat(desk.page("/people/1")).contains("負担割合", "1割");
    }
}
