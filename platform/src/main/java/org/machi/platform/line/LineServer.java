package org.machi.platform.line;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 回線の受付: TLS 1.3 only, a certificate of the authority from everybody who connects, and answers to
 * those alone whose certificate is registered. Partners bring shipments, fetch what waits for them,
 * and bring their receipts.
 */
@Component
public class LineServer implements DisposableBean {

    static final String SHIPMENTS = "/line/shipments";
    static final String RECEIPTS = "/line/receipts";
    static final int NOT_REGISTERED = 403;

    private static final Logger LOG = LoggerFactory.getLogger(LineServer.class);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String[] PROTOCOLS = {"TLSv1.3"};
    private static final int FINE = 200;
    private static final int NOTHING = 204;
    private static final int NOT_AS_AGREED = 409;
    private static final int BROKEN = 500;
    private static final int WRONG_METHOD = 405;

    private final Partners partners;
    private final Arrivals arrivals;
    private final Shipments shipments;
    private final JdbcClient db;
    private final AuditTrail audit;
    private @Nullable HttpsServer server;
    private @Nullable ExecutorService threads;

    LineServer(
            Partners partners,
            Arrivals arrivals,
            Shipments shipments,
            JdbcClient db,
            AuditTrail audit) {
        this.partners = partners;
        this.arrivals = arrivals;
        this.shipments = shipments;
        this.db = db;
        this.audit = audit;
    }

    /**
     * Opens the line.
     *
     * @param port 0 for any free one
     * @return the address for partners
     */
    public synchronized String open(int port) {
        LineKey key =
                partners.key().orElseThrow(() -> new IllegalStateException("回線の証明書が置かれていません"));
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(key.keyManagers(), new TrustManager[] {key.trust()}, null);
            HttpsServer opened =
                    HttpsServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            opened.setHttpsConfigurator(
                    new HttpsConfigurator(context) {
                        @Override
                        public void configure(HttpsParameters parameters) {
                            SSLParameters all = context.getDefaultSSLParameters();
                            all.setProtocols(PROTOCOLS);
                            all.setNeedClientAuth(true);
                            parameters.setSSLParameters(all);
                        }
                    });
            opened.createContext("/", this::answer);
            ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
            opened.setExecutor(workers);
            opened.start();
            server = opened;
            threads = workers;
            return "https://127.0.0.1:" + opened.getAddress().getPort();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the line can't be opened on port " + port, e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<Partner> partner = caller(exchange);
            if (partner.isEmpty()) {
                audit.recordRefused(
                        Deed.of(Actor.timetable(), "回線", "接続", "回線")
                                .on(day())
                                .withDetail("登録のない証明書"));
                exchange.sendResponseHeaders(NOT_REGISTERED, -1);
                return;
            }
            serve(exchange, partner.get());
        } catch (NotAsAgreed wrong) {
            LOG.warn("line: {}", wrong.reason());
            exchange.sendResponseHeaders(NOT_AS_AGREED, -1);
        } catch (RuntimeException fault) {
            LOG.warn("line", fault);
            exchange.sendResponseHeaders(BROKEN, -1);
        }
    }

    private Optional<Partner> caller(HttpExchange exchange) throws IOException {
        Certificate[] shown = ((HttpsExchange) exchange).getSSLSession().getPeerCertificates();
        return shown[0] instanceof X509Certificate certificate
                ? partners.shown(certificate)
                : Optional.empty();
    }

    private void serve(HttpExchange exchange, Partner partner) throws IOException {
        String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        switch (asked) {
            case "POST " + SHIPMENTS -> take(exchange, partner);
            case "GET " + SHIPMENTS -> give(exchange, partner);
            case "POST " + RECEIPTS -> {
                shipments.answered(
                        partner, Signed.read(exchange.getRequestBody()), Actor.timetable());
                exchange.sendResponseHeaders(NOTHING, -1);
            }
            default -> exchange.sendResponseHeaders(WRONG_METHOD, -1);
        }
    }

    /** The business date; before the office's first day, the day of the machine. */
    private LocalDate day() {
        return db.sql("SELECT day FROM office.business_date")
                .query(LocalDate.class)
                .optional()
                .orElseGet(() -> LocalDate.now(JAPAN));
    }

    private void take(HttpExchange exchange, Partner partner) throws IOException {
        Signed receipt =
                arrivals.accept(
                        exchange.getRequestBody(),
                        new Arrivals.Origin(Way.LINE, partner, Actor.timetable(), day()));
        exchange.sendResponseHeaders(FINE, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            receipt.write(out);
        }
    }

    private void give(HttpExchange exchange, Partner partner) throws IOException {
        Optional<Outgoing> next = shipments.next(partner, Way.LINE, day(), Actor.timetable());
        if (next.isEmpty()) {
            exchange.sendResponseHeaders(NOTHING, -1);
            return;
        }
        exchange.sendResponseHeaders(FINE, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            shipments.write(next.get(), out);
        } catch (IOException broken) {
            shipments.failed(next.get(), "取りに来た相手方との接続が切れました");
            throw broken;
        }
    }

    @Override
    public synchronized void destroy() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (threads != null) {
            threads.shutdownNow();
            threads = null;
        }
    }
}
