package org.machi.union.assessment;

import java.util.List;
import org.machi.platform.database.Copy;
import org.machi.platform.database.CopyWriter;
import org.machi.union.assessment.Decision.CityShare;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the shares of those who moved inside the union. */
final class ShareWriter {

    /**
     * A city that levied something under the decision before and has no share in the new one must
     * be told so: it gets a share of nothing, and the cities of the new decision become shares too.
     * The shares before are looked up one by one: of few people there is a decision before.
     */
    private static final String FORMER_CITIES =
            """
            CREATE TEMPORARY TABLE former_city ON COMMIT DROP AS
            SELECT r.insured_no, r.levy_year, r.version, s.person_id, s.city_code
              FROM assessment.result r
              CROSS JOIN LATERAL (
                    SELECT f.person_id, q.city_code
                      FROM assessment.v_result f JOIN register.person q ON q.person_id = f.person_id
                     WHERE f.insured_no = r.insured_no AND f.levy_year = r.levy_year
                       AND f.version = r.version - 1 AND NOT f.split
                    UNION ALL
                    SELECT f.person_id, f.city_code
                      FROM assessment.share f
                      JOIN assessment.run u ON u.run_id = f.run_id AND u.state = 'VISIBLE'
                     WHERE f.insured_no = r.insured_no AND f.levy_year = r.levy_year
                       AND f.version = r.version - 1) s
              JOIN register.person p ON p.person_id = r.person_id
             WHERE r.run_id = :run AND r.version > 1
               AND NOT EXISTS (SELECT FROM assessment.share n
                                WHERE n.insured_no = r.insured_no AND n.levy_year = r.levy_year
                                  AND n.version = r.version AND n.city_code = s.city_code)
               AND (r.split OR s.city_code <> p.city_code)
            """;

    private static final String WHOLE_AS_SHARE =
            """
            INSERT INTO assessment.share
            SELECT r.run_id, r.insured_no, r.levy_year, r.version, r.person_id, p.city_code,
                   bit_count((coalesce(r.mask1, 0) | coalesce(r.mask2, 0))::bit(16))::smallint,
                   NULL, NULL, r.m_premium, r.c_premium
              FROM assessment.result r JOIN register.person p USING (person_id)
             WHERE r.run_id = :run AND NOT r.split
               AND r.insured_no IN (SELECT insured_no FROM former_city)
            """;
    private static final String NOTHING_LEFT =
            """
            INSERT INTO assessment.share
            SELECT :run, insured_no, levy_year, version, person_id, city_code, 0, NULL, NULL, 0, 0
              FROM former_city
            """;

    private final JdbcClient db;
    private final Copy copy;

    ShareWriter(JdbcClient db, Copy copy) {
        this.db = db;
        this.copy = copy;
    }

    void write(int levyYear, int run, InsuredPeople people, List<Decision> split) {
        if (!split.isEmpty()) {
            stage(levyYear, people, split);
            db.sql(
                            """
                            INSERT INTO assessment.share
                            SELECT :run, s.insured_no, s.levy_year, s.version, s.person_id, c.city_code,
                                   s.months, s.moved_in_on, s.moved_out_on, s.medical, s.child
                              FROM share_news s JOIN register.city c ON c.position = s.position
                            """)
                    .param("run", run)
                    .update();
        }
        db.sql("DROP TABLE IF EXISTS former_city").update();
        long former = db.sql(FORMER_CITIES).param("run", run).update();
        if (former > 0) {
            db.sql(WHOLE_AS_SHARE).param("run", run).update();
            db.sql(
                            """
                            UPDATE assessment.result SET split = true
                             WHERE run_id = :run AND NOT split
                               AND insured_no IN (SELECT insured_no FROM former_city)
                            """)
                    .param("run", run)
                    .update();
            db.sql(NOTHING_LEFT).param("run", run).update();
        }
    }

    private void stage(int levyYear, InsuredPeople people, List<Decision> split) {
        db.sql("DROP TABLE IF EXISTS share_news").update();
        db.sql(
                        """
                        CREATE TEMPORARY TABLE share_news (
                            insured_no text, levy_year smallint, version smallint, person_id integer,
                            position smallint, months smallint, moved_in_on date, moved_out_on date,
                            medical integer, child integer) ON COMMIT DROP
                        """)
                .update();
        try (CopyWriter out =
                copy.into(
                        "share_news",
                        "insured_no",
                        "levy_year",
                        "version",
                        "person_id",
                        "position",
                        "months",
                        "moved_in_on",
                        "moved_out_on",
                        "medical",
                        "child")) {
            for (Decision decision : split) {
                for (CityShare share : decision.shares()) {
                    out.row().put("%08d".formatted(people.number(decision.row())));
                    out.put((short) levyYear).put((short) (people.version(decision.row()) + 1));
                    out.put(share.personId()).put((short) share.position());
                    out.put((short) share.months()).put(share.movedInOn()).put(share.movedOutOn());
                    out.put(Math.toIntExact(share.medical())).put(Math.toIntExact(share.child()));
                }
            }
            out.finish();
        }
    }
}
