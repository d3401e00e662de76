package org.machi.city.levy.desk;

import java.time.LocalDate;
import java.util.List;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 延滞金の計算 of a person's instalments: each stretch of days with its rate and how sure the rate is.
 */
@Component
class LateStretches {

    private final JdbcClient db;

    LateStretches(JdbcClient db) {
        this.db = db;
    }

    /**
     * Days at one rate.
     *
     * @param mark V 公表値, U 未確認 (the rate was not announced when it was used)
     */
    public record Stretch(
            String claim,
            LocalDate from,
            LocalDate to,
            int days,
            long principal,
            String rate,
            String mark) {

        public boolean isAssumed() {
            return mark.equals("U");
        }
    }

    List<Stretch> of(long personNo) {
        return db.sql(
                        """
                        SELECT c.name AS levy, i.method, i.period, s.*
                        FROM levy.instalment i JOIN levy.levy_code c USING (levy_code) JOIN levy.late_stretch s USING (instalment_id)
                        WHERE i.person_no = ? ORDER BY i.due_on, i.instalment_id, s.from_on
                        """)
                .param(personNo)
                .query((row, n) ->
                        new Stretch(
                                row.getString("levy")
                                        + " "
                                        + PeriodName.of(row.getInt("method"), row.getInt("period")),
                                row.getObject("from_on", LocalDate.class),
                                row.getObject("to_on", LocalDate.class),
                                row.getInt("days"),
                                row.getLong("principal"),
                                row.getString("rate"),
                                row.getString("mark")))
                .list();
    }
}
