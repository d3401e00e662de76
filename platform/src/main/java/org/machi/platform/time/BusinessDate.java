package org.machi.platform.time;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The office's business date. It moves when the office opens a new day, not at midnight. */
@Component
public class BusinessDate {

    private final JdbcClient db;

    BusinessDate(JdbcClient db) {
        this.db = db;
    }

    /**
     * The current business date.
     *
     * @throws IllegalStateException when the office has not opened its first day yet
     */
    public LocalDate today() {
        return db.sql("SELECT day FROM office.business_date")
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("業務日付が設定されていません"));
    }

    /** Whether the office is already on a later day. */
    public boolean passed(LocalDate day) {
        return db.sql("SELECT EXISTS (SELECT FROM office.business_date WHERE day > ?)")
                .param(day)
                .query(Boolean.class)
                .single();
    }

    /** Opens a day. A day before the current one is refused: the past stays closed. */
    public void open(LocalDate day) {
        int rows =
                db.sql(
                                """
                                INSERT INTO office.business_date (day) VALUES (:day)
                                ON CONFLICT (only_row) DO UPDATE SET day = excluded.day
                                 WHERE business_date.day <= excluded.day
                                """)
                        .param("day", day)
                        .update();
        if (rows == 0) {
            throw new IllegalArgumentException("業務日付は戻せません: " + today() + " → " + day);
        }
    }
}
