package org.machi.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Temporary tables that a step fills and the next statements read. */
public final class WorkTable {

    /** From so many rows on an index costs less than doing without. */
    private static final long MANY = 500;

    private WorkTable() {}

    /**
     * Makes a filled table ready to be joined: the planner learns how large it is, and a large one
     * gets an index.
     *
     * @param columns by which it is joined, with commas between
     * @param rows how many it has
     */
    public static void ready(JdbcClient db, String table, String columns, long rows) {
        if (rows >= MANY) {
            db.sql("CREATE INDEX ON " + table + " (" + columns + ")").update();
        }
        db.sql("ANALYZE " + table + " (" + columns + ")").update();
    }
}
