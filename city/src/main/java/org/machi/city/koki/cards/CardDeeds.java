package org.machi.city.koki.cards;

import java.time.LocalDate;
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
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    CardDeeds(JdbcClient db, AuditTrail audit, TransactionTemplate transaction) {
        this.db = db;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** A deed, the states in which it is possible and the state that it leaves. */
    public enum Kind {
        HANDED("手渡し", "'WAITING', 'MAIL_BACK'", "ISSUED"),
        AGAIN("再発送の指示", "'MAIL_BACK'", "WAITING"),
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
    }

    /**
     * A clerk's deed.
     *
     * @param note who took it and by what the clerk made sure, or why
     */
    record Done(long personNo, String cardNo, Kind kind, LocalDate on, String note) {}

    /** Enters a deed; what a colleague did meanwhile is not undone. */
    void enter(Done done, LocalDate today, Actor clerk) {
        transaction.executeWithoutResult(_ -> {
            String set =
                    done.kind().to.isEmpty()
                            ? "state = state"
                            : "state = '"
                                    + done.kind().to
                                    + "'"
                                    + (done.kind() == Kind.HANDED
                                            ? ", method = '1', given_on = :on"
                                            : "");
            int rows =
                    db.sql(
                                    "update koki.card set "
                                            + set
                                            + " where card_no = :card and person_no = :person and state in ("
                                            + done.kind().from
                                            + ") and :on <= :today")
                            .param("card", done.cardNo())
                            .param("person", done.personNo())
                            .param("on", done.on())
                            .param("today", today)
                            .update();
            if (rows == 0) {
                missing(done);
            }
            db.sql(
                            """
                            insert into koki.card_event (card_no, person_no, event, on_day, method, note, staff, terminal)
                            values (:card, :person, :event, :on, :method, :note, :staff, :terminal)
                            """)
                    .param("card", done.cardNo())
                    .param("person", done.personNo())
                    .param("event", done.kind().name())
                    .param("on", done.on())
                    .param("method", done.kind() == Kind.HANDED ? CardIssue.AT_COUNTER : null)
                    .param("note", done.note())
                    .param("staff", clerk.staff())
                    .param("terminal", clerk.terminal())
                    .update();
            record(
                    done.kind().label,
                    "証 " + done.cardNo(),
                    done.personNo(),
                    done.note(),
                    today,
                    clerk);
        });
    }

    private void missing(Done done) {
        boolean there =
                db.sql("select exists (select from koki.card where card_no = ? and person_no = ?)")
                        .param(done.cardNo())
                        .param(done.personNo())
                        .query(Boolean.class)
                        .single();
        if (!there) {
            throw new NothingThere();
        }
        throw new ChangedMeanwhile("この証は「" + done.kind().label + "」にできません。日付と今の状態を確かめてください。");
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
