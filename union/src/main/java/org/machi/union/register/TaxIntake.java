package org.machi.union.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.machi.formats.file.FileKind;
import org.machi.law.LevyYear;
import org.machi.law.parameter.NoParameterException;
import org.machi.law.parameter.Parameters;
import org.machi.law.premium.IncomeRules;
import org.machi.law.premium.TaxFacts;
import org.machi.law.premium.TaxItem;
import org.machi.platform.database.CopyReader;
import org.machi.platform.database.CopyWriter;
import org.machi.platform.database.WorkTable;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/**
 * Takes 所得・課税情報 (U_TAX): keeps the items as they came with what was known before, and derives
 * through the law's rules the few amounts that the premium asks for.
 */
@Component
class TaxIntake implements FileHandler {

    private static final String KEPT = String.join(", ", TaxColumns.kept());
    private static final String TABLE =
            "CREATE TEMPORARY TABLE tax_news (person_id integer, levy_year smallint, "
                    + TaxColumns.definitions()
                    + ") ON COMMIT DROP";
    private static final String NEWEST =
            """
            INSERT INTO tax_news
            SELECT n.* FROM (
                SELECT DISTINCT ON (p.person_id, i.levy_year) p.person_id,
                       i.levy_year::smallint AS levy_year, %s
                  FROM incoming i
                  JOIN register.person p ON p.city_code = :city AND p.person_no = i.person_no
                 ORDER BY p.person_id, i.levy_year, i.line DESC) n
             WHERE NOT EXISTS (
                SELECT FROM register.tax t
                 WHERE t.person_id = n.person_id AND t.levy_year = n.levy_year
                   AND (%s) IS NOT DISTINCT FROM (%s))
            """
                    .formatted(prefixed("i"), prefixed("t"), prefixed("n"));
    private static final String KEEP_OLD =
            """
            INSERT INTO register.tax_history
            SELECT t.*, :day FROM register.tax t JOIN tax_news n USING (person_id, levy_year)
            """;
    private static final String REPLACE =
            """
            INSERT INTO register.tax (person_id, levy_year, %1$s, known_from)
            SELECT person_id, levy_year, %1$s, :day FROM tax_news WHERE change <> '3'
             ORDER BY person_id
            """
                    .formatted(KEPT);
    private static final String DERIVED =
            """
            SELECT n.person_id, n.levy_year, p.birth_on, %s
              FROM tax_news n JOIN register.person p USING (person_id) WHERE n.change <> '3'
            """
                    .formatted(TaxColumns.forLaw());

    /** Only those whose premium can differ are told to the assessment. */
    private static final String TELL =
            """
            INSERT INTO register.change (person_id, subject, levy_year, known_on)
            SELECT person_id, 'TAX', levy_year, :day
              FROM (SELECT * FROM income_news EXCEPT
                    SELECT person_id, levy_year, base, judgement, salary, pension, declaration
                      FROM register.income) x
             UNION
            SELECT n.person_id, 'TAX', n.levy_year, :day
              FROM tax_news n JOIN register.income o USING (person_id, levy_year) WHERE n.change = '3'
            """;

    private static final String WITHDRAWN =
            """
            DELETE FROM register.income o USING tax_news n
             WHERE o.person_id = n.person_id AND o.levy_year = n.levy_year AND n.change = '3'
            """;
    private static final String INCOMES =
            """
            INSERT INTO register.income
            SELECT i.*, :day::date FROM income_news i
            ON CONFLICT (person_id, levy_year) DO UPDATE
               SET base = excluded.base, judgement = excluded.judgement, salary = excluded.salary,
                   pension = excluded.pension, declaration = excluded.declaration,
                   known_from = excluded.known_from
            """;

    @Override
    public FileKind kind() {
        return FileKind.U_TAX;
    }

    /** Incomes of people whom the city announced later, unless newer ones came meanwhile. */
    @Override
    public Again again() {
        return new Again(this::applyLate, file -> 0);
    }

    private void applyLate(IncomingFile file) {
        file.setAside(
                "宛名番号",
                "person_no",
                "この人のこの年度の所得は、あとから届いたものを取り込んでいます",
                """
                EXISTS (SELECT FROM register.tax t JOIN register.person p USING (person_id)
                         WHERE p.city_code = '%s' AND p.person_no = i.person_no AND t.levy_year = i.levy_year)
                """
                        .formatted(file.from()));
        apply(file);
    }

    private static String prefixed(String alias) {
        return TaxColumns.kept().stream()
                .map(name -> alias + "." + name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void apply(IncomingFile file) {
        Cities.requireMember(file);
        file.setAside(
                "宛名番号",
                "person_no",
                "住民基本台帳情報にない人です",
                "NOT EXISTS (SELECT FROM register.person p WHERE p.city_code = '"
                        + file.from()
                        + "' AND p.person_no = i.person_no)");
        Map<Integer, IncomeRules> rules = rules(file);
        file.db().sql(TABLE).update();
        long news = file.db().sql(NEWEST).param("city", file.from()).update();
        if (news == 0) {
            return;
        }
        WorkTable.ready(file.db(), "tax_news", "person_id, levy_year", news);
        file.count("更正前の所得", file.db().sql(KEEP_OLD).param("day", file.businessDate()).update());
        file.db()
                .sql(
                        """
                        DELETE FROM register.tax t USING tax_news n
                         WHERE t.person_id = n.person_id AND t.levy_year = n.levy_year
                        """)
                .update();
        file.count("所得", file.db().sql(REPLACE).param("day", file.businessDate()).update());
        derive(file, rules);
        file.db().sql(TELL).param("day", file.businessDate()).update();
        file.db().sql(WITHDRAWN).update();
        file.db().sql(INCOMES).param("day", file.businessDate()).update();
    }

    /** Rules of each year in the file; rows of a year without parameters are set aside. */
    private static Map<Integer, IncomeRules> rules(IncomingFile file) {
        Map<Integer, IncomeRules> rules = new HashMap<>();
        List<Integer> years =
                file.db()
                        .sql("SELECT DISTINCT levy_year::integer FROM incoming")
                        .query(Integer.class)
                        .list();
        for (int year : years) {
            try {
                rules.put(year, new IncomeRules(Parameters.standard(), new LevyYear(year)));
            } catch (NoParameterException missing) {
                file.setAside("相当年度", "levy_year", "この年度の法令パラメータがありません", "i.levy_year = " + year);
            }
        }
        return rules;
    }

    private static void derive(IncomingFile file, Map<Integer, IncomeRules> rules) {
        file.db()
                .sql(
                        """
                        CREATE TEMPORARY TABLE income_news (
                            person_id integer, levy_year smallint, base bigint, judgement bigint,
                            salary bigint, pension bigint, declaration smallint) ON COMMIT DROP
                        """)
                .update();
        Derived derived = Derived.read(file, rules);
        try (CopyWriter out =
                file.copy()
                        .into(
                                "income_news",
                                "person_id",
                                "levy_year",
                                "base",
                                "judgement",
                                "salary",
                                "pension",
                                "declaration")) {
            for (int i = 0; i < derived.size; i++) {
                out.row().put(derived.people[i]).put(derived.years[i]);
                for (int k = 0; k < 4; k++) {
                    out.put(derived.yen[i * 4 + k]);
                }
                out.put(derived.declarations[i]);
            }
            out.finish();
        }
    }

    /** The derived amounts in arrays: a connection can't read and write by COPY at once. */
    private static final class Derived {
        /** Whose birth year is unknown counts as old: 1900. */
        private static final int UNKNOWN_BIRTH = -25_567;

        private int[] people = new int[1024];
        private short[] years = new short[1024];
        private short[] declarations = new short[1024];
        private long[] yen = new long[4096];
        private int size;

        static Derived read(IncomingFile file, Map<Integer, IncomeRules> rules) {
            Derived derived = new Derived();
            TaxFacts facts = new TaxFacts();
            try (CopyReader row = file.copy().from(DERIVED)) {
                while (row.next()) {
                    derived.add(row, facts, rules);
                }
            }
            return derived;
        }

        private void add(CopyReader row, TaxFacts facts, Map<Integer, IncomeRules> rules) {
            grow();
            people[size] = row.getInt();
            years[size] = row.getShort();
            int birthDay = row.getEpochDayOr(UNKNOWN_BIRTH);
            TaxColumns.read(row, facts);
            IncomeRules law = rules.get((int) years[size]);
            if (law == null) {
                return;
            }
            java.time.LocalDate birth = java.time.LocalDate.ofEpochDay(birthDay);
            yen[size * 4] = law.base(facts);
            yen[size * 4 + 1] = law.judgementIncome(facts, birth);
            yen[size * 4 + 2] =
                    facts.get(TaxItem.SALARY_REVENUE) - facts.get(TaxItem.FAMILY_SALARY_REVENUE);
            yen[size * 4 + 3] = facts.get(TaxItem.PENSION_REVENUE);
            declarations[size] = (short) facts.declaration().ordinal();
            size++;
        }

        private void grow() {
            if (size == people.length) {
                people = java.util.Arrays.copyOf(people, size * 2);
                years = java.util.Arrays.copyOf(years, size * 2);
                declarations = java.util.Arrays.copyOf(declarations, size * 2);
                yen = java.util.Arrays.copyOf(yen, size * 8);
            }
        }
    }
}
