package org.machi.platform.line;

import java.time.LocalDate;
import java.util.List;
import org.machi.formats.file.FileKind;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 取込結果: what became of the files that came by shipment goes back to their sender, with every
 * finding; and what the partner says of this organisation's own files is kept beside them.
 */
@Configuration(proxyBeanMethods = false)
public class Results {

    /** The newest row of each file that came by shipment, has ended and was not told yet. */
    private static final String TOLD =
            """
            WITH told AS (
                UPDATE line.shipment_file s SET told_on = :today, told_at = clock_timestamp()
                 WHERE s.direction = 'IN' AND s.partner = :partner AND s.told_on IS NULL
                   AND EXISTS (SELECT FROM files.file f
                                WHERE f.direction = 'IN' AND f.name = s.name
                                  AND f.sha256 = decode(s.sha256, 'hex')
                                  AND f.state IN ('APPLIED', 'REFUSED', 'HELD', 'DUPLICATE', 'DISCARDED'))
                RETURNING s.name, s.sha256),
            file AS (
                SELECT DISTINCT ON (f.name) f.* FROM told t
                  JOIN files.file f ON f.direction = 'IN' AND f.name = t.name
                                   AND f.sha256 = decode(t.sha256, 'hex')
                 WHERE f.kind NOT IN ('U_RESULT', 'C_RESULT')
                 ORDER BY f.name, f.id DESC)
            """;

    private static final String ROWS =
            TOLD
                    + """
                    SELECT f.name AS file_name,
                           CASE f.state WHEN 'APPLIED' THEN CASE WHEN f.bad_rows > 0 THEN '2' ELSE '1' END
                                WHEN 'REFUSED' THEN '3' WHEN 'HELD' THEN '4' WHEN 'DUPLICATE' THEN '5'
                                ELSE '6' END AS result,
                           f.business_date AS taken_on, f.row_count, f.bad_rows, g.*
                      FROM file f
                     CROSS JOIN LATERAL (
                         SELECT '0' AS severity, 0::bigint AS at_line, NULL AS item, NULL AS value,
                                line.plain(f.message, 200) AS reason, NULL AS what_to_do
                         UNION ALL
                         SELECT CASE n.severity WHEN 'REFUSE' THEN '1' WHEN 'ROW' THEN '2' ELSE '3' END,
                                n.line, line.plain(n.item, 60), line.plain(n.value, 100),
                                line.plain(n.reason, 200), line.plain(n.what_to_do, 200)
                           FROM files.finding n WHERE n.file_id = f.id) g
                     ORDER BY f.name, g.severity, g.at_line
                    """;

    /** A file whose rows were taken again today, or that was decided on after it was told. */
    private static final String CHANGED =
            """
            UPDATE line.shipment_file s SET told_on = NULL
              FROM files.file o
             WHERE s.direction = 'IN' AND s.told_on IS NOT NULL AND o.direction = 'IN'
               AND s.partner = o.sender AND s.kind = o.kind AND s.serial = o.serial AND s.name = o.name
               AND (o.id IN (SELECT r.file_id FROM files.rows_again r WHERE r.done_on = :today)
                    OR o.id IN (SELECT d.file_id FROM files.decision d WHERE d.business_date > :today - 31)
                       AND EXISTS (SELECT FROM files.file f
                                    WHERE f.direction = 'IN' AND f.kind = o.kind AND f.sender = o.sender
                                      AND f.serial = o.serial AND f.ended_at > s.told_at))
            """;

    /** What a clerk has not worked off yet needs no work when the file was taken after all. */
    private static final String OVERTAKEN =
            """
            UPDATE line.result r SET seen_by = '取込結果', seen_note = '再取込の結果を受けた', seen_at = clock_timestamp()
              FROM line.result n
             WHERE n.told_by = %1$d AND n.file_id = r.file_id AND r.told_by < n.told_by AND r.seen_at IS NULL
               AND n.result IN ('1', '2', '3')
            """;

    private final JdbcClient db;
    private final Outbox outbox;
    private final OrganisationSettings settings;

    Results(JdbcClient db, Outbox outbox, OrganisationSettings settings) {
        this.db = db;
        this.outbox = outbox;
        this.settings = settings;
    }

    private FileKind own() {
        return switch (settings.kind()) {
            case UNION -> FileKind.U_RESULT;
            case CITY -> FileKind.C_RESULT;
        };
    }

    /** A step: tells each partner what became of its files, again when that has changed. */
    public void tell(StepContext step) {
        if (anyDecided(step.businessDate())) {
            db.sql(CHANGED).param("today", step.businessDate()).update();
        }
        List<String> partners =
                db.sql(
                                """
                                SELECT DISTINCT partner FROM line.shipment_file
                                 WHERE direction = 'IN' AND told_on IS NULL
                                   AND kind NOT IN ('U_RESULT', 'C_RESULT')
                                 ORDER BY partner
                                """)
                        .query(String.class)
                        .list();
        for (String partner : partners) {
            if (hasNews(partner)) {
                outbox.send(
                        Dispatch.of(own(), partner, step.businessDate(), step.actor()),
                        file ->
                                step.count(
                                        "取込結果",
                                        file.writeAll(
                                                db.sql(ROWS)
                                                        .param("today", step.businessDate())
                                                        .param("partner", partner))));
            }
        }
    }

    private boolean anyDecided(LocalDate today) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM files.rows_again WHERE done_on = :today)
                            OR EXISTS (SELECT FROM files.decision WHERE business_date > :today - 31)
                        """)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    private boolean hasNews(String partner) {
        return db.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM line.shipment_file s
                              JOIN files.file f ON f.direction = 'IN' AND f.name = s.name
                                               AND f.sha256 = decode(s.sha256, 'hex')
                             WHERE s.direction = 'IN' AND s.partner = ? AND s.told_on IS NULL
                               AND s.kind NOT IN ('U_RESULT', 'C_RESULT')
                               AND f.state IN ('APPLIED', 'REFUSED', 'HELD', 'DUPLICATE', 'DISCARDED'))
                        """)
                .param(partner)
                .query(Boolean.class)
                .single();
    }

    @Bean
    FileHandler takenByPartners() {
        FileKind kind =
                switch (settings.kind()) {
                    case UNION -> FileKind.C_RESULT;
                    case CITY -> FileKind.U_RESULT;
                };
        return FileHandler.of(kind, Results::take);
    }

    private static void take(IncomingFile file) {
        file.db()
                .sql(
                        """
                        CREATE TEMPORARY TABLE told ON COMMIT DROP AS
                        SELECT f.id, i.line FROM incoming i
                          JOIN files.file f ON f.direction = 'OUT' AND f.name = i.file_name
                                           AND f.receiver = :from
                        """)
                .param("from", file.from())
                .update();
        file.setAside(
                "対象ファイル名",
                "file_name",
                "この団体が送ったファイルではありません",
                "NOT EXISTS (SELECT FROM told t WHERE t.line = i.line)");
        file.count(
                "取込結果",
                """
                INSERT INTO line.result (file_id, result, taken_on, row_count, bad_rows, message, told_by)
                SELECT t.id, i.result, i.taken_on, i.row_count, i.bad_rows, coalesce(i.reason, ''), %1$d
                  FROM incoming i JOIN told t USING (line) WHERE i.severity = '0'
                ON CONFLICT DO NOTHING
                """
                        .formatted(file.id()));
        file.db().sql(OVERTAKEN.formatted(file.id())).update();
        file.count(
                "指摘",
                """
                INSERT INTO line.result_finding
                    (file_id, told_by, severity, line, item, value, reason, what_to_do)
                SELECT t.id, %1$d, i.severity, i.at_line, coalesce(i.item, ''), coalesce(i.value, ''),
                       coalesce(i.reason, ''), coalesce(i.what_to_do, '')
                  FROM incoming i JOIN told t USING (line) WHERE i.severity <> '0'
                """
                        .formatted(file.id()));
    }
}
