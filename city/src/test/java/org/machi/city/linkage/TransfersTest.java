package org.machi.city.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.insured;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.levy.Charges;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.RightsFile;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What leaves the office leaves it as registered: agreed to, on a known medium, once, with a
 * receipt.
 */
class TransfersTest {

    private LinkageOffice office;

    @BeforeEach
    void open() {
        office = new LinkageOffice();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private String ask(String code, Map<String, String> fields) {
        Browser clerk = office.at(LinkageOffice.ASKS, "/transfers/" + code);
        clerk.post("/transfers/" + code + "/requests", fields);
        return clerk.get("/transfers/" + code).body();
    }

    private void approve(int number) {
        Browser chief = office.at(LinkageOffice.APPROVES, "/transfer-requests/" + number);
        chief.post(
                "/transfer-requests/" + number + "/decide",
                Map.of("agreed", "true", "note", "依頼文書を確認"));
    }

    private void medium() {
        office.at(LinkageOffice.APPROVES, "/transfer-media")
                .post("/transfer-media", Map.of("number", "M-01", "label", "保険年金課 1号"));
    }

    private String state(int number) {
        return office.value("select state from share.dispatch where dispatch_no = " + number);
    }

    @Test
    @Requirement({"I19", "I22"})
    void a_month_on_a_medium_goes_from_request_to_receipt_with_the_protected_address_hidden() {
        assertThat(ask("T3", Map.of("reason", "医年第12号", "medium", "M-01")))
                .contains("登録された媒体の番号を選んでください");
        medium();
        assertThat(ask("T3", Map.of("reason", "医年第12号", "medium", "M-01"))).contains("承認待ち");
        assertThat(ask("T3", Map.of("reason", "もう一度", "medium", "M-01"))).contains("受領が済んでいません");

        Browser clerk = office.at(LinkageOffice.ASKS, "/transfer-requests/1");
        clerk.post("/transfer-requests/1/decide", Map.of("agreed", "true", "note", ""));
        assertThat(clerk.get("/transfer-requests/1").body()).contains("申請した職員は承認できません");
        clerk.post("/transfer-requests/1/fetch", Map.of());
        assertThat(state(1)).as("not before somebody agreed").isEqualTo("REQUESTED");

        approve(1);
        Browser chief = office.at(LinkageOffice.APPROVES, "/transfer-requests/1");
        chief.post("/transfer-requests/1/fetch", Map.of());
        assertThat(state(1)).as("only who asked takes it away").isEqualTo("APPROVED");

        HttpResponse<String> file = clerk.post("/transfer-requests/1/fetch", Map.of());
        assertThat(file.body().split("\r\n")).hasSize(6);
        assertThat(file.body())
                .startsWith("H,T3,131016,IRYO,000001,2026-04-01,\r\n宛名番号,被保険者番号,")
                .contains("川田　二葉,カワダ　フタバ,1945-05-01,2,＊＊＊,＊＊＊,2020-05-01")
                .contains("山田　一,ヤマダ　ハジメ,1945-05-01,2,1000001,東京都見本市本町2丁目3番4号,2020-05-01")
                .endsWith("T,3,0\r\n");
        assertThat(office.value("select sha256 from share.dispatch"))
                .isEqualTo(
                        office.value(
                                "select regexp_replace(detail,"
                                        + " '.*SHA-256[^0-9a-f]*([0-9a-f]{64}).*', '\\1') from"
                                        + " audit.event where action = '出力' order by id desc limit 1"));

        clerk.post("/transfer-requests/1/receipt", Map.of("name", "医療年金課 助成係 佐藤"));
        assertThat(state(1)).isEqualTo("RECEIVED");
        assertThat(
                        office.value(
                                "select count(*) from share.dispatch where stored_as is null and"
                                        + " erased_on is not null"))
                .isEqualTo("1");
        assertThat(clerk.get("/transfers/T3").body()).contains("医療年金課 助成係 佐藤");
    }

    /** 3 owes 5,000 yen of the first period of levy year 2026. */
    private void charge() {
        office.city()
                .get(TransactionTemplate.class)
                .executeWithoutResult(status ->
                        office.city()
                                .get(Charges.class)
                                .apply(
                                        LocalDate.of(2026, 4, 2),
                                        """
                                        select 'KOKI' as levy_code, 3::bigint as person_no, 3::bigint as payer_no, '00000037' as reference,
                                               2026 as levy_year, 2026 as decision_year, 2026 as account_year,
                                               '0000000003' as assessment_no, 2::smallint as method, 1::smallint as period,
                                               date '2026-07-31' as due_on, 5000::bigint as amount
                                        """,
                                        "本算定"));
    }

    private String content(int number) {
        approve(number);
        return office.at(LinkageOffice.ASKS, "/transfer-requests/" + number)
                .post("/transfer-requests/" + number + "/fetch", Map.of())
                .body();
    }

    @Test
    @Requirement("I22")
    void the_care_insurance_gets_who_is_insured_and_what_was_paid() {
        medium();
        assertThat(ask("T6B", Map.of("reason", "介保第3号", "medium", "M-01")))
                .as("nobody has been charged yet")
                .contains("渡せる情報がありません");
        charge();
        assertThat(ask("T6", Map.of("reason", "介保第3号", "medium", "M-01"))).contains("承認待ち");
        assertThat(ask("T6B", Map.of("reason", "介保第3号", "medium", "M-01"))).contains("承認待ち");
        int last = Integer.parseInt(office.value("select max(dispatch_no) from share.dispatch"));
        assertThat(content(last))
                .contains("宛名番号,被保険者番号,相当年度,徴収方法コード,調定額,納付額,未納額\r\n")
                .contains("3,00000037,2026,2,5000,0,5000\r\n");
        assertThat(content(last - 1)).contains("資格喪失年月日", "海田　三").endsWith("T,3,0\r\n");
    }

    @Test
    @Requirement({"I20", "I21"})
    void paper_names_its_people_and_leaves_out_whom_the_responsible_clerk_decides_about() {
        assertThat(ask("T4", Map.of("reason", "感対第5号", "people", ""))).contains("対象者の宛名番号を入れてください");
        assertThat(ask("T4", Map.of("reason", "感対第5号", "people", "2")))
                .as("the protected person alone: neither given nor told why")
                .contains("渡せる情報がありません");
        assertThat(ask("T7", Map.of("reason", "感対第6号", "people", "1 2"))).contains("承認待ち");
        int number = Integer.parseInt(office.value("select max(dispatch_no) from share.dispatch"));
        assertThat(office.value("select row_count || ' ' || stopped from share.dispatch"))
                .isEqualTo("1 1");
        approve(number);
        HttpResponse<String> sheet =
                office.at(LinkageOffice.ASKS, "/transfer-requests/" + number)
                        .post("/transfer-requests/" + number + "/fetch", Map.of());
        assertThat(sheet.body()).startsWith("%PDF");
        assertThat(sheet.headers().firstValue("content-type")).hasValue("application/pdf");
        assertThat(ask("T5", Map.of("reason", "税運第1号", "people", "1")))
                .as("a person without claims")
                .contains("渡せる情報がありません");
        charge();
        assertThat(ask("T5", Map.of("reason", "税運第1号", "people", "3"))).contains("承認待ち");
        assertThat(office.value("select row_count from share.dispatch where definition = 'T5'"))
                .isEqualTo("1");
        assertThat(ask("T5", Map.of("reason", "税運第1号", "people", "一"))).contains("宛名番号は15桁までの数字です");
    }

    @Test
    @Requirement("I23")
    void every_business_day_the_health_centre_gets_what_changed_and_nothing_else()
            throws IOException {
        String first =
                office.value(
                        "select row_count || ' ' || people || ' ' || stopped || ' ' || staff from"
                                + " share.reading where definition = 'T8'");
        assertThat(first).isEqualTo("3 3 1 自動運用");
        assertThat(
                        office.value(
                                "select action || ' ' || object || ' ' || people from audit.event"
                                        + " where object = '統合データベース T8'"))
                .isEqualTo("移転 統合データベース T8 3");
        Path inbox = office.city().get(OrganisationSettings.class).exchange().resolve("NANBYO/in");
        assertThat(Files.readString(inbox.resolve("T8_131016_NANBYO_260401.csv")))
                .contains("川田　二葉,カワダ　フタバ,1945-05-01,2,＊＊＊,2020-05-01")
                .endsWith("T,3,0\r\n");
        office.city().day("2026-04-02");
        assertThat(office.value("select count(*) from share.reading where definition = 'T8'"))
                .as("a day without news")
                .isEqualTo("1");
    }

    @Test
    void a_suspended_definition_gives_nothing_out() {
        medium();
        assertThat(office.at(LinkageOffice.ASKS, "/transfers/T3").get("/transfers/T3").body())
                .doesNotContain("停止中");
        office.at(LinkageOffice.APPROVES, "/transfers/T3")
                .post("/transfers/T3/suspend", Map.of("suspended", "true", "note", "評価書の見直し"));
        assertThat(ask("T3", Map.of("reason", "医年第12号", "medium", "M-01")))
                .contains("この移転は停止しています");
        assertThat(office.at(LinkageOffice.ASKS, "/transfers").get("/transfers").body())
                .contains("停止中");
    }

    private void renamed(long no, String name, String day) {
        office.city()
                .send(
                        FileKind.U_INSURED,
                        CityScene.UNION,
                        LocalDate.parse(day),
                        List.of(
                                insured(no, name, "ヤマダ　ハジメ")
                                        .copy()
                                        .set(InsuredFile.VERSION, 2L)
                                        .set(InsuredFile.CHANGE, "05")
                                        .set(InsuredFile.COPAY, "2")
                                        .build()));
    }

    private String toHealthCentre(String day) throws IOException {
        Path inbox = office.city().get(OrganisationSettings.class).exchange().resolve("NANBYO/in");
        Path file = inbox.resolve("T8_131016_NANBYO_" + day + ".csv");
        return Files.exists(file) ? Files.readString(file) : "";
    }

    @Test
    @Requirement("I23")
    void who_is_protected_since_is_told_again_with_the_address_hidden_and_in_the_end_shown_again()
            throws IOException {
        Browser clerk = office.at(LinkageOffice.ASKS, "/people/1/protection");
        clerk.post("/people/1/protection", Map.of("kind", "1", "note", "申出を受けた"));
        office.city().day("2026-04-02");
        assertThat(toHealthCentre("260402"))
                .contains("山田　一,ヤマダ　ハジメ,1945-05-01,2,＊＊＊,")
                .endsWith("T,1,0\r\n");
        office.city().day("2026-04-03");
        assertThat(toHealthCentre("260403")).isEmpty();
        office.city()
                .db()
                .sql(
                        "update people.protection set state = 'ENDED', ended_on = date '2026-04-03' where person_no = 1")
                .update();
        office.city().day("2026-04-06");
        assertThat(toHealthCentre("260406")).contains("見本市本町2丁目3番4号").endsWith("T,1,0\r\n");
    }

    @Test
    @Requirement("I23")
    void what_a_request_or_a_suspension_kept_from_the_daily_file_goes_with_the_next_one()
            throws IOException {
        medium();
        ask("T3", Map.of("reason", "医年第12号", "medium", "M-01"));
        office.city().day("2026-04-02");
        assertThat(toHealthCentre("260402")).as("no news").isEmpty();
        Browser chief = office.at(LinkageOffice.APPROVES, "/transfers/T8");
        chief.post("/transfers/T8/suspend", Map.of("suspended", "true", "note", "評価書の見直し"));
        renamed(1, "山田　一", "2026-04-03");
        office.city().day("2026-04-03");
        assertThat(toHealthCentre("260403")).isEmpty();
        chief.get("/transfers/T8");
        chief.post("/transfers/T8/suspend", Map.of("suspended", "false", "note", "見直しを終えた"));
        office.city().day("2026-04-06");
        assertThat(toHealthCentre("260406")).contains("山田　一").endsWith("T,1,0\r\n");
        renamed(3, "海田　三", "2026-04-07");
        office.city().get(SharedData.class).putInsured(LocalDate.of(2026, 4, 7));
        office.city().day("2026-04-07");
        assertThat(toHealthCentre("260407")).contains("海田　三").endsWith("T,1,0\r\n");
    }

    @Test
    @Requirement("I05")
    void
            the_resident_record_gets_what_its_own_definition_reads_and_nothing_while_it_is_suspended() {
        assertThat(
                        office.value(
                                "select row_count || ' ' || people || ' ' || role_name like '3 3 %\\_to\\_juki' from share.reading where definition = 'T2'"))
                .isEqualTo("t");
        Browser chief = office.at(LinkageOffice.APPROVES, "/transfers/T2");
        chief.post("/transfers/T2/suspend", Map.of("suspended", "true", "note", "評価書の見直し"));
        lost(1, "2026-04-02");
        office.city().emptyOutbox();
        office.city().day("2026-04-02");
        assertThat(office.city().files(FileKind.KOKI_RIGHTS)).isEmpty();
        chief.get("/transfers/T2");
        chief.post("/transfers/T2/suspend", Map.of("suspended", "false", "note", "見直しを終えた"));
        office.city().day("2026-04-03");
        assertThat(office.city().sent(FileKind.KOKI_RIGHTS))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get(RightsFile.LOST_ON))
                                .isEqualTo(LocalDate.of(2026, 4, 2)));
    }

    private void lost(long no, String day) {
        office.city()
                .send(
                        FileKind.U_INSURED,
                        CityScene.UNION,
                        LocalDate.parse(day),
                        List.of(
                                insured(no, "山田　一", "ヤマダ　ハジメ")
                                        .copy()
                                        .set(InsuredFile.VERSION, 2L)
                                        .set(InsuredFile.CHANGE, "02")
                                        .set(InsuredFile.LOST_BY, "02")
                                        .set(InsuredFile.LOST_ON, LocalDate.parse(day))
                                        .build()));
    }

    @Test
    @Requirement({"I20", "I21"})
    void a_number_that_nobody_has_is_told_and_not_left_out() {
        assertThat(ask("T7", Map.of("reason", "感対第6号", "people", "1 987")))
                .contains("宛名に登録のない宛名番号があります: 987");
        assertThat(office.value("select count(*) from share.dispatch")).isEqualTo("0");
    }

    @Test
    @Requirement("I19")
    void
            what_was_agreed_to_and_is_not_taken_away_can_be_withdrawn_so_that_the_next_one_can_begin() {
        medium();
        ask("T3", Map.of("reason", "医年第12号", "medium", "M-01"));
        approve(1);
        Browser chief = office.at(LinkageOffice.APPROVES, "/transfer-requests/1");
        chief.post("/transfer-requests/1/withdraw", Map.of("note", " "));
        assertThat(state(1)).isEqualTo("APPROVED");
        chief.post("/transfer-requests/1/withdraw", Map.of("note", "申請した職員が異動した"));
        assertThat(office.value("select state || ' ' || (stored_as is null) from share.dispatch"))
                .isEqualTo("REFUSED true");
        assertThat(ask("T3", Map.of("reason", "医年第12号", "medium", "M-01"))).contains("承認待ち");
    }
}
