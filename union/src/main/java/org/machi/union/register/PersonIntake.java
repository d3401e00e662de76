package org.machi.union.register;

import org.machi.formats.file.FileKind;
import org.machi.platform.database.WorkTable;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/**
 * Takes 住基情報 (U_PERSON). Each row is a person as he or she stands after one event, so a cancelled
 * event is simply a newer state whose earlier dates rewrite what was believed; what was believed
 * stays in the history tables.
 *
 * <p>Several events of one person in one file are applied one after the other, all people at once.
 */
@Component
class PersonIntake implements FileHandler {

    /** As wide as the file's rows, and stored as those are. */
    private static final String TABLE =
            """
            CREATE TEMPORARY TABLE arrival (
                LIKE incoming INCLUDING STORAGE, known_id integer, rank bigint, last bigint, birth date, death date,
                person_id integer, fresh boolean, from_on date, until_on date, left_by text STORAGE PLAIN,
                entered_by text STORAGE PLAIN, house_until date) ON COMMIT DROP
            """;

    /** The rows with the person's key and what they say about residence and household. */
    private static final String ARRIVALS =
            """
            INSERT INTO arrival
            WITH s AS (
                SELECT i.*, p.person_id AS known_id,
                       row_number() OVER (PARTITION BY i.person_no ORDER BY i.event_seq, i.line) AS rank,
                       row_number() OVER (PARTITION BY i.person_no
                                          ORDER BY i.event_seq DESC, i.line DESC) AS last,
                       register.day_of(i.birth_on) AS birth, register.day_of(i.died_on) AS death
                  FROM incoming i
                  LEFT JOIN register.person p ON p.city_code = :city AND p.person_no = i.person_no),
            n AS (
                SELECT person_no AS new_no, nextval('register.person_person_id_seq')::integer AS new_id
                  FROM (SELECT DISTINCT person_no FROM s WHERE known_id IS NULL) x)
            SELECT s.*, coalesce(s.known_id, n.new_id) AS person_id, s.known_id IS NULL AS fresh,
                   CASE WHEN merged_into IS NOT NULL THEN NULL
                        WHEN resident_kind = '3' AND address_exception <> '1' THEN NULL
                        WHEN resident_kind = '3' THEN coalesce(exception_from, resident_since, event_on)
                        WHEN address_exception = '2' THEN exception_until
                        ELSE coalesce(resident_since, moved_in_on, event_on) END AS from_on,
                   coalesce(death + 1,
                            CASE WHEN address_exception = '1' THEN exception_until
                                 WHEN resident_state = '1' THEN NULL
                                 WHEN moved_out_on IS NOT NULL AND to_code IS NOT NULL THEN moved_out_on
                                 ELSE coalesce(moved_out_on, removed_on, event_on) + 1 END,
                            'infinity'::date) AS until_on,
                   CASE WHEN death IS NOT NULL THEN '01'
                        WHEN address_exception = '1' AND exception_until IS NOT NULL THEN '06'
                        WHEN resident_state = '1' THEN NULL
                        WHEN moved_out_on IS NOT NULL THEN '02'
                        ELSE '08' END AS left_by,
                   CASE WHEN resident_kind = '3' OR address_exception = '1' THEN '05'
                        WHEN event = '06' THEN '08' ELSE '02' END AS entered_by,
                   coalesce(death + 1,
                            CASE WHEN resident_state = '2' AND (address_exception <> '1' OR merged_into IS NOT NULL)
                                 THEN coalesce(moved_out_on, removed_on, event_on) END,
                            'infinity'::date) AS house_until
              FROM s LEFT JOIN n ON n.new_no = s.person_no
            """;

    private final Stays stays;
    private final Memberships memberships;
    private final SamePerson samePerson;

    PersonIntake(Stays stays, Memberships memberships, SamePerson samePerson) {
        this.stays = stays;
        this.memberships = memberships;
        this.samePerson = samePerson;
    }

    @Override
    public FileKind kind() {
        return FileKind.U_PERSON;
    }

    @Override
    public void apply(IncomingFile file) {
        Cities.requireMember(file);
        file.db().sql(TABLE).update();
        int rows = file.db().sql(ARRIVALS).param("city", file.from()).update();
        WorkTable.ready(file.db(), "arrival", "rank, person_id", rows);
        keepStates(file);
        upsert(file);
        int last =
                file.db()
                        .sql("SELECT coalesce(max(rank), 0)::integer FROM arrival")
                        .query(Integer.class)
                        .single();
        for (int rank = 1; rank <= last; rank++) {
            stays.apply(file, rank);
            memberships.apply(file, rank);
        }
        samePerson.find(file);
        samePerson.followTheCity(file);
        file.db()
                .sql(
                        """
                        INSERT INTO register.change (person_id, subject, from_on, known_on)
                        SELECT DISTINCT person_id, 'STATE', NULL::date, :day::date FROM arrival
                        """)
                .param("day", file.businessDate())
                .update();
    }

    private static void keepStates(IncomingFile file) {
        file.db()
                .sql(
                        """
                        INSERT INTO register.person_state
                            (person_id, event_seq, event, event_on, cancelled, extract, name, name_kana,
                             birth_text, sex, household_no, head_no, resident_kind, resident_state,
                             address, resident_since, moved_out_on, to_code, died_on,
                             address_exception, file_id, known_on)
                        SELECT person_id, event_seq, event, event_on, cancelled = '1', extract, name,
                               name_kana, birth_on, sex, household_no, head_no, resident_kind,
                               resident_state,
                               prefecture || city || town || coalesce(lot, '') || coalesce(building, ''),
                               resident_since, moved_out_on, to_code, death, address_exception,
                               :file, :day
                          FROM arrival ORDER BY person_id, rank
                        """)
                .param("file", file.id())
                .param("day", file.businessDate())
                .update();
    }

    private static void upsert(IncomingFile file) {
        long rows =
                file.db()
                        .sql(UPSERT.formatted(COLUMNS, COLUMNS, SET))
                        .param("city", file.from())
                        .param("day", file.businessDate())
                        .update();
        file.count("個人", rows);
    }

    private static final String COLUMNS =
            """
            event_seq, event, event_on, resident_kind, resident_state, name, name_kana, alias,
            alias_kana, name_latin, name_combined, name_use, sex, household_no, head_no,
            relation_name, municipality_code, postal_code, town_code, prefecture, city, town, lot,
            building, building_kana, district, phone, resident_since, moved_in_on, from_code,
            from_address, moved_out_on, to_code, removed_on, stay_status, stay_from, stay_until,
            address_exception, exception_from, exception_until, exception_code, merged_into
            """;
    private static final String SET =
            "("
                    + COLUMNS
                    + ") = (excluded."
                    + COLUMNS.strip().replaceAll("\\s+", " ").replace(", ", ", excluded.")
                    + ")";
    private static final String UPSERT =
            """
            INSERT INTO register.person
                (person_id, natural_id, city_code, person_no, birth_text, birth_on, died_on, known_on, %s)
            SELECT person_id, person_id, :city, person_no, birth_on, birth, death, :day, %s
              FROM arrival WHERE last = 1
             ORDER BY person_id
            ON CONFLICT (city_code, person_no) DO UPDATE
               SET birth_text = excluded.birth_text, birth_on = excluded.birth_on,
                   died_on = excluded.died_on, known_on = excluded.known_on, %s
            """;
}
