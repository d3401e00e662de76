package org.machi.city.levy.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 期割と残高 of one person over all levies, with the demand and the limitation of each. */
@Component
class AccountLines {

    private final JdbcClient db;

    AccountLines(JdbcClient db) {
        this.db = db;
    }

    /**
     * One instalment.
     *
     * @param period in words, such as 第3期
     * @param debit true if an account is debited for it
     * @param state a word for people, such as 完納
     * @param tone style of the word
     * @param assumed true if its late charge was computed with a rate that is not announced yet [U]
     */
    public record Line(
            long instalment,
            String levyCode,
            String levy,
            int levyYear,
            String method,
            String period,
            LocalDate dueOn,
            long charged,
            long collected,
            long offset,
            long open,
            long held,
            long fees,
            boolean debit,
            String state,
            String tone,
            @Nullable LocalDate demandedOn,
            @Nullable LocalDate goneOn,
            boolean assumed) {

        /** 後期高齢者医療保険料 令和8年度 第3期 without the year, for a sentence. */
        String spoken() {
            return levy + " " + period;
        }

        /** 普通徴収 第3期 or 特徴10月, for a column that tells the way of collection, too. */
        public String methodAndPeriod() {
            return isPension() ? period : method + " " + period;
        }

        boolean isPension() {
            return method.equals("特別徴収");
        }

        /** Everything that can be paid now on it. */
        public long payable() {
            return open + fees;
        }
    }

    List<Line> of(long personNo, LocalDate businessDate) {
        return db.sql(
                        """
                        SELECT i.*, c.name AS levy, d.demanded_on, l.gone_on,
                            EXISTS (SELECT 1 FROM levy.late_stretch s WHERE s.instalment_id = i.instalment_id AND s.mark = 'U')
                                AS assumed,
                            EXISTS (SELECT 1 FROM people.v_debit_account a WHERE a.person_no = i.payer_no
                                AND a.levy_code = i.levy_code AND a.valid_from <= i.due_on
                                AND (a.valid_to IS NULL OR a.valid_to > i.due_on)) AS debit
                        FROM levy.v_instalment i
                        JOIN levy.levy_code c USING (levy_code)
                        LEFT JOIN levy.demand d USING (instalment_id)
                        LEFT JOIN levy.limitation l USING (instalment_id)
                        WHERE i.person_no = :person
                        ORDER BY i.levy_year DESC, c.print_order, i.due_on, i.method, i.period
                        """)
                .param("person", personNo)
                .query((row, n) -> line(row, businessDate))
                .list();
    }

    private static Line line(ResultSet row, LocalDate businessDate) throws SQLException {
        LocalDate due = row.getObject("due_on", LocalDate.class);
        Standing standing =
                Standing.of(
                        row.getLong("charged"),
                        row.getLong("open"),
                        row.getLong("over_held"),
                        row.getLong("written_off"),
                        due.isBefore(businessDate));
        return new Line(
                row.getLong("instalment_id"),
                row.getString("levy_code"),
                row.getString("levy"),
                row.getInt("levy_year"),
                row.getInt("method") == 1 ? "特別徴収" : "普通徴収",
                PeriodName.of(row.getInt("method"), row.getInt("period")),
                due,
                row.getLong("charged"),
                row.getLong("collected"),
                row.getLong("offset_in"),
                row.getLong("open"),
                row.getLong("over_held"),
                row.getLong("fee_open") + row.getLong("late_open"),
                row.getBoolean("debit"),
                standing.japanese(),
                standing.tone(),
                row.getObject("demanded_on", LocalDate.class),
                row.getObject("gone_on", LocalDate.class),
                row.getBoolean("assumed"));
    }
}
