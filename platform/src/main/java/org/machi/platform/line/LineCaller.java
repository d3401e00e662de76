package org.machi.platform.line;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 回線の接続: calls partners that have an address, brings them what waits here and fetches what waits
 * there. A city calls its union; the union calls nobody.
 */
@Component
public class LineCaller {

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofMinutes(10);
    private static final int FINE = 200;
    private static final int NOTHING = 204;

    /** A shipment of this size is made in memory; a larger one in a file. */
    private static final long SMALL = 4_000_000;

    /** Shipments in one call; what is more goes with the next one. */
    private static final int AT_ONCE = 100;

    private final Partners partners;
    private final Shipments shipments;
    private final Arrivals arrivals;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();

    LineCaller(
            Partners partners,
            Shipments shipments,
            Arrivals arrivals,
            OrganisationSettings settings,
            JdbcClient db) {
        this.partners = partners;
        this.shipments = shipments;
        this.arrivals = arrivals;
        this.settings = settings;
        this.db = db;
    }

    /**
     * What one call brought.
     *
     * @param sent shipments that the partner accepted
     * @param fetched shipments that were accepted here
     * @param refused shipments that either side refused
     * @param error why the call broke off, empty if it did not
     */
    public record Exchanged(int sent, int fetched, int refused, String error) {

        private Exchanged plus(Exchanged more) {
            return new Exchanged(
                    sent + more.sent,
                    fetched + more.fetched,
                    refused + more.refused,
                    error + more.error);
        }
    }

    /**
     * Calls every partner with an address.
     *
     * @param atOnce whether pauses after failures are cut short
     */
    public Exchanged exchange(LocalDate day, Actor actor, boolean atOnce) {
        Exchanged all = new Exchanged(0, 0, 0, "");
        for (Partner partner : partners.all()) {
            if (partner.isCalled()) {
                all = all.plus(exchange(partner, day, actor, atOnce));
            }
        }
        return all;
    }

    private Exchanged exchange(Partner partner, LocalDate day, Actor actor, boolean atOnce) {
        Exchanged sent = send(partner, day, actor, atOnce);
        Exchanged all = sent.error().isEmpty() ? sent.plus(fetch(partner, day, actor)) : sent;
        db.sql(
                        """
                        UPDATE line.partner
                           SET contact_at = CASE WHEN ? = '' THEN clock_timestamp() ELSE contact_at END,
                               contact_error = ?
                         WHERE code = ? AND retired_at IS NULL
                        """)
                .params(all.error(), all.error(), partner.code())
                .update();
        return all;
    }

    private Exchanged send(Partner partner, LocalDate day, Actor actor, boolean atOnce) {
        int sent = 0;
        int refused = 0;
        for (int n = 0; n < AT_ONCE && refused < 2; n++) {
            Optional<Outgoing> next = shipments.next(partner, Way.LINE, day, actor);
            if (next.isEmpty() || !atOnce && shipments.isPausing(next.get())) {
                break;
            }
            try {
                if (shipments.answered(partner, post(partner, next.get()), actor)) {
                    sent++;
                } else {
                    refused++;
                }
            } catch (IOException | NotAsAgreed e) {
                String why = why(e);
                shipments.failed(next.get(), why);
                return new Exchanged(sent, 0, refused, why);
            }
        }
        return new Exchanged(sent, 0, refused, "");
    }

    private Signed post(Partner partner, Outgoing shipment) throws IOException {
        if (shipment.manifest().size() <= SMALL) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            shipments.write(shipment, bytes);
            return post(partner, BodyPublishers.ofByteArray(bytes.toByteArray()));
        }
        Path file = Files.createTempFile(settings.keys(), "shipment", ".tmp");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                shipments.write(shipment, out);
            }
            return post(partner, BodyPublishers.ofFile(file));
        } finally {
            Files.delete(file);
        }
    }

    private Signed post(Partner partner, BodyPublisher body) throws IOException {
        HttpResponse<byte[]> answer =
                call(
                        partner,
                        request(partner, LineServer.SHIPMENTS).POST(body).build(),
                        BodyHandlers.ofByteArray());
        require(answer);
        return Signed.read(new ByteArrayInputStream(answer.body()));
    }

    private Exchanged fetch(Partner partner, LocalDate day, Actor actor) {
        int fetched = 0;
        int refused = 0;
        try {
            for (int n = 0; n < AT_ONCE && refused < 2; n++) {
                HttpResponse<InputStream> answer =
                        call(
                                partner,
                                request(partner, LineServer.SHIPMENTS).GET().build(),
                                BodyHandlers.ofInputStream());
                Signed receipt;
                try (InputStream body = answer.body()) {
                    if (answer.statusCode() == NOTHING) {
                        break;
                    }
                    require(answer);
                    receipt =
                            arrivals.accept(
                                    body, new Arrivals.Origin(Way.LINE, partner, actor, day));
                }
                if (Manifest.Receipt.parse(receipt.content()).accepted()) {
                    fetched++;
                } else {
                    refused++;
                }
                bring(partner, receipt);
            }
            return new Exchanged(0, fetched, refused, "");
        } catch (IOException | NotAsAgreed e) {
            return new Exchanged(0, fetched, refused, why(e));
        }
    }

    private void bring(Partner partner, Signed receipt) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        receipt.write(bytes);
        require(
                call(
                        partner,
                        request(partner, LineServer.RECEIPTS)
                                .POST(BodyPublishers.ofByteArray(bytes.toByteArray()))
                                .build(),
                        BodyHandlers.discarding()));
    }

    private static HttpRequest.Builder request(Partner partner, String path) {
        return HttpRequest.newBuilder(URI.create(partner.address() + path)).timeout(ANSWERING);
    }

    private static void require(HttpResponse<?> answer) {
        if (answer.statusCode() == LineServer.NOT_REGISTERED) {
            throw new NotAsAgreed("この団体の証明書は相手方に登録されていません");
        }
        if (answer.statusCode() != FINE && answer.statusCode() != NOTHING) {
            throw new NotAsAgreed("相手方が処理できませんでした（" + answer.statusCode() + "）");
        }
    }

    private static String why(Exception fault) {
        return fault instanceof NotAsAgreed wrong
                ? wrong.reason()
                : "接続できないか、接続が切れました（" + fault.getClass().getSimpleName() + "）";
    }

    private <T> HttpResponse<T> call(
            Partner partner, HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws IOException {
        try {
            LineKey own = partners.key().orElseThrow(() -> new NotAsAgreed("回線の証明書が置かれていません"));
            return clients.computeIfAbsent(
                            LineKey.fingerprint(own.own()) + partner.fingerprint(),
                            _ -> client(own, partner))
                    .send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static HttpClient client(LineKey key, Partner partner) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(
                    key.keyManagers(), new TrustManager[] {new Pinned(key.trust(), partner)}, null);
            SSLParameters parameters = new SSLParameters();
            parameters.setProtocols(new String[] {"TLSv1.3"});
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .sslContext(context)
                    .sslParameters(parameters)
                    .connectTimeout(CONNECTING)
                    .build();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no connection with the line's keys", e);
        }
    }
}
