package org.machi.launcher.scene;

import java.time.LocalDate;
import java.util.Map;
import org.machi.formats.layout.ResidentFile;

/** 住所地特例: from one facility to the next, and always the first municipality's. */
final class FacilityChain implements Scene {

    private static final String YOKOHAMA = "141003";
    private static final String KYOTO = "261009";

    @Override
    public String name() {
        return "facility-chain";
    }

    @Override
    public String title() {
        return "他市の施設に入り、さらに別の市の施設へ移っても、初めの市が管理元のまま";
    }

    @Override
    public void write(Script script) {
        Resident woman =
                script.resident(0, new Resident.Who("場面　施設", "バメン　シセツ", "1944-06-06", "2"));
        String home = script.code(0);
        script.tax(woman.pension(2025, 900_000, 0));
        script.tax(woman.pension(2026, 900_000, 0));
        script.counter(
                "2026-05-11",
                "横浜市の施設に入り、住所地特例の届出をする",
                stage ->
                        AtTheCounter.apply(
                                stage,
                                woman,
                                Map.of(
                                        "kind",
                                        "05",
                                        "facilityNo",
                                        facility(stage, "みどり苑", YOKOHAMA))));
        script.morning(
                "2026-05-12",
                "住民基本台帳では横浜市へ転出する（住所地特例）",
                stage -> {
                    LocalDate day = stage.today();
                    stage.register(
                            0,
                            woman.event(
                                    "04",
                                    day,
                                    day,
                                    row ->
                                            row.set(ResidentFile.RESIDENT_STATE, "2")
                                                    .set(ResidentFile.MOVED_OUT_ON, day)
                                                    .set(ResidentFile.TO_CODE, YOKOHAMA)
                                                    .set(ResidentFile.ADDRESS_EXCEPTION, "1")
                                                    .set(ResidentFile.EXCEPTION_FROM, day)));
                });
        script.evening(
                "2026-05-14",
                "転出しても資格は続き、住所地特例として広域連合から届く",
                stage -> {
                    stage.sees(stage.city(0), woman.page(), "みどり苑", YOKOHAMA, home, "該当");
                    stage.expect(
                            "資格喪失日",
                            stage.value(
                                    stage.city(0),
                                    "select lost_on::text from koki.insured where person_no = ? and lost_on is not null",
                                    woman.personNo()),
                            "");
                });
        later(script, woman, home);
    }

    private static void later(Script script, Resident woman, String home) {
        script.counter(
                "2026-06-10",
                "京都市の施設へ移る",
                stage ->
                        AtTheCounter.apply(
                                stage,
                                woman,
                                Map.of(
                                        "kind",
                                        "06",
                                        "facilityNo",
                                        facility(stage, "かも川の家", KYOTO))));
        script.evening(
                "2026-07-03",
                "月初めの一覧が届き、所在は京都市、管理元は初めの市で、市の登録と一致する",
                stage -> {
                    stage.sees(stage.city(0), woman.page(), "みどり苑", "かも川の家", KYOTO);
                    stage.seesNot(
                            stage.city(0), "/koki/exceptions", Long.toString(woman.personNo()));
                    stage.expect(
                            "広域連合の一覧の管理元と所在",
                            stage.value(
                                    stage.city(0),
                                    """
                                    select home_code || ' ' || living_code from koki.exception_list
                                    where person_no = ? order by known_on desc limit 1
                                    """,
                                    woman.personNo()),
                            home + " " + KYOTO);
                });
        script.look(0, woman.page(), "住所地特例の施設の連鎖");
        script.look(0, "/koki/exceptions", "広域連合の一覧との突合");
    }

    /** Enters a facility into the register, from which the 届 names it. */
    private static String facility(Stage stage, String name, String code) {
        stage.clerk(stage.city(0)).get("/koki/exceptions");
        stage.clerk(stage.city(0))
                .post(
                        "/koki/facilities",
                        Map.of("name", name, "kind", "3", "code", code, "address", name + "の所在地"));
        return stage.value(
                stage.city(0), "select facility_no::text from koki.facility where name = ?", name);
    }
}
