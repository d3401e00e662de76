package org.machi.launcher.scene;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.number.InsuredNumber;

/**
 * 移転: errors of the register are worked off first, then the data go out, of the protected with the
 * address hidden.
 */
final class TransfersOut implements Scene {

    private static final String ELSEWHERE = "131016";
    private static final long NOBODY = 987_654_321L;
    private static final LocalDate LOST = LocalDate.of(2026, 4, 1);
    private static final LocalDate AGAIN = LocalDate.of(2026, 4, 8);
    private static final LocalDate DOUBLE = LocalDate.of(2026, 4, 10);
    private static final LocalDate BIRTHDAY = LocalDate.of(2022, 4, 5);

    @Override
    public String name() {
        return "transfers-out";
    }

    @Override
    public String title() {
        return "移転の前に台帳のエラーを一覧で処理し、支援措置の人の住所を伏せて渡す";
    }

    @Override
    public void write(Script script) {
        Resident hidden =
                script.resident(0, new Resident.Who("場面　秘匿", "バメン　ヒトク", "1945-02-03", "2"));
        Resident renumbered =
                script.resident(0, new Resident.Who("場面　番号", "バメン　バンゴウ", "1946-03-04", "1"))
                        .as(row -> row.set(ResidentFile.MY_NUMBER, "123456789018"));
        Resident wrong =
                script.resident(0, new Resident.Who("場面　期間", "バメン　キカン", "1947-04-05", "2"));
        script.morning(
                "2026-04-13",
                "個人番号が変わる。広域連合の行には、空き・重なり・他市・知らない宛名番号がある",
                stage -> {
                    stage.register(
                            0,
                            renumbered.event(
                                    "15",
                                    stage.today(),
                                    stage.today(),
                                    row -> row.set(ResidentFile.MY_NUMBER, "234567890121")));
                    stage.sendWrong(
                            FileKind.U_INSURED, stage.union(), stage.city(0), faulty(stage, wrong));
                });
        script.evening("2026-04-13", "エラーの一覧に載る。番号は出ない", stage -> listed(stage, wrong));
        script.morning(
                "2026-04-14",
                "広域連合が期間と市区町村を訂正して送り直す",
                stage ->
                        stage.sendWrong(
                                FileKind.U_INSURED,
                                stage.union(),
                                stage.city(0),
                                mended(stage, wrong)));
        script.counter(
                "2026-04-15",
                "変わった個人番号を本人に確かめ、一覧から処理する",
                stage -> settled(stage, renumbered, wrong));
        out(script, hidden);
    }

    private static void out(Script script, Resident hidden) {
        script.counter(
                "2026-04-16",
                "支援措置の申出を受ける",
                stage -> {
                    stage.clerk(stage.city(0)).get(hidden.page() + "/protection");
                    stage.clerk(stage.city(0))
                            .post(hidden.page() + "/protection", Map.of("kind", "1", "note", "申出"));
                });
        script.evening(
                "2026-04-16",
                "毎営業日の移転（難病）は、もう渡した住所を伏せて改めて知らせる",
                stage -> {
                    String told = stage.text("NANBYO", "T8_");
                    stage.expect(
                            "改めて知らせた行",
                            told.lines().filter(line -> line.contains("場面　秘匿")).count(),
                            1L);
                    stage.expect("伏せた住所", told.contains("場面　秘匿,バメン　ヒトク,1945-02-03,2,＊＊＊,"), true);
                });
        script.counter("2026-04-20", "月次の移転（医療費助成）を媒体で申請し、別の職員が承認する", TransfersOut::byMedium);
        script.look(0, "/koki/ledger", "移転の前の確認（被保険者台帳のエラー）");
        script.look(0, "/transfers/T3", "移転先3の定義と記録");
        script.look(0, "/transfers/T8", "移転先8の取得の記録");
    }

    private static void byMedium(Stage stage) {
        stage.secondClerk(stage.city(0)).get("/transfer-media");
        stage.secondClerk(stage.city(0))
                .post("/transfer-media", Map.of("number", "M-01", "label", "保険年金課 1号"));
        stage.clerk(stage.city(0)).get("/transfers/T3");
        stage.clerk(stage.city(0))
                .post("/transfers/T3/requests", Map.of("reason", "医年第12号", "medium", "M-01"));
        String number =
                stage.value(stage.city(0), "select max(dispatch_no)::text from share.dispatch");
        String request = "/transfer-requests/" + number;
        stage.secondClerk(stage.city(0)).get(request);
        stage.secondClerk(stage.city(0))
                .post(request + "/decide", Map.of("agreed", "true", "note", "依頼文書を確認"));
        stage.clerk(stage.city(0)).get(request);
        String file = stage.clerk(stage.city(0)).post(request + "/fetch", Map.of()).body();
        stage.expect("伏せて渡した行", file.contains("場面　秘匿,バメン　ヒトク,1945-02-03,2,＊＊＊,＊＊＊,"), true);
        stage.expect("ほかの人の住所", file.contains("場面町"), true);
        stage.clerk(stage.city(0)).get(request);
        stage.clerk(stage.city(0)).post(request + "/receipt", Map.of("name", "医療年金課 佐藤"));
        stage.sees(stage.city(0), "/transfers/T3", "受領済", "医療年金課 佐藤");
    }

    private static void listed(Stage stage, Resident wrong) {
        stage.sees(
                stage.city(0),
                "/koki/ledger",
                "個人番号が変わった",
                "個人番号がない",
                "資格期間が空いている",
                "資格期間が重なる",
                "市区町村が違う",
                ELSEWHERE,
                "宛名番号が宛名にない",
                Long.toString(NOBODY),
                wrong.name());
        stage.seesNot(stage.city(0), "/koki/ledger", "123456789018", "234567890121");
    }

    private static void settled(Stage stage, Resident renumbered, Resident wrong) {
        stage.seesNot(stage.city(0), "/koki/ledger", "資格期間が空いている", "資格期間が重なる", "市区町村が違う");
        for (long person : List.of(renumbered.personNo(), wrong.personNo(), NOBODY)) {
            String fault =
                    stage.value(
                            stage.city(0),
                            "select fault_no::text from koki.ledger_fault where person_no = ? and settled_on is null",
                            person);
            stage.clerk(stage.city(0)).get("/koki/ledger");
            stage.clerk(stage.city(0))
                    .post("/koki/ledger/" + fault, Map.of("note", "本人又は広域連合に確かめた"));
        }
        stage.seesNot(stage.city(0), "/koki/ledger", "個人番号が変わった", Long.toString(NOBODY));
    }

    private static List<Row> faulty(Stage stage, Resident of) {
        Row now = row(stage, of);
        Row lost =
                version(now, 90, "02", BIRTHDAY)
                        .set(InsuredFile.LOST_BY, "02")
                        .set(InsuredFile.LOST_ON, LOST)
                        .build();
        Row elsewhere = version(now, 91, "01", AGAIN).set(InsuredFile.HOME_CODE, ELSEWHERE).build();
        Row nobody =
                version(now, 1, "01", BIRTHDAY)
                        .set(InsuredFile.PERSON_NO, NOBODY)
                        .set(InsuredFile.INSURED_NO, InsuredNumber.of(9_999_999).text())
                        .build();
        return List.of(lost, elsewhere, version(now, 92, "01", DOUBLE).build(), nobody);
    }

    private static List<Row> mended(Stage stage, Resident of) {
        Row now = row(stage, of);
        return List.of(
                version(now, 93, "07", AGAIN).build(),
                version(now, 94, "07", DOUBLE).build(),
                version(now, 95, "08", BIRTHDAY).build());
    }

    private static Row.Builder version(Row now, long version, String change, LocalDate acquired) {
        return now.copy()
                .set(InsuredFile.VERSION, version)
                .set(InsuredFile.CHANGE, change)
                .set(InsuredFile.CHANGED_ON, acquired)
                .set(InsuredFile.ACQUIRED_ON, acquired)
                .set(InsuredFile.INSURER_FROM, acquired);
    }

    /** A row as the union writes it. */
    private static Row row(Stage stage, Resident of) {
        String city = stage.city(0).settings().code();
        return InsuredFile.LAYOUT
                .row()
                .set(InsuredFile.INSURER_NO, stage.union().settings().code())
                .set(
                        InsuredFile.INSURED_NO,
                        stage.value(
                                stage.city(0),
                                "select insured_no from koki.insured where person_no = ?",
                                of.personNo()))
                .set(InsuredFile.VERSION, 1L)
                .set(InsuredFile.PERSON_NO, of.personNo())
                .set(InsuredFile.CHANGE, "01")
                .set(InsuredFile.CHANGED_ON, BIRTHDAY)
                .set(InsuredFile.ACQUIRED_BY, "01")
                .set(InsuredFile.ACQUIRED_ON, BIRTHDAY)
                .set(InsuredFile.INSURER_FROM, BIRTHDAY)
                .set(InsuredFile.HOME_CODE, city)
                .set(InsuredFile.PERSON_KIND, "1")
                .set(InsuredFile.NAME_KANA, "バメン　キカン")
                .set(InsuredFile.NAME, of.name())
                .set(InsuredFile.NAME_USE, "1")
                .set(InsuredFile.BIRTH_ON, "1947-04-05")
                .set(InsuredFile.SEX, "2")
                .set(InsuredFile.INSIDE, "1")
                .set(InsuredFile.MUNICIPALITY_CODE, city)
                .set(InsuredFile.BEDRIDDEN, false)
                .set(InsuredFile.NO_DOCTOR, false)
                .set(InsuredFile.WHEREABOUTS_UNKNOWN, false)
                .set(InsuredFile.ADDRESS_EXCEPTION, "0")
                .set(InsuredFile.DEPENDANT, "0")
                .build();
    }
}
