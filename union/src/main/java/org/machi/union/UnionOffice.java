package org.machi.union;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.machi.law.LevyYear;
import org.machi.platform.Organisation;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.jobs.JobRun;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.time.BusinessDate;
import org.machi.union.register.Cities;
import org.machi.union.register.Cities.City;
import org.machi.union.window.ImmediateIssue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way in for the launcher: starts the union, runs its day, tells its numbers.
 *
 * <pre>{@code
 * try (var union = UnionOffice.start(settings, cities)) {
 *     union.runDay(LocalDate.of(2026, 4, 1));
 *     UnionSummary summary = union.summary(2026);
 * }
 * }</pre>
 */
public final class UnionOffice implements AutoCloseable {

    /** Code of the daily job. */
    public static final String DAILY = ImmediateIssue.DAY_JOB;

    /** Code of the job that takes and compares the cities' reports. */
    public static final String REPORTS = "UNION_REPORTS";

    private final Organisation organisation;

    private UnionOffice(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Starts the union over its database; the member cities are entered or kept. */
    public static UnionOffice start(OrganisationSettings settings, List<City> cities) {
        UnionOffice office = new UnionOffice(Organisation.start(UnionApplication.class, settings));
        office.organisation.get(Cities.class).enter(cities);
        return office;
    }

    public Organisation organisation() {
        return organisation;
    }

    /**
     * Opens the business date, runs the daily job and compares the cities' reports with the
     * decisions; a day that is done returns at once.
     */
    public JobRun runDay(LocalDate day) {
        BusinessDate date = organisation.get(BusinessDate.class);
        if (!date.passed(day)) {
            date.open(day);
        }
        JobRun run = organisation.get(JobRunner.class).run(DAILY, day);
        organisation.get(JobRunner.class).run(REPORTS, day);
        return run;
    }

    /** The union's numbers on its business date for the decisions of one levy year. */
    public UnionSummary summary(int levyYear) {
        JdbcClient db = organisation.get(JdbcClient.class);
        LocalDate day = organisation.get(BusinessDate.class).today();
        Map<String, Long> insured =
                counts(
                        db,
                        """
                        SELECT city_code, count(*) FROM eligibility.period
                         WHERE valid @> '%s'::date GROUP BY city_code ORDER BY city_code
                        """
                                .formatted(day));
        return new UnionSummary(
                new LevyYear(levyYear).year(),
                insured.values().stream().mapToLong(Long::longValue).sum(),
                insured,
                premiums(db, levyYear),
                counts(
                        db,
                        """
                        SELECT s.city_code, sum(s.medical + s.child)
                          FROM assessment.v_current r
                          JOIN assessment.v_share s USING (insured_no, levy_year, version)
                         WHERE r.levy_year = %d GROUP BY s.city_code ORDER BY s.city_code
                        """
                                .formatted(levyYear)),
                counts(db, FILES.formatted("kind || ' ' || state", "IN")),
                counts(db, FILES.formatted("kind", "OUT")),
                count(db, "SELECT count(*) FROM reconciliation.difference"),
                count(db, "SELECT count(*) FROM assessment.held WHERE NOT decided"),
                BenefitSummary.of(
                        db,
                        counts(
                                db,
                                "SELECT city_code, sum(amount) FROM benefits.decision GROUP BY city_code ORDER BY city_code")));
    }

    /**
     * The periods of insurance in a city as decided, each as {@code 被保険者番号 取得日 喪失日}; those that
     * begin after today are not told yet.
     */
    public Set<String> timelines(String cityCode) {
        return new TreeSet<>(
                organisation
                        .get(JdbcClient.class)
                        .sql(
                                """
                                SELECT insured_no || ' ' || lower(valid) || ' '
                                       || coalesce(nullif(upper(valid), 'infinity')::text, '')
                                  FROM eligibility.period WHERE city_code = ?
                                """)
                        .param(cityCode)
                        .query(String.class)
                        .list());
    }

    /** Name of the last 滞納情報 of a city that was taken. */
    public Optional<String> lastArrears(String cityCode) {
        return organisation
                .get(JdbcClient.class)
                .sql(
                        """
                        SELECT name FROM files.file
                         WHERE direction = 'IN' AND kind = 'U_ARREARS' AND state = 'APPLIED' AND sender = ?
                         ORDER BY serial DESC LIMIT 1
                        """)
                .param(cityCode)
                .query(String.class)
                .optional();
    }

    /**
     * The unpaid premiums that a city has reported, each as {@code 被保険者番号 相当年度 賦課年度 賦課管理番号 徴収方法 期
     * 未納額}.
     */
    public Set<String> unpaid(String cityCode) {
        return new TreeSet<>(
                organisation
                        .get(JdbcClient.class)
                        .sql(
                                """
                                SELECT concat_ws(' ', insured_no, levy_year, decision_year, assessment_no, method, period, unpaid)
                                  FROM reconciliation.arrears WHERE city_code = ? AND unpaid > 0
                                """)
                        .param(cityCode)
                        .query(String.class)
                        .list());
    }

    /** Decisions of people who moved whose cities' shares don't add up to the premium. */
    public List<String> unevenShares() {
        return organisation
                .get(JdbcClient.class)
                .sql(
                        """
                        SELECT r.insured_no || ' ' || r.levy_year || ' ' || r.version
                          FROM assessment.v_result r
                          LEFT JOIN assessment.share s USING (insured_no, levy_year, version)
                         WHERE r.split
                         GROUP BY r.insured_no, r.levy_year, r.version, r.m_premium, r.c_premium
                        HAVING coalesce(sum(s.medical), 0) <> r.m_premium OR coalesce(sum(s.child), 0) <> r.c_premium
                            OR count(s.city_code) < 2
                        """)
                .query(String.class)
                .list();
    }

    private static final String FILES =
            """
            SELECT %1$s, count(*) FROM files.file WHERE direction = '%2$s'
             GROUP BY %1$s ORDER BY %1$s
            """;

    private static List<UnionSummary.ReductionLine> premiums(JdbcClient db, int levyYear) {
        return db.sql(
                        """
                        SELECT reduction1, count(*), sum(m_premium), sum(c_premium)
                          FROM assessment.v_current WHERE levy_year = ?
                         GROUP BY reduction1 ORDER BY reduction1
                        """)
                .param(levyYear)
                .query((row, n) ->
                        new UnionSummary.ReductionLine(
                                row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    private static Map<String, Long> counts(JdbcClient db, String sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql(sql)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    private static long count(JdbcClient db, String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        organisation.close();
    }
}
