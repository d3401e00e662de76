package org.machi.launcher.scene;

import java.util.List;
import java.util.Map;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PrintResultFile;

/** 返戻から公示送達へ: a notice that nobody takes in, the inquiry, the board, and the person's return. */
final class ReturnedNotice implements Scene {

    @Override
    public String name() {
        return "returned-mail";
    }

    @Override
    public String title() {
        return "決定通知書が返戻となり、調査しても居所が分からず公示送達とし、後に判明する";
    }

    @Override
    public void write(Script script) {
        Resident man = script.resident(0, new Resident.Who("場面　返戻", "バメン　ヘンレイ", "1945-09-09", "1"));
        script.tax(man.pension(2025, 1_800_000, 700_000));
        script.tax(man.pension(2026, 1_800_000, 700_000));
        script.morning("2026-07-27", "郵便局から決定通知書が戻る（転居先不明）", stage -> back(stage, man));
        script.counter(
                "2026-07-28",
                "返戻の一覧に載っている。住基、電話、訪問で調べるが分からず、居所不明とする",
                stage -> {
                    stage.sees(stage.city(0), "/koki/mail/open", man.name(), "転居先不明");
                    whereabouts(
                            stage,
                            man,
                            Map.of("deed", "inquire", "how", "電話", "note", "使われていない番号"));
                    whereabouts(
                            stage,
                            man,
                            Map.of("deed", "inquire", "how", "現地の訪問", "note", "空き家、近隣も知らない"));
                    whereabouts(stage, man, Map.of("deed", "unknown", "note", "電話と訪問で分からない"));
                });
        script.counter(
                "2026-07-29",
                "公示送達にする。掲示を始めた日から起算して7日を経過したときに送達とみなす",
                stage -> {
                    stage.clerk(stage.city(0)).get(man.page() + "/mail");
                    stage.clerk(stage.city(0))
                            .post(
                                    man.page() + "/mail/letters/" + letter(stage, man),
                                    Map.of(
                                            "deed", "publish",
                                            "on", "2026-07-29",
                                            "note", "告示第31号"));
                    stage.sees(
                            stage.city(0), "/koki/mail/published", man.name(), "R8.7.29", "R8.8.5");
                });
        later(script, man);
    }

    private static void later(Script script, Resident man) {
        script.evening(
                "2026-07-31",
                "被保険者台帳に居所不明フラグが立つ",
                stage -> stage.expect("居所不明フラグ", flag(stage, man), "true"));
        script.counter(
                "2026-09-10",
                "親族からの連絡で居所が判明し、送付先を改める",
                stage ->
                        whereabouts(
                                stage,
                                man,
                                Map.of(
                                        "deed", "found",
                                        "postcode", "0000000",
                                        "address", "大阪府場面市判明町9番地",
                                        "note", "長女から電話")));
        script.evening(
                "2026-09-15",
                "フラグが下り、これからの郵便は新しい送付先へ行く",
                stage -> {
                    stage.expect("居所不明フラグ", flag(stage, man), "false");
                    stage.sees(stage.city(0), man.page() + "/mail", "判明町9番地", "居所判明", "公示送達");
                });
        script.look(0, man.page() + "/mail", "返戻・居所の記録");
        script.look(0, "/koki/mail/published", "公示送達の一覧");
    }

    private static String letter(Stage stage, Resident man) {
        return stage.value(
                stage.city(0),
                "select letter_no from koki.letter where person_no = ? and kind = '01' order by letter_no limit 1",
                man.personNo());
    }

    private static String flag(Stage stage, Resident man) {
        return stage.value(
                stage.city(0),
                """
                select whereabouts_unknown::text from koki.insured_version where person_no = ? order by version desc limit 1
                """,
                man.personNo());
    }

    private static void back(Stage stage, Resident man) {
        stage.send(
                FileKind.PRINT_RESULT,
                "PRINT",
                stage.city(0),
                List.of(
                        PrintResultFile.LAYOUT
                                .row()
                                .set(PrintResultFile.BUNDLE, "SCENE")
                                .set(PrintResultFile.LETTER_NO, letter(stage, man))
                                .set(PrintResultFile.KIND, "01")
                                .set(PrintResultFile.PERSON_NO, man.personNo())
                                .set(PrintResultFile.RESULT, "12")
                                .set(PrintResultFile.RESULT_ON, stage.today())
                                .set(PrintResultFile.PAGES, 2L)
                                .build()));
    }

    private static void whereabouts(Stage stage, Resident man, Map<String, String> form) {
        stage.clerk(stage.city(0)).get(man.page() + "/mail");
        stage.clerk(stage.city(0)).post(man.page() + "/mail/whereabouts", form);
    }
}
