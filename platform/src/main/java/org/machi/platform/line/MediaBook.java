package org.machi.platform.line;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 媒体の台帳: which media the union lends, and what was done with each. */
@Repository
class MediaBook {

    private final JdbcClient db;

    MediaBook(JdbcClient db) {
        this.db = db;
    }

    /** What was done with a medium. */
    public record Use(
            String mediumNo,
            String deed,
            String name,
            long bytes,
            String result,
            String staffNo,
            String terminal,
            Instant usedAt) {}

    /** A medium of the union's register. */
    public record Registered(
            String mediumNo, String label, String registeredBy, @Nullable Instant retiredAt) {}

    List<Registered> registered() {
        return db.sql(
                        """
                        SELECT medium_no, label, registered_by, retired_at FROM line.medium
                         ORDER BY retired_at NULLS FIRST, medium_no
                        """)
                .query((row, n) ->
                        new Registered(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getTimestamp(4) == null
                                        ? null
                                        : row.getTimestamp(4).toInstant()))
                .list();
    }

    List<Use> uses(int most) {
        return db.sql(
                        """
                        SELECT medium_no, deed, name, bytes, result, staff_no, terminal, used_at
                          FROM line.medium_use ORDER BY id DESC LIMIT ?
                        """)
                .param(most)
                .query((row, n) ->
                        new Use(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getTimestamp(8).toInstant()))
                .list();
    }
}
