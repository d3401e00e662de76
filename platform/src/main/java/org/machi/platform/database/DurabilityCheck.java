package org.machi.platform.database;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Refuses to work on a server that would lose committed work in a power cut. */
public final class DurabilityCheck {

    private static final List<String> MUST_BE_ON =
            List.of("fsync", "full_page_writes", "synchronous_commit");

    private DurabilityCheck() {}

    /**
     * Reads the server's settings.
     *
     * @throws DatabaseUnavailable when one of them is not on
     */
    public static void require(DataSource source) {
        JdbcTemplate db = new JdbcTemplate(source);
        for (String setting : MUST_BE_ON) {
            String value = db.queryForObject("SELECT current_setting(?)", String.class, setting);
            if (!"on".equals(value)) {
                throw new DatabaseUnavailable(
                        "PostgreSQL runs with %s = %s; committed work would not be safe. Set it to on."
                                .formatted(setting, value));
            }
        }
    }
}
