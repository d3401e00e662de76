package org.machi.city.koki.cards;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.mail.MailDeeds;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a clerk does with a piece: hands it over, mails it again, takes it back, notes it as lost.
 */
@Service
class CardDeeds {

    private final JdbcClient db;
    private final MailDeeds mail;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    CardDeeds(JdbcClient db, MailDeeds mail, AuditTrail audit, TransactionTemplate transaction) {
        this.db = db;
        this.mail = mail;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A deed, the states in which it is possible and the state that it leaves. */
    public enum Kind {
        HANDED("手渡し", "'WAITING', 'MAIL_BACK'", "ISSUED"),
        SENT("個別に発送", "'WAITING', 'MAIL_BACK'", "ISSUED"),
        AGAIN("再発送の指示", "'MAIL_BACK', 'DROPPED', 'WAITING'", "WAITING"),
        LOST("紛失等の届出", "'ISSUED', 'MAIL_BACK'", "LOST"),
        RECOVERED("返還", "'ISSUED', 'MAIL_BACK', 'LOST'", "RECOVERED"),
        WAIVED("回収不要", "'ISSUED', 'MAIL_BACK'", "");

        private final String label;
        private final String from;
        private final String to;

        Kind(String label, String from, String to) {
            this.label = label;
            this.from = from;
            this.to = to;
        }

        public String label() {
            return label;
        }

        /** What the deed changes; who gets it by hand no longer waits for a letter. */
        private String set() {
            return switch (this) {
                case HANDED -> "state = 'ISSUED', method = '1', given_on = :on, letter_no = null";
                case SENT ->
                        "state = 'ISSUED', method = coalesce(method, '9'), given_on = :on, letter_no = null";
                case AGAIN -> "state = 'WAITING', letter_no = null";
                case LOST, RECOVERED -> "state = '" + to + "'";
                case WAIVED -> "state = state";
            };
        }
    }

    /**
     * A clerk's deed.
     *
     * @param note who took it and by what the clerk made sure, or why
     */
    record Done(long personNo, String cardNo, Kind kind, LocalDate on, String note) {}

    /** A piece as it was before a deed. */
    private record Before(String was, @Nullable String returned) {}

    /** Enters a deed; what a colleague did meanwhile is not undone. */
    void enter(Done done, LocalDate today, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            Before before = lock(done.personNo(), done.cardNo());
            int rows =
                    db.sql(
                                    "update koki.card set "
                                            + done.kind().set()
                                            + " where card_no = :card and state in ("
                                            + done.kind().from
                                            + ") and :on between issued_on and cast(:today as date)"
                                            + (done.kind() == Kind.WAIVED ? NOT_WAIVED : ""))
                            .param("card", done.cardNo())
                            .param("on", done.on())
                            .param("today", today)
                            .update();
            if (rows == 0) {
                throw new ChangedMeanwhile(
                        "この証は「" + done.kind().label + "」にできません。日付（発行の日から今日まで）と今の状態を確かめてください。");
            }
            db.sql(
                            """
                            insert into koki.card_event (card_no, person_no, event, on_day, method, note, was, staff, terminal)
                            values (:card, :person, :event, :on, :method, :note, cast(:was as jsonb), :staff, :terminal)
                            """)
                    .param("card", done.cardNo())
                    .param("person", done.personNo())
                    .param("event", done.kind().name())
                    .param("on", done.on())
                    .param("method", done.kind() == Kind.HANDED ? CardIssue.AT_COUNTER : null)
                    .param("note", done.note())
                    .param("was", before.was())
                    .param("staff", clerk.staff())
                    .param("terminal", clerk.terminal())
                    .update();
            String returned = before.returned();
            if (returned != null && done.kind() != Kind.WAIVED) {
                mail.settled(
                        done.personNo(),
                        returned,
                        "証 " + done.cardNo() + "　" + done.kind().label,
                        new MailDeeds.By(clerk, today));
            }
            record(
                    done.kind().label,
                    "証 " + done.cardNo(),
                    done.personNo(),
                    done.note(),
                    today,
                    clerk);
        });
    }

    private static final String NOT_WAIVED =
            """
             and not exists (select from koki.card_event e where e.card_no = :card and e.event = 'WAIVED'
                             and not exists (select from koki.card_event u where u.undoes = e.event_no))
            """;

    private Before lock(long personNo, String cardNo) {
        return db.sql(
                        """
                        select jsonb_build_object('state', state, 'method', method, 'given_on', given_on, 'letter_no', letter_no)::text
                                   as was,
                               case when state = 'MAIL_BACK' then letter_no end as returned
                        from koki.card where card_no = ? and person_no = any (people.numbers_of(?)) for update
                        """)
                .params(cardNo, personNo)
                .query(Before.class)
                .optional()
                .orElseThrow(NothingThere::new);
    }

    private record Undone(long eventNo, @Nullable String returned) {}

    /** 記録の取消: the last thing that happened to the piece was a clerk's mistake. */
    void undo(long personNo, String cardNo, String note, LocalDate today, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            lock(personNo, cardNo);
            Undone undone =
                    db.sql(
                                    """
                                    select event_no, case when e.was ->> 'state' = 'MAIL_BACK' then e.was ->> 'letter_no' end as returned
                                    from koki.card_event e
                                    where e.card_no = :card and e.was is not null
                                      and e.event_no = (select max(l.event_no) from koki.card_event l where l.card_no = :card)
                                    """)
                            .param("card", cardNo)
                            .query(Undone.class)
                            .optional()
                            .orElseThrow(
                                    () -> new ChangedMeanwhile("取り消せるのは、この証に最後に職員が記録したことだけです。"));
            db.sql(
                            """
                            update koki.card c
                            set state = e.was ->> 'state', method = e.was ->> 'method', given_on = (e.was ->> 'given_on')::date,
                                letter_no = e.was ->> 'letter_no'
                            from koki.card_event e where e.event_no = ? and c.card_no = e.card_no
                            """)
                    .param(undone.eventNo())
                    .update();
            db.sql(
                            """
                            insert into koki.card_event (card_no, person_no, event, on_day, note, undoes, staff, terminal)
                            values (?, ?, 'UNDONE', ?, ?, ?, ?, ?)
                            """)
                    .params(
                            cardNo,
                            personNo,
                            today,
                            note,
                            undone.eventNo(),
                            clerk.staff(),
                            clerk.terminal())
                    .update();
            String returned = undone.returned();
            if (returned != null) {
                mail.reopen(personNo, returned, note, new MailDeeds.By(clerk, today));
            }
            record("証の記録の取消", "証 " + cardNo, personNo, note, today, clerk);
        });
    }

    /**
     * How the person wants to get pieces from now on; mail is the office's way. The page's event
     * tells of it.
     */
    void deliver(long personNo, String method, String note, LocalDate today, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            if (method.isEmpty()) {
                db.sql("delete from koki.card_delivery where person_no = ?")
                        .param(personNo)
                        .update();
            } else {
                db.sql(
                                """
                                insert into koki.card_delivery (person_no, method, note, since, staff) values (?, ?, ?, ?, ?)
                                on conflict (person_no) do update
                                    set method = excluded.method, note = excluded.note, since = excluded.since,
                                        staff = excluded.staff
                                """)
                        .params(personNo, method, note, today, clerk.staff())
                        .update();
            }
        });
    }

    private void record(
            String action,
            String object,
            long person,
            String detail,
            LocalDate today,
            Actor clerk) {
        audit.record(
                Deed.of(clerk, "証の管理", action, object)
                        .aboutPerson(person)
                        .withDetail(detail)
                        .on(today));
    }
}
