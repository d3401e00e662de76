package org.machi.city.levy;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.machi.city.CityApplication;
import org.machi.platform.Organisation;
import org.machi.platform.proof.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A city with a fresh ledger, and the few words in which tests speak to it. */
final class TollHouse implements AutoCloseable {

    final Organisation city = TestDatabase.startCity(CityApplication.class);
    final JdbcClient db = city.get(JdbcClient.class);
    final Charges charges = city.get(Charges.class);
    final Receipts receipts = city.get(Receipts.class);
    final Slips slips = city.get(Slips.class);
    private final TransactionTemplate transaction = city.get(TransactionTemplate.class);
    private int payments;

    TollHouse() {
        slips.setPayee("131016", "912345", 300_000);
    }

    <T> T in(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("the work gave nothing");
        }
        return result;
    }

    /**
     * One person's ordinary instalments of levy year 2026, periods from 1, due at the end of each
     * month from July.
     */
    ChargeCount charge(LocalDate day, long person, long... amounts) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < amounts.length; i++) {
            rows.append(i == 0 ? "" : " UNION ALL ");
            rows.append(row(person, i + 1, LocalDate.of(2026, 7, 31).plusMonths(i), amounts[i]));
        }
        return in(() -> charges.apply(day, rows.toString(), "本算定"));
    }

    static String row(long person, int period, LocalDate due, long amount) {
        return """
        SELECT 'KOKI' AS levy_code, %1$d::bigint AS person_no, %1$d::bigint AS payer_no, '%1$08d' AS reference,
            2026 AS levy_year, 2026 AS decision_year, 2026 AS account_year, '%1$08d01' AS assessment_no,
            2::smallint AS method, %2$d::smallint AS period, date '%3$s' AS due_on, %4$d::bigint AS amount
        """
                .formatted(person, period, due, amount);
    }

    long instalment(long person, int period) {
        return db.sql(
                        "SELECT instalment_id FROM levy.instalment WHERE person_no = ? AND period = ?")
                .param(person)
                .param(period)
                .query(Long.class)
                .single();
    }

    /** Issues a slip for each open instalment of the person and returns how many. */
    SlipBatch slips(LocalDate day, long person) {
        return in(() ->
                slips.issue(
                        new SlipOrder(
                                day,
                                SlipPurpose.NOTICE,
                                "本算定",
                                "SELECT instalment_id, due_on, due_on + 30 AS use_by FROM levy.v_instalment"
                                        + " WHERE open > 0 AND person_no = "
                                        + person)));
    }

    long slip(long person, int period) {
        return db.sql(
                        """
                        SELECT slip_no FROM levy.v_slip WHERE person_no = ? AND period = ? ORDER BY slip_no DESC LIMIT 1
                        """)
                .param(person)
                .param(period)
                .query(Long.class)
                .single();
    }

    ReceiptCount pay(LocalDate day, long slip, long amount) {
        return in(() -> receipts.take(day, Channel.BANK, payment(slip, amount, day)));
    }

    /** One payment by slip; each call is another payment. */
    String payment(long slip, long amount, LocalDate paidOn) {
        payments++;
        return """
        SELECT 'T:%1$d' AS receipt_key, %2$d::bigint AS slip_no, NULL::text AS barcode, NULL::bigint AS instalment_id,
            %3$d::bigint AS amount, date '%4$s' AS paid_on, date '%4$s' AS received_on, '%2$d' AS shown_no,
            1::bigint AS file_id, %1$d::bigint AS line_no
        """
                .formatted(payments, slip, amount, paidOn);
    }

    /** The balance of an instalment, column by column. */
    Map<String, Object> balance(long person, int period) {
        return db.sql("SELECT * FROM levy.instalment_balance WHERE instalment_id = ?")
                .param(instalment(person, period))
                .query()
                .singleRow();
    }

    @Override
    public void close() {
        city.close();
    }
}
