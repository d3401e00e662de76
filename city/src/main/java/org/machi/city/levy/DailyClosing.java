package org.machi.city.levy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 日計・月計: sums a day's postings, seals them, and closes the day; after that the database refuses any
 * posting on it.
 */
@Component
class DailyClosing {

    private final JdbcClient db;

    DailyClosing(JdbcClient db) {
        this.db = db;
    }

    /** Closes the day; returns its postings. A day that is closed already stays as it is. */
    long close(LocalDate day) {
        db.sql("SELECT levy.hold_book(true)").query().listOfRows();
        if (!isOpen(day)) {
            return 0;
        }
        int rows =
                db.sql(
                                """
                                INSERT INTO levy.day_total (booked_on, fund_id, cause, debit_kind, credit_kind, channel_id,
                                    postings, amount)
                                SELECT booked_on, fund_id, cause, debit_kind, credit_kind,
                                    CASE WHEN debit_kind = 'CASH' THEN debit_id WHEN credit_kind = 'CASH' THEN credit_id ELSE 0 END,
                                    count(*), sum(amount)
                                FROM levy.posting WHERE booked_on = :day GROUP BY 1, 2, 3, 4, 5, 6
                                """)
                        .param("day", day)
                        .update();
        long postings = rows == 0 ? 0 : seal(day);
        db.sql("SELECT levy.close_through(:day, 0)").param("day", day).query().listOfRows();
        return postings;
    }

    private boolean isOpen(LocalDate day) {
        return db.sql("SELECT closed_through < :day FROM levy.book")
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    private long seal(LocalDate day) {
        return db.sql(
                        """
                        INSERT INTO levy.day_seal (booked_on, postings, amount, seal)
                        SELECT :day, sum(postings), sum(amount), levy.seal_of(:day) FROM levy.day_total
                        WHERE booked_on = :day
                        RETURNING postings
                        """)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** 月計 of one month from its days; the same month again gives the same rows. */
    long closeMonth(YearMonth month) {
        return db.sql(
                        """
                        INSERT INTO levy.month_total (month, fund_id, charged, collected, offset_in, written_off, refunded,
                            carried_in)
                        SELECT :first, fund_id,
                            sum(CASE WHEN cause = 'CHARGE' AND debit_kind = 'INCOME' THEN -amount
                                WHEN cause = 'CHARGE' THEN amount ELSE 0 END),
                            sum(CASE WHEN cause = 'RECEIPT' AND credit_kind IN ('RECEIVABLE', 'OVERPAYMENT') THEN amount
                                WHEN cause = 'RECEIPT' AND debit_kind IN ('RECEIVABLE', 'OVERPAYMENT') THEN -amount ELSE 0 END),
                            sum(CASE WHEN cause = 'OFFSET' AND credit_kind = 'RECEIVABLE' THEN amount ELSE 0 END),
                            sum(CASE WHEN cause = 'WRITE_OFF' AND debit_kind = 'WRITTEN_OFF' THEN amount
                                WHEN cause = 'WRITE_OFF' THEN -amount ELSE 0 END),
                            sum(CASE WHEN cause = 'REFUND' AND debit_kind = 'OVERPAYMENT' THEN amount ELSE 0 END),
                            sum(CASE WHEN cause = 'CARRY_OVER' THEN amount WHEN cause = 'CARRY_BACK' THEN -amount ELSE 0 END)
                        FROM levy.day_total
                        WHERE booked_on >= :first AND booked_on < :after AND fund_id > 0
                        GROUP BY fund_id
                        ON CONFLICT (month, fund_id) DO NOTHING
                        """)
                .param("first", month.atDay(1))
                .param("after", month.plusMonths(1).atDay(1))
                .update();
    }
}
