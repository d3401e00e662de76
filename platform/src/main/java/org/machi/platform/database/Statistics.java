package org.machi.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database's planner knows about the sizes of tables. It learns by itself, but later than
 * the next statement after a great many rows came.
 */
public final class Statistics {

    private Statistics() {}

    /** Looks again at the tables that this connection and others have made much larger. */
    public static void refresh(JdbcClient db) {
        db.sql("SELECT pg_stat_force_next_flush()").query().singleRow();
        db.sql("SELECT office.refresh_statistics()").query(Integer.class).single();
    }
}
