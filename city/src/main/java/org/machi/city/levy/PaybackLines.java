package org.machi.city.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.machi.law.AccountYear;
import org.machi.platform.forms.letters.RefundNotice.Offset;
import org.machi.platform.forms.letters.RefundNotice.Overpayment;
import org.machi.platform.office.PeriodName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of 還付・充当 letters: what was too much, and what of it paid which debts. */
@Component
class PaybackLines {

    static final int LINES = 8;
    static final int OFFSETS = 5;

    private static final String DECIDED =
            """
            SELECT t.instalment_id, t.amount FROM levy.refund r JOIN levy.refund_item t USING (refund_id)
            WHERE r.decided_on = :day AND r.payee <> 'INSURER'
            UNION ALL
            SELECT p.debit_id, p.amount FROM levy.posting p
            WHERE p.booked_on = :day AND p.cause = 'OFFSET' AND p.debit_kind = 'OVERPAYMENT'
            """;

    private static final String ANNOUNCED =
            "SELECT source_id AS instalment_id, amount FROM levy.offset_plan WHERE told_on = :day";

    private static final String PAID =
            """
            SELECT credit_id AS instalment_id, amount FROM levy.posting
            WHERE booked_on = :day AND cause = 'OFFSET' AND credit_kind IN ('RECEIVABLE', 'FEE', 'LATE')
            """;

    private static final String TO_BE_PAID =
            "SELECT target_id AS instalment_id, amount FROM levy.offset_plan WHERE told_on = :day";

    private final JdbcClient db;

    PaybackLines(JdbcClient db) {
        this.db = db;
    }

    /** Whose letter: a person and a levy. */
    record Key(long person, String levy) {}

    private record Line<T>(Key key, T line) {}

    /** What was paid back or offset on the day. */
    Map<Key, List<Overpayment>> decided(LocalDate day) {
        return overpayments(DECIDED, day);
    }

    /** What is to be offset by the announcements of the day. */
    Map<Key, List<Overpayment>> announced(LocalDate day) {
        return overpayments(ANNOUNCED, day);
    }

    Map<Key, List<Offset>> paid(LocalDate day) {
        return offsets(PAID, day);
    }

    Map<Key, List<Offset>> toBePaid(LocalDate day) {
        return offsets(TO_BE_PAID, day);
    }

    private Map<Key, List<Overpayment>> overpayments(String amounts, LocalDate day) {
        return byKey(
                db.sql(
                                """
                                SELECT i.person_no, i.levy_code, i.levy_year, i.period, i.method, b.charged, s.amount,
                                    coalesce(p.paid_on, :day) AS paid_on,
                                    CASE WHEN last.cause = 'RECEIPT' THEN '誤納（二重納付など）' ELSE '過納（減額）' END AS reason
                                FROM (SELECT instalment_id, sum(amount) AS amount FROM (%s) a GROUP BY 1) s
                                JOIN levy.instalment i USING (instalment_id)
                                JOIN levy.instalment_balance b USING (instalment_id)
                                LEFT JOIN LATERAL (SELECT max(paid_on) AS paid_on FROM levy.posting WHERE credit_id = i.instalment_id
                                    AND credit_kind IN ('RECEIVABLE', 'OVERPAYMENT') AND cause = 'RECEIPT') p ON true
                                CROSS JOIN LATERAL (SELECT cause FROM levy.posting WHERE credit_kind = 'OVERPAYMENT'
                                    AND credit_id = i.instalment_id ORDER BY posting_id DESC LIMIT 1) last
                                ORDER BY i.person_no, i.levy_code, i.levy_year, i.method, i.period
                                """
                                        .formatted(amounts))
                        .param("day", day)
                        .query((row, n) ->
                                new Line<>(
                                        key(row),
                                        new Overpayment(
                                                label(row),
                                                row.getObject("paid_on", LocalDate.class),
                                                row.getLong("charged") + row.getLong("amount"),
                                                row.getLong("charged"),
                                                row.getString("reason"))))
                        .list());
    }

    private Map<Key, List<Offset>> offsets(String amounts, LocalDate day) {
        return byKey(
                db.sql(
                                """
                                SELECT i.person_no, i.levy_code, i.levy_year, i.period, i.method, i.due_on, s.amount
                                FROM (SELECT instalment_id, sum(amount) AS amount FROM (%s) a GROUP BY 1) s
                                JOIN levy.instalment i USING (instalment_id)
                                ORDER BY i.person_no, i.levy_code, i.due_on, i.instalment_id
                                """
                                        .formatted(amounts))
                        .param("day", day)
                        .query((row, n) ->
                                new Line<>(
                                        key(row),
                                        new Offset(
                                                label(row),
                                                row.getObject("due_on", LocalDate.class),
                                                row.getLong("amount"))))
                        .list());
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(row.getLong("person_no"), row.getString("levy_code"));
    }

    private static String label(ResultSet row) throws SQLException {
        return "%s %s"
                .formatted(
                        new AccountYear(row.getInt("levy_year")).japanese(),
                        PeriodName.of(row.getInt("method"), row.getInt("period")));
    }

    /** The form has eight lines; what is more is summed in the last. */
    static List<Overpayment> shortened(List<Overpayment> lines) {
        if (lines.size() <= LINES) {
            return lines;
        }
        List<Overpayment> rest = lines.subList(LINES - 1, lines.size());
        List<Overpayment> shown = new ArrayList<>(lines.subList(0, LINES - 1));
        shown.add(
                new Overpayment(
                        "ほか%d期".formatted(rest.size()),
                        rest.getLast().paidOn(),
                        rest.stream().mapToLong(Overpayment::paid).sum(),
                        rest.stream().mapToLong(Overpayment::charged).sum(),
                        rest.getLast().reason()));
        return shown;
    }

    /** The form has five lines; what is more is summed in the last, so that the sums are right. */
    static List<Offset> summed(List<Offset> lines) {
        if (lines.size() <= OFFSETS) {
            return lines;
        }
        List<Offset> rest = lines.subList(OFFSETS - 1, lines.size());
        List<Offset> shown = new ArrayList<>(lines.subList(0, OFFSETS - 1));
        shown.add(
                new Offset(
                        "ほか%d期".formatted(rest.size()),
                        rest.getLast().dueOn(),
                        rest.stream().mapToLong(Offset::yen).sum()));
        return shown;
    }

    private static <T> Map<Key, List<T>> byKey(List<Line<T>> lines) {
        Map<Key, List<T>> map = new HashMap<>();
        for (Line<T> line : lines) {
            map.computeIfAbsent(line.key(), key -> new ArrayList<>()).add(line.line());
        }
        return map;
    }
}
