package org.machi.city.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.machi.law.AccountYear;
import org.machi.platform.audit.Actor;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.RefundNotice;
import org.machi.platform.forms.letters.RefundNotice.Offset;
import org.machi.platform.forms.letters.RefundNotice.Overpayment;
import org.machi.platform.forms.letters.RefundNotice.Payout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 過誤納金還付（充当）通知書: one for each person to whom something is paid back today, with what was offset.
 */
@Component
class RefundLetters {

    private static final int LINES = 8;
    private static final int OFFSETS = 5;
    private static final String BY_ACCOUNT = "登録されている還付口座に振り込みます。";
    private static final String BY_CLAIM = "同封の請求書に振込先を記入して返送してください。";

    private final JdbcClient db;
    private final Letterhead letterhead;
    private final LetterPost post;

    RefundLetters(JdbcClient db, Letterhead letterhead, LetterPost post) {
        this.db = db;
        this.letterhead = letterhead;
        this.post = post;
    }

    private record Line<T>(long person, T line) {}

    /** Prints the notices of the refunds decided today; returns how many. */
    long print(LocalDate day, Actor actor) {
        Map<Long, List<Overpayment>> overpaid = byPerson(overpayments(day));
        if (overpaid.isEmpty()) {
            return 0;
        }
        Map<Long, List<Offset>> offsets = byPerson(offsets(day));
        db.sql(
                        """
                        UPDATE levy.refund SET letter_no = nextval('levy.letter_no')::text
                        WHERE decided_on = :day AND letter_no IS NULL AND payee <> 'INSURER'
                        """)
                .param("day", day)
                .update();
        List<SlipLetters.Entry> letters =
                db.sql(
                                """
                                SELECT r.*, p.mailing_name, p.mailing_postal_code, p.mailing_address, p.name, p.address, p.protected,
                                    (SELECT min(i.reference) FROM levy.refund_item t JOIN levy.instalment i USING (instalment_id)
                                     WHERE t.refund_id = r.refund_id) AS reference,
                                    EXISTS (SELECT 1 FROM people.v_refund_account a WHERE a.person_no = r.person_no
                                        AND a.levy_code = r.levy_code AND a.valid_from <= r.decided_on
                                        AND (a.valid_to IS NULL OR a.valid_to > r.decided_on)) AS account_known
                                FROM levy.refund r JOIN people.v_person p ON p.person_no = r.person_no
                                WHERE r.decided_on = :day AND r.payee <> 'INSURER' AND r.levy_code = 'KOKI'
                                ORDER BY r.refund_id
                                """)
                        .param("day", day)
                        .query((row, n) -> entry(row, day, overpaid, offsets))
                        .list();
        return post.send(letters, LetterPost.REFUND, day, actor);
    }

    private SlipLetters.Entry entry(
            ResultSet row,
            LocalDate day,
            Map<Long, List<Overpayment>> overpaid,
            Map<Long, List<Offset>> offsets)
            throws SQLException {
        long person = row.getLong("person_no");
        Heading heading =
                new Heading(
                        new LetterId(row.getString("letter_no"), person, LetterPost.REFUND),
                        "収還第%s号".formatted(row.getString("refund_id")),
                        day,
                        letterhead.office(),
                        SlipLetters.recipient(row),
                        new Insured(
                                row.getString("reference"),
                                row.getString("name"),
                                row.getBoolean("protected") ? "" : row.getString("address")));
        RefundNotice notice =
                new RefundNotice(
                        heading,
                        shortened(overpaid.getOrDefault(person, List.of())),
                        offsets.getOrDefault(person, List.of()).stream().limit(OFFSETS).toList(),
                        row.getLong("interest"),
                        new Payout(
                                row.getBoolean("account_known") ? BY_ACCOUNT : BY_CLAIM,
                                row.getObject("lapses_on", LocalDate.class).minusDays(1)));
        return new SlipLetters.Entry(
                notice,
                new LetterPost.Item(
                        row.getString("mailing_name"),
                        row.getString("mailing_postal_code"),
                        row.getString("mailing_address"),
                        null));
    }

    /** The form has eight lines; what is more is summed in the last. */
    private static List<Overpayment> shortened(List<Overpayment> lines) {
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

    private List<Line<Overpayment>> overpayments(LocalDate day) {
        return db.sql(
                        """
                        SELECT r.person_no, i.levy_year, i.period, i.method, b.charged, t.reason,
                            t.amount + coalesce(o.amount, 0) AS amount, coalesce(p.paid_on, r.decided_on) AS paid_on
                        FROM levy.refund r
                        JOIN levy.refund_item t USING (refund_id)
                        JOIN levy.instalment i USING (instalment_id)
                        JOIN levy.instalment_balance b USING (instalment_id)
                        LEFT JOIN LATERAL (SELECT max(paid_on) AS paid_on FROM levy.posting WHERE credit_id = i.instalment_id
                            AND credit_kind IN ('RECEIVABLE', 'OVERPAYMENT') AND cause = 'RECEIPT') p ON true
                        LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM levy.posting WHERE debit_id = i.instalment_id
                            AND debit_kind = 'OVERPAYMENT' AND cause = 'OFFSET' AND booked_on = r.decided_on) o ON true
                        WHERE r.decided_on = :day AND r.letter_no IS NULL AND r.levy_code = 'KOKI' AND r.payee <> 'INSURER'
                        ORDER BY r.person_no, i.levy_year, i.method, i.period
                        """)
                .param("day", day)
                .query((row, n) ->
                        new Line<>(
                                row.getLong("person_no"),
                                new Overpayment(
                                        label(row),
                                        row.getObject("paid_on", LocalDate.class),
                                        row.getLong("charged") + row.getLong("amount"),
                                        row.getLong("charged"),
                                        row.getString("reason"))))
                .list();
    }

    private List<Line<Offset>> offsets(LocalDate day) {
        return db.sql(
                        """
                        SELECT i.person_no, i.levy_year, i.period, i.method, i.due_on, sum(p.amount) AS amount
                        FROM levy.posting p JOIN levy.instalment i ON i.instalment_id = p.credit_id
                        WHERE p.booked_on = :day AND p.cause = 'OFFSET' AND p.credit_kind IN ('RECEIVABLE', 'FEE', 'LATE')
                            AND i.levy_code = 'KOKI'
                        GROUP BY i.person_no, i.levy_year, i.period, i.method, i.due_on
                        ORDER BY i.person_no, i.due_on
                        """)
                .param("day", day)
                .query((row, n) ->
                        new Line<>(
                                row.getLong("person_no"),
                                new Offset(
                                        label(row),
                                        row.getObject("due_on", LocalDate.class),
                                        row.getLong("amount"))))
                .list();
    }

    private static String label(ResultSet row) throws SQLException {
        return "%s %s第%d期"
                .formatted(
                        new AccountYear(row.getInt("levy_year")).japanese(),
                        row.getInt("method") == 1 ? "特徴" : "",
                        row.getInt("period"));
    }

    private static <T> Map<Long, List<T>> byPerson(List<Line<T>> lines) {
        Map<Long, List<T>> map = new HashMap<>();
        for (Line<T> line : lines) {
            map.computeIfAbsent(line.person(), person -> new ArrayList<>()).add(line.line());
        }
        return map;
    }
}
