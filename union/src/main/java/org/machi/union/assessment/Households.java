package org.machi.union.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import org.machi.law.premium.Household;
import org.machi.law.premium.Member;
import org.machi.law.premium.TaxFacts.Declaration;
import org.machi.law.premium.TaxItem;
import org.machi.platform.database.Copy;
import org.machi.platform.database.CopyReader;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Households of one levy year in columns: who belonged to which household from when to when, was
 * head, was insured, with the derived incomes. A row is one membership with one period of
 * insurance.
 */
final class Households {

    private static final int PERSON = 0;
    private static final int HOUSE = 1;
    private static final int FROM = 2;
    private static final int TO = 3;
    private static final int HEAD = 4;
    private static final int INSURED_FROM = 5;
    private static final int INSURED_TO = 6;
    private static final int BIRTH = 7;
    private static final int DECLARATION = 8;
    private static final int NEXT_OF_HOUSE = 9;
    private static final int NEXT_OF_PERSON = 10;
    private static final int BASE = 0;
    private static final int JUDGEMENT = 1;
    private static final int SALARY = 2;
    private static final int PENSION = 3;

    private static final int NONE = -1;
    private static final int NO_FACTS = -1;
    private static final int FOREVER = Integer.MAX_VALUE;
    private static final Declaration[] DECLARATIONS = Declaration.values();

    /** In the order in which {@link #take} takes the fields. */
    private static final String MEMBERS =
            """
            SELECT m.person_id, m.household_id, m.valid_from, nullif(m.valid_to, 'infinity'), m.is_head
              FROM register.membership m %4$s
             WHERE m.valid_to > '%2$s' AND m.valid_from <= '%3$s'
            """;

    /**
     * Keeps a run over some people from reading the whole register: everyone in their households.
     */
    private static final String CONCERNED =
            """
            CREATE TEMPORARY TABLE concerned ON COMMIT DROP AS
            SELECT DISTINCT m.person_id
              FROM target t
              JOIN eligibility.period p USING (insured_no)
              JOIN register.membership h ON h.person_id = p.person_id
              JOIN register.membership m ON m.household_id = h.household_id
            """;

    private final Columns rows = new Columns(11, 4);
    private int[] firstOfHouse = new int[0];
    private int[] firstOfPerson = new int[0];
    private int highestHouse;
    private int highestPerson;

    /**
     * Reads four narrow streams and joins them here, by the person's number: the database takes
     * twice as long for it.
     */
    static Households read(JdbcClient db, Copy copy, BulkRun.Order order) {
        if (!order.everybody()) {
            db.sql("DROP TABLE IF EXISTS concerned").update();
            db.sql(CONCERNED).update();
            db.sql("ANALYZE concerned").update();
        }
        PersonFacts facts = PersonFacts.read(copy, order);
        Households households = new Households();
        try (CopyReader reader = copy.from(order.over(MEMBERS))) {
            while (reader.next()) {
                households.take(reader, facts);
            }
        }
        households.link();
        return households;
    }

    private void take(CopyReader reader, PersonFacts facts) {
        int person = reader.getInt();
        int house = reader.getInt();
        int from = reader.getEpochDay();
        int to = reader.getEpochDayOr(FOREVER);
        boolean head = reader.getBoolean();
        int period = facts.firstPeriod(person);
        if (period == NONE) {
            if (head) {
                add(facts, person, house, from, to, true, FOREVER, FOREVER);
            }
            return;
        }
        for (; period != NONE; period = facts.nextPeriod(period)) {
            add(
                    facts,
                    person,
                    house,
                    from,
                    to,
                    head,
                    facts.insuredFrom(period),
                    facts.insuredTo(period));
        }
    }

    private void add(
            PersonFacts facts,
            int person,
            int house,
            int from,
            int to,
            boolean head,
            int insuredFrom,
            int insuredTo) {
        int row = rows.add();
        rows.set(PERSON, row, person);
        rows.set(HOUSE, row, house);
        rows.set(FROM, row, from);
        rows.set(TO, row, to);
        rows.set(HEAD, row, head ? 1 : 0);
        rows.set(INSURED_FROM, row, insuredFrom);
        rows.set(INSURED_TO, row, insuredTo);
        rows.set(BIRTH, row, facts.birth(person));
        int income = facts.income(person);
        rows.set(DECLARATION, row, income == NONE ? NO_FACTS : facts.declaration(income));
        if (income != NONE) {
            rows.setLong(BASE, row, facts.base(income));
            rows.setLong(JUDGEMENT, row, facts.judgement(income));
            rows.setLong(SALARY, row, facts.salary(income));
            rows.setLong(PENSION, row, facts.pension(income));
        }
        highestHouse = Math.max(highestHouse, house);
        highestPerson = Math.max(highestPerson, person);
    }

    private void link() {
        firstOfHouse = new int[highestHouse + 1];
        firstOfPerson = new int[highestPerson + 1];
        Arrays.fill(firstOfHouse, NONE);
        Arrays.fill(firstOfPerson, NONE);
        for (int row = rows.size() - 1; row >= 0; row--) {
            int house = rows.get(HOUSE, row);
            int person = rows.get(PERSON, row);
            rows.set(NEXT_OF_HOUSE, row, firstOfHouse[house]);
            rows.set(NEXT_OF_PERSON, row, firstOfPerson[person]);
            firstOfHouse[house] = row;
            firstOfPerson[person] = row;
        }
    }

    int size() {
        return rows.size();
    }

    /**
     * The row of a person as the household stood on a day; {@code -1} when the person is in none.
     */
    int find(int person, int day) {
        int found = NONE;
        for (int row = first(person); row != NONE; row = rows.get(NEXT_OF_PERSON, row)) {
            if (rows.get(FROM, row) <= day && day < rows.get(TO, row)) {
                if (insuredOn(row, day)) {
                    return row;
                }
                found = row;
            }
        }
        return found;
    }

    private int first(int person) {
        return person < firstOfPerson.length ? firstOfPerson[person] : NONE;
    }

    private boolean insuredOn(int row, int day) {
        return rows.get(INSURED_FROM, row) <= day && day < rows.get(INSURED_TO, row);
    }

    long base(int row) {
        return rows.getLong(BASE, row);
    }

    LocalDate birth(int row) {
        return LocalDate.ofEpochDay(rows.get(BIRTH, row));
    }

    /** What the tax office says; a person without facts is one whose income is being asked for. */
    Declaration declaration(int row) {
        int declaration = rows.get(DECLARATION, row);
        return declaration == NO_FACTS ? Declaration.INQUIRING : DECLARATIONS[declaration];
    }

    /**
     * Fills the household of a row as it stood on a day.
     *
     * @return false when the facts of somebody who counts have never come
     */
    boolean fill(int ofRow, int day, Household household) {
        household.clear();
        boolean complete = true;
        int house = rows.get(HOUSE, ofRow);
        for (int row = firstOfHouse[house]; row != NONE; row = rows.get(NEXT_OF_HOUSE, row)) {
            if (rows.get(FROM, row) <= day && day < rows.get(TO, row) && counts(row, day)) {
                add(row, day, household);
                complete &= rows.get(DECLARATION, row) != NO_FACTS;
            }
        }
        return complete;
    }

    /** Insured on the day, or head; each person once. */
    private boolean counts(int row, int day) {
        return find(rows.get(PERSON, row), day) == row
                && (insuredOn(row, day) || rows.get(HEAD, row) == 1);
    }

    private void add(int row, int day, Household household) {
        Member member =
                household
                        .add()
                        .head(rows.get(HEAD, row) == 1)
                        .insured(insuredOn(row, day))
                        .birth(birth(row));
        member.tax()
                .declaration(declaration(row))
                .fixedBase(rows.getLong(BASE, row))
                .fixedJudgement(rows.getLong(JUDGEMENT, row))
                .set(TaxItem.SALARY_REVENUE, rows.getLong(SALARY, row))
                .set(TaxItem.PENSION_REVENUE, rows.getLong(PENSION, row));
    }
}
