package org.machi.platform.line;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 受信: takes shipments. Whatever is wrong with one, nothing of it reaches the inbox; when all is
 * right, its files do, together, once. The answer is a signed receipt, the same one however often
 * the same shipment comes.
 */
@Component
class Arrivals {

    private final JdbcClient db;
    private final Partners partners;
    private final OrganisationSettings settings;
    private final ArrivedFiles files;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Map<String, Object> oneAtATime = new ConcurrentHashMap<>();

    Arrivals(
            JdbcClient db,
            Partners partners,
            OrganisationSettings settings,
            ArrivedFiles files,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.db = db;
        this.partners = partners;
        this.settings = settings;
        this.files = files;
        this.audit = audit;
        this.transaction = transaction;
    }

    /**
     * Where a shipment comes from.
     *
     * @param caller who is at the other end of the connection; null when it came on a medium
     * @param day the receiver's business date
     */
    record Origin(Way way, @Nullable Partner caller, Actor actor, LocalDate day) {}

    /**
     * Takes a shipment.
     *
     * @throws IOException when it did not come whole; then nothing is on record and it may come
     *     again
     */
    Signed accept(InputStream in, Origin origin) throws IOException {
        LineKey key = partners.key().orElseThrow(() -> new NotAsAgreed("回線の証明書が置かれていません"));
        Signed signed = Signed.read(in);
        Manifest manifest;
        try {
            manifest = Manifest.parse(signed.content());
            require(manifest, signed, origin);
        } catch (NotAsAgreed notProven) {
            // Who sent it is not proven, so nothing is kept under the number that it claims.
            audit.recordRefused(
                    Deed.of(origin.actor(), "回線", "受信", "送信票")
                            .on(origin.day())
                            .withDetail(notProven.reason()));
            return Signed.by(key, refusal("", 0, signed, notProven).bytes());
        }
        synchronized (oneAtATime.computeIfAbsent(manifest.sender(), _ -> new Object())) {
            return answer(in, manifest, signed, origin, key);
        }
    }

    private void require(Manifest manifest, Signed signed, Origin origin) {
        Partner partner =
                partners.find(manifest.sender())
                        .orElseThrow(() -> new NotAsAgreed("送信元は登録された相手方ではありません"));
        if (origin.caller() != null && !origin.caller().code().equals(partner.code())) {
            throw new NotAsAgreed("送信票の送信元が接続した相手方と違います");
        }
        if (!signed.isBy(partner.certificate())) {
            throw new NotAsAgreed("送信票の署名が登録された証明書と合いません");
        }
        if (!manifest.receiver().equals(settings.code())) {
            throw new NotAsAgreed("この団体あての送信票ではありません");
        }
    }

    private Signed answer(
            InputStream in, Manifest manifest, Signed signed, Origin origin, LineKey key)
            throws IOException {
        Optional<Earlier> earlier = earlier(manifest);
        if (earlier.isPresent()) {
            files.publishLeftBehind(manifest);
            return earlier.get().hash().equals(signed.hash())
                    ? signedNow(earlier.get().receipt(), key)
                    : Signed.by(
                            key,
                            refusal(
                                            manifest.sender(),
                                            manifest.number(),
                                            signed,
                                            new NotAsAgreed("同じ番号の送信票を受け取っていますが、内容が違います"))
                                    .bytes());
        }
        try {
            files.receive(in, manifest);
            return keep(manifest, signed, origin, key);
        } catch (NotAsAgreed wrong) {
            return refuse(manifest, signed, origin, key, wrong);
        } finally {
            files.clear(manifest);
        }
    }

    /** A receipt that is given again, with the key of today. */
    private static Signed signedNow(Signed receipt, LineKey key) {
        return receipt.isBy(key.own()) ? receipt : Signed.by(key, receipt.content());
    }

    /** A shipment of this number that was answered before. */
    private record Earlier(String hash, Signed receipt) {}

    private Optional<Earlier> earlier(Manifest manifest) {
        return db.sql(
                        """
                        SELECT encode(sha256(manifest), 'hex'), receipt, receipt_signature
                          FROM line.shipment
                         WHERE direction = 'IN' AND partner = ? AND number = ?
                        """)
                .params(manifest.sender(), manifest.number())
                .query((row, n) ->
                        new Earlier(row.getString(1), new Signed(row.getBytes(2), row.getBytes(3))))
                .optional();
    }

    private Signed keep(Manifest manifest, Signed signed, Origin origin, LineKey key) {
        Manifest.Receipt receipt =
                new Manifest.Receipt(
                        manifest.sender(),
                        settings.code(),
                        manifest.number(),
                        signed.hash(),
                        true,
                        "",
                        List.of());
        Signed answer = Signed.by(key, receipt.bytes());
        ShipmentRows.Row row =
                new ShipmentRows.Row(
                        "IN", manifest.sender(), origin.way(), "ACCEPTED", manifest, signed);
        transaction.executeWithoutResult(status -> {
            ShipmentRows.insert(db, row);
            ShipmentRows.answer(db, row, receipt, answer);
            ShipmentRows.ask(db, "OUT", manifest.sender(), manifest.resend(), manifest.sender());
            audit.record(
                    deed(manifest, origin)
                            .withDetail(
                                    "%s ファイル%d 件数%d 合計%d"
                                            .formatted(
                                                    origin.way().label(),
                                                    manifest.files().size(),
                                                    manifest.rows(),
                                                    manifest.amount())));
        });
        files.publish(manifest);
        return answer;
    }

    private Signed refuse(
            Manifest manifest, Signed signed, Origin origin, LineKey key, NotAsAgreed wrong) {
        Manifest.Receipt receipt = refusal(manifest.sender(), manifest.number(), signed, wrong);
        Signed answer = Signed.by(key, receipt.bytes());
        ShipmentRows.Row row =
                new ShipmentRows.Row(
                        "IN", manifest.sender(), origin.way(), "REFUSED", manifest, signed);
        transaction.executeWithoutResult(status -> {
            ShipmentRows.insert(db, row);
            ShipmentRows.answer(db, row, receipt, answer);
            audit.record(deed(manifest, origin).withDetail(wrong.reason()).refused());
        });
        return answer;
    }

    private Manifest.Receipt refusal(String sender, long number, Signed signed, NotAsAgreed wrong) {
        return new Manifest.Receipt(
                sender,
                settings.code(),
                number,
                signed.hash(),
                false,
                wrong.reason(),
                wrong.missing());
    }

    private static Deed deed(Manifest manifest, Origin origin) {
        return Deed.of(
                        origin.actor(),
                        "回線",
                        "受信",
                        "送信票 " + manifest.sender() + " " + manifest.number())
                .on(origin.day());
    }
}
