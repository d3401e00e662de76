package org.machi.launcher.scene;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machi.formats.column.Row;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.Organisation;
import org.machi.platform.desk.Browser;

/**
 * 即時交付: a 窓口端末 is registered, an id given, a lost 資格確認書 and the first one of somebody who moved in
 * today are decided and printed there, and the city's own books say the same on the next day.
 */
final class ImmediateIssue implements Scene {

    private static final String OWN = "さくらと川のある町の朝の市";

    /** 中央区, from which the woman comes with a 負担区分等証明書. */
    private static final String FORMER_HOME = "131024";

    private static final Pattern CODE = Pattern.compile("[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}");
    private static final Pattern PASSWORD = Pattern.compile("id=\"temporary\">([a-z2-9]+)<");
    private static final Pattern ID = Pattern.compile(">(w[0-9]{6}-[0-9]{2})<");
    private static final String TERMINAL = "場面-窓口1";
    private static final LocalDate MOVED = LocalDate.of(2026, 4, 8);

    @Override
    public String name() {
        return "immediate-issue";
    }

    @Override
    public String title() {
        return "窓口端末の登録とユーザーID、なくした証と転入した日の証の即時交付、翌日の市の台帳";
    }

    @Override
    public void write(Script script) {
        Resident man = script.resident(0, new Resident.Who("場面　紛失", "バメン　フンシツ", "1944-04-10", "1"));
        script.tax(man.pension(2025, 1_800_000, 700_000));
        script.tax(man.pension(2026, 1_800_000, 700_000));
        Resident woman =
                script.newcomer(0, new Resident.Who("場面　即日", "バメン　ソクジツ", "1945-09-21", "2"));
        script.evening(
                "2026-04-08",
                "端末を登録し、なくした証と転入した人の証をその場で決定して印刷する",
                stage -> {
                    Browser clerk = clerk(stage, script.code(0));
                    lost(stage, clerk, man);
                    movedIn(stage, clerk, woman);
                });
        script.morning(
                "2026-04-09",
                "住民記録の転入の異動が市に届く",
                stage -> stage.register(0, moveIn(woman, stage.today())));
        script.evening(
                "2026-04-09",
                "市の台帳も手渡しと知り、印刷しない。住基情報は先行入力と一致する",
                stage -> {
                    for (Resident one : List.of(man, woman)) {
                        stage.sees(stage.city(0), one.page() + "/cards", "手渡し", "広域連合の窓口端末で即時に交付");
                        stage.sees(stage.city(0), one.page() + "/applications", "窓口端末で受付");
                    }
                    stage.expect(
                            "転入した人の資格の訂正",
                            stage.value(
                                    stage.union(),
                                    """
                                    SELECT count(*)::text
                                      FROM eligibility.period_history h JOIN register.person p USING (person_id)
                                     WHERE p.person_no = ? AND h.city_code = ? AND h.change NOT IN ('01', '05')
                                    """,
                                    woman.personNo(),
                                    stage.city(0).settings().code()),
                            "0");
                });
        script.look(0, man.page() + "/cards", "市の証の台帳");
        script.lookAtUnion(_ -> "/terminals", "窓口端末の台帳");
        script.lookAtUnion(_ -> "/user-ids", "ユーザー管理台帳");
        script.lookAtUnion(_ -> "/reviews", "記録の点検");
    }

    /** A machine of the city with its key, and somebody with an id who sits there. */
    private static Browser clerk(Stage stage, String city) {
        Browser union = stage.clerk(stage.union());
        union.get("/terminals");
        union.post(
                "/terminals",
                Map.of(
                        "city",
                        city,
                        "name",
                        TERMINAL,
                        "kind",
                        "COUNTER",
                        "place",
                        "保険年金課の窓口",
                        "since",
                        stage.today().toString()));
        String code = found(CODE, union.post("/terminals/code", Map.of("name", TERMINAL)));
        union.get("/user-ids");
        union.post(
                "/user-ids",
                Map.of(
                        "city", city,
                        "kind", "FIRST",
                        "onDay", stage.today().toString(),
                        "holder", "場面 窓子",
                        "department", "保険年金課",
                        "duties", "window.look,window.issue",
                        "reason", "窓口の担当になった"));
        String no =
                stage.value(
                        stage.union(),
                        "SELECT max(request_no)::text FROM windows.id_request WHERE state = 'OPEN'");
        stage.secondClerk(stage.union()).get("/user-ids");
        HttpResponse<String> given =
                stage.secondClerk(stage.union()).post("/user-ids/" + no + "/agree", Map.of());
        Browser machine = new Browser("http://127.0.0.1:" + port(stage.union()));
        machine.get("/terminal/enrolment");
        machine.post("/terminal/enrolment", Map.of("code", code));
        String password = found(PASSWORD, given);
        machine.signIn(found(ID, given), password);
        machine.get("/password");
        machine.post("/password", Map.of("present", password, "chosen", OWN, "again", OWN));
        return machine;
    }

    private static int port(Organisation union) {
        return union.settings().port();
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        Matcher matcher = pattern.matcher(answer.body());
        return !matcher.find()
                ? ""
                : matcher.groupCount() == 0 ? matcher.group() : matcher.group(1);
    }

    private static Map<String, String> entry(LocalDate today) {
        Map<String, String> fields = new HashMap<>();
        fields.put("occurredOn", today.toString());
        fields.put("cameAs", "SELF");
        fields.put("identity", "LICENCE");
        return fields;
    }

    private static void lost(Stage stage, Browser clerk, Resident man) {
        clerk.get("/window");
        clerk.post("/window", Map.of("kana", "バメン", "birth", "1944-04-10", "purpose", "窓口での届出・申請"));
        String path = "/window/people/" + man.personNo() + "/entries";
        clerk.get(path);
        Map<String, String> fields = entry(stage.today());
        fields.putAll(Map.of("kind", "18", "reason", "81", "card_kind", "01"));
        printed(stage, clerk, clerk.post(path, fields));
    }

    private static void movedIn(Stage stage, Browser clerk, Resident woman) {
        clerk.get("/window/newcomers");
        Map<String, String> fields = entry(stage.today());
        fields.putAll(
                Map.of(
                        "personNo", Long.toString(woman.personNo()),
                        "householdNo", Long.toString(woman.personNo()),
                        "name", woman.name(),
                        "kana", woman.row().get(ResidentFile.NAME_KANA),
                        "birth", "1945-09-21",
                        "sex", "2",
                        "postalCode", "0000000",
                        "town", woman.row().get(ResidentFile.TOWN),
                        "lot", woman.row().get(ResidentFile.LOT),
                        "movedInOn", MOVED.toString()));
        fields.putAll(Map.of("fromCode", FORMER_HOME, "share", "1"));
        printed(stage, clerk, clerk.post("/window/newcomers", fields));
    }

    private static void printed(Stage stage, Browser clerk, HttpResponse<String> answer) {
        String result = Browser.location(answer);
        String path = result.substring(Math.max(0, result.indexOf("/window")));
        stage.expect("即時の決定", clerk.get(path).body().contains("即時決定"), true);
        stage.expect("証の印刷", clerk.get(path + "/card").body().startsWith("%PDF"), true);
    }

    private static Row moveIn(Resident woman, LocalDate today) {
        return woman.event(
                "01",
                MOVED,
                today,
                row ->
                        row.set(ResidentFile.MOVED_IN_ON, MOVED)
                                .set(ResidentFile.RESIDENT_SINCE, MOVED)
                                .set(ResidentFile.ADDRESS_SINCE, MOVED)
                                .set(ResidentFile.FROM_CODE, FORMER_HOME));
    }
}
