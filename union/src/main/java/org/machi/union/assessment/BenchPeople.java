package org.machi.union.assessment;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Made-up people for the bench, the same for the same size: one household in ten thousandths of the
 * insured as in a large city (living alone, couples, with children), ages, incomes, arrivals in the
 * year, undeclared incomes. Only ever for an empty database.
 */
@Component
class BenchPeople {

    /**
     * Households by kind: insured members, other members (the head first), share of all insured.
     */
    private static final String MEMBERS =
            """
            CREATE TEMPORARY TABLE made ON COMMIT DROP AS
            WITH house AS (
                SELECT h, CASE WHEN h %% 102 < 45 THEN 10 WHEN h %% 102 < 70 THEN 20
                               WHEN h %% 102 < 82 THEN 11 WHEN h %% 102 < 99 THEN 13 ELSE 22 END AS kind
                  FROM generate_series(1, %d) h)
            SELECT row_number() OVER (ORDER BY h, m)::integer AS person_id, h AS household_id,
                   m <= kind / 10 AS insured,
                   CASE WHEN kind = 13 THEN m = 2 ELSE m = 1 END AS is_head,
                   (h * 2654435761::bigint + m * 40503) %% 1000003 AS dice
              FROM house, generate_series(1, kind / 10 + kind %% 10) m
            """;

    private static final String[] ROWS = {
        """
        INSERT INTO register.city (city_code, name, position) VALUES ('131016', '千代田区', 1)
        ON CONFLICT DO NOTHING
        """,
        """
        INSERT INTO register.person
            (person_id, city_code, person_no, natural_id, event_seq, event, event_on, resident_kind,
             resident_state, name, name_kana, name_use, birth_text, birth_on, sex, household_no,
             municipality_code, prefecture, city, town, address_exception, known_on)
        SELECT person_id, '131016', person_id, person_id, 1, '00', '2020-04-01', '1', '1', '計測　太郎',
               'ケイソク　タロウ', '1', b::text, b, '1', household_id, '131016', '東京都', '千代田区',
               '一丁目', '0', '2026-04-01'
          FROM made, LATERAL (SELECT CASE WHEN insured THEN date '1930-01-01' + (dice % 7700)::integer
                                          ELSE date '1955-01-01' + (dice % 15000)::integer END AS b) x
        """,
        """
        INSERT INTO register.membership (person_id, valid_from, household_id, is_head, known_from)
        SELECT person_id, '2020-04-01', household_id, is_head, '2026-04-01' FROM made
        """,
        """
        INSERT INTO register.income
        SELECT person_id, 2026, greatest(p - 1530000, 0), greatest(p - 1250000, 0), 0, p,
               CASE WHEN dice % 33 = 0 THEN 1 ELSE 0 END, '2026-06-10'
          FROM (SELECT *, 600000 + (dice % 97) * (dice % 97) * 400 AS p FROM made) x
        """,
        """
        INSERT INTO eligibility.insured
        SELECT eligibility.with_check_digit(person_id), person_id, '2026-04-01', false
          FROM made WHERE insured
        """,
        """
        INSERT INTO eligibility.period
        SELECT eligibility.with_check_digit(person_id), daterange(f, 'infinity'), 1, '131016', person_id,
               '01', NULL, f, 'infinity', '01', '1', f, false, NULL, '', '2026-04-01'
          FROM made, LATERAL (SELECT CASE WHEN dice % 8 = 0 THEN date '2026-04-01' + (dice % 91)::integer
                                          ELSE date '2015-04-01' + (dice % 3000)::integer END AS f) x
         WHERE insured
        """
    };

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    BenchPeople(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    void make(int insured) {
        transaction.executeWithoutResult(status -> {
            boolean empty =
                    db.sql("SELECT NOT EXISTS (SELECT FROM register.person)")
                            .query(Boolean.class)
                            .single();
            if (!empty) {
                throw new IllegalStateException("計測は空の広域連合でだけ行えます");
            }
            int houses = Math.max(102, Math.toIntExact(insured * 102L / 130));
            db.sql(MEMBERS.formatted(houses)).update();
            for (String rows : ROWS) {
                db.sql(rows).update();
            }
        });
        for (String table :
                new String[] {
                    "register.person",
                    "register.membership",
                    "register.income",
                    "eligibility.period",
                    "eligibility.insured"
                }) {
            db.sql("ANALYZE " + table).update();
        }
    }
}
