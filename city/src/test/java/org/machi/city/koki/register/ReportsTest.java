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
import org.machi.formats.layout.DecisionFile;
import org.machi.formats.layout.ExceptionFile;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.proof.Requirement;

/**
 * 届 at the counter, the union's verdicts about them and the letters that follow; the chain of
 * facilities. 1 and 2 are insured, 4 is 68, 5 is 80 and unknown to the union.
 */
class ReportsTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

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
                        person(1, "見本　一子", "1945-05-01").build(),
                        person(2, "見本　二子", "1945-05-01").build(),
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

    private static Map<String, String> form(String kind, String reason) {
        Map<String, String> form = new HashMap<>();
        form.put("kind", kind);
        form.put("reason", kind + reason);
        form.put("cameAs", "AGENT");
        form.put("agentName", "代理　太郎");
        form.put("agentCheck", "MANDATE");
        form.put("numberCheck", "REGISTER");
        form.put("identityCheck", "LICENCE");
        form.put("reportedOn", "2026-04-01");
        form.put("occurredOn", "2026-04-01");
        return form;
    }

    private String apply(long person, Map<String, String> form) {
        String path = "/people/" + person + "/applications";
        return desk.post("100", path, path, form).body();
    }

    private String receptionNo() {
        return desk.list("select max(reception_no) from people.counter_entry").getFirst();
    }

    private void confirm(String no) {
        desk.post(
                "300", "/people/applications", "/people/applications/" + no + "/confirm", Map.of());
    }

    private static Row verdict(long person, String no, String kind, String result, String reason) {
        return DecisionFile.LAYOUT
                .row()
                .set(DecisionFile.PERSON_NO, person)
                .set(DecisionFile.RECEPTION_NO, no)
                .set(DecisionFile.KIND, kind)
                .set(DecisionFile.RESULT, result)
                .set(DecisionFile.DECIDED_ON, LocalDate.of(2026, 4, 2))
                .set(DecisionFile.EFFECTIVE_ON, result.equals("1") ? APRIL : null)
                .set(DecisionFile.UNTIL_ON, result.equals("1") ? LocalDate.of(2026, 9, 30) : null)
                .set(DecisionFile.REASON, reason)
                .build();
    }

    @Test
    @Requirement("Q09")
    void a_report_goes_from_the_counter_to_the_union_and_its_verdict_comes_back_to_the_page() {
        assertThat(apply(5, form("14", "08"))).as("職権 is not the counter's").contains("事由を選んでください");
        assertThat(apply(5, form("14", "01"))).contains("資格取得の日は75歳の誕生日です");
        apply(5, form("14", "02"));
        String no = receptionNo();
        confirm(no);
        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(city.sent(FileKind.U_APPLY))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(UnionApplyFile.KIND)).isEqualTo("14");
                    assertThat(row.get(UnionApplyFile.REASON)).isEqualTo("02");
                    assertThat(row.get(UnionApplyFile.REPORTED_ON)).isEqualTo(APRIL);
                    assertThat(row.get(UnionApplyFile.OCCURRED_ON)).isEqualTo(APRIL);
                });
        file(
                FileKind.U_DECISION,
                CityScene.UNION,
                "2026-04-03",
                verdict(5, no, "14", "3", "住民基本台帳の異動が届くまで保留します"),
                verdict(5, "9999999999", "14", "1", "別の受付"));
        assertThat(desk.page("/people/5/applications"))
                .contains("資格取得届", "県外転入", "広域連合へ送付済", "保留", "異動が届くまで");
        assertThat(city.findings(FileKind.U_DECISION))
                .singleElement()
                .asString()
                .contains("この受付番号の届出・申請がありません");
        assertThat(
                        desk.at("100", "/people/5/applications")
                                .get("/people/5/applications/" + no + "/receipt")
                                .body())
                .startsWith("%PDF");
        assertThat(
                        desk.list(
                                """
                                select came_as || ' ' || number_check || ' ' || identity_check || ' ' || agent_check || ' ' || entered_by
                                       || ' ' || confirmed_by from people.counter_entry
                                """))
                .containsExactly("AGENT REGISTER LICENCE MANDATE 100 300");
    }

    @Test
    @Requirement("Q08")
    void a_recognition_is_told_by_letter_and_its_end_is_announced_two_months_ahead_once() {
        Map<String, String> form = form("14", "03");
        form.put("disability", "12");
        apply(4, form);
        String no = receptionNo();
        confirm(no);
        city.day("2026-04-02");
        file(
                FileKind.U_DECISION,
                CityScene.UNION,
                "2026-04-03",
                verdict(4, no, "14", "1", "施行令別表の障害の状態にあることを認めます"));
        assertThat(letters()).containsExactly("19 障害認定通知書 4");
        file(
                FileKind.U_INSURED,
                CityScene.UNION,
                "2026-04-06",
                insured(4, "認定　四子", "ミホン")
                        .copy()
                        .set(InsuredFile.ACQUIRED_BY, "03")
                        .set(InsuredFile.ACQUIRED_ON, APRIL)
                        .build());
        city.emptyOutbox();
        city.day("2026-07-29");
        assertThat(letters()).isEmpty();
        city.day("2026-07-31");
        assertThat(letters()).containsExactly("20 障害認定の更新のご案内 4");
        city.emptyOutbox();
        city.day("2026-08-03");
        assertThat(letters()).isEmpty();
        assertThat(desk.page("/koki/ages?months=3")).contains("認定　四子", "更新案内を作成済");
    }

    @Test
    @Requirement("Q08")
    void a_refused_recognition_is_told_by_letter_with_its_reason() {
        Map<String, String> form = form("03", "");
        form.put("disability", "99");
        apply(4, form);
        String no = receptionNo();
        confirm(no);
        city.day("2026-04-02");
        file(
                FileKind.U_DECISION,
                CityScene.UNION,
                "2026-04-03",
                verdict(4, no, "03", "2", "別表の状態にない"));
        assertThat(letters()).containsExactly("19 障害認定不認定通知書 4");
        assertThat(apply(4, form)).as("may apply again").doesNotContain("既に受け付けています");
    }

    private List<String> letters() {
        return city.printIndex().stream()
                .filter(row -> List.of("19", "20").contains(row.get(PrintIndexFile.KIND)))
                .map(row ->
                        row.get(PrintIndexFile.KIND)
                                + " "
                                + desk.list(
                                                "select title from koki.notice where letter_no = '"
                                                        + row.get(PrintIndexFile.LETTER_NO)
                                                        + "'")
                                        .getFirst()
                                + " "
                                + row.get(PrintIndexFile.PERSON_NO))
                .toList();
    }

    @Test
    @Requirement({"Q11", "I04"})
    void a_chain_of_facilities_is_kept_and_the_monthly_list_is_compared_with_own_entries() {
        facility("05", "みどり苑", "271004", "2026-04-01");
        facility("06", "うみべの家", "141003", "2026-04-20");
        assertThat(desk.page("/people/1")).contains("みどり苑", "うみべの家", "271004", "131016");
        file(
                FileKind.U_EXCEPTION,
                CityScene.UNION,
                "2026-05-01",
                exception(1, "271004"),
                exception(2, "141003"));
        assertThat(
                        desk.list(
                                """
                                select kind || ' ' || person_no || ' ' || union_value || ' ' || own_value from koki.exception_difference
                                where settled_on is null order by person_no
                                """))
                .containsExactly("PLACE 1 271004 141003", "UNION_ONLY 2 見本　141003 登録なし");
        assertThat(desk.page("/koki/exceptions")).contains("所在市町村が違う", "広域連合の一覧だけにある");
        file(FileKind.U_EXCEPTION, CityScene.UNION, "2026-06-01", exception(1, "141003"));
        assertThat(desk.page("/koki/exceptions")).contains("相違はありません");
        desk.post(
                "100",
                "/koki/exceptions",
                "/koki/facilities",
                Map.of("name", "うみべの家", "kind", "3", "code", "141003", "address", "神奈川県横浜市"));
        assertThat(desk.page("/koki/exceptions")).contains("うみべの家", "特別養護老人ホーム");
    }

    private void facility(String kind, String name, String code, String on) {
        Map<String, String> form = form(kind, "");
        form.put("occurredOn", on);
        assertThat(apply(1, form)).as("no free text").contains("住所地特例の施設を選んでください");
        desk.post(
                "100",
                "/koki/exceptions",
                "/koki/facilities",
                Map.of("name", name, "kind", "3", "code", code, "address", name + "の所在地"));
        form.put(
                "facilityNo",
                desk.list("select max(facility_no)::text from koki.facility").getFirst());
        assertThat(apply(1, form)).doesNotContain("受け付けられません");
        confirm(receptionNo());
    }

    private static Row exception(long person, String living) {
        return ExceptionFile.LAYOUT
                .row()
                .set(ExceptionFile.PERSON_NO, person)
                .set(ExceptionFile.INSURED_NO, insuredNo(person))
                .set(ExceptionFile.HOME_CODE, CityScene.CITY)
                .set(ExceptionFile.LIVING_CODE, living)
                .set(ExceptionFile.NAME, "見本")
                .set(ExceptionFile.NAME_KANA, "ミホン")
                .set(ExceptionFile.BIRTH_ON, "1945-05-01")
                .set(ExceptionFile.EXCEPTION_FROM, APRIL)
                .build();
    }
}
