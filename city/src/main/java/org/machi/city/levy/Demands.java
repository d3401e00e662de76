package org.machi.city.levy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.BusinessCalendar;
import org.machi.law.LegalBasis;
import org.machi.law.parameter.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 督促: one demand for each instalment that is still open about 20 days after its due day.
 *
 * <p>Not demanded: what a store has announced as paid, what a bank was asked to debit and has not
 * answered yet, people whose demands are suppressed with a reason, and the dead (their heirs get a
 * slip of their own first). The demand renews the limitation (法160条2項) and is what makes a late
 * charge due.
 */
@Component
@LegalBasis({"自治法231条の3第1項", "法160条2項"})
class Demands {

    private final JdbcClient db;
    private final Slips slips;
    private final BusinessCalendar calendar = BusinessCalendar.standard();
    private final Parameters parameters = Parameters.withAssumptions();

    Demands(JdbcClient db, Slips slips) {
        this.db = db;
        this.slips = slips;
    }

    /**
     * When and how the city demands.
     *
     * @param days days after the due day, at most 20 by most ordinances
     * @param termDays days that the demand gives
     * @param fee 督促手数料, yen, 0 where the ordinance has none
     */
    record Terms(int days, int termDays, long fee) {}

    /**
     * The due days whose demands go out on this day: the last business day within the days allowed.
     */
    List<LocalDate> dueDays(LocalDate day, Terms terms) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate next = calendar.next(day);
        for (LocalDate due = day.minusDays(terms.days());
                due.isBefore(next.minusDays(terms.days())); ) {
            days.add(due);
            due = due.plusDays(1);
        }
        return days;
    }

    /** Demands what is due to be demanded today; the slips stand in the batch that is returned. */
    SlipBatch demand(LocalDate day, Terms terms) {
        List<LocalDate> due = dueDays(day, terms);
        LocalDate term = calendar.onOrAfter(day.plusDays(terms.termDays()));
        int demanded = record(day, due, term, terms.fee());
        if (demanded == 0) {
            return new SlipBatch(0, 0, 0);
        }
        if (terms.fee() > 0) {
            chargeFee(day);
        }
        renewLimitation(day, term);
        SlipBatch batch =
                slips.issue(
                        new SlipOrder(
                                day,
                                SlipPurpose.DEMAND,
                                "督促",
                                """
                                SELECT instalment_id, term_on AS due_on, term_on + 30 AS use_by FROM levy.demand
                                WHERE demanded_on = date '%s'
                                """
                                        .formatted(day)));
        db.sql(
                        """
                        UPDATE levy.demand d SET slip_no = s.slip_no FROM levy.v_slip s
                        WHERE s.batch_id = :batch AND d.instalment_id = s.instalment_id
                        """)
                .param("batch", batch.batch())
                .update();
        return batch;
    }

    private int record(LocalDate day, List<LocalDate> due, LocalDate term, long fee) {
        return db.sql(
                        """
                        INSERT INTO levy.demand (instalment_id, demanded_on, term_on, fee)
                        SELECT i.instalment_id, :day, :term, :fee
                        FROM levy.instalment i
                        JOIN levy.instalment_balance b USING (instalment_id)
                        LEFT JOIN people.v_person p ON p.person_no = i.payer_no
                        WHERE i.due_on BETWEEN :first AND :last AND i.method = 2 AND b.open > 0
                            AND p.died_on IS NULL
                            AND NOT EXISTS (SELECT 1 FROM levy.receipt r JOIN levy.slip_item s USING (slip_no)
                                WHERE r.person_no = i.person_no AND r.state = 'PROVISIONAL'
                                    AND s.instalment_id = i.instalment_id)
                            AND NOT EXISTS (SELECT 1 FROM levy.debit d
                                WHERE d.instalment_id = i.instalment_id AND d.result = '')
                            AND NOT EXISTS (SELECT 1 FROM levy.suppression s
                                WHERE s.person_no = i.person_no AND s.levy_code = i.levy_code AND s.valid_from <= :day
                                    AND (s.valid_to IS NULL OR s.valid_to > :day) AND s.kind <> 'NO_REMINDER')
                        ON CONFLICT (instalment_id) DO NOTHING
                        """)
                .param("day", day)
                .param("term", term)
                .param("fee", fee)
                .param("first", due.getFirst())
                .param("last", due.getLast())
                .update();
    }

    private void chargeFee(LocalDate day) {
        db.sql(
                        """
                        WITH deed AS (
                            INSERT INTO levy.deed (kind, booked_on, reason) VALUES ('DEMAND', :day, '督促手数料')
                            RETURNING deed_id)
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, source, source_id)
                        SELECT levy.operation('FEE:' || d.instalment_id), 'FEE', d.instalment_id, 'FEE_INCOME',
                            f.current_fund_id, d.fee, 'FEE', f.current_fund_id, f.account_year, :day, 'DEMAND', deed_id
                        FROM levy.demand d CROSS JOIN deed
                        JOIN levy.instalment i USING (instalment_id)
                        JOIN levy.v_fund f USING (fund_id)
                        WHERE d.demanded_on = :day AND d.fee > 0
                        """)
                .param("day", day)
                .update();
    }

    private void renewLimitation(LocalDate day, LocalDate term) {
        db.sql(
                        """
                        INSERT INTO levy.limitation (instalment_id, runs_from, basis, gone_on)
                        SELECT instalment_id, :runsFrom, '2', :goneOn FROM levy.demand WHERE demanded_on = :day
                        ON CONFLICT (instalment_id) DO UPDATE
                            SET runs_from = excluded.runs_from, basis = excluded.basis, gone_on = excluded.gone_on
                        """)
                .param("day", day)
                .param("runsFrom", term.plusDays(1))
                .param(
                        "goneOn",
                        term.plusDays(1).plusYears(parameters.amount("limitation.years", day)))
                .update();
    }
}
