package org.machi.city.levy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.LegalBasis;
import org.machi.law.late.LateCharge;
import org.machi.law.late.LateChargePolicy;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 延滞金: fixed once, when the last of a demanded instalment's premium has been paid late.
 *
 * <p>The ledger finds the few instalments that today's payments settled; the law computes each from
 * its payments; what the law charges becomes a posting and a slip.
 */
@Component
@LegalBasis({"自治法231条の3第2項", "条例（延滞金）"})
class LateCharges {

    private final JdbcClient db;
    private final Slips slips;

    LateCharges(JdbcClient db, Slips slips) {
        this.db = db;
        this.slips = slips;
    }

    private record Settled(
            long instalment, long charged, LocalDate dueOn, List<LateCharge.Payment> payments) {}

    private record Paid(
            long instalment, long charged, LocalDate dueOn, LateCharge.Payment payment) {}

    /** Charges what today's payments made due; the batch of slips is empty when nothing was. */
    SlipBatch charge(LocalDate day, LateChargePolicy policy) {
        LateCharge law = new LateCharge(Parameters.withAssumptions(), policy);
        List<Settled> settled = settled(day);
        List<Long> instalments = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        for (Settled one : settled) {
            LocalDate last = one.payments().getLast().paidOn();
            LateCharge.Result result = law.on(one.charged(), one.dueOn(), one.payments(), last);
            if (result.charge() > 0) {
                instalments.add(one.instalment());
                amounts.add(result.charge());
                explain(one.instalment(), result.stretches());
            }
        }
        if (instalments.isEmpty()) {
            return new SlipBatch(0, 0, 0);
        }
        post(day, instalments, amounts);
        return slips.issue(
                new SlipOrder(
                        day,
                        SlipPurpose.LATE,
                        "延滞金",
                        """
                        SELECT debit_id AS instalment_id, date '%1$s' + 14 AS due_on, date '%1$s' + 44 AS use_by
                        FROM levy.posting WHERE booked_on = date '%1$s' AND cause = 'LATE' AND debit_kind = 'LATE'
                        """
                                .formatted(day)));
    }

    /**
     * Keeps how the charge came about, each rate with its mark: [U] is a rate not announced yet.
     */
    private void explain(long instalment, List<LateCharge.Stretch> stretches) {
        for (LateCharge.Stretch one : stretches) {
            ParameterRow row = parameter(one);
            db.sql(
                            """
                            INSERT INTO levy.late_stretch (instalment_id, from_on, to_on, days, principal, rate, mark)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            instalment,
                            one.from(),
                            one.to(),
                            one.days(),
                            one.principal(),
                            row.display(),
                            row.mark().name())
                    .update();
        }
    }

    private static ParameterRow parameter(LateCharge.Stretch stretch) {
        return Parameters.withAssumptions()
                .require(
                        stretch.low() ? "late.lowRate" : "late.highRate",
                        ParameterRow.NATIONAL,
                        stretch.from());
    }

    private List<Settled> settled(LocalDate day) {
        List<Paid> paid =
                db.sql(
                                """
                                SELECT i.instalment_id, b.charged, i.due_on, p.paid_on, p.amount
                                FROM (SELECT DISTINCT credit_id AS instalment_id FROM levy.posting
                                      WHERE booked_on = :day AND credit_kind = 'RECEIVABLE' AND cause IN ('RECEIPT', 'OFFSET')) t
                                JOIN levy.demand d USING (instalment_id)
                                JOIN levy.instalment i USING (instalment_id)
                                JOIN levy.instalment_balance b USING (instalment_id)
                                JOIN levy.posting p ON p.credit_kind = 'RECEIVABLE' AND p.credit_id = i.instalment_id
                                    AND p.cause IN ('RECEIPT', 'OFFSET')
                                    AND NOT (p.source = 'RECEIPT' AND EXISTS (SELECT 1 FROM levy.receipt r
                                        WHERE r.receipt_id = p.source_id AND r.state = 'CANCELLED'))
                                WHERE b.open = 0 AND b.late_open = 0 AND b.late_collected = 0 AND b.charged > 0
                                ORDER BY i.instalment_id, p.paid_on, p.posting_id
                                """)
                        .param("day", day)
                        .query((row, n) ->
                                new Paid(
                                        row.getLong("instalment_id"),
                                        row.getLong("charged"),
                                        row.getObject("due_on", LocalDate.class),
                                        new LateCharge.Payment(
                                                row.getObject("paid_on", LocalDate.class),
                                                row.getLong("amount"))))
                        .list();
        List<Settled> settled = new ArrayList<>();
        for (Paid one : paid) {
            if (settled.isEmpty() || settled.getLast().instalment() != one.instalment()) {
                settled.add(
                        new Settled(
                                one.instalment(), one.charged(), one.dueOn(), new ArrayList<>()));
            }
            settled.getLast().payments().add(one.payment());
        }
        return settled;
    }

    private void post(LocalDate day, List<Long> instalments, List<Long> amounts) {
        db.sql(
                        """
                        WITH deed AS (
                            INSERT INTO levy.deed (kind, booked_on, reason) VALUES ('LATE', :day, '延滞金')
                            RETURNING deed_id)
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, source, source_id)
                        SELECT levy.operation('LATE:' || i.instalment_id), 'LATE', i.instalment_id, 'LATE_INCOME',
                            f.current_fund_id, l.amount, 'LATE', f.current_fund_id, f.account_year, :day, 'LATE', deed_id
                        FROM unnest(:instalments::bigint[], :amounts::bigint[]) AS l (instalment_id, amount)
                        CROSS JOIN deed
                        JOIN levy.instalment i USING (instalment_id)
                        JOIN levy.v_fund f USING (fund_id)
                        """)
                .param("day", day)
                .param("instalments", instalments.toArray(Long[]::new))
                .param("amounts", amounts.toArray(Long[]::new))
                .update();
    }
}
