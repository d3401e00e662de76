package org.machi.union.assessment;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machi.platform.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Measures the July run over made-up people beside a limit measured in the same run: one set-based
 * SQL statement that decides the same premiums (without segments, shares, months and checks) into a
 * keyed table. Everything is rolled back after each round; only ratios within one run mean
 * something.
 */
@Component
public class AssessmentBench {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final int YEAR = 2026;

    private final AssessmentRuns runs;
    private final BenchPeople people;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    AssessmentBench(
            AssessmentRuns runs,
            BenchPeople people,
            JdbcClient db,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.people = people;
        this.db = db;
        this.transaction = transaction;
    }

    /**
     * What was measured, medians of all rounds.
     *
     * @param insured people decided
     * @param parts milliseconds of each part of the run
     * @param run milliseconds of the whole run with keys, checks and audit record, commit not
     *     included
     * @param sqlKeyed milliseconds of the one SQL statement into a keyed table
     */
    public record Result(int insured, Map<String, Long> parts, long run, long sqlKeyed) {

        public double ratio() {
            return (double) run / sqlKeyed;
        }

        public long peoplePerSecond() {
            return insured * 1000L / Math.max(1, run);
        }

        /** As the command line shows it. */
        public void print(PrintStream out) {
            parts.forEach((part, ms) -> out.printf("  %-24s %6d ms%n", part, ms));
            out.printf("当初賦課 %,d人  %,d ms  %,d人/秒%n", insured, run, peoplePerSecond());
            out.printf("限界（集合SQL1文、鍵あり） %,d ms  比 %.2f%n", sqlKeyed, ratio());
        }
    }

    /**
     * Makes people in an empty union database and measures.
     *
     * @param insured about so many insured persons
     * @param rounds measured rounds; one more is run first to warm up
     */
    public Result measure(int insured, int rounds) {
        people.make(insured);
        List<Timings> timings = new ArrayList<>();
        List<Long> sql = new ArrayList<>();
        int[] decided = new int[1];
        for (int round = 0; round <= rounds; round++) {
            Timings one =
                    transaction.execute(status -> {
                        status.setRollbackOnly();
                        BulkRun.Outcome outcome =
                                runs.decide(RunKind.INITIAL, YEAR, DAY, Actor.timetable());
                        decided[0] = outcome.decisions();
                        return outcome.timings();
                    });
            long keyed =
                    transaction.execute(status -> {
                        status.setRollbackOnly();
                        return sqlKeyed();
                    });
            if (round > 0) {
                timings.add(one);
                sql.add(keyed);
            }
        }
        Map<String, Long> parts = new LinkedHashMap<>();
        for (String part : timings.getFirst().millis().keySet()) {
            parts.put(
                    part,
                    median(timings.stream().map(t -> t.millis().getOrDefault(part, 0L)).toList()));
        }
        return new Result(
                decided[0],
                parts,
                median(timings.stream().map(Timings::total).toList()),
                median(sql));
    }

    private long sqlKeyed() {
        long start = System.nanoTime();
        db.sql(ONE_STATEMENT).update();
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long median(List<Long> values) {
        List<Long> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** The default partition of the result table has its key while it is filled. */
    private static final String ONE_STATEMENT =
            """
            INSERT INTO assessment.result
                (run_id, insured_no, levy_year, version, person_id, split, reason, declared, base,
                 acquired_on, lost_on, dependant_from, income_reduction, day1, reduction1, special1,
                 mask1, judged1, insured1, earners1,
                 m_rate, m_income, m_income_reduced, m_per_capita, m_reduced1, m_over_cap1, m_yearly1,
                 m_cut1, m_relief, m_premium,
                 c_rate, c_income, c_income_reduced, c_per_capita, c_reduced1, c_over_cap1, c_yearly1,
                 c_cut1, c_relief, c_premium, digest)
            WITH levied AS (
                SELECT p.insured_no, p.person_id, p.insured_from, p.insured_to, p.dependant_from,
                       greatest(p.insured_from, '2026-04-01') AS day
                  FROM eligibility.period p
                 WHERE p.insured_to > '2026-04-01' AND p.insured_from <= '2027-03-31'),
            home AS (
                SELECT l.*, m.household_id FROM levied l
                  JOIN register.membership m
                    ON m.person_id = l.person_id AND m.valid_from <= l.day AND l.day < m.valid_to),
            judged AS (
                SELECT h.insured_no, sum(i.judgement) AS judged,
                       count(*) FILTER (WHERE q.valid @> h.day) AS insured,
                       count(*) FILTER (WHERE i.salary > 550000 OR i.pension > 1250000) AS earners,
                       bool_or(i.declaration IS DISTINCT FROM 0) AS blocked
                  FROM home h
                  JOIN register.membership m
                    ON m.household_id = h.household_id AND m.valid_from <= h.day AND h.day < m.valid_to
                  LEFT JOIN eligibility.period q ON q.person_id = m.person_id
                  LEFT JOIN register.income i ON i.person_id = m.person_id AND i.levy_year = 2026
                 WHERE m.is_head OR q.valid @> h.day
                 GROUP BY h.insured_no),
            class AS (
                SELECT h.*, i.base, j.judged, j.insured, j.earners, j.blocked,
                       CASE WHEN j.blocked THEN 0
                            WHEN j.judged <= 430000 + 100000 * greatest(j.earners - 1, 0) THEN 7
                            WHEN j.judged <= 430000 + 310000 * j.insured + 100000 * greatest(j.earners - 1, 0) THEN 5
                            WHEN j.judged <= 430000 + 570000 * j.insured + 100000 * greatest(j.earners - 1, 0) THEN 2
                            ELSE 0 END AS reduction,
                       12 - CASE WHEN h.insured_from > '2026-04-01'
                                 THEN (extract(month FROM h.insured_from)::integer + 8) % 12 ELSE 0 END AS months
                  FROM home h JOIN judged j USING (insured_no)
                  JOIN register.income i ON i.person_id = h.person_id AND i.levy_year = 2026),
            yen AS (
                SELECT c.*, base * 988 / 10000 AS mi, base * 26 / 10000 AS ci,
                       CASE reduction WHEN 7 THEN 38376 WHEN 5 THEN 26650 WHEN 2 THEN 10660 ELSE 0 END AS mr,
                       CASE reduction WHEN 7 THEN 910 WHEN 5 THEN 650 WHEN 2 THEN 260 ELSE 0 END AS cr
                  FROM class c)
            SELECT -1, insured_no, 2026, 1, person_id, false, '01', CASE WHEN blocked THEN '1' ELSE '0' END,
                   base, insured_from, nullif(insured_to, 'infinity'), dependant_from, '0', day,
                   reduction::text, '0', 4095, judged, insured, earners,
                   9880, mi, 0, 53300, mr, greatest(mi + 53300 - mr - 850000, 0),
                   least(mi + 53300 - mr, 850000), 0, 0,
                   least(mi + 53300 - mr, 850000) * months / 12 / 100 * 100,
                   260, ci, 0, 1300, cr, greatest(ci + 1300 - cr - 21000, 0),
                   least(ci + 1300 - cr, 21000), 0, 0,
                   least(ci + 1300 - cr, 21000) * months / 12 / 100 * 100, 0
              FROM yen
            """;
}
