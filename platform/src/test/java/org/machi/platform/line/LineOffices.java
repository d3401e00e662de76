package org.machi.platform.line;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.WelfareFile;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.audit.Actor;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.Outbox;
import org.machi.platform.proof.TestDatabase;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A union and a city over real TLS sockets, real files and real databases. */
@SuppressWarnings("NullAway.Init") // connect() comes before everything else
final class LineOffices {

    private LineOffices() {}

    static final LocalDate DAY = LocalDate.of(2026, 7, 15);
    static final Actor CLERK = new Actor("1001", "管理端末1", "係", "回線");
    static LineAuthority authority;
    static Organisation union;
    static Organisation city;
    static String address = "";

    static void connect(Path work) {
        union = TestDatabase.startUnion(SampleApplication.class);
        city = TestDatabase.startCity(SampleApplication.class);
        authority = LineAuthority.in(work.resolve("authority"));
        for (Organisation one : List.of(union, city)) {
            authority.provide(one.settings().code(), one.settings().keys());
            one.get(BusinessDate.class).open(DAY);
        }
        address = union.get(LineServer.class).open(0);
        register(union, city, "");
        register(city, union, address);
    }

    static void close() {
        city.close();
        union.close();
    }

    static void register(Organisation at, Organisation other, String otherAddress) {
        byte[] certificate = other.get(Partners.class).ownCertificate().orElseThrow();
        assertThat(
                        at.get(Partners.class)
                                .register(
                                        other.settings().code(),
                                        "相手方",
                                        certificate,
                                        otherAddress,
                                        "1001"))
                .isTrue();
    }

    static FileRecord send(Organisation from, FileKind kind, int people) {
        Organisation to = from == city ? union : city;
        FileRecord sent =
                from.get(TransactionTemplate.class)
                        .execute(status ->
                                from.get(Outbox.class)
                                        .send(
                                                Dispatch.of(kind, to.settings().code(), DAY, CLERK),
                                                file -> {
                                                    for (long no = 1; no <= people; no++) {
                                                        file.write(
                                                                WelfareFile.LAYOUT
                                                                        .row()
                                                                        .set(
                                                                                WelfareFile
                                                                                        .PERSON_NO,
                                                                                no)
                                                                        .set(
                                                                                WelfareFile.CASE_NO,
                                                                                "1000")
                                                                        .set(
                                                                                WelfareFile.CHANGE,
                                                                                "1")
                                                                        .set(
                                                                                WelfareFile
                                                                                        .CHANGED_ON,
                                                                                DAY)
                                                                        .set(
                                                                                WelfareFile
                                                                                        .DECIDED_ON,
                                                                                DAY)
                                                                        .build());
                                                    }
                                                }));
        assertThat(sent).isNotNull();
        return sent;
    }

    static LineCaller.Exchanged exchange() {
        return city.get(LineCaller.class).exchange(DAY, CLERK, true);
    }

    static List<String> arrived(Organisation at, FileKind kind) {
        Path inbox = at.settings().inbox();
        try (Stream<Path> files = Files.list(inbox)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(kind.code() + "_"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Partner partner(Organisation at) {
        return at.get(Partners.class).all().getFirst();
    }

    static Outgoing next(Organisation from) {
        return from.get(Shipments.class).next(partner(from), Way.LINE, DAY, CLERK).orElseThrow();
    }

    static byte[] bytes(Organisation from, Outgoing shipment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        from.get(Shipments.class).write(shipment, bytes);
        return bytes.toByteArray();
    }

    static Manifest.Receipt accept(Organisation at, byte[] shipment) throws IOException {
        Signed receipt =
                at.get(Arrivals.class)
                        .accept(
                                new ByteArrayInputStream(shipment),
                                new Arrivals.Origin(Way.LINE, partner(at), CLERK, DAY));
        assertThat(receipt.isBy(at.get(Partners.class).key().orElseThrow().own())).isTrue();
        return Manifest.Receipt.parse(receipt.content());
    }

    static long count(Organisation at, String sql) {
        return at.get(JdbcClient.class).sql(sql).query(Long.class).single();
    }
}
