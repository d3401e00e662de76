package org.machi.platform.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Proves the audit trail from its rows alone: computes every hash again, walks every chain,
 * compares the people of every run with its root, and the chains with the seals inside and outside
 * of the database. It shares no code with what writes the trail, so a fault there is found here.
 */
public final class AuditVerifier {

    private static final int CHAINS = 257;
    private static final int HASH = 32;
    private static final int ROWS_AT_ONCE = 10_000;

    private final Connection connection;
    private final List<String> faults = new ArrayList<>();
    private final List<Seal> seals = new ArrayList<>();
    private final long[] lengths = new long[CHAINS];
    private final byte[][] heads = new byte[CHAINS][];
    private final boolean[] broken = new boolean[CHAINS];
    private long events;
    private long runs;

    private AuditVerifier(Connection connection) {
        this.connection = connection;
        for (int chain = 0; chain < CHAINS; chain++) {
            heads[chain] = sha256(("machi audit " + chain).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A seal as the database holds it. */
    private record Seal(
            long number, String day, long events, Long[] lengths, byte[] heads, byte[] root) {

        byte[] head(int chain) {
            return Arrays.copyOfRange(heads, chain * HASH, (chain + 1) * HASH);
        }
    }

    /**
     * Verifies the whole trail on a connection that may read it; the connection is left in its
     * mode.
     *
     * @param sealFile the file of seals outside of the database; it need not exist when nothing was
     *     sealed yet
     */
    public static AuditVerdict verify(Connection connection, Path sealFile)
            throws SQLException, IOException {
        AuditVerifier verifier = new AuditVerifier(connection);
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            verifier.readSeals();
            verifier.walkChains();
            verifier.compareHeads();
            verifier.compareRuns();
            verifier.compareSeals(sealFile);
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
        return new AuditVerdict(
                verifier.events,
                verifier.runs,
                verifier.seals.size(),
                List.copyOf(verifier.faults));
    }

    private void readSeals() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                """
                                SELECT seal_no, business_date::text, events, lengths, heads, root
                                  FROM audit.seal ORDER BY seal_no
                                """);
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                seals.add(
                        new Seal(
                                row.getLong(1),
                                row.getString(2),
                                row.getLong(3),
                                (Long[]) row.getArray(4).getArray(),
                                row.getBytes(5),
                                row.getBytes(6)));
            }
        }
    }

    private void walkChains() throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        SELECT id, chain, chain_no, at, business_date::text, staff, terminal,
                               office, duty, purpose, action, object, person_no, detail, result,
                               people, encode(people_root, 'hex'), hash
                          FROM audit.event ORDER BY chain, chain_no
                        """)) {
            query.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    events++;
                    int chain = row.getInt(2);
                    if (chain < 0 || chain >= CHAINS) {
                        faults.add("記録%d: 連鎖番号%dはありません".formatted(row.getLong(1), chain));
                    } else {
                        walk(row, chain);
                    }
                }
            }
        }
    }

    private void walk(ResultSet row, int chain) throws SQLException {
        long id = row.getLong(1);
        long number = row.getLong(3);
        byte[] stored = row.getBytes(18);
        byte[] computed = sha256(heads[chain], canonical(row).getBytes(StandardCharsets.UTF_8));
        if (!broken[chain]) {
            if (number != lengths[chain] + 1) {
                fault(
                        chain,
                        "連鎖%dの%d番目がありません（次の記録は%d、その番号は%d）"
                                .formatted(chain, lengths[chain] + 1, id, number));
            } else if (!Arrays.equals(stored, computed)) {
                fault(chain, "記録%d（連鎖%dの%d番目）が記録したときと違います".formatted(id, chain, number));
            }
        }
        lengths[chain] = number;
        heads[chain] = stored;
        compareWithSeals(chain, number, stored);
    }

    private void compareWithSeals(int chain, long number, byte[] head) {
        for (Seal seal : seals) {
            if (!broken[chain]
                    && seal.lengths()[chain] == number
                    && !Arrays.equals(seal.head(chain), head)) {
                fault(
                        chain,
                        "連鎖%dの%d番目が封印%d（%s）と違います"
                                .formatted(chain, number, seal.number(), seal.day()));
            }
        }
    }

    private void fault(int chain, String message) {
        broken[chain] = true;
        faults.add(message);
    }

    /** All columns in their order, each as its length in bytes and its text. */
    private static String canonical(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder(256);
        Instant at = row.getTimestamp(4).toInstant();
        part(text, row.getString(1));
        part(text, row.getString(2));
        part(text, row.getString(3));
        part(text, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)));
        for (int column = 5; column <= 17; column++) {
            part(text, row.getString(column));
        }
        return text.toString();
    }

    private static void part(StringBuilder text, @Nullable String value) {
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.getBytes(StandardCharsets.UTF_8).length).append(':').append(value);
        }
    }

    private void compareHeads() throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT chain, length, head FROM audit.chain ORDER BY chain");
                ResultSet row = query.executeQuery()) {
            int chains = 0;
            while (row.next()) {
                chains++;
                int chain = row.getInt(1);
                if (broken[chain]) {
                    continue;
                }
                if (row.getLong(2) != lengths[chain]) {
                    fault(
                            chain,
                            "連鎖%dの末尾は%d番目のはずですが、%d番目で終わっています"
                                    .formatted(chain, row.getLong(2), lengths[chain]));
                } else if (!Arrays.equals(row.getBytes(3), heads[chain])) {
                    fault(chain, "連鎖%dの先頭ハッシュが最後の記録と違います".formatted(chain));
                }
            }
            if (chains != CHAINS) {
                faults.add("連鎖が%d本あるはずですが、%d本です".formatted(CHAINS, chains));
            }
        }
    }

    private void compareRuns() throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement(
                        """
                        SELECT coalesce(e.id, p.event_id), e.people, encode(e.people_root, 'hex'),
                               p.n, p.root
                          FROM (SELECT id, people, people_root FROM audit.event
                                 WHERE people IS NOT NULL) e
                          FULL JOIN (SELECT event_id, count(*) AS n, encode(sha256(string_agg(
                                        int8send(person_no), ''::bytea ORDER BY person_no)),
                                        'hex') AS root
                                       FROM audit.v_run_person GROUP BY event_id) p
                            ON p.event_id = e.id
                         ORDER BY 1
                        """)) {
            query.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    runs++;
                    compareRun(row);
                }
            }
        }
    }

    private void compareRun(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        String root = row.getString(3);
        String found = row.getLong(4) == 0 ? hex(sha256(new byte[0])) : row.getString(5);
        if (root == null) {
            faults.add("記録%dのない一括処理の対象者が%d人あります".formatted(id, row.getLong(4)));
        } else if (row.getLong(2) != row.getLong(4)) {
            faults.add("記録%dの対象者は%d人のはずですが、一覧は%d人です".formatted(id, row.getLong(2), row.getLong(4)));
        } else if (!root.equals(found)) {
            faults.add("記録%dの対象者の一覧が記録したときと違います".formatted(id));
        }
    }

    private void compareSeals(Path sealFile) throws IOException {
        byte[] previous = new byte[0];
        for (Seal seal : seals) {
            byte[] root = root(seal, previous);
            if (!Arrays.equals(root, seal.root())) {
                faults.add("封印%d（%s）の内容が封印したときと違います".formatted(seal.number(), seal.day()));
            }
            for (int chain = 0; chain < CHAINS; chain++) {
                if (!broken[chain] && lengths[chain] < seal.lengths()[chain]) {
                    fault(
                            chain,
                            "連鎖%dは封印%dのとき%d件でしたが、%d件しかありません"
                                    .formatted(
                                            chain,
                                            seal.number(),
                                            seal.lengths()[chain],
                                            lengths[chain]));
                }
            }
            previous = seal.root();
        }
        compareOutside(sealFile);
    }

    private static byte[] root(Seal seal, byte[] previous) {
        ByteBuffer all = ByteBuffer.allocate(previous.length + CHAINS * (Long.BYTES + HASH));
        all.put(previous);
        for (int chain = 0; chain < CHAINS; chain++) {
            all.putLong(seal.lengths()[chain]).put(seal.head(chain));
        }
        return sha256(all.array());
    }

    private void compareOutside(Path sealFile) throws IOException {
        List<String> lines =
                Files.exists(sealFile)
                        ? Files.readAllLines(sealFile, StandardCharsets.US_ASCII)
                        : List.of();
        for (int i = 0; i < Math.max(lines.size(), seals.size()); i++) {
            String inside = i < seals.size() ? line(seals.get(i)) : "なし";
            String outside = i < lines.size() ? lines.get(i) : "なし";
            if (!inside.equals(outside)) {
                faults.add(
                        "封印%dがデータベースの外の控えと違います（控え %s、データベース %s）".formatted(i + 1, outside, inside));
                return;
            }
        }
    }

    private static String line(Seal seal) {
        return "%d,%s,%d,%s".formatted(seal.number(), seal.day(), seal.events(), hex(seal.root()));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
