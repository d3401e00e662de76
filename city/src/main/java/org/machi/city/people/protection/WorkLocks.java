package org.machi.city.people.protection;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 排他 (JY 10.3): who updates a person at this moment. A lock is short-lived: it ends with the deed,
 * by hand, and by itself when its holder did nothing for ten minutes. Beside it every form still
 * says which state its clerk saw.
 */
@Component
class WorkLocks {

    private static final String ALIVE = "seen > clock_timestamp() - interval '10 minutes'";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H時mm分").withZone(ZoneId.of("Asia/Tokyo"));

    private final JdbcClient db;

    WorkLocks(JdbcClient db) {
        this.db = db;
    }

    /** Who updates the person since when, and what was said when it was taken over. */
    public record Lock(
            String staff, String staffName, String terminal, Instant since, @Nullable String note) {

        public String sinceText() {
            return TIME.format(since);
        }
    }

    Optional<Lock> of(long personNo) {
        return db.sql(
                        """
                        select staff, staff_name, terminal, since, note from people.work_lock
                        where person_no = ? and
                        """
                                + ALIVE)
                .param(personNo)
                .query((row, _) ->
                        new Lock(
                                row.getString("staff"),
                                row.getString("staff_name"),
                                row.getString("terminal"),
                                row.getTimestamp("since").toInstant(),
                                row.getString("note")))
                .optional();
    }

    /** Takes the lock or keeps it alive; false when somebody else holds it. */
    boolean take(long personNo, Clerk clerk) {
        return db.sql(
                                """
                                insert into people.work_lock as l (person_no, staff, staff_name, terminal, since, seen)
                                values (:person, :staff, :name, :terminal, clock_timestamp(), clock_timestamp())
                                on conflict (person_no) do update
                                    set since = case when l.staff = excluded.staff then l.since else excluded.since end,
                                        staff = excluded.staff, staff_name = excluded.staff_name,
                                        terminal = excluded.terminal, seen = excluded.seen,
                                        taken_from = null, note = null
                                    where l.staff = excluded.staff or not (l.%s)
                                """
                                        .formatted(ALIVE))
                        .param("person", personNo)
                        .param("staff", clerk.staffNo())
                        .param("name", clerk.name())
                        .param("terminal", clerk.terminal())
                        .update()
                == 1;
    }

    /** 引継ぎ: by duty and with a note; false when nobody else holds it any more. */
    boolean takeOver(long personNo, Clerk clerk, String note) {
        return db.sql(
                                """
                                update people.work_lock
                                set taken_from = staff, staff = :staff, staff_name = :name, terminal = :terminal,
                                    since = clock_timestamp(), seen = clock_timestamp(), note = :note
                                where person_no = :person and staff <> :staff
                                """)
                        .param("person", personNo)
                        .param("staff", clerk.staffNo())
                        .param("name", clerk.name())
                        .param("terminal", clerk.terminal())
                        .param("note", note)
                        .update()
                == 1;
    }

    void end(long personNo, String staffNo) {
        db.sql("delete from people.work_lock where person_no = :person and staff = :staff")
                .param("person", personNo)
                .param("staff", staffNo)
                .update();
    }
}
