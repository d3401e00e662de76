package org.machi.platform.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.machi.platform.line.LineOffices.CLERK;
import static org.machi.platform.line.LineOffices.DAY;
import static org.machi.platform.line.LineOffices.address;
import static org.machi.platform.line.LineOffices.arrived;
import static org.machi.platform.line.LineOffices.authority;
import static org.machi.platform.line.LineOffices.city;
import static org.machi.platform.line.LineOffices.count;
import static org.machi.platform.line.LineOffices.exchange;
import static org.machi.platform.line.LineOffices.next;
import static org.machi.platform.line.LineOffices.partner;
import static org.machi.platform.line.LineOffices.send;
import static org.machi.platform.line.LineOffices.union;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machi.formats.file.FileKind;
import org.machi.platform.Organisation;
import org.machi.platform.files.FileRecord;
import org.machi.platform.proof.Requirement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may be on the line, by which way and on which days. */
class LineAccessTest {

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
    @Requirement({"I03", "I09"})
    void a_city_fetches_what_waits_for_it_at_the_union() {
        FileRecord file = send(union, FileKind.U_INSURED, 0);
        assertThat(exchange().fetched()).isEqualTo(1);
        assertThat(arrived(city, FileKind.U_INSURED)).containsExactly(file.name());
        assertThat(
                        count(
                                union,
                                "SELECT count(*) FROM line.shipment WHERE direction = 'OUT' AND state = 'WAITING'"))
                .isZero();
    }

    private static HttpClient client(KeyManager @Nullable [] keys)
            throws GeneralSecurityException, IOException {
        LineKey own = city.get(Partners.class).key().orElseThrow();
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys, new TrustManager[] {own.trust()}, null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static int ask(HttpClient client) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create(address + LineServer.SHIPMENTS)).build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void nobody_is_answered_without_a_registered_certificate() throws Exception {
        assertThatThrownBy(() -> ask(client(null))).isInstanceOf(IOException.class);
        LineAuthority strangers = LineAuthority.in(work.resolve("strangers"));
        Path strangerKeys = work.resolve("stranger");
        strangers.provide("131016", strangerKeys);
        LineKey stranger = LineKey.read(LineKey.folder(strangerKeys)).orElseThrow();
        assertThatThrownBy(() -> ask(client(stranger.keyManagers())))
                .isInstanceOf(IOException.class);
        Path newKeys = work.resolve("unregistered");
        authority.provide("131024", newKeys);
        LineKey unregistered = LineKey.read(LineKey.folder(newKeys)).orElseThrow();
        assertThat(ask(client(unregistered.keyManagers()))).isEqualTo(403);
        LineKey known = city.get(Partners.class).key().orElseThrow();
        assertThat(ask(client(known.keyManagers()))).isIn(200, 204);
    }

    @Test
    @Requirement({"I03"})
    void a_revoked_certificate_is_good_for_nothing_until_a_new_one_is_registered()
            throws Exception {
        FileRecord file = send(city, FileKind.JUKI_DIFF, 0);
        Partners atUnion = union.get(Partners.class);
        byte[] old = city.get(Partners.class).ownCertificate().orElseThrow();
        assertThat(atUnion.revoke("131016", "端末の紛失", "1001")).isTrue();
        assertThat(atUnion.revoke("131016", "もう一度", "1001")).isFalse();
        assertThat(exchange().error()).contains("相手方に登録されていません");
        assertThat(arrived(union, FileKind.JUKI_DIFF)).isEmpty();
        assertThat(atUnion.register("131016", "市", old, "", "1001")).isFalse();
        assertThat(atUnion.find("131016")).isEmpty();
        authority.renew("131016", city.settings().keys());
        byte[] renewed = city.get(Partners.class).ownCertificate().orElseThrow();
        assertThat(exchange().error()).contains("相手方に登録されていません");
        assertThat(atUnion.register("131016", "市", renewed, "", "1001")).isTrue();
        assertThat(exchange().error()).isEmpty();
        assertThat(arrived(union, FileKind.JUKI_DIFF)).containsExactly(file.name());
        assertThat(count(union, "SELECT count(*) FROM line.partner WHERE revoked_by = '1001'"))
                .isEqualTo(1);
    }

    @Test
    void keys_are_readable_by_their_owner_only_and_a_certificate_of_strangers_is_not_registered()
            throws Exception {
        Path folder = LineKey.folder(city.settings().keys());
        assertThat(Files.getPosixFilePermissions(folder.resolve(LineKey.KEY)))
                .extracting(Enum::name)
                .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
        Path keys = work.resolve("other");
        LineAuthority.in(work.resolve("others")).provide("131016", keys);
        byte[] other = LineKey.read(LineKey.folder(keys)).orElseThrow().own().getEncoded();
        assertThat(union.get(Partners.class).register("131016", "市", other, "", "1001")).isFalse();
    }

    @Test
    @Requirement("I31")
    void a_medium_carries_the_same_shipment_and_the_line_adds_nothing_to_it() throws IOException {
        LineMedia lender = union.get(LineMedia.class);
        LineMedia reader = city.get(LineMedia.class);
        LineMedia.Hand hand = new LineMedia.Hand(CLERK, DAY);
        for (Organisation one : List.of(union, city)) {
            one.get(JdbcClient.class)
                    .sql(
                            "INSERT INTO line.managed_terminal (name, registered_by) VALUES ('管理端末1', '1001')")
                    .update();
        }
        lender.register("SSD-1", "広域連合貸与1", hand);
        FileRecord file = send(union, FileKind.U_CARD, 0);
        byte[] original = Files.readAllBytes(union.settings().outbox().resolve(file.name()));
        Outgoing overLine = next(union);
        assertThat(lender.write("SSD-1", "131016", hand)).isEqualTo(1);
        LineMedia.Hand elsewhere = new LineMedia.Hand(CLERK.as("1001", "窓口1"), DAY);
        assertThatThrownBy(() -> lender.write("SSD-1", "131016", elsewhere))
                .hasMessageContaining("管理端末");
        carry(lender.place().resolve("SSD-1"), reader.place().resolve("SSD-1"));
        Files.createDirectories(reader.place().resolve("USB-9"));
        assertThatThrownBy(() -> reader.read("USB-9", hand)).hasMessageContaining("登録した媒体");
        String onMedium =
                Files.readString(
                        reader.place()
                                .resolve("SSD-1")
                                .resolve(
                                        "391301_131016_%06d.shipment".formatted(overLine.number())),
                        StandardCharsets.ISO_8859_1);
        assertThat(onMedium).doesNotContain("U_CARD");
        assertThat(reader.read("SSD-1", hand)).singleElement().asString().contains("受領");
        assertThat(Files.readAllBytes(city.settings().inbox().resolve(file.name())))
                .isEqualTo(original);
        assertThat(reader.inserted().getFirst().names()).isEmpty();
        Files.delete(city.settings().inbox().resolve(file.name()));
        assertThat(exchange().fetched()).isEqualTo(1);
        assertThat(city.settings().inbox().resolve(file.name())).doesNotExist();
        assertThat(count(city, "SELECT count(*) FROM line.shipment_file WHERE kind = 'U_CARD'"))
                .isEqualTo(1);
        carry(reader.place().resolve("SSD-1"), lender.place().resolve("SSD-1"));
        assertThat(lender.read("SSD-1", hand)).singleElement().asString().contains("受領票");
        assertThat(lender.erase("SSD-1", hand)).isEqualTo(1);
        assertThat(
                        city.get(JdbcClient.class)
                                .sql("SELECT deed FROM line.medium_use ORDER BY id")
                                .query(String.class)
                                .list())
                .containsExactly("READ", "ERASED");
    }

    private static void carry(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.write(to.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
    }

    @Test
    @Requirement({"I08", "I10"})
    void a_schedule_says_on_which_days_and_by_which_way_a_kind_goes() {
        Schedules schedules = city.get(Schedules.class);
        LocalDate since = LocalDate.of(2026, 4, 1);
        schedules.change(
                new Schedules.Entry(
                        "391301", "U_TAX", false, Schedules.Rhythm.MONTH_DAY, 20, since, "堺市"),
                "1001");
        schedules.change(
                new Schedules.Entry(
                        "391301",
                        "U_INSTALMENT",
                        true,
                        Schedules.Rhythm.BUSINESS_DAY,
                        3,
                        since,
                        "熊谷市"),
                "1001");
        assertThat(due(schedules, "U_TAX", 20)).isFalse();
        assertThat(due(schedules, "U_TAX", 21)).isTrue();
        assertThat(due(schedules, "U_INSTALMENT", 3)).isTrue();
        assertThat(due(schedules, "U_INSTALMENT", 6)).isFalse();
        assertThat(due(schedules, "U_RECEIPT", 6)).isTrue();
        send(city, FileKind.U_INSTALMENT, 0);
        assertThat(
                        city.get(Shipments.class)
                                .next(partner(city), Way.LINE, DAY, CLERK)
                                .map(Outgoing::manifest)
                                .map(Manifest::files)
                                .orElse(List.of()))
                .noneMatch(item -> item.kind().equals("U_INSTALMENT"));
        Optional<Outgoing> medium =
                city.get(Shipments.class).next(partner(city), Way.MEDIUM, DAY, CLERK);
        assertThat(medium).isPresent();
    }

    /** In this July the 4th, 5th, 11th, 12th, 18th, 19th and 20th are closed. */
    private static boolean due(Schedules schedules, String kind, int day) {
        return schedules.isDue(
                "391301",
                kind,
                LocalDate.of(2026, 7, day),
                date ->
                        date.getDayOfWeek().getValue() <= 5
                                && !date.equals(LocalDate.of(2026, 7, 20)));
    }
}
