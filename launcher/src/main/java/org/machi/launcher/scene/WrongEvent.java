package org.machi.launcher.scene;

import java.time.LocalDate;
import org.machi.formats.column.Row;
import org.machi.formats.layout.ResidentFile;

/** 取消: a move out that was entered for the wrong person and is taken back after it was sent. */
final class WrongEvent implements Scene {

    @Override
    public String name() {
        return "wrong-event";
    }

    @Override
    public String title() {
        return "誤って入力された転出が広域連合に送られた後に取り消され、資格が元に戻る";
    }

    @Override
    public void write(Script script) {
        Resident man = script.resident(0, new Resident.Who("場面　取消", "バメン　トリケシ", "1944-06-03", "1"));
        Row before = man.row();
        script.morning(
                "2026-05-18",
                "別人の転出が、この人の転出として入力される",
                stage ->
                        stage.register(
                                0,
                                man.event(
                                        "04",
                                        LocalDate.of(2026, 5, 15),
                                        stage.today(),
                                        row ->
                                                row.set(ResidentFile.RESIDENT_STATE, "2")
                                                        .set(
                                                                ResidentFile.MOVED_OUT_ON,
                                                                LocalDate.of(2026, 5, 15))
                                                        .set(ResidentFile.TO_CODE, "131024")
                                                        .set(
                                                                ResidentFile.TO_ADDRESS,
                                                                "東京都中央区築地一丁目"))));
        script.evening(
                "2026-05-19", "広域連合は資格を失わせ、市の台帳に喪失が載る", stage -> expectLoss(stage, man, "2026-05"));
        script.morning(
                "2026-05-21",
                "住民記録の担当が誤りに気付き、取り消す",
                stage -> stage.register(0, man.cancelled(before, stage.today())));
        script.evening(
                "2026-05-22",
                "喪失は取り消され、資格は途切れない。どちらの記録も残る",
                stage -> {
                    expectLoss(stage, man, "なし");
                    stage.expect(
                            "宛名の履歴の件数",
                            stage.value(
                                    stage.city(0),
                                    "select count(*)::text from people.person_history where person_no = ?",
                                    man.personNo()),
                            "3");
                    stage.sees(stage.city(0), man.page(), "転出");
                });
        script.look(0, man.page(), "宛名の履歴・資格の履歴");
    }

    private static void expectLoss(Stage stage, Resident man, String month) {
        stage.expect(
                "資格喪失",
                stage.value(
                        stage.city(0),
                        "select coalesce(left(lost_on::text, 7), 'なし') from koki.insured where person_no = ?",
                        man.personNo()),
                month);
    }
}
