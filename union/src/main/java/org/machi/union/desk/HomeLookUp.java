package org.machi.union.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 世帯の履歴: the homes by which an insured person was and is judged, and what was believed before. */
@Repository
class HomeLookUp {

    private final JdbcClient db;

    HomeLookUp(JdbcClient db) {
        this.db = db;
    }

    /**
     * A period in a home.
     *
     * @param set 後期世帯 by a 届出, another one than 住基世帯
     * @param knownTo from when it was no longer believed; null for what holds
     */
    record HomeLine(
            String city,
            long householdNo,
            boolean head,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean set,
            long people,
            LocalDate knownFrom,
            @Nullable LocalDate knownTo) {}

    /** The newest first; {@code people} counts the home as it is believed now on its first day. */
    List<HomeLine> of(String insuredNo) {
        return db.sql(
                        """
                        SELECT c.name AS city, h.household_no, m.is_head AS head, m.valid_from,
                               nullif(m.valid_to, 'infinity') AS valid_to, m.known_from,
                               nullif(m.known_to, 'infinity') AS known_to,
                               EXISTS (SELECT FROM register.koki_home k
                                        WHERE k.person_id = m.person_id AND k.household_id = m.household_id
                                          AND k.valid_from <= m.valid_from AND m.valid_from < k.valid_to) AS set,
                               (SELECT count(*) FROM register.membership o
                                 WHERE o.household_id = m.household_id AND o.valid_from <= m.valid_from
                                   AND o.valid_to > m.valid_from) AS people
                          FROM eligibility.insured i
                          JOIN register.person p USING (natural_id)
                          JOIN register.v_membership m USING (person_id)
                          JOIN register.household h USING (household_id)
                          JOIN register.city c ON c.city_code = h.city_code
                         WHERE i.insured_no = ?
                         ORDER BY m.known_to DESC, m.valid_from DESC, m.known_from DESC
                         LIMIT 50
                        """)
                .param(insuredNo)
                .query(HomeLine.class)
                .list();
    }
}
