package org.machi.city.levy;

import java.time.LocalDate;
import org.machi.law.AccountYear;
import org.machi.law.LegalBasis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 出納閉鎖と滞納繰越: on May 31 the account year that ended in March takes no more money; what is still open
 * then is carried over to the present one on the next day (6月1日). What banks took by May 31 and
 * tell of in June is still booked in the old year and taken out of the carry-over, until the office
 * has waited long enough and closes the books.
 */
@Component
@LegalBasis({"自治法235条の5", "自治令160条"})
class YearClosing {

    private final JdbcClient db;

    YearClosing(JdbcClient db) {
        this.db = db;
    }

    /** The year whose books end on the latest May 31 that is before this day. */
    static AccountYear endedBefore(LocalDate day) {
        int year =
                day.isAfter(LocalDate.of(day.getYear(), 5, 31)) ? day.getYear() : day.getYear() - 1;
        return new AccountYear(year - 1);
    }

    /** True when the year's arrears were carried over. */
    boolean isCarried(AccountYear year) {
        return db.sql("SELECT EXISTS (SELECT FROM levy.year_closing WHERE account_year = :year)")
                .param("year", year.year())
                .query(Boolean.class)
                .single();
    }

    /**
     * Carries the year's open instalments over; booked on {@code day} in the present year.
     *
     * @return instalments that were carried over
     */
    int carryOver(AccountYear year, LocalDate day) {
        db.sql("SELECT levy.hold_book(true)").query().listOfRows();
        freeze(year);
        addFunds(year);
        int carried = carry(year);
        post(year, day);
        redirect(year);
        db.sql("INSERT INTO levy.year_closing (account_year, carried_on) VALUES (:year, :day)")
                .param("year", year.year())
                .param("day", day)
                .update();
        return carried;
    }

    /** Closes the books of a year that was carried over; they are not touched any more. */
    int close(AccountYear year, LocalDate day) {
        int closed =
                db.sql(
                                """
                                UPDATE levy.year_closing SET closed_on = :day
                                WHERE account_year = :year AND closed_on IS NULL
                                """)
                        .param("year", year.year())
                        .param("day", day)
                        .update();
        if (closed > 0) {
            db.sql("SELECT levy.close_through(date '1900-01-01', :year)")
                    .param("year", year.year())
                    .query()
                    .listOfRows();
        }
        return closed;
    }

    private void freeze(AccountYear year) {
        db.sql(
                        """
                        INSERT INTO levy.year_total (account_year, fund_id, charged, collected, offset_in, written_off,
                            over_arisen, over_held, open)
                        SELECT :year, f.current_fund_id, sum(b.charged), sum(b.collected), sum(b.offset_in), sum(b.written_off),
                            sum(b.over_arisen), sum(b.over_held), sum(b.open)
                        FROM levy.v_fund f
                        JOIN levy.instalment i USING (fund_id)
                        JOIN levy.instalment_balance b USING (instalment_id)
                        WHERE f.account_year = :year
                        GROUP BY f.current_fund_id
                        ON CONFLICT DO NOTHING
                        """)
                .param("year", year.year())
                .update();
    }

    private void addFunds(AccountYear year) {
        db.sql(
                        """
                        INSERT INTO levy.fund (levy_code, account_year, levy_year, method, kind)
                        SELECT DISTINCT levy_code, :year + 1, levy_year, method, 'CARRIED' FROM levy.v_fund
                        WHERE account_year = :year
                        ON CONFLICT DO NOTHING
                        """)
                .param("year", year.year())
                .update();
    }

    private int carry(AccountYear year) {
        return db.sql(
                        """
                        INSERT INTO levy.carry_over (instalment_id, account_year, generation, charged, collected, carried)
                        SELECT i.instalment_id, :year + 1, :year + 1 - i.account_year, b.charged, b.charged - b.open, b.open
                        FROM levy.v_fund f
                        JOIN levy.instalment i USING (fund_id)
                        JOIN levy.instalment_balance b USING (instalment_id)
                        WHERE f.account_year = :year AND b.open > 0
                        ON CONFLICT DO NOTHING
                        """)
                .param("year", year.year())
                .update();
    }

    private void post(AccountYear year, LocalDate day) {
        db.sql(
                        """
                        WITH deed AS (
                            INSERT INTO levy.deed (kind, booked_on, reason) VALUES ('CARRY_OVER', :day, '滞納繰越')
                            RETURNING deed_id)
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, source, source_id)
                        SELECT levy.operation('CARRY_OVER:' || c.instalment_id || ':' || c.account_year),
                            'INCOME', f.current_fund_id, 'INCOME', n.fund_id, c.carried, 'CARRY_OVER',
                            n.fund_id, n.account_year, :day, 'CARRY_OVER', deed_id
                        FROM levy.carry_over c CROSS JOIN deed
                        JOIN levy.instalment i USING (instalment_id)
                        JOIN levy.v_fund f USING (fund_id)
                        JOIN levy.fund n ON n.levy_code = f.levy_code AND n.account_year = :year + 1
                            AND n.levy_year = f.levy_year AND n.method = f.method AND n.kind = 'CARRIED'
                        WHERE c.account_year = :year + 1
                        """)
                .param("year", year.year())
                .param("day", day)
                .update();
    }

    private void redirect(AccountYear year) {
        db.sql(
                        """
                        UPDATE levy.fund f SET successor_id = n.fund_id
                        FROM levy.v_fund v
                        JOIN levy.fund n ON n.levy_code = v.levy_code AND n.account_year = :year + 1
                            AND n.levy_year = v.levy_year AND n.method = v.method AND n.kind = 'CARRIED'
                        WHERE f.fund_id = v.fund_id AND v.account_year = :year
                        """)
                .param("year", year.year())
                .update();
    }
}
