package org.machi.city;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.machi.city.day.CityDay;
import org.machi.platform.Organisation;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.files.FileStore;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way in for the launcher: starts a city, runs its day, tells its numbers.
 *
 * <p>A day that is done returns at once, an interrupted one goes on where it stood.
 */
public final class CityOffice implements AutoCloseable {

    private final Organisation organisation;

    private CityOffice(Organisation organisation) {
        this.organisation = organisation;
    }

    public static CityOffice start(OrganisationSettings settings) {
        return new CityOffice(Organisation.start(CityApplication.class, settings));
    }

    public Organisation organisation() {
        return organisation;
    }

    /** Opens the business date, takes what the other offices sent and tells the union. */
    public void runMorning(LocalDate day) {
        BusinessDate date = organisation.get(BusinessDate.class);
        if (!date.passed(day)) {
            date.open(day);
        }
        organisation.get(JobRunner.class).run(CityDay.MORNING, day);
    }

    /** Takes what banks, stores, the pension's payer and the print shop sent. */
    public void runMidday(LocalDate day) {
        organisation.get(JobRunner.class).run(CityDay.MIDDAY, day);
    }

    /** Takes the union's answers, plans, charges, writes letters and closes the day. */
    public void runAfternoon(LocalDate day) {
        organisation.get(JobRunner.class).run(CityDay.AFTERNOON, day);
    }

    /** The city's numbers of one levy year on its business date. */
    public CitySummary summary(int levyYear) {
        JdbcClient db = organisation.get(JdbcClient.class);
        LocalDate day = organisation.get(BusinessDate.class).today();
        return new CitySummary(
                number(
                        db,
                        "select count(*) from people.person where resident_state = '1' and resident_kind <> '3'"),
                db.sql(
                                """
                                select count(*) from koki.insured
                                where acquired_on <= :day and (lost_on is null or lost_on > :day)
                                """)
                        .param("day", day)
                        .query(Long.class)
                        .single(),
                number(
                        db,
                        "select coalesce(sum(city_premium), 0) from koki.premium where current and levy_year = "
                                + levyYear),
                counts(
                        db,
                        """
                        select case result when '1' then '特別徴収' when '2' then '普通徴収' when '3' then '併徴'
                                           else '賦課なし' end, count(*)
                        from koki.plan where current and levy_year = %d group by result order by result
                        """
                                .formatted(levyYear)),
                db.sql(CitySummary.LedgerLine.QUERY)
                        .query((row, _) -> CitySummary.LedgerLine.of(row))
                        .list(),
                LetterLine.all(db, organisation.get(FileStore.class)),
                counts(
                        db,
                        """
                        select kind || ' ' || state, count(*) from files.file where direction = 'IN'
                        group by 1 order by 1
                        """),
                counts(
                        db,
                        "select kind, count(*) from files.file where direction = 'OUT' group by 1 order by 1"),
                number(db, "select coalesce(sum(amount), 0) from koki.benefit_decision"));
    }

    /**
     * The periods of insurance as the city knows them from the union's files, each as {@code 被保険者番号
     * 取得日 喪失日}.
     */
    public Set<String> timelines() {
        return new TreeSet<>(
                organisation
                        .get(JdbcClient.class)
                        .sql(
                                """
                                select insured_no || ' ' || acquired_on || ' ' || coalesce(lost_on::text, '')
                                from (select distinct on (insured_no, acquired_on) * from koki.insured_version
                                      order by insured_no, acquired_on, version desc) v
                                where change <> '07'
                                """)
                        .query(String.class)
                        .list());
    }

    /**
     * The overdue premiums as they stood when a report was sent to the union, each as {@code 被保険者番号
     * 相当年度 賦課年度 賦課管理番号 徴収方法 期 未納額}.
     *
     * @param report name of the file 滞納情報
     */
    public Set<String> unpaid(String report) {
        return new TreeSet<>(
                organisation
                        .get(JdbcClient.class)
                        .sql(
                                """
                                with told as (select business_date as day from files.file
                                              where direction = 'OUT' and kind = 'U_ARREARS' and name = ?)
                                select concat_ws(' ', i.reference, i.levy_year, i.decision_year, i.assessment_no, i.method, i.period,
                                                 sum(l.sign * p.amount))
                                from told join levy.posting p on p.booked_on <= told.day
                                cross join lateral (values (p.debit_kind, p.debit_id, 1), (p.credit_kind, p.credit_id, -1)) as l (kind, id, sign)
                                join levy.instalment i on i.instalment_id = l.id
                                where l.kind = 'RECEIVABLE' and i.levy_code = 'KOKI' and i.due_on < told.day
                                group by i.instalment_id having sum(l.sign * p.amount) > 0
                                """)
                        .param(report)
                        .query(String.class)
                        .list());
    }

    private static long number(JdbcClient db, String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    private static Map<String, Long> counts(JdbcClient db, String sql) {
        Map<String, Long> counts = new LinkedHashMap<>();
        db.sql(sql)
                .query(row -> {
                    counts.put(row.getString(1), row.getLong(2));
                });
        return counts;
    }

    @Override
    public void close() {
        organisation.close();
    }
}
