package org.machi.union.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.platform.database.Copy;
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

    /** Bits of a row's number in a sort key; the eight digits of a 被保険者番号 need 27 more. */
    private static final int ROW_BITS = 32;

    /** In the order in which {@link #take} takes the fields. */
    private static final String PERIODS =
            """
            SELECT t.insured_no::integer, t.reason::integer, p.person_id, lower(p.valid),
                   nullif(upper(p.valid), 'infinity'), p.insured_from, nullif(p.insured_to, 'infinity'),
                   p.dependant_from, coalesce(p.first_by = '03', false), p.city_code::integer
              FROM target t
              LEFT JOIN eligibility.period p
                     ON p.insured_no = t.insured_no
                    AND p.insured_to > '%2$s' AND p.insured_from <= '%3$s'
                    AND p.valid && daterange('%2$s', '%3$s', '[]')
            """;

    /** 構成市区町村, at most some dozens: looked up here for each period. */
    private static final String CITIES =
            "SELECT city_code::integer, position::integer FROM register.city";

    /**
     * What only some people have, in the order in which {@link #takeExtras} takes the fields: a
     * decision before, a due date reported, a relief.
     */
    private static final String EXTRAS =
            """
            WITH former AS MATERIALIZED (
                SELECT insured_no, assessment_version, premium FROM eligibility.former
                 WHERE levy_year = %1$d AND person_id IS NOT NULL)
            SELECT k.insured_no::integer, coalesce(o.version, f.assessment_version, 0)::integer,
                   o.version IS NOT NULL, o.person_id, o.acquired_on, d.due_on,
                   coalesce(o.m_premium + o.c_premium, f.premium, 0)::bigint,
                   coalesce(o.digest, 0), coalesce(a.relief, 0)::bigint
              FROM (SELECT insured_no FROM before UNION SELECT insured_no FROM former
                    UNION SELECT insured_no FROM first_due UNION SELECT insured_no FROM relief) k
              JOIN target t USING (insured_no)
              LEFT JOIN before o USING (insured_no)
              LEFT JOIN former f USING (insured_no)
              LEFT JOIN first_due d USING (insured_no)
              LEFT JOIN relief a USING (insured_no)
            """;

    private final Columns rows = new Columns(15, 3);

    /**
     * Reads the people of the temporary tables of a run. They are put in order here: the database
     * takes six times as long for it.
     */
    static InsuredPeople read(Copy copy, BulkRun.Order order) {
        Map<Integer, Integer> positions = new HashMap<>();
        try (CopyReader reader = copy.from(CITIES)) {
            while (reader.next()) {
                positions.put(reader.getInt(), reader.getInt());
            }
        }
        InsuredPeople people = new InsuredPeople();
        try (CopyReader reader = copy.from(order.over(PERIODS))) {
            while (reader.next()) {
                people.take(reader, positions);
            }
        }
        people.sort();
        try (CopyReader reader = copy.from(order.over(EXTRAS))) {
            while (reader.next()) {
                people.takeExtras(reader);
            }
        }
        return people;
    }

    private void take(CopyReader reader, Map<Integer, Integer> positions) {
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
        rows.set(CITY, row, positions.getOrDefault(reader.getIntOr(NONE), NONE));
        rows.set(OLD_ACQUIRED, row, NO_DAY);
        rows.set(FIRST_DUE, row, NO_DAY);
    }

    private void takeExtras(CopyReader reader) {
        int first = firstOf(reader.getInt());
        int version = reader.getInt();
        int decidedBefore = reader.getBoolean() ? 1 : 0;
        int oldPerson = reader.getIntOr(NONE);
        int oldAcquired = reader.getEpochDayOr(NO_DAY);
        int firstDue = reader.getEpochDayOr(NO_DAY);
        long premium = reader.getLong();
        long digest = reader.getLong();
        long relief = reader.getLong();
        for (int row = first; row < end(first); row++) {
            rows.set(VERSION, row, version);
            rows.set(DECIDED_BEFORE, row, decidedBefore);
            rows.set(OLD_PERSON, row, oldPerson);
            rows.set(OLD_ACQUIRED, row, oldAcquired);
            rows.set(FIRST_DUE, row, firstDue);
            rows.setLong(PREMIUM, row, premium);
            rows.setLong(DIGEST, row, digest);
            rows.setLong(RELIEF, row, relief);
        }
    }

    /** People by their number, the periods of each in order of time. */
    private void sort() {
        long[] keys = new long[rows.size()];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = (long) number(row) << ROW_BITS | row;
        }
        Arrays.sort(keys);
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int row = (int) (keys[i] & (1L << ROW_BITS) - 1);
            int place = i;
            while (place > 0
                    && number(order[place - 1]) == number(row)
                    && from(order[place - 1]) > from(row)) {
                order[place] = order[place - 1];
                place--;
            }
            order[place] = row;
        }
        rows.reorder(order);
    }

    /** The first row of a person who is in the run. */
    private int firstOf(int number) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (number(middle) < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
