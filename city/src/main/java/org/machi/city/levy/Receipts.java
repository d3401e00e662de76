package org.machi.city.levy;

import java.time.LocalDate;
import org.machi.law.AccountYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 収納と消込: takes in payments of every channel and allocates them.
 *
 * <p>A payment by slip pays the slip's items in their order, each up to what is still open; what is
 * left over is an over-payment (過誤納) on the slip's last instalment. A payment whose number the
 * ledger doesn't know waits as 不明金. Without a slip, an account or a pension pays the premium of its
 * instalment, the counter fee and late charge too. A store's 速報 is only shown (仮消込): the agent may
 * still take it back, and no money has come, so it is booked when the 確報 arrives.
 *
 * <p>Several payments of one person in one delivery are allocated one after the other in rounds;
 * each round is one statement, so a file of 100,000 payments of 100,000 people is one.
 */
@Component
public class Receipts {

    private final JdbcClient db;

    Receipts(JdbcClient db) {
        this.db = db;
    }

    /**
     * Takes final payments in the caller's transaction.
     *
     * @param payments a SELECT with the columns receipt_key (text, the same payment always has the
     *     same key), slip_no (bigint or null), barcode (text or null), instalment_id (bigint or
     *     null: payments without a slip), amount (yen), paid_on (領収日), received_on (収納日), shown_no
     *     (text or null, the number as it came), file_id (bigint or null), line_no (bigint or null)
     */
    public ReceiptCount take(LocalDate bookedOn, Channel channel, String payments) {
        Batch batch = store(bookedOn, channel, payments, "FINAL");
        int rounds = rounds(batch);
        for (int round = 1; round <= rounds; round++) {
            allocate(batch, round);
        }
        toldLate(batch);
        suspend(batch, bookedOn);
        confirm(batch);
        return count(batch);
    }

    /** Takes a store's 速報: shown on the person's account, not yet money; columns as in take. */
    public ReceiptCount announce(LocalDate bookedOn, Channel channel, String payments) {
        return count(store(bookedOn, channel, payments, "PROVISIONAL"));
    }

    /**
     * Takes back 速報 that the store cancelled.
     *
     * @param payments a SELECT with the columns barcode, amount, paid_on
     * @return how many were taken back; the caller lists those that were not found
     */
    public int cancel(String payments) {
        return db.sql(
                        """
                        UPDATE levy.receipt r SET state = 'CANCELLED', reason = '速報取消'
                        FROM (SELECT DISTINCT ON (slip_no) receipt_id
                              FROM (%s) c JOIN levy.slip s ON s.barcode = c.barcode
                              JOIN levy.receipt p USING (slip_no)
                              WHERE p.state = 'PROVISIONAL' AND p.amount = c.amount AND p.paid_on = c.paid_on
                              ORDER BY slip_no, receipt_id) gone
                        WHERE r.receipt_id = gone.receipt_id
                        """
                                .formatted(payments))
                .update();
    }

    /**
     * Books money that waited as 不明金 on the instalments that it turned out to pay: the premium
     * first, the rest an over-payment.
     *
     * @param places a SELECT with the columns receipt_id and instalment_id
     * @return how many were booked
     */
    public int place(LocalDate bookedOn, String places) {
        db.sql("DROP TABLE IF EXISTS suspense_place").update();
        db.sql("CREATE TEMPORARY TABLE suspense_place ON COMMIT DROP AS " + places).update();
        db.sql(PLACE).param("day", bookedOn).update();
        return db.sql(
                        """
                        UPDATE levy.receipt r SET state = 'FINAL', instalment_id = p.instalment_id,
                            person_no = i.person_no, reason = '再取込により不明金から消込'
                        FROM suspense_place p JOIN levy.instalment i USING (instalment_id)
                        WHERE r.receipt_id = p.receipt_id
                        """)
                .update();
    }

    /** Several payments of one instalment are taken one after the other. */
    private static final String PLACE =
            """
            INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                fund_id, account_year, booked_on, paid_on, received_on, source, source_id)
            SELECT levy.operation('RECEIPT:' || t.receipt_id || ':settled:' || l.kind), 'SUSPENSE', t.receipt_id,
                l.kind::levy.account_kind, t.instalment_id, l.amount, 'RECEIPT', f.current_fund_id, f.account_year, :day,
                t.paid_on, t.received_on, 'RECEIPT', t.receipt_id
            FROM (SELECT r.receipt_id, r.amount, r.paid_on, r.received_on, p.instalment_id, i.fund_id,
                      least(r.amount, greatest(b.open - coalesce(sum(r.amount) OVER (
                          PARTITION BY p.instalment_id ORDER BY r.receipt_id
                          ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0), 0)) AS premium
                  FROM suspense_place p
                  JOIN levy.receipt r USING (receipt_id)
                  JOIN levy.instalment i ON i.instalment_id = p.instalment_id
                  JOIN levy.instalment_balance b ON b.instalment_id = p.instalment_id) t
            JOIN levy.v_fund f ON f.fund_id = t.fund_id
            CROSS JOIN LATERAL (VALUES ('RECEIVABLE', t.premium), ('OVERPAYMENT', t.amount - t.premium)) l (kind, amount)
            WHERE l.amount > 0
            """;

    /**
     * Receipts of one call: those of the batch number, all of which lie after the given receipt.
     */
    private record Batch(long number, long after) {}

    private Batch store(LocalDate bookedOn, Channel channel, String payments, String state) {
        Batch batch =
                db.sql(
                                """
                                SELECT nextval('levy.receipt_batch'),
                                    (SELECT coalesce(max(receipt_id), 0) FROM levy.receipt)
                                """)
                        .query((row, n) -> new Batch(row.getLong(1), row.getLong(2)))
                        .single();
        db.sql(
                        """
                        INSERT INTO levy.receipt (receipt_key, batch_no, channel_id, state, slip_no, instalment_id, person_no,
                            amount, paid_on, received_on, booked_on, round, shown_no, file_id, line_no, reason)
                        SELECT p.receipt_key, :batch, :channel,
                            CASE WHEN w.person_no IS NULL THEN 'SUSPENSE' ELSE :state END::levy.receipt_state,
                            s.slip_no, i.instalment_id, w.person_no, p.amount, p.paid_on, p.received_on, :bookedOn,
                            row_number() OVER (PARTITION BY w.person_no ORDER BY p.paid_on, p.line_no, p.receipt_key),
                            p.shown_no, p.file_id, p.line_no,
                            CASE WHEN w.person_no IS NULL THEN '納付書番号が台帳にない'
                                 WHEN s.amount <> p.amount THEN '納付書と金額が違う' END
                        FROM (%s) p
                        LEFT JOIN levy.slip n ON n.slip_no = p.slip_no
                        LEFT JOIN levy.slip c ON c.barcode = p.barcode
                        LEFT JOIN levy.slip s ON s.slip_no = coalesce(n.slip_no, c.slip_no)
                        LEFT JOIN levy.instalment i ON i.instalment_id = p.instalment_id
                        CROSS JOIN LATERAL (SELECT coalesce(s.person_no, i.person_no) AS person_no) w
                        """
                                .formatted(payments))
                .param("batch", batch.number())
                .param("channel", channel.number())
                .param("state", state)
                .param("bookedOn", bookedOn)
                .update();
        return batch;
    }

    private int rounds(Batch batch) {
        return of(
                        batch,
                        """
                        SELECT coalesce(max(round) FILTER (WHERE state = 'FINAL'), 0) FROM levy.receipt
                        WHERE receipt_id > :after AND batch_no = :batch
                        """)
                .query(Integer.class)
                .single();
    }

    /**
     * Pays, for each payment of the round, its items in order; the rest becomes an over-payment.
     */
    private void allocate(Batch batch, int round) {
        of(
                        batch,
                        """
                        WITH item AS (
                            SELECT r.receipt_id, r.amount, p.position, p.part, p.instalment_id,
                                CASE p.part WHEN 'PRINCIPAL' THEN b.open WHEN 'FEE' THEN b.fee_open ELSE b.late_open END AS open
                            FROM levy.receipt r
                            CROSS JOIN LATERAL (
                                SELECT position, part, instalment_id FROM levy.slip_item s
                                WHERE s.slip_no = r.slip_no
                                UNION ALL
                                SELECT v.position, v.part, r.instalment_id
                                FROM (VALUES (1, 'FEE'), (2, 'PRINCIPAL'), (3, 'LATE')) v (position, part)
                                WHERE r.slip_no IS NULL AND (v.part = 'PRINCIPAL' OR r.channel_id = :counter)) p
                            JOIN levy.instalment_balance b ON b.instalment_id = p.instalment_id
                            WHERE r.receipt_id > :after AND r.batch_no = :batch AND r.round = :round AND r.state = 'FINAL'
                        ), paid AS (
                            SELECT receipt_id, amount, position, part, instalment_id,
                                least(open, greatest(amount - coalesce(sum(open) OVER before_it, 0), 0)) AS paid,
                                greatest(amount - sum(open) OVER whole, 0) AS rest,
                                row_number() OVER (PARTITION BY receipt_id ORDER BY part = 'PRINCIPAL' DESC, position DESC) AS last
                            FROM item
                            WINDOW whole AS (PARTITION BY receipt_id),
                                before_it AS (PARTITION BY receipt_id ORDER BY position
                                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
                        ), line AS (
                            SELECT a.receipt_id, a.instalment_id, l.kind, l.amount, l.name FROM paid a
                            CROSS JOIN LATERAL (VALUES
                                (CASE part WHEN 'PRINCIPAL' THEN 'RECEIVABLE' ELSE part END, a.paid, a.position::text),
                                ('OVERPAYMENT', CASE WHEN a.last = 1 THEN a.rest ELSE 0 END, 'rest')) AS l (kind, amount, name)
                            WHERE l.amount > 0
                        )
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, paid_on, received_on, source, source_id)
                        SELECT levy.operation('RECEIPT:' || r.receipt_id || ':' || l.name), 'CASH', r.channel_id,
                            l.kind::levy.account_kind, l.instalment_id, l.amount, 'RECEIPT',
                            coalesce(o.late_fund_id, f.current_fund_id), coalesce(o.account_year, f.account_year),
                            r.booked_on, r.paid_on, r.received_on, 'RECEIPT', r.receipt_id
                        FROM line l
                        JOIN levy.receipt r USING (receipt_id)
                        JOIN levy.instalment i ON i.instalment_id = l.instalment_id
                        JOIN levy.v_fund f ON f.fund_id = i.fund_id
                        LEFT JOIN levy.v_late_fund o ON o.fund_id = i.fund_id AND l.kind IN ('RECEIVABLE', 'OVERPAYMENT')
                            AND CASE WHEN r.channel_id IN (:store, :pension) THEN r.received_on ELSE r.paid_on END <= o.until
                        """)
                .param("round", round)
                .param("store", Channel.STORE.number())
                .param("pension", Channel.PENSION.number())
                .param("counter", Channel.COUNTER.number())
                .update();
    }

    /**
     * 出納整理期間: what a bank stamped by 31 May is money of the year that ended in March (指定金融機関の領収は市の
     * 収納), though it is told in June; what a store or the pension's payer took is the city's when
     * it is handed over. It is taken out of what was carried over (自治法235条の5, 自治令160条).
     */
    private void toldLate(Batch batch) {
        of(batch, "SELECT levy.told_late(:batch, :after)").query().listOfRows();
    }

    private void suspend(Batch batch, LocalDate bookedOn) {
        of(
                        batch,
                        """
                        INSERT INTO levy.posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause,
                            fund_id, account_year, booked_on, paid_on, received_on, source, source_id)
                        SELECT levy.operation('RECEIPT:' || receipt_id || ':suspense'), 'CASH', channel_id,
                            'SUSPENSE', receipt_id, amount, 'RECEIPT', 0, :accountYear, booked_on, paid_on, received_on,
                            'RECEIPT', receipt_id
                        FROM levy.receipt
                        WHERE receipt_id > :after AND batch_no = :batch AND state = 'SUSPENSE'
                        """)
                .param("accountYear", AccountYear.containing(bookedOn).year())
                .update();
    }

    /** The 速報 that these final payments confirm are no longer waiting; one for each payment. */
    private void confirm(Batch batch) {
        of(
                        batch,
                        """
                        UPDATE levy.receipt p SET state = 'CONFIRMED'
                        FROM (SELECT p.receipt_id,
                                  row_number() OVER (PARTITION BY p.slip_no ORDER BY p.receipt_id) AS nth, f.payments
                              FROM levy.receipt p
                              JOIN (SELECT slip_no, channel_id, amount, paid_on, count(*) AS payments FROM levy.receipt
                                    WHERE receipt_id > :after AND batch_no = :batch AND state = 'FINAL' AND slip_no IS NOT NULL
                                    GROUP BY slip_no, channel_id, amount, paid_on) f
                                  USING (slip_no, channel_id, amount, paid_on)
                              WHERE p.state = 'PROVISIONAL') w
                        WHERE p.receipt_id = w.receipt_id AND w.nth <= w.payments
                        """)
                .update();
    }

    private ReceiptCount count(Batch batch) {
        return of(
                        batch,
                        """
                        SELECT count(*) AS taken, coalesce(sum(amount), 0) AS amount,
                            count(*) FILTER (WHERE state = 'SUSPENSE') AS unknown,
                            coalesce(sum(amount) FILTER (WHERE state = 'SUSPENSE'), 0) AS unknown_amount
                        FROM levy.receipt WHERE receipt_id > :after AND batch_no = :batch
                        """)
                .query((row, n) ->
                        new ReceiptCount(
                                batch.number(),
                                row.getLong("taken"),
                                row.getLong("amount"),
                                row.getLong("unknown"),
                                row.getLong("unknown_amount")))
                .single();
    }

    private JdbcClient.StatementSpec of(Batch batch, String sql) {
        JdbcClient.StatementSpec statement = db.sql(sql).param("batch", batch.number());
        return statement.param("after", batch.after());
    }
}
