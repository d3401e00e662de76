package org.machi.union.register;

import org.machi.platform.database.WorkTable;
import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/** 資格を管理する期間: when a city is the one that manages a person's insurance, by residence or 住所地特例. */
@Component
class Stays {

    /**
     * What the state says, where it differs from what is known. A state speaks of the latest stay.
     */
    private static final String NEWS =
            """
            CREATE TEMPORARY TABLE stay_news ON COMMIT DROP AS
            SELECT a.person_id, coalesce(a.from_on, a.event_on) AS from_on,
                   a.from_on IS NOT NULL AND a.from_on < a.until_on
                       AND NOT (a.cancelled = '1' AND a.resident_state = '2'
                                AND a.moved_out_on IS NULL AND a.death IS NULL
                                AND a.event IN ('01', '02', '06')) AS present,
                   a.until_on, a.entered_by::varchar(2) AS entered_by, a.left_by::varchar(2) AS left_by,
                   CASE WHEN a.left_by = '02' THEN a.to_code END::varchar(6) AS to_code
              FROM arrival a
              LEFT JOIN register.stay s
                     ON s.person_id = a.person_id AND s.valid_from = a.from_on
             WHERE a.rank = :rank
               AND (s.person_id IS NULL OR s.valid_to <> a.until_on
                    OR s.left_by IS DISTINCT FROM a.left_by
                    OR EXISTS (SELECT FROM register.stay l
                                WHERE l.person_id = a.person_id AND l.valid_from > a.from_on))
            """;

    private static final String KEEP_OLD =
            """
            INSERT INTO register.stay_history
            SELECT s.*, :day FROM register.stay s JOIN stay_news n USING (person_id)
             WHERE s.valid_to > n.from_on
            """;
    private static final String REMOVE_LATER =
            """
            DELETE FROM register.stay s USING stay_news n
             WHERE s.person_id = n.person_id AND s.valid_from >= n.from_on
            """;
    private static final String CUT_EARLIER =
            """
            UPDATE register.stay s SET valid_to = n.from_on, left_by = '99', known_from = :day
              FROM stay_news n
             WHERE s.person_id = n.person_id AND s.valid_to > n.from_on
            """;
    private static final String ADD =
            """
            INSERT INTO register.stay
            SELECT person_id, from_on, until_on, entered_by, left_by, to_code, :day::date
              FROM stay_news WHERE present
            """;

    void apply(IncomingFile file, int rank) {
        file.db().sql("DROP TABLE IF EXISTS stay_news").update();
        long news = file.db().sql(NEWS).param("rank", rank).update();
        if (news == 0) {
            return;
        }
        WorkTable.ready(file.db(), "stay_news", "person_id", news);
        file.db().sql(KEEP_OLD).param("day", file.businessDate()).update();
        file.db().sql(REMOVE_LATER).update();
        file.db().sql(CUT_EARLIER).param("day", file.businessDate()).update();
        file.count("管理期間", file.db().sql(ADD).param("day", file.businessDate()).update());
    }
}
