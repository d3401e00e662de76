package org.machi.platform.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.platform.line.LineOffices.CLERK;
import static org.machi.platform.line.LineOffices.DAY;
import static org.machi.platform.line.LineOffices.accept;
import static org.machi.platform.line.LineOffices.address;
import static org.machi.platform.line.LineOffices.arrived;
import static org.machi.platform.line.LineOffices.bytes;
import static org.machi.platform.line.LineOffices.city;
import static org.machi.platform.line.LineOffices.count;
import static org.machi.platform.line.LineOffices.exchange;
import static org.machi.platform.line.LineOffices.next;
import static org.machi.platform.line.LineOffices.send;
import static org.machi.platform.line.LineOffices.union;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.Outbox;
import org.machi.platform.proof.Requirement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Shipments from a city to its union: whole, in order, once. */
class LineTest {

    private static @TempDir Path work;

    @BeforeAll
    static void connect() {
        LineOffices.connect(work);
    }

    @AfterAll
    static void close() {
        LineOffices.close();
    }

    @Test
    @Requirement({"I02", "I11"})
    void files_go_with_a_signed_manifest_and_are_sent_when_the_signed_receipt_is_here()
            throws IOException {
        FileRecord first = send(city, FileKind.SEIHO, 3);
        FileRecord second = send(city, FileKind.SEIHO, 0);
        byte[] original = Files.readAllBytes(city.settings().outbox().resolve(first.name()));
        assertThat(exchange()).isEqualTo(new LineCaller.Exchanged(1, 0, 0, ""));
        assertThat(arrived(union, FileKind.SEIHO)).containsExactly(first.name(), second.name());
        assertThat(Files.readAllBytes(union.settings().inbox().resolve(first.name())))
                .isEqualTo(original);
        assertThat(city.settings().outbox().resolve(first.name())).doesNotExist();
        assertThat(city.get(Outbox.class).ready())
                .extracting(FileRecord::kind)
                .doesNotContain(FileKind.SEIHO.code());
        assertThat(
                        count(
                                city,
                                "SELECT count(*) FROM line.shipment WHERE direction = 'OUT' AND row_count = 3"
                                        + " AND state = 'ACCEPTED' AND receipt_signature IS NOT NULL"))
                .isEqualTo(1);
        assertThat(exchange()).isEqualTo(new LineCaller.Exchanged(0, 0, 0, ""));
    }

    @Test
    void a_changed_byte_is_refused_whole_and_the_files_go_again_in_a_new_shipment()
            throws IOException {
        FileRecord file = send(city, FileKind.NONRES, 0);
        byte[] shipment = bytes(city, next(city));
        shipment[shipment.length - 20] ^= 1;
        Manifest.Receipt receipt = accept(union, shipment);
        assertThat(receipt.accepted()).isFalse();
        assertThat(receipt.reason()).contains(file.name()).contains("ハッシュ");
        assertThat(arrived(union, FileKind.NONRES)).isEmpty();
        LineCaller.Exchanged again = exchange();
        assertThat(again.refused()).isEqualTo(1);
        assertThat(again.sent()).isEqualTo(1);
        assertThat(arrived(union, FileKind.NONRES)).containsExactly(file.name());
    }

    @Test
    void a_changed_manifest_and_a_wrong_receiver_are_refused() throws IOException {
        send(city, FileKind.KAIGO_DED, 0);
        Outgoing shipment = next(city);
        byte[] changed = shipment.signed().content().clone();
        String text = new String(changed, StandardCharsets.UTF_8);
        byte[] forged = text.replace("2026-07-15", "2026-07-16").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Signed(forged, shipment.signed().signature()).write(out);
        assertThat(accept(union, out.toByteArray()).reason()).contains("署名");
        LineKey key = city.get(Partners.class).key().orElseThrow();
        Manifest elsewhere =
                new Manifest("131016", "999999", 900, "2026-07-15", List.of(), List.of());
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        Signed.by(key, elsewhere.bytes()).write(other);
        assertThat(accept(union, other.toByteArray()).reason()).contains("あて");
        Manifest counted =
                new Manifest(
                        "131016",
                        union.settings().code(),
                        901,
                        "2026-07-15",
                        shipment.manifest().files().stream()
                                .map(item ->
                                        new Manifest.Item(
                                                item.kind(),
                                                item.name(),
                                                item.serial(),
                                                7,
                                                item.amount(),
                                                item.bytes(),
                                                item.sha256(),
                                                false))
                                .toList(),
                        List.of());
        byte[] whole = bytes(city, shipment);
        int head = 8 + shipment.signed().content().length + shipment.signed().signature().length;
        ByteArrayOutputStream wrongCount = new ByteArrayOutputStream();
        Signed.by(key, counted.bytes()).write(wrongCount);
        wrongCount.write(whole, head, whole.length - head);
        assertThat(accept(union, wrongCount.toByteArray()).reason()).contains("件数");
        assertThat(arrived(union, FileKind.KAIGO_DED)).isEmpty();
        assertThat(exchange().sent()).isEqualTo(1);
    }

    @Test
    void a_gap_is_refused_with_what_is_missing_and_the_sender_fills_it() {
        FileRecord lost = send(city, FileKind.TAX_DIFF, 0);
        city.get(Outbox.class).sent(List.of(lost.name()));
        FileRecord next = send(city, FileKind.TAX_DIFF, 0);
        LineCaller.Exchanged exchanged = exchange();
        assertThat(exchanged.refused()).isEqualTo(1);
        assertThat(exchanged.sent()).isEqualTo(1);
        assertThat(arrived(union, FileKind.TAX_DIFF)).containsExactly(lost.name(), next.name());
        assertThat(
                        city.get(JdbcClient.class)
                                .sql("SELECT reason FROM line.shipment WHERE state = 'REFUSED'")
                                .query(String.class)
                                .list())
                .anyMatch(reason -> reason.contains("000001から000001まで"));
    }

    @Test
    void a_connection_that_is_cut_leaves_nothing_and_the_same_shipment_goes_again()
            throws Exception {
        FileRecord file = send(city, FileKind.MIG_INSURED, 0);
        Outgoing shipment = next(city);
        byte[] whole = bytes(city, shipment);
        LineKey key = city.get(Partners.class).key().orElseThrow();
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(key.keyManagers(), new TrustManager[] {key.trust()}, null);
        URI there = URI.create(address);
        try (SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory().createSocket(there.getHost(), there.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST "
                                    + LineServer.SHIPMENTS
                                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
                                    + whole.length
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(Arrays.copyOf(whole, whole.length - 30));
            out.flush();
        }
        city.get(Shipments.class).failed(shipment, "切断");
        assertThat(city.get(Shipments.class).isPausing(shipment)).isTrue();
        assertThat(arrived(union, FileKind.MIG_INSURED)).isEmpty();
        assertThat(city.get(LineCaller.class).exchange(DAY, CLERK, false).sent()).isZero();
        assertThat(exchange().sent()).isEqualTo(1);
        assertThat(arrived(union, FileKind.MIG_INSURED)).containsExactly(file.name());
        assertThat(
                        count(
                                city,
                                "SELECT attempts FROM line.shipment WHERE direction = 'OUT' AND number = "
                                        + shipment.number()))
                .isEqualTo(2);
    }

    @Test
    void a_lost_receipt_is_given_again_and_nothing_arrives_twice() throws IOException {
        FileRecord file = send(city, FileKind.MIG_CLOSING, 0);
        Outgoing shipment = next(city);
        assertThat(accept(union, bytes(city, shipment)).accepted()).isTrue();
        Path arrived = union.settings().inbox().resolve(file.name());
        Files.delete(arrived);
        assertThat(exchange()).isEqualTo(new LineCaller.Exchanged(1, 0, 0, ""));
        assertThat(arrived).doesNotExist();
        assertThat(
                        count(
                                union,
                                "SELECT count(*) FROM line.shipment_file WHERE kind = 'MIG_CLOSING'"))
                .isEqualTo(1);
    }

    @Test
    void what_is_asked_for_goes_again_by_its_numbers_from_either_side() throws IOException {
        FileRecord first = send(city, FileKind.MIG_ARREARS, 0);
        send(city, FileKind.MIG_ARREARS, 0);
        assertThat(exchange().sent()).isEqualTo(1);
        Path arrived = union.settings().inbox().resolve(first.name());
        Files.delete(arrived);
        JdbcClient atUnion = union.get(JdbcClient.class);
        Manifest.Range range = new Manifest.Range("MIG_ARREARS", 1, 1);
        ShipmentRows.ask(atUnion, "IN", "131016", List.of(range), "1001");
        assertThat(exchange().fetched()).isEqualTo(1);
        assertThat(exchange().sent()).isEqualTo(1);
        assertThat(arrived).exists();
        assertThat(
                        count(
                                union,
                                "SELECT count(*) FROM line.shipment_file WHERE kind = 'MIG_ARREARS' AND again"))
                .isEqualTo(1);
        Files.delete(arrived);
        ShipmentRows.ask(
                city.get(JdbcClient.class), "OUT", union.settings().code(), List.of(range), "1001");
        assertThat(exchange().sent()).isEqualTo(1);
        assertThat(arrived).exists();
    }
}
