package org.machi.union.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.platform.database.CopyReader;

/**
 * The people of a run in columns, one row for each period in each city, people together and their
 * periods in order of time. A person without any period in the year has one row without a city: a
 * decision made before must be taken back.
 */
final class InsuredPeople {

    static final int FOREVER = Integer.MAX_VALUE;
    static final int NONE = 0;

    private static final int NUMBER = 0;
    private static final int REASON = 1;
    private static final int PERSON = 2;
    private static final int FROM = 3;
    private static final int TO = 4;
    private static final int INSURED_FROM = 5;
    private static final int INSURED_TO = 6;
    private static final int DEPENDANT = 7;
    private static final int BY_DISABILITY = 8;
    private static final int CITY = 9;
    private static final int VERSION = 10;
    private static final int DECIDED_BEFORE = 11;
    private static final int OLD_PERSON = 12;
    private static final int OLD_ACQUIRED = 13;
    private static final int FIRST_DUE = 14;
    private static final int PREMIUM = 0;
    private static final int DIGEST = 1;
    private static final int RELIEF = 2;

    private static final int NO_DAY = Integer.MIN_VALUE;

    /** In the order in which {@link #read} takes the fields. */
    static final String SQL =
            """
            SELECT t.insured_no::integer, t.reason::integer, p.person_id, lower(p.valid),
                   nullif(upper(p.valid), 'infinity'), p.insured_from, nullif(p.insured_to, 'infinity'),
                   p.dependant_from, coalesce(p.first_by = '03', false), c.position::integer,
                   coalesce(o.version, f.assessment_version, 0)::integer,
                   o.version IS NOT NULL, o.person_id, o.acquired_on, d.due_on,
                   coalesce(o.m_premium + o.c_premium, f.premium, 0)::bigint,
                   coalesce(o.digest, 0), coalesce(a.relief, 0)::bigint
              FROM target t
              LEFT JOIN eligibility.period p
                     ON p.insured_no = t.insured_no
                    AND p.insured_to > '%2$s' AND p.insured_from <= '%3$s'
                    AND p.valid && daterange('%2$s', '%3$s', '[]')
              LEFT JOIN register.city c ON c.city_code = p.city_code
              LEFT JOIN before o ON o.insured_no = t.insured_no
              LEFT JOIN eligibility.former f
                     ON f.insured_no = t.insured_no AND f.levy_year = %1$d AND f.person_id IS NOT NULL
              LEFT JOIN first_due d ON d.insured_no = t.insured_no
              LEFT JOIN relief a ON a.insured_no = t.insured_no
             ORDER BY t.insured_no COLLATE "C", p.valid
            """;

    private final Columns rows = new Columns(15, 3);

    static InsuredPeople read(CopyReader reader) {
        InsuredPeople people = new InsuredPeople();
        try (reader) {
            while (reader.next()) {
                people.take(reader);
            }
        }
        return people;
    }

    private void take(CopyReader reader) {
        int row = rows.add();
        rows.set(NUMBER, row, reader.getInt());
        rows.set(REASON, row, reader.getInt());
        rows.set(PERSON, row, reader.getIntOr(NONE));
        rows.set(FROM, row, reader.getEpochDayOr(NO_DAY));
        rows.set(TO, row, reader.getEpochDayOr(FOREVER));
        rows.set(INSURED_FROM, row, reader.getEpochDayOr(NO_DAY));
        rows.set(INSURED_TO, row, reader.getEpochDayOr(FOREVER));
        rows.set(DEPENDANT, row, reader.getEpochDayOr(NO_DAY));
        rows.set(BY_DISABILITY, row, reader.getBoolean() ? 1 : 0);
        rows.set(CITY, row, reader.getIntOr(NONE));
        rows.set(VERSION, row, reader.getInt());
        rows.set(DECIDED_BEFORE, row, reader.getBoolean() ? 1 : 0);
        rows.set(OLD_PERSON, row, reader.getIntOr(NONE));
        rows.set(OLD_ACQUIRED, row, reader.getEpochDayOr(NO_DAY));
        rows.set(FIRST_DUE, row, reader.getEpochDayOr(NO_DAY));
        rows.setLong(PREMIUM, row, reader.getLong());
        rows.setLong(DIGEST, row, reader.getLong());
        rows.setLong(RELIEF, row, reader.getLong());
    }

    int size() {
        return rows.size();
    }

    /** 被保険者番号 as a number. */
    int number(int row) {
        return rows.get(NUMBER, row);
    }

    /** The first row behind those of the same person. */
    int end(int row) {
        int end = row + 1;
        while (end < rows.size() && number(end) == number(row)) {
            end++;
        }
        return end;
    }

    boolean hasPeriod(int row) {
        return rows.get(PERSON, row) != NONE;
    }

    /** 賦課事由コード as a number. */
    int reason(int row) {
        return rows.get(REASON, row);
    }

    int person(int row) {
        return rows.get(PERSON, row);
    }

    /** First day in this city. */
    int from(int row) {
        return rows.get(FROM, row);
    }

    /** First day no longer in this city, or {@link #FOREVER}. */
    int to(int row) {
        return rows.get(TO, row);
    }

    int insuredFrom(int row) {
        return rows.get(INSURED_FROM, row);
    }

    int insuredTo(int row) {
        return rows.get(INSURED_TO, row);
    }

    @Nullable LocalDate dependantFrom(int row) {
        return day(rows.get(DEPENDANT, row));
    }

    boolean byDisability(int row) {
        return rows.get(BY_DISABILITY, row) == 1;
    }

    /** The city's position in 構成市区町村. */
    int city(int row) {
        return rows.get(CITY, row);
    }

    /** 賦課履歴番号 of the decision before, 0 when there is none. */
    int version(int row) {
        return rows.get(VERSION, row);
    }

    /**
     * True when this system decided before; the former system's decision may be known without it.
     */
    boolean decidedBefore(int row) {
        return rows.get(DECIDED_BEFORE, row) == 1;
    }

    int oldPerson(int row) {
        return rows.get(OLD_PERSON, row);
    }

    LocalDate oldAcquiredOn(int row) {
        return LocalDate.ofEpochDay(rows.get(OLD_ACQUIRED, row));
    }

    /** The first due date that a city reported for this year, or null. */
    @Nullable LocalDate firstDueOn(int row) {
        return day(rows.get(FIRST_DUE, row));
    }

    long premiumBefore(int row) {
        return rows.getLong(PREMIUM, row);
    }

    long digestBefore(int row) {
        return rows.getLong(DIGEST, row);
    }

    long relief(int row) {
        return rows.getLong(RELIEF, row);
    }

    static @Nullable LocalDate day(int epochDay) {
        return epochDay == NO_DAY || epochDay == FOREVER ? null : LocalDate.ofEpochDay(epochDay);
    }
}
