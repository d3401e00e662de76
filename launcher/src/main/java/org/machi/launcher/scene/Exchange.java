package org.machi.launcher.scene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.machi.formats.column.Row;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.Organisation;
import org.machi.platform.files.Outbox;
import org.machi.platform.line.LineAuthority;
import org.machi.platform.line.Partners;

/**
 * 回線: a connection that fails and is tried again, a file that got lost, the gap that is refused and
 * filled, the error list that comes back and the result after the rows were taken again, files
 * again by their numbers, and a certificate that is revoked and replaced.
 */
final class Exchange implements Scene {

    private static final String LINE = "/line";
    private static final String PARTNERS = "/line/partners";

    @Override
    public String name() {
        return "exchange";
    }

    @Override
    public String title() {
        return "回線の障害と再送、欠番の拒否、エラーリストと再取込の結果、通番を指定した再送、証明書の失効と更新";
    }

    @Override
    public void write(Script script) {
        Resident first = newcomer(script, "場面　壱子", "バメン　イチコ");
        Resident second = newcomer(script, "場面　弐子", "バメン　ニコ");
        Resident third = newcomer(script, "場面　参子", "バメン　サンコ");
        broken(script, first);
        lost(script, second);
        gap(script, third);
        again(script);
        revoked(script);
        script.look(0, LINE, "送信票と受領票（障害、欠番の拒否、再送）");
        script.lookAtUnion(_ -> LINE, "広域連合から見た送信票");
        script.lookAtUnion(_ -> PARTNERS, "失効した証明書");
    }

    private static Resident newcomer(Script script, String name, String kana) {
        return script.newcomer(0, new Resident.Who(name, kana, "1946-02-03", "2"));
    }

    private static Row movedIn(Resident who, LocalDate today) {
        return who.event(
                "01",
                today,
                today,
                row ->
                        row.set(ResidentFile.MOVED_IN_ON, today)
                                .set(ResidentFile.RESIDENT_SINCE, today)
                                .set(ResidentFile.ADDRESS_SINCE, today)
                                .set(ResidentFile.FROM_CODE, "131024"));
    }

    private static void broken(Script script, Resident who) {
        script.morning(
                "2026-05-18",
                "転入の異動が市に届く",
                stage -> stage.register(0, movedIn(who, stage.today())));
        script.counter(
                "2026-05-18",
                "回線が切れていて送れず、直ってから同じ送信票が届く",
                stage -> {
                    String address = address(stage);
                    know(stage, "https://127.0.0.1:1");
                    call(stage, "接続できないか、接続が切れました");
                    stage.sees(stage.city(0), LINE, "再送待ち", "次の送信");
                    know(stage, address);
                    call(stage, "送信した送信票1件");
                    stage.sees(stage.city(0), LINE, "受領済", "正常");
                });
    }

    private static void lost(Script script, Resident who) {
        script.morning(
                "2026-05-19",
                "転入の異動と所得が市に届く",
                stage -> {
                    stage.register(0, movedIn(who, stage.today()));
                    stage.tax(0, who.pension(2025, 1_800_000, 700_000));
                });
        script.counter(
                "2026-05-19",
                "住民基本台帳情報のファイルがなくなり、所得・課税情報だけが届く",
                stage -> {
                    lose(stage, last(stage, "U_PERSON"));
                    call(stage, "送信した送信票1件");
                });
        script.evening(
                "2026-05-19",
                "広域連合は知らない人の所得を除外し、エラーリストが市に返る",
                stage -> stage.sees(stage.city(0), sent(stage, "U_TAX"), "相手方の取込結果", "一部除外"));
    }

    private static void gap(Script script, Resident who) {
        script.morning(
                "2026-05-20",
                "次の転入の異動が市に届く",
                stage -> stage.register(0, movedIn(who, stage.today())));
        script.counter(
                "2026-05-20",
                "欠番のある送信票は拒否され、なくなったファイルを先にして届く",
                stage -> {
                    call(stage, "送信した送信票1件、受け取った送信票0件、拒否1件");
                    stage.sees(stage.city(0), LINE, "まだ届いていません", "欠番の指摘");
                });
    }

    private static void again(Script script) {
        script.counter(
                "2026-05-21",
                "広域連合は除外した行の再取込を指示し、通番を指定して再送を頼む。市がもう一度送る",
                stage -> {
                    Organisation union = stage.union();
                    String path = "/files/" + received(stage, "U_TAX");
                    stage.clerk(union).get(path);
                    stage.clerk(union).post(path + "/again", Map.of("reason", "住民基本台帳情報が届いたため"));
                    String serial =
                            stage.value(
                                    union,
                                    "SELECT serial::text FROM files.file WHERE id = ?::bigint",
                                    received(stage, "U_PERSON"));
                    stage.clerk(union).get(LINE);
                    stage.clerk(union)
                            .post(
                                    "/line/resend",
                                    Map.of(
                                            "direction",
                                            "IN",
                                            "partner",
                                            stage.city(0).settings().code(),
                                            "kind",
                                            "U_PERSON",
                                            "first",
                                            serial,
                                            "last",
                                            serial));
                    call(stage, "受け取った送信票1件");
                    call(stage, "送信した送信票1件");
                });
        script.evening(
                "2026-05-21",
                "再取込の結果が市に届く。再送されたファイルは重複と分かり、二度は取り込まれない",
                stage -> {
                    stage.sees(stage.city(0), sent(stage, "U_TAX"), "一部除外", "取込済");
                    String twice =
                            stage.value(
                                    stage.union(),
                                    """
                                    SELECT min(name) FROM files.file
                                     WHERE direction = 'IN' AND kind = 'U_PERSON' AND state = 'DUPLICATE'
                                    """);
                    stage.sees(stage.city(0), page(stage, "name", twice), "重複");
                });
    }

    private static void revoked(Script script) {
        script.counter(
                "2026-05-22",
                "広域連合が市の証明書を失効させ、市は新しい証明書が登録されるまで送受信できない",
                stage -> {
                    Organisation union = stage.union();
                    Organisation city = stage.city(0);
                    String code = city.settings().code();
                    stage.clerk(union).get(PARTNERS);
                    stage.clerk(union)
                            .post(PARTNERS + "/" + code + "/revoke", Map.of("reason", "端末の紛失"));
                    stage.sees(union, PARTNERS, "失効した証明書", "端末の紛失");
                    call(stage, "相手方に登録されていません");
                    LineAuthority.in(union.settings().exchange().resolveSibling("line"))
                            .renew(code, city.settings().keys());
                    stage.clerk(union)
                            .post(
                                    PARTNERS,
                                    Map.of(
                                            "code",
                                            code,
                                            "name",
                                            city.settings().name(),
                                            "address",
                                            "",
                                            "certificate",
                                            certificate(city)));
                    stage.sees(union, PARTNERS, "証明書を登録しました");
                    call(stage, "拒否0件");
                });
    }

    /** The city's clerk calls the union and is told these words. */
    private static void call(Stage stage, String words) {
        Organisation city = stage.city(0);
        stage.clerk(city).get(LINE);
        stage.clerk(city).post("/line/exchange", Map.of());
        stage.sees(city, LINE, words);
    }

    private static String address(Stage stage) {
        return stage.value(
                stage.city(0), "SELECT address FROM line.partner WHERE retired_at IS NULL");
    }

    /** The city knows the union at an address. */
    private static void know(Stage stage, String address) {
        Organisation union = stage.union();
        stage.city(0)
                .get(Partners.class)
                .register(
                        union.settings().code(),
                        union.settings().name(),
                        union.get(Partners.class).ownCertificate().orElseThrow(),
                        address,
                        "1001");
    }

    private static String certificate(Organisation of) {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(of.get(Partners.class).ownCertificate().orElseThrow())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static String last(Stage stage, String kind) {
        return stage.value(
                stage.city(0),
                "SELECT name FROM files.file WHERE direction = 'OUT' AND kind = ? ORDER BY id DESC LIMIT 1",
                kind);
    }

    /** The city's page of the last file of a kind that it sent. */
    private static String sent(Stage stage, String kind) {
        return page(stage, "kind", kind);
    }

    private static String page(Stage stage, String column, String value) {
        return "/files/"
                + stage.value(
                        stage.city(0),
                        "SELECT max(id)::text FROM files.file WHERE direction = 'OUT' AND %s = ?"
                                .formatted(column),
                        value);
    }

    /** The number of the last file of a kind that the union took from the city. */
    private static String received(Stage stage, String kind) {
        return stage.value(
                stage.union(),
                """
                SELECT max(id)::text FROM files.file
                 WHERE direction = 'IN' AND state = 'APPLIED' AND kind = ? AND sender = ?
                """,
                kind,
                stage.city(0).settings().code());
    }

    /** Somebody took the file away, and it never arrived. */
    private static void lose(Stage stage, String name) {
        Organisation city = stage.city(0);
        city.get(Outbox.class).sent(List.of(name));
        try {
            Files.deleteIfExists(city.settings().outbox().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
