package org.machi.platform.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.FileStore;
import org.machi.platform.files.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 送信: makes shipments of the files that wait for a partner. One shipment is under way at a time:
 * until it is answered the same one is sent again, byte for byte, so nothing overtakes and nothing
 * has effect twice.
 */
@Component
class Shipments {

    private static final String READ =
            """
            SELECT partner, number, manifest, signature FROM line.shipment
             WHERE direction = 'OUT' AND state = 'WAITING' AND partner = ?
            """;

    /** Files that wait, and those that are to go again; each kind in the order of its numbers. */
    private static final String FILES =
            """
            WITH asked AS (SELECT kind, first_serial, last_serial FROM line.resend
                            WHERE direction = 'OUT' AND partner = :partner AND done_at IS NULL)
            SELECT f.kind, f.name, f.serial, f.row_count, f.amount, f.bytes, f.sha256,
                   f.state = 'SENT' AS again
              FROM files.file f
             WHERE f.direction = 'OUT' AND f.receiver = :partner
               AND (f.state = 'READY' AND (:every OR line.way_on(:partner, f.kind, :day) = 'LINE')
                    OR EXISTS (SELECT FROM asked a
                                WHERE a.kind = f.kind
                                  AND f.serial BETWEEN a.first_serial AND a.last_serial))
               AND NOT EXISTS (SELECT FROM line.shipment_file g
                                 JOIN line.shipment s USING (direction, partner, number)
                                WHERE g.direction = 'OUT' AND g.partner = :partner
                                  AND s.state = 'WAITING' AND g.name = f.name)
             ORDER BY f.state = 'SENT' DESC, CASE WHEN f.state = 'SENT' THEN f.kind END, f.serial * (f.state = 'SENT')::int, f.id
            """;

    private final JdbcClient db;
    private final Partners partners;
    private final FileStore store;
    private final Outbox outbox;
    private final OrganisationSettings settings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    Shipments(
            JdbcClient db,
            Partners partners,
            FileStore store,
            Outbox outbox,
            OrganisationSettings settings,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.db = db;
        this.partners = partners;
        this.store = store;
        this.outbox = outbox;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What is to be sent to a partner next: the shipment under way, or else what waits. */
    synchronized Optional<Outgoing> next(Partner partner, Way way, LocalDate day, Actor actor) {
        Optional<Outgoing> waiting =
                db.sql(READ + "AND way = ?")
                        .params(partner.code(), way.name())
                        .query((row, n) ->
                                outgoing(row.getString(1), row.getBytes(3), row.getBytes(4)))
                        .optional();
        return waiting.isPresent()
                ? waiting.map(this::signedNow)
                : transaction.execute(status -> make(partner, way, day, actor));
    }

    /** Everything that waits for a partner, whichever way it was made for. */
    List<Outgoing> waiting(Partner partner) {
        return db
                .sql(READ + "ORDER BY number")
                .param(partner.code())
                .query((row, n) -> outgoing(row.getString(1), row.getBytes(3), row.getBytes(4)))
                .list()
                .stream()
                .map(this::signedNow)
                .toList();
    }

    /**
     * What still waits after this organisation's certificate was replaced is signed with the new
     * key.
     */
    private Outgoing signedNow(Outgoing shipment) {
        LineKey key = partners.key().orElseThrow(() -> new NotAsAgreed("回線の証明書が置かれていません"));
        if (shipment.signed().isBy(key.own())) {
            return shipment;
        }
        Signed again = Signed.by(key, shipment.signed().content());
        db.sql(
                        """
                        UPDATE line.shipment SET signature = ?
                         WHERE direction = 'OUT' AND partner = ? AND number = ?
                        """)
                .params(again.signature(), shipment.partner(), shipment.number())
                .update();
        return new Outgoing(shipment.partner(), shipment.number(), shipment.manifest(), again);
    }

    private static Outgoing outgoing(String partner, byte[] manifest, byte[] signature) {
        Manifest read = Manifest.parse(manifest);
        return new Outgoing(partner, read.number(), read, new Signed(manifest, signature));
    }

    private Optional<Outgoing> make(Partner partner, Way way, LocalDate day, Actor actor) {
        List<Manifest.Item> items = items(partner, way, day);
        List<Manifest.Range> wishes = wishes(partner);
        if (items.isEmpty() && wishes.isEmpty()) {
            return Optional.empty();
        }
        LineKey key = partners.key().orElseThrow(() -> new NotAsAgreed("回線の証明書が置かれていません"));
        long number =
                db.sql(
                                """
                                SELECT coalesce(max(number), 0) + 1 FROM line.shipment
                                 WHERE direction = 'OUT' AND partner = ?
                                """)
                        .param(partner.code())
                        .query(Long.class)
                        .single();
        Manifest manifest =
                new Manifest(
                        settings.code(), partner.code(), number, day.toString(), items, wishes);
        Signed signed = Signed.by(key, manifest.bytes());
        ShipmentRows.insert(
                db, new ShipmentRows.Row("OUT", partner.code(), way, "WAITING", manifest, signed));
        db.sql(
                        """
                        UPDATE line.resend SET done_at = clock_timestamp()
                         WHERE partner = ? AND done_at IS NULL
                        """)
                .param(partner.code())
                .update();
        audit.record(
                deed(actor, "送信票作成", partner.code(), number)
                        .on(day)
                        .withDetail(
                                "%s ファイル%d 件数%d 合計%d 再送依頼%d"
                                        .formatted(
                                                way.label(),
                                                items.size(),
                                                manifest.rows(),
                                                manifest.amount(),
                                                wishes.size())));
        return Optional.of(new Outgoing(partner.code(), number, manifest, signed));
    }

    private List<Manifest.Item> items(Partner partner, Way way, LocalDate day) {
        return db.sql(FILES)
                .param("partner", partner.code())
                .param("every", way == Way.MEDIUM)
                .param("day", day)
                .query((row, n) ->
                        new Manifest.Item(
                                row.getString("kind"),
                                row.getString("name"),
                                row.getInt("serial"),
                                row.getLong("row_count"),
                                row.getLong("amount"),
                                row.getLong("bytes"),
                                HexFormat.of().formatHex(row.getBytes("sha256")),
                                row.getBoolean("again")))
                .list();
    }

    /** What this organisation asks the partner to send again. */
    private List<Manifest.Range> wishes(Partner partner) {
        return db.sql(
                        """
                        SELECT kind, first_serial, last_serial FROM line.resend
                         WHERE direction = 'IN' AND partner = ? AND done_at IS NULL ORDER BY id
                        """)
                .param(partner.code())
                .query((row, n) ->
                        new Manifest.Range(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    /** Writes the manifest and the files as they were kept. */
    void write(Outgoing shipment, OutputStream out) throws IOException {
        shipment.signed().write(out);
        for (Manifest.Item item : shipment.manifest().files()) {
            String storedAs =
                    db.sql(
                                    """
                                    SELECT stored_as FROM files.file
                                     WHERE direction = 'OUT' AND kind = ? AND receiver = ? AND serial = ?
                                    """)
                            .params(item.kind(), shipment.partner(), item.serial())
                            .query(String.class)
                            .single();
            try (InputStream in = store.open(storedAs)) {
                in.transferTo(out);
            }
        }
        out.flush();
    }

    /** The partner did not answer; the next try waits longer each time, an hour at most. */
    void failed(Outgoing shipment, String error) {
        db.sql(
                        """
                        UPDATE line.shipment
                           SET attempts = attempts + 1, last_error = ?,
                               next_try_at = clock_timestamp()
                                   + least(60, power(2, least(attempts, 6))) * interval '1 minute'
                         WHERE direction = 'OUT' AND partner = ? AND number = ? AND state = 'WAITING'
                        """)
                .params(error, shipment.partner(), shipment.number())
                .update();
    }

    /** Whether the pause after the last failure is still on. */
    boolean isPausing(Outgoing shipment) {
        return db.sql(
                        """
                        SELECT coalesce(next_try_at > clock_timestamp(), false) FROM line.shipment
                         WHERE direction = 'OUT' AND partner = ? AND number = ?
                        """)
                .params(shipment.partner(), shipment.number())
                .query(Boolean.class)
                .single();
    }

    /**
     * Takes the partner's receipt. The files of an accepted shipment are sent; those of a refused
     * one wait again, together with what the partner lacks.
     *
     * @return whether it was accepted
     */
    synchronized boolean answered(Partner partner, Signed receipt, Actor actor) {
        if (!receipt.isBy(partner.certificate())) {
            throw new NotAsAgreed("受領票の署名が登録された証明書と合いません");
        }
        Manifest.Receipt said = Manifest.Receipt.parse(receipt.content());
        Outgoing shipment =
                db.sql(
                                """
                                SELECT partner, number, manifest, signature FROM line.shipment
                                 WHERE direction = 'OUT' AND partner = ? AND number = ?
                                """)
                        .params(partner.code(), said.number())
                        .query((row, n) ->
                                outgoing(row.getString(1), row.getBytes(3), row.getBytes(4)))
                        .optional()
                        .filter(one -> one.signed().hash().equals(said.manifest()))
                        .orElseThrow(() -> new NotAsAgreed("受領票に当たる送信票がありません"));
        boolean first =
                Boolean.TRUE.equals(
                        transaction.execute(status -> settle(shipment, said, receipt, actor)));
        if (first && said.accepted()) {
            forgetCopies(shipment);
        }
        return said.accepted();
    }

    private boolean settle(Outgoing shipment, Manifest.Receipt said, Signed receipt, Actor actor) {
        int rows =
                db.sql(
                                """
                                UPDATE line.shipment
                                   SET state = :state, receipt = :receipt,
                                       receipt_signature = :signature, reason = :reason,
                                       attempts = attempts + 1, last_error = '', next_try_at = NULL,
                                       ended_at = clock_timestamp()
                                 WHERE direction = 'OUT' AND partner = :partner
                                   AND number = :number AND state = 'WAITING'
                                """)
                        .param("state", said.accepted() ? "ACCEPTED" : "REFUSED")
                        .param("receipt", receipt.content())
                        .param("signature", receipt.signature())
                        .param("reason", said.reason())
                        .param("partner", shipment.partner())
                        .param("number", shipment.number())
                        .update();
        if (rows == 0) {
            return false;
        }
        Deed deed =
                deed(actor, "受領票の受信", shipment.partner(), shipment.number())
                        .on(LocalDate.parse(shipment.manifest().businessDate()))
                        .withDetail(said.accepted() ? "受領" : "拒否 " + said.reason());
        if (said.accepted()) {
            outbox.sent(names(shipment));
            audit.record(deed);
        } else {
            ShipmentRows.ask(db, "OUT", shipment.partner(), said.missing(), "欠番の指摘");
            audit.record(deed.refused());
        }
        return true;
    }

    private static Set<String> names(Outgoing shipment) {
        return shipment.manifest().files().stream()
                .map(Manifest.Item::name)
                .collect(Collectors.toSet());
    }

    /** The encrypted copies are kept; those in the outbox waited only to be sent. */
    private void forgetCopies(Outgoing shipment) {
        for (String name : new ArrayList<>(names(shipment))) {
            try {
                Files.deleteIfExists(settings.outbox().resolve(name));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Deed deed(Actor actor, String action, String partner, long number) {
        return Deed.of(actor, "回線", action, "送信票 " + partner + " " + number);
    }
}
