package org.machi.union.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.LevyYear;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.Copy;
import org.machi.platform.database.CopyReader;
import org.machi.platform.database.CopyWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One run over the people in the temporary table {@code target}: binary COPY out, arrays, the law's
 * kernel in one pass, binary COPY in, keys afterwards. Everything is one transaction with the
 * caller's; the run can be seen when its row says VISIBLE.
 */
@Component
class BulkRun {

    /** From this size on a run gets a table of its own, whose keys are built after the load. */
    private static final int OWN_TABLE = 5_000;

    private static final String BEFORE =
            """
            CREATE TEMPORARY TABLE before ON COMMIT DROP AS
            SELECT DISTINCT ON (r.insured_no) r.insured_no, r.version, r.person_id, r.acquired_on,
                   r.m_premium, r.c_premium, r.digest
              FROM target t JOIN assessment.v_result r USING (insured_no)
             WHERE r.levy_year = :year
             ORDER BY r.insured_no, r.version DESC
            """;

    private final JdbcClient db;
    private final Copy copy;
    private final UnionRules rules;
    private final RunChecks checks;
    private final AuditTrail audit;

    BulkRun(JdbcClient db, Copy copy, UnionRules rules, RunChecks checks, AuditTrail audit) {
        this.db = db;
        this.copy = copy;
        this.rules = rules;
        this.checks = checks;
        this.audit = audit;
    }

    /**
     * What is to be run.
     *
     * @param everybody true when the targets are (nearly) all people, so that reading all
     *     households is cheaper than choosing
     */
    record Order(RunKind kind, int levyYear, LocalDate decidedOn, Actor actor, boolean everybody) {
        /**
         * A query with the year (1), its first (2) and last day (3) and, in a run over some people,
         * the join that keeps to those concerned (4).
         */
        String over(String query) {
            LevyYear year = new LevyYear(levyYear);
            return query.formatted(
                    levyYear,
                    year.start(),
                    year.end(),
                    everybody ? "" : "JOIN concerned USING (person_id)");
        }
    }

    /** What came out. */
    record Outcome(int runId, int targets, int decisions, int held, Timings timings) {}

    Outcome run(Order order) {
        Timings timings = new Timings();
        int targets = prepare(order);
        timings.done("対象と前の決定");
        InsuredPeople people = InsuredPeople.read(copy, order);
        timings.done("資格を読む");
        Households households = Households.read(db, copy, order);
        timings.done("世帯と所得を読む");
        int run = open(order);
        boolean ownTable = targets >= OWN_TABLE;
        if (ownTable) {
            db.sql("SELECT assessment.open_run(?)").param(run).query((row, n) -> "").list();
        }
        String table = ownTable ? "assessment.result_" + run : "assessment.result";
        Decider decider =
                new Decider(people, households, rules, order.levyYear(), order.decidedOn());
        List<Decision> split = new ArrayList<>();
        ResultWriter result;
        try (CopyWriter out = copy.into(table, ResultWriter.COLUMNS)) {
            result = new ResultWriter(out, people, run, order.levyYear());
            decideAll(people, decider, result, split);
            out.finish();
        }
        timings.done("計算して書く");
        if (ownTable) {
            db.sql("SELECT assessment.close_run(?)").param(run).query((row, n) -> "").list();
        }
        timings.done("鍵を作る");
        new ShareWriter(db, copy).write(order.levyYear(), run, people, split);
        keep(order, decider.held());
        checks.require(run);
        timings.done("検査");
        publish(order, run, targets, result, timings);
        seal(order, run, result);
        timings.done("監査記録");
        int undecided = (int) decider.held().stream().filter(one -> !one.decided()).count();
        return new Outcome(run, targets, result.decisions(), undecided, timings);
    }

    private static void decideAll(
            InsuredPeople people, Decider decider, ResultWriter result, List<Decision> split) {
        for (int row = 0; row < people.size(); ) {
            int end = people.end(row);
            Decision decision = decider.decide(row, end);
            if (decision != null) {
                result.write(decision);
                if (decision.shares().length > 0) {
                    split.add(decision);
                }
            }
            row = end;
        }
    }

    /** The decisions before, the due dates that cities reported and the relief asked for. */
    private int prepare(Order order) {
        db.sql("DROP TABLE IF EXISTS before, first_due, relief").update();
        db.sql(BEFORE).param("year", order.levyYear()).update();
        db.sql(
                        """
                        CREATE TEMPORARY TABLE first_due ON COMMIT DROP AS
                        SELECT t.insured_no, min(f.due_on) AS due_on
                          FROM target t JOIN reconciliation.instalment f USING (insured_no)
                         WHERE :past AND f.levy_year = :year GROUP BY t.insured_no
                        """)
                .param("past", order.kind() == RunKind.PAST)
                .param("year", order.levyYear())
                .update();
        db.sql(
                        """
                        CREATE TEMPORARY TABLE relief ON COMMIT DROP AS
                        SELECT i.insured_no, sum(a.relief)::bigint AS relief
                          FROM eligibility.v_application a
                          JOIN register.person p USING (person_id)
                          JOIN eligibility.insured i USING (natural_id)
                         WHERE a.kind = '11' AND a.levy_year = :year GROUP BY i.insured_no
                        """)
                .param("year", order.levyYear())
                .update();
        for (String table : List.of("target", "before", "first_due", "relief")) {
            db.sql("ANALYZE " + table).update();
        }
        return db.sql("SELECT count(*)::integer FROM target").query(Integer.class).single();
    }

    private int open(Order order) {
        return db.sql(
                        """
                        INSERT INTO assessment.run (kind, levy_year, decision_year, decided_on, state)
                        VALUES (?, ?, ?, ?, 'WRITING') RETURNING run_id
                        """)
                .param(order.kind().name())
                .param(order.levyYear())
                .param(LevyYear.containing(order.decidedOn()).year())
                .param(order.decidedOn())
                .query(Integer.class)
                .single();
    }

    private void keep(Order order, List<Decider.Held> held) {
        for (Decider.Held one : held) {
            db.sql(
                            """
                            INSERT INTO assessment.held (insured_no, levy_year, reason, note, decided, known_on)
                            VALUES (lpad(?::text, 8, '0'), ?, ?, ?, ?, ?)
                            """)
                    .param(one.number())
                    .param(order.levyYear())
                    .param(one.reason())
                    .param(one.note())
                    .param(one.decided())
                    .param(order.decidedOn())
                    .update();
        }
    }

    private void publish(Order order, int run, int targets, ResultWriter result, Timings timings) {
        db.sql(
                        """
                        UPDATE assessment.run
                           SET state = 'VISIBLE', targets = ?, decisions = ?, medical = ?, child = ?,
                               digest = ?, timings = ?
                         WHERE run_id = ?
                        """)
                .param(targets)
                .param(result.decisions())
                .param(result.medical())
                .param(result.child())
                .param(Long.toHexString(result.digests()))
                .param(timings.text())
                .param(run)
                .update();
        // Few rows that many queries join: autovacuum never comes by, and a guess costs minutes.
        db.sql("ANALYZE assessment.run").update();
        db.sql(
                        "DELETE FROM assessment.due d USING target t WHERE d.insured_no = t.insured_no AND d.levy_year = ?")
                .param(order.levyYear())
                .update();
    }

    /** One audit event for the run with the list of its people. */
    private void seal(Order order, int run, ResultWriter result) {
        long[] people = new long[result.decisions()];
        int count = 0;
        try (CopyReader reader = copy.from(SEALED.formatted(run))) {
            while (reader.next()) {
                people[count++] = reader.getLong();
            }
        }
        audit.recordRun(
                Deed.of(order.actor(), "保険料賦課", order.kind().japanese(), "賦課処理" + run)
                        .on(order.decidedOn())
                        .withDetail(
                                "相当年度%d 決定%d件 医療分%d円 子ども分%d円 要約値%s"
                                        .formatted(
                                                order.levyYear(),
                                                result.decisions(),
                                                result.medical(),
                                                result.child(),
                                                Long.toHexString(result.digests()))),
                people);
    }

    private static final String SEALED =
            """
            SELECT i.natural_id::bigint FROM assessment.result r
              JOIN eligibility.insured i USING (insured_no) WHERE r.run_id = %d
            """;
}
