package org.machi.union;

import java.util.List;
import java.util.Map;
import org.machi.formats.layout.BenefitFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 給付 in numbers.
 *
 * @param receipts valid receipts
 * @param cost the whole cost of the care, yen
 * @param called people who were asked for an application
 * @param decided decisions that give or take money, by kind
 * @param byCity the sum of these by city, yen
 * @param transferred paid in at the bank, yen
 * @param failed transfers that an account could not take and that wait for another
 * @param disagreements payments that are not what was decided
 */
public record BenefitSummary(
        long receipts,
        long cost,
        long called,
        List<Kind> decided,
        Map<String, Long> byCity,
        long transferred,
        long failed,
        long disagreements) {

    /**
     * Decisions of one kind.
     *
     * @param people to how many insured persons
     */
    public record Kind(String kind, long decisions, long people, long amount) {
        public String japanese() {
            return BenefitFile.KIND.meaning(kind);
        }
    }

    static BenefitSummary of(JdbcClient db, Map<String, Long> byCity) {
        return db.sql(
                        """
                        SELECT (SELECT count(*) FROM benefits.v_receipt) AS receipts,
                               (SELECT coalesce(sum(points), 0) * 10 FROM benefits.v_receipt) AS cost,
                               (SELECT count(DISTINCT insured_no) FROM benefits.call) AS called,
                               (SELECT coalesce(sum(amount), 0) FROM benefits.payment WHERE state <> 'FAILED') AS transferred,
                               (SELECT count(*) FROM benefits.v_last_payment WHERE state = 'FAILED') AS failed,
                               (SELECT count(*) FROM benefits.v_difference WHERE wrong) AS disagreements
                        """)
                .query((row, _) ->
                        new BenefitSummary(
                                row.getLong("receipts"),
                                row.getLong("cost"),
                                row.getLong("called"),
                                kinds(db),
                                byCity,
                                row.getLong("transferred"),
                                row.getLong("failed"),
                                row.getLong("disagreements")))
                .single();
    }

    private static List<Kind> kinds(JdbcClient db) {
        return db.sql(
                        """
                        SELECT kind, count(*) AS decisions, count(DISTINCT insured_no) AS people, sum(amount) AS amount
                          FROM benefits.decision WHERE amount <> 0 GROUP BY kind ORDER BY kind
                        """)
                .query(Kind.class)
                .list();
    }
}
