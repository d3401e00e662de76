package org.machi.city.levy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.machi.city.levy.PaybackLines.Key;
import org.machi.platform.audit.Actor;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.Insured;
import org.machi.platform.forms.letters.Levy;
import org.machi.platform.forms.letters.Recipient;
import org.machi.platform.forms.letters.RefundNotice;
import org.machi.platform.forms.letters.RefundNotice.Occasion;
import org.machi.platform.forms.letters.RefundNotice.Offset;
import org.machi.platform.forms.letters.RefundNotice.Overpayment;
import org.machi.platform.forms.letters.RefundNotice.Payout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 過誤納金還付（充当）通知書 for each person and levy to whom something is paid back today, with what was
 * offset; 充当通知書 where everything was offset; and the announcement of an offset.
 */
@Component
class RefundLetters {

    private static final String BY_ACCOUNT = "登録されている還付口座に振り込みます。";
    private static final String BY_CLAIM = "同封の請求書に振込先を記入して返送してください。";

    private final JdbcClient db;
    private final Letterhead letterhead;
    private final LetterPost post;
    private final PaybackLines lines;

    RefundLetters(JdbcClient db, Letterhead letterhead, LetterPost post, PaybackLines lines) {
        this.db = db;
        this.letterhead = letterhead;
        this.post = post;
        this.lines = lines;
    }

    /** The person whom a letter is for, and the refund that it tells if there is one. */
    private record Addressee(
            Key key,
            String letterNo,
            Recipient to,
            Insured insured,
            LetterPost.Item item,
            long interest,
            @Nullable Payout payout) {}

    /** Prints the notices of today's refunds and offsets; returns how many. */
    long print(LocalDate day, Actor actor) {
        Map<Key, List<Overpayment>> overpaid = lines.decided(day);
        if (overpaid.isEmpty()) {
            return 0;
        }
        Map<Key, List<Offset>> offsets = lines.paid(day);
        db.sql(
                        """
                        UPDATE levy.refund SET letter_no = nextval('levy.letter_no')::text
                        WHERE decided_on = :day AND letter_no IS NULL AND payee <> 'INSURER'
                        """)
                .param("day", day)
                .update();
        List<SlipLetters.Entry> refunds = new ArrayList<>();
        List<SlipLetters.Entry> others = new ArrayList<>();
        for (Addressee to : addressees(overpaid.keySet(), day, day)) {
            boolean refund = to.payout() != null;
            SlipLetters.Entry entry =
                    entry(
                            to,
                            heading(to, refund ? LetterPost.REFUND : LetterPost.OFFSET, day),
                            new Occasion.Decided(Levy.valueOf(to.key().levy())),
                            overpaid.getOrDefault(to.key(), List.of()),
                            offsets.getOrDefault(to.key(), List.of()));
            (refund ? refunds : others).add(entry);
        }
        return post.send(refunds, LetterPost.REFUND, day, actor)
                + post.send(others, LetterPost.OFFSET, day, actor);
    }

    /** Prints the announcements that were made today; returns how many. */
    long announce(LocalDate day, LocalDate offsetOn, Actor actor) {
        Map<Key, List<Overpayment>> overpaid = lines.announced(day);
        Map<Key, List<Offset>> offsets = lines.toBePaid(day);
        List<SlipLetters.Entry> letters =
                addressees(overpaid.keySet(), day, null).stream()
                        .map(to ->
                                entry(
                                        to,
                                        heading(to, LetterPost.OFFSET, day),
                                        new Occasion.Announced(
                                                Levy.valueOf(to.key().levy()), offsetOn),
                                        overpaid.getOrDefault(to.key(), List.of()),
                                        offsets.getOrDefault(to.key(), List.of())))
                        .toList();
        return post.send(letters, LetterPost.OFFSET, day, actor);
    }

    private static SlipLetters.Entry entry(
            Addressee to,
            Heading heading,
            Occasion occasion,
            List<Overpayment> overpaid,
            List<Offset> offsets) {
        return new SlipLetters.Entry(
                new RefundNotice(
                        heading,
                        occasion,
                        PaybackLines.shortened(overpaid),
                        PaybackLines.summed(offsets),
                        to.interest(),
                        to.payout()),
                to.item());
    }

    private Heading heading(Addressee to, String kind, LocalDate day) {
        return new Heading(
                new LetterId(to.letterNo(), to.key().person(), kind),
                letterhead.documentNo(to.letterNo(), day),
                day,
                letterhead.office(Levy.valueOf(to.key().levy()), day),
                to.to(),
                to.insured());
    }

    /**
     * @param day the day of the letters, which decides where they go
     * @param refundsOf the day whose refunds the letters tell; null when they tell none
     */
    private List<Addressee> addressees(
            Set<Key> keys, LocalDate day, @Nullable LocalDate refundsOf) {
        List<Key> ordered = List.copyOf(keys);
        return db.sql(
                        """
                        SELECT k.person_no, k.levy_code, coalesce(r.letter_no, nextval('levy.letter_no')::text) AS letter_no,
                            r.interest, r.lapses_on, w.name AS mailing_name,
                            w.postal_code AS mailing_postal_code, w.address AS mailing_address, w.care_of, p.name, p.address, p.protected,
                            (SELECT min(i.reference) FROM levy.instalment i
                             WHERE i.person_no = k.person_no AND i.levy_code = k.levy_code) AS reference,
                            EXISTS (SELECT 1 FROM people.v_refund_account a WHERE a.person_no = r.person_no
                                AND a.levy_code = r.levy_code AND a.valid_from <= r.decided_on
                                AND (a.valid_to IS NULL OR a.valid_to > r.decided_on)) AS account_known
                        FROM unnest(:people::bigint[], :levies::text[]) AS k (person_no, levy_code)
                        JOIN people.v_person p USING (person_no)
                        CROSS JOIN LATERAL people.mailing_on(k.person_no, 'COLLECTION', :day) w
                        LEFT JOIN levy.refund r ON r.person_no = k.person_no AND r.levy_code = k.levy_code
                            AND r.decided_on = :refundsOf::date AND r.payee <> 'INSURER'
                        ORDER BY k.levy_code, k.person_no
                        """)
                .param("people", ordered.stream().map(Key::person).toArray(Long[]::new))
                .param("levies", ordered.stream().map(Key::levy).toArray(String[]::new))
                .param("day", day)
                .param("refundsOf", refundsOf)
                .query((row, n) -> addressee(row))
                .list();
    }

    private static Addressee addressee(ResultSet row) throws SQLException {
        LocalDate lapsesOn = row.getObject("lapses_on", LocalDate.class);
        return new Addressee(
                new Key(row.getLong("person_no"), row.getString("levy_code")),
                row.getString("letter_no"),
                SlipLetters.recipient(row),
                SlipLetters.insured(row),
                SlipLetters.addressed(row),
                row.getLong("interest"),
                lapsesOn == null
                        ? null
                        : new Payout(
                                row.getBoolean("account_known") ? BY_ACCOUNT : BY_CLAIM,
                                lapsesOn.minusDays(1)));
    }
}
