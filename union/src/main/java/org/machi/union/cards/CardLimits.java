package org.machi.union.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.machi.law.LegalBasis;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.Parameters;
import org.machi.platform.database.CopyWriter;
import org.machi.platform.database.WorkTable;
import org.machi.platform.jobs.StepContext;

/**
 * 限度区分 of who asked for it, by the law's rule from the share, the highest taxable income of the
 * home, whether anybody there is taxed, and 低Ⅰ低Ⅱ判定所得.
 */
@LegalBasis("令15条")
final class CardLimits {

    private final Parameters parameters = Parameters.standard();

    private record Limit(String insuredNo, IncomeLevel level) {}

    /**
     * Fills the work table {@code card_limit} for the people of {@code card_due}.
     *
     * @param start first day of the card year
     */
    void decide(StepContext step, LocalDate start) {
        List<Limit> limits =
                step.db()
                        .sql(ASKED)
                        .param("day", step.businessDate())
                        .param("year", start.getYear())
                        .query((row, _) -> limit(row, start))
                        .list();
        step.db()
                .sql(
                        "CREATE TEMPORARY TABLE card_limit (insured_no varchar(8), limit_class text) ON COMMIT DROP")
                .update();
        try (CopyWriter out = step.copyIn("card_limit", "insured_no", "limit_class")) {
            for (Limit limit : limits) {
                out.row().put(limit.insuredNo()).put(limit.level().code());
            }
            out.finish();
        }
        WorkTable.ready(step.db(), "card_limit", "insured_no", limits.size());
    }

    private Limit limit(ResultSet row, LocalDate start) throws SQLException {
        return new Limit(
                row.getString("insured_no"),
                IncomeLevel.of(
                        parameters,
                        row.getString("copay"),
                        new IncomeLevel.Home(
                                row.getLong("taxable"),
                                row.getBoolean("taxed"),
                                row.getLong("low") <= 0),
                        start));
    }

    private static final String ASKED =
            """
            SELECT e.insured_no, e.copay, coalesce(h.taxable, 0) AS taxable, coalesce(h.taxed, true) AS taxed, coalesce(h.low, 0) AS low
              FROM card_due d
              JOIN eligibility.period e USING (insured_no)
             CROSS JOIN LATERAL (
                    SELECT max(t.taxable) AS taxable, bool_or(coalesce(t.taxed, '1') <> '0') AS taxed, max(coalesce(t.low_income, 0)) AS low
                      FROM register.membership m
                      JOIN register.membership o ON o.household_id = m.household_id AND o.valid_to = 'infinity'
                      LEFT JOIN register.tax t ON t.person_id = o.person_id AND t.levy_year = :year
                     WHERE m.person_id = e.person_id AND m.valid_to = 'infinity') h
             WHERE e.valid @> :day AND e.copay IS NOT NULL
               AND EXISTS (SELECT FROM eligibility.insured i
                             JOIN register.person p USING (natural_id)
                             JOIN eligibility.application a ON a.person_id = p.person_id AND a.kind = '20'
                             JOIN eligibility.verdict v ON v.application_id = a.application_id AND v.result = '1'
                            WHERE i.insured_no = d.insured_no)
            """;
}
