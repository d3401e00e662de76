package org.machi.union.register;

import org.machi.platform.database.WorkTable;
import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/** 世帯への所属: who belonged to which household when, and who was its head. */
@Component
class Memberships {

    private static final String HOUSEHOLDS =
            """
            INSERT INTO register.household (city_code, household_no)
            SELECT DISTINCT :city, household_no FROM arrival WHERE rank = :rank
            ON CONFLICT DO NOTHING
            """;

    /**
     * What the state says from its event on; from the first day of residence when the person is
     * new. A state that agrees with what is known is no news.
     */
    private static final String NEWS =
            """
            CREATE TEMPORARY TABLE house_news ON COMMIT DROP AS
            WITH s AS (
                SELECT a.person_id, h.household_id, coalesce(a.head_no = a.person_no, false) AS is_head,
                       CASE WHEN a.house_until < 'infinity' THEN a.house_until
                            WHEN EXISTS (SELECT FROM register.membership m
                                          WHERE m.person_id = a.person_id) THEN a.event_on
                            ELSE least(coalesce(a.resident_since, a.event_on), a.event_on) END AS from_on,
                       a.house_until, a.event_on, a.resident_since
                  FROM arrival a
                  JOIN register.household h
                    ON h.city_code = :city AND h.household_no = a.household_no
                 WHERE a.rank = :rank)
            SELECT s.person_id, s.household_id, s.is_head, s.from_on, s.house_until
              FROM s
              LEFT JOIN register.membership m
                     ON m.person_id = s.person_id AND m.valid_to = 'infinity'
             WHERE CASE WHEN s.house_until < 'infinity'
                        THEN EXISTS (SELECT FROM register.membership o
                                      WHERE o.person_id = s.person_id AND o.valid_to > s.from_on)
                        ELSE (m.person_id IS NULL OR m.household_id <> s.household_id
                              OR m.is_head <> s.is_head)
                             AND NOT EXISTS (SELECT FROM register.koki_home k
                                              WHERE k.person_id = s.person_id AND k.valid_to = 'infinity') END
            """;

    /**
     * 後期世帯 set otherwise: ends when the person leaves, comes into another 住基世帯 or becomes its head.
     */
    private static final String END_SETTINGS =
            """
            UPDATE register.koki_home k
               SET valid_to = greatest(least(a.house_until, a.event_on), k.valid_from), ended_known_on = :day,
                   ended_event_on = a.event_on
              FROM arrival a
             WHERE a.rank = :rank AND k.person_id = a.person_id AND k.valid_to = 'infinity'
               AND (a.house_until < 'infinity' OR a.household_no <> k.resident_household_no
                    OR a.head_no = a.person_no AND NOT k.resident_head)
            """;

    /**
     * The event that ended a setting is cancelled and the person lives again as when it was set:
     * the setting goes on, and the person belongs to its home from the day on which it had ended.
     */
    private static final String GOES_ON =
            """
            WITH back AS (
                UPDATE register.koki_home k SET valid_to = 'infinity', ended_known_on = NULL, ended_event_on = NULL
                  FROM arrival a
                 WHERE a.rank = :rank AND a.cancelled = '1' AND k.person_id = a.person_id
                   AND k.ended_event_on = a.event_on AND a.house_until = 'infinity'
                   AND a.household_no = k.resident_household_no
                   AND (k.resident_head OR a.head_no IS DISTINCT FROM a.person_no)
                   AND NOT EXISTS (SELECT FROM register.koki_home o WHERE o.person_id = k.person_id
                                    AND (o.valid_to = 'infinity' OR o.koki_home_id > k.koki_home_id))
                RETURNING k.person_id, k.household_id, k.is_head, old.valid_to AS from_on),
            others AS (DELETE FROM house_news n USING back WHERE n.person_id = back.person_id)
            INSERT INTO house_news SELECT person_id, household_id, is_head, from_on, 'infinity' FROM back
            """;

    private static final String KEEP_OLD =
            """
            INSERT INTO register.membership_history
            SELECT m.*, :day FROM register.membership m JOIN house_news n USING (person_id)
             WHERE m.valid_to > n.from_on
            """;

    /** Households on both sides of the change, for those who judge by household. */
    private static final String TELL =
            """
            INSERT INTO register.change (person_id, subject, household_id, from_on, known_on)
            SELECT n.person_id, 'HOUSEHOLD', n.household_id, n.from_on, :day FROM house_news n
            UNION
            SELECT n.person_id, 'HOUSEHOLD', m.household_id, n.from_on, :day
              FROM house_news n JOIN register.membership m USING (person_id)
             WHERE m.valid_to > n.from_on
            """;

    private static final String REMOVE_LATER =
            """
            DELETE FROM register.membership m USING house_news n
             WHERE m.person_id = n.person_id AND m.valid_from >= n.from_on
            """;
    private static final String CUT_EARLIER =
            """
            UPDATE register.membership m SET valid_to = n.from_on, known_from = :day
              FROM house_news n
             WHERE m.person_id = n.person_id AND m.valid_to > n.from_on
            """;
    private static final String ADD =
            """
            INSERT INTO register.membership
                (person_id, valid_from, valid_to, household_id, is_head, known_from)
            SELECT person_id, from_on, 'infinity', household_id, is_head, :day
              FROM house_news WHERE house_until = 'infinity'
            """;

    void apply(IncomingFile file, int rank) {
        file.db().sql("DROP TABLE IF EXISTS house_news").update();
        file.db().sql(HOUSEHOLDS).param("city", file.from()).param("rank", rank).update();
        file.db().sql(END_SETTINGS).param("day", file.businessDate()).param("rank", rank).update();
        long news = file.db().sql(NEWS).param("city", file.from()).param("rank", rank).update();
        news += file.db().sql(GOES_ON).param("rank", rank).update();
        if (news == 0) {
            return;
        }
        WorkTable.ready(file.db(), "house_news", "person_id", news);
        write(file);
    }

    /**
     * Makes what stands in {@code house_news} true from its day on, and keeps what was believed.
     */
    void write(IncomingFile file) {
        for (String sql : new String[] {KEEP_OLD, TELL}) {
            file.db().sql(sql).param("day", file.businessDate()).update();
        }
        file.db().sql(REMOVE_LATER).update();
        file.db().sql(CUT_EARLIER).param("day", file.businessDate()).update();
        file.count("世帯所属", file.db().sql(ADD).param("day", file.businessDate()).update());
    }
}
