package org.machi.union.assessment;

import java.util.Arrays;
import org.machi.platform.database.Copy;
import org.machi.platform.database.CopyReader;

/**
 * What a run knows of each person of the register by the number there: birth, income of the levy
 * year, periods of insurance.
 */
final class PersonFacts {

    static final int NONE = -1;
    private static final int FOREVER = Integer.MAX_VALUE;

    /** Who has no birth date is taken for one who was born in 1899. */
    private static final int UNKNOWN_BIRTH = -25_567;

    private static final int INSURED_FROM = 0;
    private static final int INSURED_TO = 1;
    private static final int NEXT = 2;
    private static final int DECLARATION = 0;
    private static final int BASE = 0;
    private static final int JUDGEMENT = 1;
    private static final int SALARY = 2;
    private static final int PENSION = 3;

    private static final String BIRTHS =
            "SELECT q.person_id, q.birth_on FROM register.person q %4$s";
    private static final String INCOMES =
            """
            SELECT i.person_id, i.declaration::integer, i.base, i.judgement, i.salary, i.pension
              FROM register.income i %4$s WHERE i.levy_year = %1$d
            """;
    private static final String PERIODS =
            """
            SELECT p.person_id, lower(p.valid), nullif(upper(p.valid), 'infinity')
              FROM eligibility.period p %4$s
            """;

    private final Columns incomes = new Columns(1, 4);
    private final Columns periods = new Columns(3, 0);
    private int[] births = new int[0];
    private int[] incomeOf = new int[0];
    private int[] firstPeriodOf = new int[0];

    static PersonFacts read(Copy copy, BulkRun.Order order) {
        PersonFacts facts = new PersonFacts();
        try (CopyReader reader = copy.from(order.over(BIRTHS))) {
            while (reader.next()) {
                int person = reader.getInt();
                facts.births = roomFor(facts.births, person);
                facts.births[person] = reader.getEpochDayOr(UNKNOWN_BIRTH);
            }
        }
        try (CopyReader reader = copy.from(order.over(INCOMES))) {
            while (reader.next()) {
                facts.takeIncome(reader);
            }
        }
        try (CopyReader reader = copy.from(order.over(PERIODS))) {
            while (reader.next()) {
                facts.takePeriod(reader);
            }
        }
        return facts;
    }

    private void takeIncome(CopyReader reader) {
        int person = reader.getInt();
        int row = incomes.add();
        incomes.set(DECLARATION, row, reader.getInt());
        incomes.setLong(BASE, row, reader.getLong());
        incomes.setLong(JUDGEMENT, row, reader.getLong());
        incomes.setLong(SALARY, row, reader.getLong());
        incomes.setLong(PENSION, row, reader.getLong());
        incomeOf = roomFor(incomeOf, person);
        incomeOf[person] = row;
    }

    private void takePeriod(CopyReader reader) {
        int person = reader.getInt();
        int row = periods.add();
        firstPeriodOf = roomFor(firstPeriodOf, person);
        periods.set(INSURED_FROM, row, reader.getEpochDay());
        periods.set(INSURED_TO, row, reader.getEpochDayOr(FOREVER));
        periods.set(NEXT, row, firstPeriodOf[person]);
        firstPeriodOf[person] = row;
    }

    private static int[] roomFor(int[] array, int person) {
        if (person < array.length) {
            return array;
        }
        int[] longer = Arrays.copyOf(array, Math.max(1024, person + person / 2 + 1));
        Arrays.fill(longer, array.length, longer.length, NONE);
        return longer;
    }

    private static int at(int[] array, int person) {
        return person < array.length ? array[person] : NONE;
    }

    /** 生年月日 as days since 1970-01-01. */
    int birth(int person) {
        return births[person];
    }

    /** The row of the person's income of the levy year, or {@link #NONE} while nothing came. */
    int income(int person) {
        return at(incomeOf, person);
    }

    int declaration(int income) {
        return incomes.get(DECLARATION, income);
    }

    long base(int income) {
        return incomes.getLong(BASE, income);
    }

    long judgement(int income) {
        return incomes.getLong(JUDGEMENT, income);
    }

    long salary(int income) {
        return incomes.getLong(SALARY, income);
    }

    long pension(int income) {
        return incomes.getLong(PENSION, income);
    }

    /** A period of insurance, or {@link #NONE}. */
    int firstPeriod(int person) {
        return at(firstPeriodOf, person);
    }

    int nextPeriod(int period) {
        return periods.get(NEXT, period);
    }

    int insuredFrom(int period) {
        return periods.get(INSURED_FROM, period);
    }

    int insuredTo(int period) {
        return periods.get(INSURED_TO, period);
    }
}
