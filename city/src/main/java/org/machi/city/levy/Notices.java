package org.machi.city.levy;

import java.time.LocalDate;
import org.machi.law.BusinessCalendar;
import org.machi.law.LegalBasis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 納入通知: asks people to pay what another levy's office had charged into the ledger (介護保険料), with a
 * slip for every instalment that its file raised or cut and that is still open.
 *
 * <p>後期高齢者医療 tells its own decisions and isn't touched here. Who pays by account debit gets no
 * slip, but for an instalment whose request to the bank has already gone.
 */
@Component
@LegalBasis({"自治法231条", "介護保険法132条"})
class Notices {

    private final JdbcClient db;
    private final Slips slips;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    Notices(JdbcClient db, Slips slips) {
        this.db = db;
        this.slips = slips;
    }

    private static final String CHARGED =
            """
            FROM levy.posting p
            WHERE p.booked_on = date '%s' AND p.cause = 'CHARGE'
                AND p.fund_id IN (SELECT fund_id FROM levy.fund WHERE levy_code <> 'KOKI')
            """;

    /**
     * Slips for what was charged today.
     *
     * @param termDays days that the slip of an instalment gives whose due day is over
     * @param debitDaysBefore business days before a due day on which the banks are asked
     */
    SlipBatch issue(LocalDate day, int termDays, int debitDaysBefore) {
        boolean any =
                db.sql("SELECT EXISTS (SELECT 1 %s)".formatted(CHARGED.formatted(day)))
                        .query(Boolean.class)
                        .single();
        if (!any) {
            return new SlipBatch(0, 0, 0);
        }
        LocalDate term = calendar.onOrAfter(day.plusDays(termDays));
        LocalDate asked = calendar.plusBusinessDays(day, debitDaysBefore);
        String instalments =
                """
                SELECT i.instalment_id, w.due_on, w.due_on + 30 AS use_by
                FROM (SELECT DISTINCT CASE WHEN p.debit_kind = 'INCOME' THEN p.credit_id ELSE p.debit_id END
                      AS instalment_id %1$s) c
                JOIN levy.instalment i USING (instalment_id)
                CROSS JOIN LATERAL (SELECT CASE WHEN i.due_on <= date '%2$s' THEN date '%3$s' ELSE i.due_on END AS due_on) w
                WHERE i.method = 2 AND (i.due_on < date '%4$s'
                    OR NOT EXISTS (SELECT 1 FROM people.v_debit_account a WHERE a.person_no = i.payer_no
                        AND a.levy_code = i.levy_code AND a.valid_from <= i.due_on
                        AND (a.valid_to IS NULL OR a.valid_to > i.due_on)))
                """
                        .formatted(CHARGED.formatted(day), day, term, asked);
        return slips.issue(new SlipOrder(day, SlipPurpose.NOTICE, "納入通知", instalments));
    }
}
