package org.machi.city.levy.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.Show;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 処理記録: numbers the deeds on one subject. Two clerks who saw the same state write the same number;
 * the database takes the first, and the second learns who was faster with what.
 */
@Component
class DeskBook {

    private final JdbcClient db;
    private final Show show = new Show();

    DeskBook(JdbcClient db) {
        this.db = db;
    }

    /** A person's account, or a receipt that is nobody's yet. */
    record Subject(String key, @Nullable Long person) {

        static Subject person(long personNo) {
            return new Subject("PERSON:" + personNo, personNo);
        }

        static Subject receipt(long receiptId) {
            return new Subject("RECEIPT:" + receiptId, null);
        }
    }

    /** One deed as the page lists it. */
    public record Entry(
            String kind,
            String what,
            String reason,
            String staffName,
            LocalDate doneOn,
            Instant doneAt) {}

    /** The version that a page shows; 0 when nothing was ever done by hand. */
    int version(Subject subject) {
        return db.sql(
                        "SELECT coalesce(max(version), 0) FROM levy.desk_entry WHERE subject = :subject")
                .param("subject", subject.key())
                .query(Integer.class)
                .single();
    }

    /**
     * Enters the deed before it is done; its number also names the postings that follow.
     *
     * @throws ChangedMeanwhile when somebody did something since the page was shown
     */
    long enter(Subject subject, Act act, String kind, String what) {
        Optional<Long> entry =
                db.sql(
                                """
                                INSERT INTO levy.desk_entry (subject, version, person_no, kind, what, reason, staff_no, staff_name,
                                    done_on)
                                SELECT :subject, :version, :person::bigint, :kind, :what, :reason, :staff, :name, :day
                                WHERE :version = 1 + (SELECT coalesce(max(version), 0) FROM levy.desk_entry
                                    WHERE subject = :subject)
                                ON CONFLICT (subject, version) DO NOTHING
                                RETURNING entry_id
                                """)
                        .param("subject", subject.key())
                        .param("version", act.seen() + 1)
                        .param("person", subject.person())
                        .param("kind", kind)
                        .param("what", what)
                        .param("reason", act.reason())
                        .param("staff", act.staffNo())
                        .param("name", act.trace().clerk().name())
                        .param("day", act.today())
                        .query(Long.class)
                        .optional();
        return entry.orElseThrow(() -> new ChangedMeanwhile(whoWasFaster(subject)));
    }

    private String whoWasFaster(Subject subject) {
        return of(subject.key(), 1).stream()
                .findFirst()
                .map(last ->
                        "%s に %sさんが「%s」を行いました。あなたの操作は行われていません。最新の内容を確かめてください。"
                                .formatted(show.time(last.doneAt()), last.staffName(), last.what()))
                .orElse("この画面は古くなっています。開き直してください。");
    }

    private List<Entry> of(String subject, int most) {
        return entries("subject = :key", subject, most);
    }

    /** What was done by hand on a person's account, the newest first. */
    List<Entry> ofPerson(long personNo) {
        return entries("person_no = :key", personNo, 50);
    }

    private List<Entry> entries(String condition, Object key, int most) {
        return db.sql(
                        "SELECT kind, what, reason, staff_name, done_on, done_at FROM levy.desk_entry WHERE "
                                + condition
                                + " ORDER BY entry_id DESC LIMIT "
                                + most)
                .param("key", key)
                .query((row, n) ->
                        new Entry(
                                row.getString("kind"),
                                row.getString("what"),
                                row.getString("reason"),
                                row.getString("staff_name"),
                                row.getObject("done_on", LocalDate.class),
                                row.getTimestamp("done_at").toInstant()))
                .list();
    }
}
