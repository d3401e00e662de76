package org.machi.platform.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When a commit must have reached the disk: before anything outside the database follows from it.
 *
 * <p>Every transaction waits for the disk unless it says that it need not. All organisations of a
 * server share one log, which is written in order. So a commit that waits makes everything before
 * it durable too, and a power cut loses only the end of what nobody was told yet; the next start
 * does that again.
 */
public final class Durability {

    /**
     * Written into a statement's RETURNING or SELECT, it says that the current transaction needn't
     * wait: a later one will, before anybody relies on it.
     */
    public static final String NEED_NOT_WAIT = "set_config('synchronous_commit', 'off', true)";

    private Durability() {}

    /** The current transaction waits, whatever was said before in it. */
    public static void mustWait(JdbcClient db) {
        db.sql("SET LOCAL synchronous_commit = on").update();
    }

    /** Returns when everything that was committed until now is on disk. */
    public static void flush(JdbcClient db) {
        db.sql("SELECT pg_logical_emit_message(false, 'machi', '', true)").query().singleRow();
    }
}
