package org.machi.city.levy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.LegalBasis;
import org.machi.law.late.Grace;
import org.machi.law.late.LateCharge;
import org.machi.law.late.LateChargePolicy;
import org.machi.law.parameter.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 延滞金: fixed once, when the last of a demanded instalment's premium has been paid late.
 *
 * <p>The ledger finds the few instalments that today's payments settled; the law computes each from
 * its payments and from the 徴収猶予 and 執行停止 on record; what the law charges becomes a posting and a
 * slip.
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
            long instalment,
            long charged,
            LocalDate dueOn,
            List<LateCharge.Payment> payments,
            List<Grace> graces) {

        LateCharge.Claim claim() {
            return new LateCharge.Claim(
                    charged, dueOn, payments, graces, payments.getLast().paidOn());
        }
    }

    private record Paid(
            long instalment,
            long charged,
            LocalDate dueOn,
            LateCharge.Payment payment,
            String graces) {}

    /** Charges what today's payments made due; the batch of slips is empty when nothing was. */
    SlipBatch charge(LocalDate day, LateChargePolicy policy) {
        LateCharge law = new LateCharge(Parameters.withAssumptions(), policy);
        List<Settled> settled = settled(day);
        List<Long> instalments = new ArrayList<>();
        List<Long> amounts = new ArrayList<>();
        for (Settled one : settled) {
            LateCharge.Result result = law.on(one.claim());
            if (result.charge() > 0) {
                instalments.add(one.instalment());
                amounts.add(result.charge());
                explain(law, one.instalment(), result.stretches());
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
    private void explain(LateCharge law, long instalment, List<LateCharge.Stretch> stretches) {
        for (LateCharge.Stretch one : stretches) {
            Shown shown = shown(law, one);
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
                            shown.rate(),
                            shown.mark())
                    .update();
        }
    }

    private record Shown(String rate, String mark) {}

    /** The rate with its mark; days that were waived have none. */
    private static Shown shown(LateCharge law, LateCharge.Stretch stretch) {
        String grace = stretch.kind() == LateCharge.Kind.HALVED ? "（猶予中）" : "";
        return law.rateRow(stretch)
                .map(row -> new Shown(row.display() + grace, row.mark().name()))
                .orElse(new Shown("免除", "L"));
    }

    /** 徴収猶予 and 執行停止 of the payer as {@code kind:from:to}, in order; an open one has no end. */
    private static final String GRACES =
            """
            (SELECT coalesce(string_agg(s.kind || ':' || s.valid_from || ':' || coalesce((s.valid_to - 1)::text, ''), ','
                        ORDER BY s.valid_from), '')
             FROM levy.suppression s
             WHERE s.person_no = i.person_no AND s.levy_code = i.levy_code
                 AND s.kind IN ('GRACE', 'GRACE_WAIVED', 'SUSPENDED')
                 AND (s.valid_to IS NULL OR s.valid_to > s.valid_from))
            """;

    private static List<Grace> graces(String text, LocalDate open) {
        List<Grace> graces = new ArrayList<>();
        for (String one : text.isEmpty() ? new String[0] : text.split(",")) {
            String[] parts = one.split(":", -1);
            LocalDate from = LocalDate.parse(parts[1]);
            LocalDate to = parts[2].isEmpty() ? open : LocalDate.parse(parts[2]);
            if (!to.isBefore(from)) {
                graces.add(
                        new Grace(
                                from,
                                to,
                                parts[0].equals("GRACE")
                                        ? Grace.Effect.HALVED
                                        : Grace.Effect.WAIVED));
            }
        }
        return graces;
    }

    private List<Settled> settled(LocalDate day) {
        List<Paid> paid =
                db.sql(
                                """
                                SELECT i.instalment_id, b.charged, i.due_on, p.paid_on, p.amount, %s AS graces
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
                                """
                                        .formatted(GRACES))
                        .param("day", day)
                        .query((row, n) ->
                                new Paid(
                                        row.getLong("instalment_id"),
                                        row.getLong("charged"),
                                        row.getObject("due_on", LocalDate.class),
                                        new LateCharge.Payment(
                                                row.getObject("paid_on", LocalDate.class),
                                                row.getLong("amount")),
                                        row.getString("graces")))
                        .list();
        List<Settled> settled = new ArrayList<>();
        for (Paid one : paid) {
            if (settled.isEmpty() || settled.getLast().instalment() != one.instalment()) {
                settled.add(
                        new Settled(
                                one.instalment(),
                                one.charged(),
                                one.dueOn(),
                                new ArrayList<>(),
                                graces(one.graces(), day)));
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
