package org.machi.union.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.BusinessCalendar;
import org.machi.law.LegalBasis;
import org.machi.law.benefit.YearlyCost;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.Parameters;
import org.machi.platform.database.CopyWriter;
import org.machi.platform.database.WorkTable;
import org.machi.platform.jobs.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 外来年間合算 and 高額介護合算: once a year for everybody whose year can be above a ceiling, with what other
 * insurers certified; again for whose receipts or certificates change after it.
 */
@Service
@LegalBasis({"法84条", "法85条", "令14条の2", "令16条の2"})
class YearlyCosts {

    private static final String OUTPATIENT = "32";
    private static final String COMBINED = "33";

    private final Parameters parameters = Parameters.standard();
    private final YearlyCost rule = new YearlyCost(parameters);
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    /**
     * One insured person in a year.
     *
     * @param present insured on the last day, and so summed up with the home
     * @param outpatient what is left of the outpatient care of the months that belong, yen
     * @param paid what is left of all care, yen
     * @param othersOutpatient the same by certificates of other medical insurers
     * @param othersPaid the same
     * @param care 介護の自己負担額
     */
    private record Person(
            int home,
            String insuredNo,
            IncomeLevel level,
            boolean present,
            long outpatient,
            long paid,
            long othersOutpatient,
            long othersPaid,
            long care) {}

    /**
     * Begins a year when its month has come, and computes everybody who is due.
     *
     * @param month from whose first business day on a year is summed up
     */
    void assess(StepContext step, int month) {
        begin(step, month);
        List<LocalDate> years =
                step.db()
                        .sql("SELECT DISTINCT year_from FROM benefits.year_due ORDER BY year_from")
                        .query(LocalDate.class)
                        .list();
        years.forEach(year -> assess(step, year));
    }

    private void begin(StepContext step, int month) {
        LocalDate day = step.businessDate();
        LocalDate year = YearlyCost.yearOf(day).minusYears(1);
        LocalDate first = calendar.onOrAfter(LocalDate.of(year.getYear() + 1, month, 1));
        if (day.isBefore(first)) {
            return;
        }
        int begun =
                step.db()
                        .sql(
                                "UPDATE benefits.mark SET summed_year = :year WHERE summed_year < :year")
                        .param("year", year)
                        .update();
        if (begun == 1) {
            step.db()
                    .sql(CANDIDATES)
                    .param("year", year)
                    .param("next", year.plusYears(1))
                    .param("ceiling", rule.outpatientCeiling(year))
                    .update();
        }
    }

    private void assess(StepContext step, LocalDate year) {
        JdbcClient db = step.db();
        LocalDate next = year.plusYears(1);
        int homes =
                db.sql(HighCostSql.HOMES.formatted(HighCostSql.DUE_YEAR))
                        .param("month", year)
                        .param("next", next)
                        .update();
        WorkTable.ready(db, "benefit_home", "home", homes);
        int members = db.sql(HighCostSql.MEMBERS).param("month", year).param("next", next).update();
        WorkTable.ready(db, "benefit_member", "home, insured_no", members);
        List<Person> people =
                db.sql(YEAR)
                        .param("month", year)
                        .param("next", next)
                        .param("year", year.getYear())
                        .query((row, _) -> person(row, YearlyCost.baseDay(year)))
                        .list();
        db.sql(
                        """
                        CREATE TEMPORARY TABLE year_result
                            (insured_no varchar(8), kind text, level text, own bigint, others bigint, total bigint) ON COMMIT DROP
                        """)
                .update();
        write(step, people, year);
        int changed = db.sql(KEEP).param("year", year).param("day", step.businessDate()).update();
        db.sql("DELETE FROM benefits.year_due WHERE year_from = ?").param(year).update();
        db.sql("DROP TABLE benefit_home, benefit_member, year_result").update();
        if (changed > 0) {
            step.count("年間の合算の計算", changed);
        }
    }

    private Person person(ResultSet row, LocalDate baseDay) throws SQLException {
        return new Person(
                row.getInt("home"),
                row.getString("insured_no"),
                HighCosts.level(parameters, row, baseDay),
                row.getBoolean("present"),
                row.getLong("outpatient"),
                row.getLong("paid"),
                row.getLong("others_outpatient"),
                row.getLong("others_paid"),
                row.getLong("care"));
    }

    private void write(StepContext step, List<Person> people, LocalDate year) {
        try (CopyWriter out =
                step.copyIn(
                        "year_result", "insured_no", "kind", "level", "own", "others", "total")) {
            List<Person> home = new ArrayList<>();
            for (Person one : people) {
                boolean joins =
                        !home.isEmpty()
                                && one.present()
                                && home.getFirst().present()
                                && home.getFirst().home() == one.home();
                if (!home.isEmpty() && !joins) {
                    write(out, home, year);
                    home.clear();
                }
                home.add(one);
            }
            if (!home.isEmpty()) {
                write(out, home, year);
            }
            out.finish();
        }
    }

    private void write(CopyWriter out, List<Person> home, LocalDate year) {
        List<Long> medical = new ArrayList<>();
        for (Person one : home) {
            long outpatient =
                    rule.outpatient(one.outpatient(), one.othersOutpatient(), one.level(), year);
            out.row().put(one.insuredNo()).put(OUTPATIENT).put(one.level().code());
            out.put(one.outpatient()).put(one.othersOutpatient()).put(outpatient);
            medical.add(one.paid() - outpatient);
        }
        long care = home.stream().mapToLong(Person::care).sum();
        long elsewhere = home.stream().mapToLong(Person::othersPaid).sum();
        long all = medical.stream().mapToLong(Long::longValue).sum();
        IncomeLevel level = home.getFirst().level();
        List<Long> shares = rule.combined(medical, elsewhere, care, level, year);
        for (int i = 0; i < home.size(); i++) {
            out.row().put(home.get(i).insuredNo()).put(COMBINED).put(level.code());
            out.put(medical.get(i)).put(all - medical.get(i) + elsewhere + care).put(shares.get(i));
        }
    }

    /** Who can be above a ceiling: 外来 by the sum of the year, 介護合算 by a certificate of care. */
    private static final String CANDIDATES =
            """
            INSERT INTO benefits.year_due (insured_no, year_from)
            SELECT r.insured_no, :year::date FROM benefits.v_receipt r
             WHERE r.care_month >= :year AND r.care_month < :next AND r.kind NOT IN ('11', '21')
             GROUP BY r.insured_no HAVING sum(r.paid) > :ceiling
            UNION
            SELECT c.insured_no, :year::date FROM benefits.v_certificate c WHERE c.year_from = :year
            UNION
            SELECT a.insured_no, :year::date FROM benefits.application a
             WHERE a.kind = '33' AND a.withdrawn_on IS NULL AND a.occurred_on >= :year AND a.occurred_on < :next
            ON CONFLICT DO NOTHING
            """;

    /**
     * What everybody of the homes paid in the year, after what was given back. A month of 現役並み does
     * not belong into the sum of outpatient care.
     */
    private static final String YEAR =
            """
            SELECT m.home, m.insured_no, upper(m.valid) >= :next AS present, coalesce(b.share, m.copay, '1') AS share,
                   coalesce(t.taxable, 0) AS taxable, coalesce(t.taxed, true) AS taxed, coalesce(t.low, 0) AS low,
                   coalesce(c.outpatient, 0) AS outpatient, coalesce(c.paid, 0) AS paid,
                   coalesce(x.outpatient, 0) AS others_outpatient, coalesce(x.paid, 0) AS others_paid,
                   coalesce(x.care, a.care_paid, 0) AS care
              FROM benefit_home o
              JOIN benefit_member m USING (home)
              LEFT JOIN LATERAL (SELECT d.share FROM burden.decision d
                                  WHERE d.insured_no = m.insured_no AND d.valid_from < :next
                                  ORDER BY d.valid_from DESC, d.decision_id DESC LIMIT 1) b ON true
            %s  LEFT JOIN LATERAL (
                    SELECT sum(r.paid - coalesce(a.total, 0)) AS paid,
                           sum(coalesce(a.outpatient_left, r.outpatient))
                               FILTER (WHERE coalesce(a.level NOT IN ('31', '32', '33'), coalesce(s.share, '1') <> '3')) AS outpatient
                      FROM (SELECT r.care_month, sum(r.paid) AS paid,
                                   coalesce(sum(r.paid) FILTER (WHERE r.kind NOT IN ('11', '21')), 0) AS outpatient
                              FROM benefits.v_receipt r
                             WHERE r.insured_no = m.insured_no AND r.care_month >= :month AND r.care_month < :next
                             GROUP BY r.care_month) r
                      LEFT JOIN benefits.v_assessed a ON a.insured_no = m.insured_no AND a.care_month = r.care_month
                      LEFT JOIN LATERAL (SELECT d.share FROM burden.decision d
                                          WHERE d.insured_no = m.insured_no AND d.valid_from < r.care_month + interval '1 month'
                                          ORDER BY d.valid_from DESC, d.decision_id DESC LIMIT 1) s ON true) c ON true
              LEFT JOIN LATERAL (
                    SELECT sum(v.outpatient) FILTER (WHERE v.branch = '1') AS outpatient,
                           sum(v.amount) FILTER (WHERE v.branch = '1') AS paid, sum(v.amount) FILTER (WHERE v.branch = '2') AS care
                      FROM benefits.v_certificate v WHERE v.insured_no = m.insured_no AND v.year_from = :month) x ON true
              LEFT JOIN LATERAL (
                    SELECT a.care_paid FROM benefits.application a
                     WHERE a.insured_no = m.insured_no AND a.kind = '33' AND a.withdrawn_on IS NULL AND a.care_paid IS NOT NULL
                       AND a.occurred_on >= :month AND a.occurred_on < :next
                     ORDER BY a.application_id DESC LIMIT 1) a ON true
             ORDER BY m.home, present DESC, m.insured_no
            """
                    .formatted(HighCostSql.FACTS);

    /** New versions where the result differs from the one that holds. */
    private static final String KEEP =
            """
            INSERT INTO benefits.yearly (insured_no, year_from, kind, version, level, own, others, total, decided_on)
            SELECT r.insured_no, :year, r.kind, coalesce(y.version, 0) + 1, r.level, r.own, r.others, r.total, :day
              FROM year_result r
              LEFT JOIN benefits.v_yearly y ON y.insured_no = r.insured_no AND y.year_from = :year AND y.kind = r.kind
             WHERE CASE WHEN y.version IS NULL THEN r.total > 0
                        ELSE (r.level, r.own, r.others, r.total) IS DISTINCT FROM (y.level, y.own, y.others, y.total) END
            """;
}
