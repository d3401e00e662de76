package org.machi.union.exchange;

import java.util.List;
import org.machi.formats.file.FileKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each city has been told, by kind of file. */
@Repository
class SentMarks {

    private final JdbcClient db;

    SentMarks(JdbcClient db) {
        this.db = db;
    }

    List<String> cities() {
        return db.sql("SELECT city_code FROM register.city ORDER BY position")
                .query(String.class)
                .list();
    }

    long upTo(FileKind kind, String city) {
        return db.sql("SELECT upto FROM exchange.sent WHERE kind = ? AND city_code = ?")
                .param(kind.code())
                .param(city)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void move(FileKind kind, String city, long upTo) {
        db.sql(
                        """
                        INSERT INTO exchange.sent (kind, city_code, upto) VALUES (?, ?, ?)
                        ON CONFLICT (kind, city_code) DO UPDATE SET upto = excluded.upto
                        """)
                .param(kind.code())
                .param(city)
                .param(upTo)
                .update();
    }
}
