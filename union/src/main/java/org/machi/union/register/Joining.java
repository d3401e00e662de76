package org.machi.union.register;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 名寄せ by a clerk: two records are one person, or are not after all. Who is joined keeps the number
 * of the older record; the eligibility of the next business day follows, and undoing brings the
 * other number back.
 */
@Service
public class Joining {

    private final JdbcClient db;

    Joining(JdbcClient db) {
        this.db = db;
    }

    /** Who decides, when and why. */
    public record Decision(String staff, LocalDate on, String note) {}

    /**
     * The people of {@code newId} are those of {@code oldId}.
     *
     * @return false when nobody goes by {@code newId} any more
     */
    public boolean join(int oldId, int newId, Decision decision) {
        int joined =
                db.sql(
                                """
                                INSERT INTO register.joined (old_id, new_id, people, cause, staff, note, known_on)
                                SELECT :old, :new, array_agg(person_id), 'CLERK', :staff, :note, :day
                                  FROM register.person WHERE natural_id = :new AND :old <> :new
                                HAVING count(*) > 0
                                """)
                        .param("old", oldId)
                        .param("new", newId)
                        .param("staff", decision.staff())
                        .param("note", decision.note())
                        .param("day", decision.on())
                        .update();
        if (joined > 0) {
            db.sql("UPDATE register.person SET natural_id = ? WHERE natural_id = ?")
                    .param(oldId)
                    .param(newId)
                    .update();
            tell(List.of(oldId), decision.on());
        }
        return joined > 0;
    }

    /**
     * The records were of two people after all.
     *
     * @return false when it was undone already
     */
    public boolean undo(long joinedId, Decision decision) {
        int undone =
                db.sql(
                                """
                                UPDATE register.joined SET undone_on = :day, undone_by = :staff, undone_note = :note
                                 WHERE joined_id = :id AND undone_on IS NULL
                                """)
                        .param("day", decision.on())
                        .param("staff", decision.staff())
                        .param("note", decision.note())
                        .param("id", joinedId)
                        .update();
        if (undone > 0) {
            db.sql(
                            """
                            UPDATE register.person p SET natural_id = j.new_id
                              FROM register.joined j
                             WHERE j.joined_id = ? AND p.person_id = ANY (j.people)
                            """)
                    .param(joinedId)
                    .update();
            tell(
                    db.sql(
                                    """
                                    SELECT unnest(ARRAY[old_id, new_id]) FROM register.joined WHERE joined_id = ?
                                    """)
                            .param(joinedId)
                            .query(Integer.class)
                            .list(),
                    decision.on());
        }
        return undone > 0;
    }

    private void tell(List<Integer> naturalIds, LocalDate day) {
        db.sql(
                        """
                        INSERT INTO register.change (person_id, subject, known_on)
                        SELECT person_id, 'STATE', :day FROM register.person WHERE natural_id IN (:ids)
                        """)
                .param("day", day)
                .param("ids", naturalIds)
                .update();
    }
}
