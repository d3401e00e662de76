package org.machi.city.people.protection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.protection.Stops.Of;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 抑止の一時解除: asked for with a reason, granted by somebody else, good for one deed on one day. */
@Component
class Releases {

    private final JdbcClient db;

    Releases(JdbcClient db) {
        this.db = db;
    }

    /** One request as the list shows it; of the person only the number. */
    public record Asked(
            long releaseNo, long personNo, Of deed, String reason, String askedBy, LocalDate on) {}

    /** The same request again is the same request. */
    void ask(long personNo, Of deed, String reason, String staffNo, LocalDate today) {
        db.sql(
                        """
                        insert into people.release (person_no, deed, reason, asked_by, asked_on)
                        select :person, :deed, :reason, :staff, :today
                        where not exists (
                            select from people.release r where r.person_no = :person and r.deed = :deed
                              and r.asked_by = :staff and r.asked_on = :today and r.state in ('ASKED', 'GRANTED'))
                        """)
                .param("person", personNo)
                .param("deed", deed.name())
                .param("reason", reason)
                .param("staff", staffNo)
                .param("today", today)
                .update();
    }

    List<Asked> waiting(LocalDate today) {
        return db.sql(
                        """
                        select release_no, person_no, deed, reason, asked_by, asked_on from people.release
                        where state = 'ASKED' and asked_on = ? order by release_no limit 200
                        """)
                .param(today)
                .query((row, _) ->
                        new Asked(
                                row.getLong("release_no"),
                                row.getLong("person_no"),
                                Of.valueOf(row.getString("deed")),
                                row.getString("reason"),
                                row.getString("asked_by"),
                                row.getObject("asked_on", LocalDate.class)))
                .list();
    }

    long count(LocalDate today) {
        return db.sql("select count(*) from people.release where state = 'ASKED' and asked_on = ?")
                .param(today)
                .query(Long.class)
                .single();
    }

    /** What the clerk's last request of today for one of these deeds has become, or empty. */
    Optional<String> stateFor(long personNo, String staffNo, LocalDate today, Of... deeds) {
        return db.sql(
                        """
                        select state from people.release
                        where person_no = :person and asked_by = :staff and asked_on = :today and deed = any(:deeds)
                        order by release_no desc limit 1
                        """)
                .param("person", personNo)
                .param("staff", staffNo)
                .param("today", today)
                .param("deeds", Stream.of(deeds).map(Of::name).toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /** The person, and why the request can't be decided by this clerk. */
    record Decision(long personNo, @Nullable String refusal) {}

    Decision decide(long releaseNo, boolean granted, String note, String staffNo) {
        record Row(long personNo, String askedBy) {}
        Row row =
                db.sql("select person_no, asked_by from people.release where release_no = ?")
                        .param(releaseNo)
                        .query((r, _) -> new Row(r.getLong("person_no"), r.getString("asked_by")))
                        .optional()
                        .orElseThrow(NothingThere::new);
        if (row.askedBy().equals(staffNo)) {
            return new Decision(row.personNo(), "申請した職員は承認できません。別の職員が承認してください。");
        }
        int rows =
                db.sql(
                                """
                                update people.release set state = :state, decided_by = :staff,
                                    decided_at = clock_timestamp(), decision_note = nullif(:note, '')
                                where release_no = :no and state = 'ASKED'
                                """)
                        .param("state", granted ? "GRANTED" : "REFUSED")
                        .param("staff", staffNo)
                        .param("note", note)
                        .param("no", releaseNo)
                        .update();
        if (rows == 0) {
            throw new ChangedMeanwhile("この申請は、ほかの職員が先に処理しました。");
        }
        return new Decision(row.personNo(), null);
    }
}
