package org.machi.union.register;

import org.machi.platform.database.WorkTable;
import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/**
 * 後期世帯: who belongs, for the premium and the share, to another home than by the resident record. A
 * city sets it by an application (kind 24) and ends it (25, or 24 taken back); it ends by itself
 * when the person's 住基世帯 changes or the person becomes its head.
 */
@Component
public class KokiHomes {

    private static final String SETS = "i.kind = '24' AND i.cancelled = '0'";

    private static final String OPEN =
            """
            SELECT FROM register.person p JOIN register.membership m USING (person_id)
             WHERE p.city_code = '%s' AND p.person_no = i.person_no AND m.valid_to = 'infinity'
            """;

    private static final String ORDERS =
            """
            CREATE TEMPORARY TABLE home_order ON COMMIT DROP AS
            SELECT p.person_id, p.person_no, p.household_no AS resident_no,
                   coalesce(p.head_no = p.person_no, false) AS resident_head, i.reception_no,
                   i.kind = '25' OR i.cancelled = '1' AS ends, i.occurred_on AS from_on,
                   CASE WHEN i.kind = '25' OR i.cancelled = '1' THEN p.household_no
                        ELSE i.koki_household_no END AS household_no,
                   row_number() OVER (PARTITION BY p.person_id ORDER BY i.line) AS rank
              FROM incoming i
              JOIN register.person p ON p.city_code = :city AND p.person_no = i.person_no
             WHERE i.kind IN ('24', '25')
            """;

    private static final String HOUSEHOLDS =
            """
            INSERT INTO register.household (city_code, household_no)
            SELECT DISTINCT :city, household_no FROM home_order WHERE rank = :rank ON CONFLICT DO NOTHING
            """;

    private static final String END =
            """
            UPDATE register.koki_home k SET valid_to = greatest(o.from_on, k.valid_from), ended_known_on = :day
              FROM home_order o
             WHERE o.rank = :rank AND k.person_id = o.person_id AND k.valid_to = 'infinity'
            """;

    private static final String SET =
            """
            INSERT INTO register.koki_home
                (person_id, household_id, is_head, resident_household_no, resident_head, valid_from, reception_no, known_on)
            SELECT o.person_id, h.household_id, o.household_no = 900000000000000 + o.person_no, o.resident_no,
                   o.resident_head, o.from_on, o.reception_no, :day
              FROM home_order o JOIN register.household h ON h.city_code = :city AND h.household_no = o.household_no
             WHERE o.rank = :rank AND NOT o.ends
            """;

    private static final String NEWS =
            """
            CREATE TEMPORARY TABLE house_news ON COMMIT DROP AS
            SELECT o.person_id, h.household_id,
                   CASE WHEN o.ends THEN o.resident_head
                        ELSE o.household_no = 900000000000000 + o.person_no END AS is_head,
                   o.from_on, 'infinity'::date AS house_until
              FROM home_order o JOIN register.household h ON h.city_code = :city AND h.household_no = o.household_no
             WHERE o.rank = :rank
            """;

    /** The insured person's row goes to the city again, with the other number. */
    private static final String TELL =
            """
            INSERT INTO register.change (person_id, subject, from_on, known_on)
            SELECT DISTINCT person_id, 'STATE', NULL::date, :day::date FROM home_order
            """;

    private final Memberships memberships;

    KokiHomes(Memberships memberships) {
        this.memberships = memberships;
    }

    /** Lists what can't be set: it is neither kept nor answered. */
    public static void setAside(IncomingFile file) {
        file.setAside(
                "後期世帯番号",
                "koki_household_no",
                "後期世帯番号がありません",
                SETS + " AND i.koki_household_no IS NULL");
        file.setAside(
                "宛名番号",
                "person_no",
                "世帯に属していない人です",
                "i.kind IN ('24', '25') AND NOT EXISTS (" + OPEN.formatted(file.from()) + ")");
        file.setAside(
                "宛名番号",
                "person_no",
                "ほかに世帯員のいる世帯主の後期世帯は変えられません",
                SETS
                        + " AND EXISTS ("
                        + OPEN.formatted(file.from())
                        + """
                         AND m.is_head AND EXISTS (
                            SELECT FROM register.membership o WHERE o.household_id = m.household_id
                               AND o.valid_to = 'infinity' AND o.person_id <> m.person_id))
                        """);
        file.setAside(
                "届出種別コード", "kind", "終了は取り消せません。改めて設定してください", "i.kind = '25' AND i.cancelled = '1'");
    }

    /** Applies the settings of a file of 届出・申請, each from its day on. */
    public void apply(IncomingFile file) {
        file.db().sql("DROP TABLE IF EXISTS home_order").update();
        int orders = file.db().sql(ORDERS).param("city", file.from()).update();
        if (orders == 0) {
            return;
        }
        int last =
                file.db()
                        .sql("SELECT max(rank)::integer FROM home_order")
                        .query(Integer.class)
                        .single();
        for (int rank = 1; rank <= last; rank++) {
            apply(file, rank);
        }
        file.db().sql(TELL).param("day", file.businessDate()).update();
        file.count("後期世帯の設定", orders);
    }

    private void apply(IncomingFile file, int rank) {
        file.db().sql(HOUSEHOLDS).param("city", file.from()).param("rank", rank).update();
        file.db().sql(END).param("day", file.businessDate()).param("rank", rank).update();
        file.db()
                .sql(SET)
                .param("day", file.businessDate())
                .param("city", file.from())
                .param("rank", rank)
                .update();
        file.db().sql("DROP TABLE IF EXISTS house_news").update();
        long news = file.db().sql(NEWS).param("city", file.from()).param("rank", rank).update();
        WorkTable.ready(file.db(), "house_news", "person_id", news);
        memberships.write(file);
    }
}
