package org.machi.platform.line;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 媒体: the same shipments on a medium when the line is down. A medium is a folder below the place
 * where the managed terminal mounts it; it is one of the union's when it carries an identity that
 * the union signed. What is written is encrypted for its receiver, what was read is erased, each
 * with a record.
 */
@Component
class LineMedia {

    static final String IDENTITY = "medium.id";
    private static final String SUFFIX = ".shipment";
    private static final int PIECE = 65_536;

    private final JdbcClient db;
    private final Partners partners;
    private final Shipments shipments;
    private final Arrivals arrivals;
    private final OrganisationSettings settings;
    private final AuditTrail audit;

    LineMedia(
            JdbcClient db,
            Partners partners,
            Shipments shipments,
            Arrivals arrivals,
            OrganisationSettings settings,
            AuditTrail audit) {
        this.db = db;
        this.partners = partners;
        this.shipments = shipments;
        this.arrivals = arrivals;
        this.settings = settings;
        this.audit = audit;
    }

    /** Who works with a medium, when. */
    record Hand(Actor actor, LocalDate day) {}

    /** A medium that is in. */
    public record Inserted(String mediumNo, String label, List<String> names) {}

    /** Where the managed terminal mounts media. */
    Path place() {
        return settings.exchange().resolveSibling("media");
    }

    /** The union enters one of its media and writes its identity onto it. */
    void register(String mediumNo, String label, Hand hand) {
        LineKey key = key();
        if (!mediumNo.matches("[A-Za-z0-9-]{1,20}") || label.isBlank()) {
            throw new NotAsAgreed("媒体番号（英数字20字まで）と名称を入れてください。");
        }
        int rows =
                db.sql(
                                """
                                INSERT INTO line.medium (medium_no, label, registered_by)
                                VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                                """)
                        .params(mediumNo, label.strip(), hand.actor().staff())
                        .update();
        if (rows == 0) {
            throw new NotAsAgreed("この媒体番号は登録されています。");
        }
        try {
            Path folder = Files.createDirectories(place().resolve(mediumNo));
            ByteArrayOutputStream identity = new ByteArrayOutputStream();
            Signed.by(
                            key,
                            (settings.code() + "\n" + mediumNo + "\n" + label.strip())
                                    .getBytes(StandardCharsets.UTF_8))
                    .write(identity);
            Files.write(folder.resolve(IDENTITY), identity.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void retire(String mediumNo) {
        int rows =
                db.sql(
                                """
                                UPDATE line.medium SET retired_at = clock_timestamp()
                                 WHERE medium_no = ? AND retired_at IS NULL
                                """)
                        .param(mediumNo)
                        .update();
        if (rows == 0) {
            throw new NotAsAgreed("この媒体は廃止されているか、登録がありません。");
        }
    }

    boolean isManaged(String terminal) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM line.managed_terminal
                                        WHERE name = ? AND retired_at IS NULL)
                        """)
                .param(terminal)
                .query(Boolean.class)
                .single();
    }

    /** LineMedia of the union that are in now; anything else in the place is passed over. */
    List<Inserted> inserted() {
        List<Inserted> found = new ArrayList<>();
        for (Path folder : list(place())) {
            identity(folder)
                    .ifPresent(label ->
                            found.add(
                                    new Inserted(
                                            folder.getFileName().toString(),
                                            label,
                                            list(folder).stream()
                                                    .map(file -> file.getFileName().toString())
                                                    .filter(name -> name.endsWith(SUFFIX))
                                                    .toList())));
        }
        return found;
    }

    /** The label that the union signed for this medium; nothing when it is not the union's. */
    private Optional<String> identity(Path folder) {
        Path file = folder.resolve(IDENTITY);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Signed signed = Signed.read(in);
            String[] said = new String(signed.content(), StandardCharsets.UTF_8).split("\n", -1);
            boolean named = said.length == 3 && said[1].equals(folder.getFileName().toString());
            return named && isLender(said[0], signed) && !isRetired(said[1])
                    ? Optional.of(said[2])
                    : Optional.empty();
        } catch (IOException | NotAsAgreed notAnIdentity) {
            return Optional.empty();
        }
    }

    private boolean isLender(String code, Signed signed) {
        return code.equals(settings.code())
                ? signed.isBy(key().own())
                : partners.find(code)
                        .map(partner -> signed.isBy(partner.certificate()))
                        .orElse(false);
    }

    private boolean isRetired(String mediumNo) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM line.medium
                                        WHERE medium_no = ? AND retired_at IS NOT NULL)
                        """)
                .param(mediumNo)
                .query(Boolean.class)
                .single();
    }

    private Path require(String mediumNo, Hand hand) {
        if (!isManaged(hand.actor().terminal())) {
            throw new NotAsAgreed("媒体は管理端末でだけ使えます（この端末：" + hand.actor().terminal() + "）。");
        }
        Path folder = place().resolve(mediumNo);
        if (!mediumNo.matches("[A-Za-z0-9-]{1,20}") || identity(folder).isEmpty()) {
            throw new NotAsAgreed("広域連合が登録した媒体ではありません。");
        }
        return folder;
    }

    /** Writes everything that waits for a partner. Returns the number of shipments. */
    int write(String mediumNo, String partnerCode, Hand hand) {
        Path folder = require(mediumNo, hand);
        Partner partner =
                partners.find(partnerCode).orElseThrow(() -> new NotAsAgreed("登録された相手方ではありません。"));
        shipments.next(partner, Way.MEDIUM, hand.day(), hand.actor());
        List<Outgoing> waiting = shipments.waiting(partner);
        if (waiting.isEmpty()) {
            throw new NotAsAgreed("送信を待つファイルはありません。");
        }
        for (Outgoing shipment : waiting) {
            String name =
                    settings.code()
                            + "_"
                            + partner.code()
                            + "_"
                            + "%06d".formatted(shipment.number())
                            + SUFFIX;
            try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                    OutputStream sealed = Sealed.to(partner.certificate(), out)) {
                shipments.write(shipment, sealed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            note(mediumNo, "WRITTEN", folder.resolve(name), "送信票 " + shipment.number(), hand);
        }
        return waiting.size();
    }

    /**
     * Reads what is on a medium for this organisation with the checks of the line, leaves the
     * receipt for the sender, and takes receipts that came back.
     *
     * @return what became of each
     */
    List<String> read(String mediumNo, Hand hand) {
        Path folder = require(mediumNo, hand);
        List<String> results = new ArrayList<>();
        for (Path file : list(folder)) {
            String name = file.getFileName().toString();
            try {
                if (name.matches("[0-9A-Z]+_" + settings.code() + "_[0-9]+\\" + SUFFIX)) {
                    results.add(take(mediumNo, folder, file, hand));
                } else if (name.matches("receipt_[0-9A-Z]+_" + settings.code() + "_[0-9]+")) {
                    results.add(answered(mediumNo, file, hand));
                }
            } catch (IOException broken) {
                results.add(name + "：読み取れません");
                note(mediumNo, "READ", file, "読み取れません", hand);
            } catch (NotAsAgreed wrong) {
                results.add(name + "：" + wrong.reason());
                note(mediumNo, "READ", file, wrong.reason(), hand);
            }
        }
        return results;
    }

    private String take(String mediumNo, Path folder, Path file, Hand hand) throws IOException {
        Signed receipt;
        try (InputStream in = Files.newInputStream(file);
                InputStream opened = Sealed.open(key().key(), in)) {
            receipt =
                    arrivals.accept(
                            opened,
                            new Arrivals.Origin(Way.MEDIUM, null, hand.actor(), hand.day()));
        }
        Manifest.Receipt said = Manifest.Receipt.parse(receipt.content());
        String result = said.accepted() ? "受領" : "拒否：" + said.reason();
        note(mediumNo, "READ", file, result, hand);
        if (said.number() > 0) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            receipt.write(bytes);
            Files.write(
                    folder.resolve(
                            "receipt_%s_%s_%d"
                                    .formatted(settings.code(), said.sender(), said.number())),
                    bytes.toByteArray());
        }
        erase(mediumNo, file, hand);
        return file.getFileName() + "：" + result;
    }

    private String answered(String mediumNo, Path file, Hand hand) throws IOException {
        Signed receipt = Signed.read(new ByteArrayInputStream(Files.readAllBytes(file)));
        Partner partner =
                partners.find(Manifest.Receipt.parse(receipt.content()).receiver())
                        .orElseThrow(() -> new NotAsAgreed("受領票の送信先が相手方ではありません"));
        String result = shipments.answered(partner, receipt, hand.actor()) ? "受領" : "拒否";
        note(mediumNo, "READ", file, "受領票：" + result, hand);
        erase(mediumNo, file, hand);
        return file.getFileName() + "：受領票（" + result + "）";
    }

    /** Erases everything but the identity. */
    int erase(String mediumNo, Hand hand) {
        Path folder = require(mediumNo, hand);
        int erased = 0;
        for (Path file : list(folder)) {
            if (!file.getFileName().toString().equals(IDENTITY)) {
                try {
                    erase(mediumNo, file, hand);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                erased++;
            }
        }
        return erased;
    }

    /** Overwrites, then deletes. What stood there is encrypted besides. */
    private void erase(String mediumNo, Path file, Hand hand) throws IOException {
        long left = Files.size(file);
        note(mediumNo, "ERASED", file, "消去", hand);
        try (OutputStream out =
                Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.DSYNC)) {
            byte[] zeros = new byte[PIECE];
            while (left > 0) {
                out.write(zeros, 0, (int) Math.min(left, PIECE));
                left -= PIECE;
            }
        }
        Files.delete(file);
    }

    private void note(String mediumNo, String deed, Path file, String result, Hand hand) {
        try {
            db.sql(
                            """
                            INSERT INTO line.medium_use
                                (medium_no, deed, name, bytes, result, staff_no, terminal, business_date)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            mediumNo,
                            deed,
                            file.getFileName().toString(),
                            Files.size(file),
                            result,
                            hand.actor().staff(),
                            hand.actor().terminal(),
                            hand.day())
                    .update();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                Deed.of(hand.actor(), "媒体 " + mediumNo, deed, file.getFileName().toString())
                        .on(hand.day())
                        .withDetail(result));
    }

    private LineKey key() {
        return partners.key().orElseThrow(() -> new NotAsAgreed("回線の証明書が置かれていません"));
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
