package org.machi.union.exchange;

import static org.machi.formats.layout.PremiumFile.*;

import java.util.List;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PremiumFile;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 賦課情報 (U_PREMIUM): after each run one file for each city, with the city's share of every decision.
 */
@Component
public class PremiumNews {

    private static final String FROM =
            """
              FROM assessment.v_result r
              JOIN assessment.v_share s
                ON s.insured_no = r.insured_no AND s.levy_year = r.levy_year AND s.version = r.version
              JOIN register.person p ON p.person_id = s.person_id
             WHERE r.run_id = %1$d AND s.run_id = %1$d AND s.city_code = '%2$s'
             ORDER BY r.insured_no COLLATE "C"
            """;
    private static final String SECOND = "CASE WHEN r.day2 IS NOT NULL THEN %s END";

    private final Outbox outbox;
    private final SentMarks marks;
    private final SelectedRows rows = rows();

    PremiumNews(Outbox outbox, SentMarks marks) {
        this.outbox = outbox;
        this.marks = marks;
    }

    private static SelectedRows rows() {
        SelectedRows rows = new SelectedRows(PremiumFile.LAYOUT);
        keys(rows);
        medical(rows);
        child(rows);
        rows.with(TOTAL_PREMIUM, "r.m_premium + r.c_premium").with(CITY_CHILD_PREMIUM, "s.child");
        return rows;
    }

    private static void keys(SelectedRows rows) {
        rows.padded(PERSON_NO, "p.person_no")
                .with(INSURED_NO, "r.insured_no")
                .with(LEVY_YEAR, "r.levy_year")
                .with(DECISION_YEAR, "r.decision_year")
                .with(ASSESSMENT_NO, "r.insured_no || '01'")
                .with(ASSESSMENT_VERSION, "r.version")
                .with(CITY_PREMIUM, "s.medical + s.child")
                .with(RATE_AREA, "'0'")
                .with(FINAL, "'2'")
                .with(DECLARED, "r.declared")
                .with(NOTICE_NEEDED, "r.before IS DISTINCT FROM r.m_premium + r.c_premium")
                .with(ACQUIRED_ON, "r.acquired_on")
                .with(LOST_ON, "r.lost_on")
                .with(MOVED_IN_ON, "s.moved_in_on")
                .with(MOVED_OUT_ON, "s.moved_out_on")
                .with(REASON, "CASE WHEN r.kind = 'PAST' THEN '12' ELSE r.reason END")
                .with(REASON_TEXT, REASONS)
                .with(DECIDED_ON, "r.decided_on");
    }

    private static final String REASONS =
            """
            CASE WHEN r.kind = 'PAST' THEN '過年度更正' ELSE
            CASE r.reason WHEN '01' THEN '当初賦課' WHEN '02' THEN '年齢到達' WHEN '03' THEN '転入'
                 WHEN '04' THEN '転出' WHEN '05' THEN '死亡' WHEN '06' THEN '所得更正'
                 WHEN '07' THEN '世帯異動' WHEN '08' THEN '生活保護' WHEN '09' THEN '減免'
                 WHEN '10' THEN '障害認定' WHEN '11' THEN '広域内転居' WHEN '13' THEN '元被扶養者'
                 WHEN '14' THEN '職権' WHEN '15' THEN '資格取消' ELSE 'その他' END END
            """;

    private static void medical(SelectedRows rows) {
        rows.with(RATE, "r.m_rate")
                .with(BASE, "r.base")
                .with(INCOME_PART, "r.m_income")
                .with(PER_CAPITA, "r.m_per_capita")
                .with(COMPUTED, "r.m_income + r.m_per_capita")
                .with(DAY1, "r.day1")
                .with(REDUCTION1, "r.reduction1")
                .with(REDUCED1, "r.m_reduced1")
                .with(OVER_CAP1, "r.m_over_cap1")
                .with(YEARLY1, "r.m_yearly1")
                .with(MONTHS1, "bit_count(r.mask1::integer::bit(12))")
                .with(MONTHS_CUT1, "r.m_cut1")
                .with(SPECIAL1, "r.special1")
                .with(MONTHLY1, "reverse(r.mask1::integer::bit(12)::text)")
                .with(DAY2, "r.day2")
                .with(REDUCTION2, "r.reduction2")
                .with(REDUCED2, "r.m_reduced2")
                .with(OVER_CAP2, "r.m_over_cap2")
                .with(YEARLY2, "r.m_yearly2")
                .with(MONTHS2, SECOND.formatted("bit_count(r.mask2::integer::bit(12))"))
                .with(MONTHS_CUT2, "r.m_cut2")
                .with(SPECIAL2, "r.special2")
                .with(MONTHLY2, SECOND.formatted("reverse(r.mask2::integer::bit(12)::text)"))
                .with(RELIEF, "r.m_relief")
                .with(PREMIUM, "r.m_premium")
                .with(INCOME_REDUCED, "r.m_income_reduced")
                .with(INCOME_REDUCTION, "r.income_reduction");
    }

    private static void child(SelectedRows rows) {
        rows.with(CHILD_RATE, "r.c_rate")
                .with(CHILD_INCOME_PART, "r.c_income")
                .with(CHILD_PER_CAPITA, "r.c_per_capita")
                .with(CHILD_COMPUTED, "r.c_income + r.c_per_capita")
                .with(CHILD_REDUCED1, "r.c_reduced1")
                .with(CHILD_OVER_CAP1, "r.c_over_cap1")
                .with(CHILD_YEARLY1, "r.c_yearly1")
                .with(CHILD_MONTHS_CUT1, "r.c_cut1")
                .with(CHILD_REDUCED2, "r.c_reduced2")
                .with(CHILD_OVER_CAP2, "r.c_over_cap2")
                .with(CHILD_YEARLY2, "r.c_yearly2")
                .with(CHILD_MONTHS_CUT2, "r.c_cut2")
                .with(CHILD_RELIEF, "r.c_relief")
                .with(CHILD_PREMIUM, "r.c_premium")
                .with(CHILD_INCOME_REDUCED, "r.c_income_reduced");
    }

    /** Sends every run that a city has not been told; no file where a run has nothing for it. */
    public void send(StepContext step) {
        List<Run> runs =
                step.db()
                        .sql(
                                """
                                SELECT run_id, levy_year FROM assessment.run
                                 WHERE state = 'VISIBLE' AND decisions > 0
                                   AND run_id > (SELECT coalesce(min(upto), 0) FROM exchange.sent
                                                  WHERE kind = 'U_PREMIUM')
                                 ORDER BY run_id
                                """)
                        .query((row, n) -> new Run(row.getInt(1), row.getInt(2)))
                        .list();
        for (Run run : runs) {
            for (String city : marks.cities()) {
                if (marks.upTo(FileKind.U_PREMIUM, city) < run.id()) {
                    send(step, city, run);
                    marks.move(FileKind.U_PREMIUM, city, run.id());
                }
            }
        }
    }

    private record Run(int id, int levyYear) {}

    private void send(StepContext step, String city, Run run) {
        String from = FROM.formatted(run.id(), city);
        boolean some =
                step.db().sql("SELECT EXISTS (SELECT " + from + ")").query(Boolean.class).single();
        if (some) {
            outbox.send(
                    Dispatch.of(FileKind.U_PREMIUM, city, step.businessDate(), step.actor())
                            .forYear(run.levyYear()),
                    file ->
                            step.count(
                                    "賦課情報",
                                    rows.write(
                                            step.copyOut("SELECT " + rows.list() + from), file)));
        }
    }
}
