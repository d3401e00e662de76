package org.machi.city.people.addressee;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the three lists share: one clerk at a time per person, and the version that was replaced.
 */
@Component
class Versions {

    private final JdbcClient db;

    Versions(JdbcClient db) {
        this.db = db;
    }

    /**
     * The person in whom something is entered, held until the end of the transaction.
     *
     * @param diedOn a death that is on record, its day unknown as {@link LocalDate#MIN}
     * @param survivorNo the number into which this one was merged
     */
    record Held(@Nullable LocalDate diedOn, @Nullable Long survivorNo) {

        boolean dead() {
            return diedOn != null;
        }

        /** A merged number takes nothing new. */
        Optional<String> refusal() {
            return survivorNo == null
                    ? Optional.empty()
                    : Optional.of("統合された宛名番号です。統合先 " + survivorNo + " に入れてください。");
        }
    }

    Held hold(long personNo) {
        return db.sql(
                        """
                        select p.died_on is not null as dead, people.day(p.died_on) as died_on, g.survivor_no
                        from people.person p
                        left join people.merge g on g.person_no = p.person_no and g.undone_on is null
                        where p.person_no = :person for update of p
                        """)
                .param("person", personNo)
                .query((row, _) -> {
                    LocalDate died = row.getObject("died_on", LocalDate.class);
                    return new Held(
                            row.getBoolean("dead") && died == null ? LocalDate.MIN : died,
                            row.getObject("survivor_no", Long.class));
                })
                .optional()
                .orElseThrow(NothingThere::new);
    }

    /** One row of one of the lists, as the clerk saw it. */
    record Seen(long personNo, long no, int version) {}

    /** Keeps the version that the clerk saw; whoever comes second is told so. */
    void keep(String table, String key, Seen seen, Change change) {
        int kept =
                db.sql(
                                """
                                insert into people.%1$s_history
                                select x.*, :staff, clock_timestamp(), :reason from people.%1$s x
                                where x.%2$s = :no and x.version = :version and x.person_no = :person
                                """
                                        .formatted(table, key))
                        .param("staff", change.staff())
                        .param("reason", change.reason())
                        .param("no", seen.no())
                        .param("version", seen.version())
                        .param("person", seen.personNo())
                        .update();
        if (kept == 0) {
            throw new ChangedMeanwhile("ほかの職員が先に変更しました。画面を開き直して確かめてください。");
        }
    }

    /**
     * Ends the row's period after its version was kept; the first day itself takes it back. A
     * period only becomes shorter: an end that was entered is changed by a correction, which looks
     * for others of the same time.
     */
    void end(String table, String key, Seen seen, LocalDate on, Change change) {
        keep(table, key, seen, change);
        int ended =
                db.sql(
                                """
                                update people.%s set valid_to = :on, version = version + 1
                                where %s = :no and valid_from <= :on and (valid_to is null or valid_to > :on)
                                """
                                        .formatted(table, key))
                        .param("on", on)
                        .param("no", seen.no())
                        .update();
        if (ended == 0) {
            throw new ChangedMeanwhile("既に終わった期間です。期間を直すときは訂正してください。");
        }
    }
}
