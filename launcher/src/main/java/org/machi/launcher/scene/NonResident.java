package org.machi.launcher.scene;

import java.time.LocalDate;
import java.util.Map;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.Organisation;
import org.machi.platform.desk.Browser;

/**
 * 住登外者: a number is given at the counter, the person becomes a resident under another number, both
 * are linked, and on the 75th birthday there is one insured person, at the city as at the union.
 */
final class NonResident implements Scene {

    private static final String NAME = "場面　客子";
    private static final String KANA = "バメン　キャクコ";
    private static final String BIRTH = "1951-05-20";
    private static final String LIST = "/people/non-residents";
    private static final String NUMBER =
            "select person_no from people.person where name = ? and resident_kind = '3'";

    @Override
    public String name() {
        return "nonresident";
    }

    @Override
    public String title() {
        return "住登外者が窓口で宛名番号を得て、住民になり、番号が統合され、75歳で一人の被保険者になる";
    }

    @Override
    public void write(Script script) {
        Resident guest = script.newcomer(0, new Resident.Who(NAME, KANA, BIRTH, "2"));
        script.counter("2026-04-06", "同じ人がいないことを確かめて登録し、別の職員が確認する", this::register);
        script.evening(
                "2026-04-07",
                "広域連合が住登外者を知る",
                stage ->
                        stage.expect(
                                "広域連合の宛名",
                                stage.value(
                                        stage.union(),
                                        "select count(*) from register.person where name = ?",
                                        NAME),
                                "1"));
        script.morning(
                "2026-04-20",
                "転入して住民になる",
                stage ->
                        stage.register(
                                0,
                                guest.event(
                                        "01",
                                        LocalDate.of(2026, 4, 18),
                                        stage.today(),
                                        row ->
                                                row.set(
                                                        ResidentFile.MOVED_IN_ON,
                                                        LocalDate.of(2026, 4, 18)))));
        script.counter("2026-04-20", "同一人の候補から統合する", stage -> link(stage, guest.personNo()));
        script.evening("2026-04-21", "広域連合でも一人になる", stage -> onePerson(stage, guest.personNo()));
        script.evening("2026-05-20", "75歳の誕生日に、住民の番号で一人の被保険者になる", stage -> insured(stage, guest));
        script.look(0, guest.page(), "統合した宛名番号と被保険者資格");
        script.look(0, LIST, "住登外者の登録と同一人の候補");
    }

    private void register(Stage stage) {
        Organisation city = stage.city(0);
        Map<String, String> form =
                Map.ofEntries(
                        Map.entry("reason", "07"),
                        Map.entry("personKind", "1"),
                        Map.entry("name", NAME),
                        Map.entry("kana", KANA),
                        Map.entry("birthOn", BIRTH),
                        Map.entry("sex", "2"),
                        Map.entry("municipalityCode", "131024"),
                        Map.entry("prefecture", "東京都"),
                        Map.entry("city", "中央区"),
                        Map.entry("town", "築地"),
                        Map.entry("lot", "1丁目1番1号"),
                        Map.entry("exception", "0"),
                        Map.entry("business", "資格"),
                        Map.entry("evidence", "入所証明書"));
        Browser clerk = stage.clerk(city);
        clerk.get(LIST);
        String found = clerk.post(LIST + "/search", form).body();
        stage.expect("検索の結果に該当者がない", found.contains("該当する人はいません"), true);
        clerk.post(LIST, form);
        String entry =
                stage.value(
                        city,
                        "select entry_no from people.non_resident_entry where name = ? and state ="
                                + " 'ENTERED'",
                        NAME);
        Browser second = stage.secondClerk(city);
        second.get(LIST);
        second.post(LIST + "/" + entry + "/confirm", Map.of());
        stage.sees(city, "/people/" + number(stage), NAME, "住登外", "業務「資格」が使っています");
    }

    private static String number(Stage stage) {
        return stage.value(stage.city(0), NUMBER, NAME);
    }

    private void link(Stage stage, long resident) {
        Organisation city = stage.city(0);
        stage.sees(city, LIST, NAME + "　" + resident, "住民");
        stage.clerk(city)
                .post(
                        "/people/" + number(stage) + "/merge",
                        Map.of("into", Long.toString(resident), "note", "転出証明書の氏名・生年月日"));
        stage.sees(city, "/people/" + resident, "統合した宛名番号", number(stage));
    }

    private static void onePerson(Stage stage, long resident) {
        stage.expect(
                "広域連合の同一人",
                stage.value(
                        stage.union(),
                        "select count(*) || ' ' || count(distinct natural_id) from register.person"
                                + " where name = ?",
                        NAME),
                "2 1");
        stage.expect(
                "広域連合が聞いた統合先",
                stage.value(
                        stage.union(),
                        "select merged_into from register.person where name = ? and merged_into is"
                                + " not null",
                        NAME),
                Long.toString(resident));
    }

    private static void insured(Stage stage, Resident guest) {
        Organisation city = stage.city(0);
        stage.expect(
                "市の被保険者の宛名番号",
                stage.value(
                        city,
                        "select string_agg(k.person_no::text, ' ') from koki.insured k join"
                                + " people.person p using (person_no) where p.name = ?",
                        NAME),
                Long.toString(guest.personNo()));
        stage.sees(city, guest.page(), "令和8年5月20日", "年齢到達");
    }
}
