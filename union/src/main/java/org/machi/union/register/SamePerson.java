package org.machi.union.register;

import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/**
 * 名寄せ: notices that somebody who came to one city is the same person who left another city of the
 * union (same kana, birth date and sex; the stays follow each other). One person keeps one 被保険者番号.
 * Where more than one person fits, nobody is joined and a clerk is asked.
 */
@Component
class SamePerson {

    /**
     * A move may be entered some days before it, and reported within 14 days; twice that is
     * allowed.
     */
    private static final String PAIRS =
            """
            CREATE TEMPORARY TABLE pair ON COMMIT DROP AS
            SELECT DISTINCT o.natural_id AS old_id, n.natural_id AS new_id, n.person_id AS new_person
              FROM arrival a
              JOIN register.person x ON x.person_id = a.person_id
              JOIN register.person y
                ON y.birth_on = x.birth_on AND y.name_kana = x.name_kana AND y.sex = x.sex
               AND y.city_code <> x.city_code AND y.natural_id <> x.natural_id
              JOIN register.stay sx ON sx.person_id = x.person_id
              JOIN register.stay sy ON sy.person_id = y.person_id
              JOIN register.person o
                ON o.person_id = CASE WHEN sx.valid_to <= sy.valid_from + 3 THEN x.person_id
                                      ELSE y.person_id END
              JOIN register.person n
                ON n.person_id = CASE WHEN o.person_id = x.person_id THEN y.person_id
                                      ELSE x.person_id END
             WHERE a.last = 1
               AND (   (sx.left_by = '02' AND sy.valid_from BETWEEN sx.valid_to - 3 AND sx.valid_to + 28
                        AND coalesce(sx.to_code, y.city_code) = y.city_code)
                    OR (sy.left_by = '02' AND sx.valid_from BETWEEN sy.valid_to - 3 AND sy.valid_to + 28
                        AND coalesce(sy.to_code, x.city_code) = x.city_code))
            """;

    private static final String DOUBTFUL =
            """
            WITH many AS (
                DELETE FROM pair p
                 WHERE EXISTS (SELECT FROM pair q WHERE q.new_id = p.new_id AND q.old_id <> p.old_id)
                    OR EXISTS (SELECT FROM pair q WHERE q.old_id = p.old_id AND q.new_id <> p.new_id)
                RETURNING *)
            INSERT INTO register.doubt (person_id, candidates, reason, known_on)
            SELECT new_person, array_agg(DISTINCT old_id), '同じ氏名カナ・生年月日・性別の転出者が複数', :day
              FROM many GROUP BY new_person
            """;
    private static final String KEEP =
            """
            INSERT INTO register.joined (old_id, new_id, people, cause, known_on)
            SELECT pair.old_id, pair.new_id, array_agg(DISTINCT p.person_id), 'MOVE', :day
              FROM pair JOIN register.person p ON p.natural_id = pair.new_id
             GROUP BY pair.old_id, pair.new_id
            """;
    private static final String JOIN =
            """
            UPDATE register.person p SET natural_id = pair.old_id
              FROM pair WHERE p.natural_id = pair.new_id
            """;

    /** Everybody of a joined pair is judged anew. */
    private static final String TELL =
            """
            INSERT INTO register.change (person_id, subject, known_on)
            SELECT p.person_id, 'STATE', :day FROM register.person p
             WHERE p.natural_id IN (SELECT old_id FROM pair)
            """;

    /** Looked at first, because on most days nobody in the file has a double elsewhere. */
    private static final String DOUBLES =
            """
            SELECT EXISTS (
                SELECT FROM arrival a
                  JOIN register.person x ON x.person_id = a.person_id
                  JOIN register.person y
                    ON y.birth_on = x.birth_on AND y.name_kana = x.name_kana AND y.sex = x.sex
                   AND y.city_code <> x.city_code AND y.natural_id <> x.natural_id
                 WHERE a.last = 1)
            """;

    /** Whom a city merged: the retired record's person becomes the surviving record's. */
    private static final String MERGED =
            """
            CREATE TEMPORARY TABLE merged ON COMMIT DROP AS
            SELECT o.person_id, o.natural_id AS new_id, n.natural_id AS old_id,
                   EXISTS (SELECT FROM eligibility.period d WHERE d.person_id = o.person_id) AS insured
              FROM register.person o
              JOIN register.person n ON n.city_code = o.city_code AND n.person_no = o.merged_into
             WHERE o.city_code = :city AND o.merged_into IS NOT NULL AND o.natural_id <> n.natural_id
               AND NOT EXISTS (SELECT FROM register.doubt d
                                WHERE d.person_id = o.person_id AND n.natural_id = ANY (d.candidates))
            """;

    /** Who is insured under the retired number is for a clerk to join. */
    private static final String ASK =
            """
            INSERT INTO register.doubt (person_id, candidates, reason, known_on)
            SELECT person_id, ARRAY[old_id], '市区町村が宛名番号を統合（統合された番号に資格あり）', :day
              FROM merged WHERE insured
            """;

    private static final String KEEP_MERGED =
            """
            INSERT INTO register.joined (old_id, new_id, people, cause, known_on)
            SELECT old_id, new_id, ARRAY[person_id], 'CITY', :day FROM merged WHERE NOT insured
            """;

    private static final String JOIN_MERGED =
            """
            UPDATE register.person p SET natural_id = m.old_id
              FROM merged m WHERE p.person_id = m.person_id AND NOT m.insured
            """;

    /** The city took its merging back. */
    private static final String PART =
            """
            WITH back AS (
                UPDATE register.joined j SET undone_on = :day, undone_note = '市区町村の取消'
                  FROM register.person p
                 WHERE j.cause = 'CITY' AND j.undone_on IS NULL AND p.person_id = ANY (j.people)
                   AND p.city_code = :city AND p.merged_into IS NULL
                RETURNING j.new_id, j.people)
            UPDATE register.person p SET natural_id = back.new_id
              FROM back WHERE p.person_id = ANY (back.people)
            """;

    /** 統合先宛名番号 of the city's records: joins, asks, or parts again. */
    void followTheCity(IncomingFile file) {
        file.count(
                "名寄せの取消",
                file.db()
                        .sql(PART)
                        .param("day", file.businessDate())
                        .param("city", file.from())
                        .update());
        if (file.db().sql(MERGED).param("city", file.from()).update() == 0) {
            return;
        }
        for (String sql : new String[] {ASK, KEEP_MERGED}) {
            file.db().sql(sql).param("day", file.businessDate()).update();
        }
        file.count("市区町村の名寄せ", file.db().sql(JOIN_MERGED).update());
    }

    void find(IncomingFile file) {
        if (!file.db().sql(DOUBLES).query(Boolean.class).single()) {
            return;
        }
        long pairs = file.db().sql(PAIRS).update();
        if (pairs == 0) {
            return;
        }
        file.count("名寄せ要確認", file.db().sql(DOUBTFUL).param("day", file.businessDate()).update());
        file.db().sql(KEEP).param("day", file.businessDate()).update();
        file.count("広域内転居の名寄せ", file.db().sql(JOIN).update());
        file.db().sql(TELL).param("day", file.businessDate()).update();
    }
}
