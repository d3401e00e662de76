package org.machi.union.burden;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.machi.law.LevyYear;
import org.machi.law.burden.BurdenIncome;
import org.machi.law.burden.BurdenShare;
import org.machi.law.parameter.Parameters;
import org.machi.law.premium.IncomeRules;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.CopyWriter;
import org.machi.platform.database.WorkTable;
import org.machi.platform.jobs.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 負担割合の判定: on the first business day from 1 August on everybody, on other days the homes in which
 * income, household or insurance changed. A share stands in the period of insurance only from the
 * day on from which it holds; whose income is not known has none.
 */
@Service
public class Burden {

    private final AuditTrail audit;

    Burden(AuditTrail audit) {
        this.audit = audit;
    }

    private record Mark(int year, long changeId, long periodSeq, long verdictId) {

        /** Nothing was known before. */
        boolean isFirst() {
            return changeId == 0;
        }
    }

    /** Judges for the step's business date. */
    public void judge(StepContext step) {
        LocalDate day = step.businessDate();
        BurdenYear year = BurdenYear.of(day);
        Mark mark = mark(step, year);
        boolean yearly = mark.year() < year.year();
        boolean told = !yearly && !mark.isFirst() && correct(step, year, mark);
        if (yearly ? gatherAll(step) : gatherTouched(step, year, mark)) {
            decide(step, year, yearly, mark.isFirst());
        }
        show(step, told);
        remember(step, year);
    }

    /** All homes with an insured member; whether there are any. */
    private static boolean gatherAll(StepContext step) {
        JdbcClient db = step.db();
        int insured = db.sql(BurdenFacts.INSURED.formatted(step.businessDate())).update();
        WorkTable.ready(db, "burden_insured", "home", insured);
        int homes = db.sql(BurdenFacts.ALL_HOMES).update();
        WorkTable.ready(db, "burden_home", "home", homes);
        return homes > 0;
    }

    /** The homes in which something changed; whether there are any with an insured member. */
    private static boolean gatherTouched(StepContext step, BurdenYear year, Mark mark) {
        JdbcClient db = step.db();
        int homes =
                db.sql(BurdenFacts.TOUCHED_HOMES)
                        .param("change", mark.changeId())
                        .param("period", mark.periodSeq())
                        .param("verdict", mark.verdictId())
                        .param("year", year.year())
                        .update();
        if (homes == 0) {
            return false;
        }
        WorkTable.ready(db, "burden_home", "home", homes);
        int insured = db.sql(BurdenFacts.INSURED_THERE.formatted(step.businessDate())).update();
        WorkTable.ready(db, "burden_insured", "home", insured);
        return insured > 0;
    }

    /**
     * The months since 1 August of whose income was corrected; whether cities hear of earlier ones.
     */
    private static boolean correct(StepContext step, BurdenYear year, Mark mark) {
        LocalDate day = step.businessDate();
        int touched =
                step.db()
                        .sql(BurdenPast.TOUCHED)
                        .param("change", mark.changeId())
                        .param("year", year.year())
                        .update();
        if (touched == 0) {
            return false;
        }
        WorkTable.ready(step.db(), "burden_corrected", "person_id", touched);
        int months =
                step.db()
                        .sql(BurdenPast.MONTHS)
                        .param("start", year.start())
                        .param("day", day)
                        .update();
        if (months == 0) {
            return false;
        }
        long last =
                step.db()
                        .sql("SELECT coalesce(max(decision_id), 0) FROM burden.decision")
                        .query(Long.class)
                        .single();
        news(step, year, step.db().sql(BurdenPast.MEMBERS).update(), false);
        step.count(
                "所得更正による負担割合の判定",
                step.db()
                        .sql(BurdenPast.DECIDE)
                        .param("year", year.year())
                        .param("start", year.start())
                        .param("day", day)
                        .update());
        int told = step.db().sql(BurdenPast.TELL).param("last", last).param("day", day).update();
        step.db().sql("DROP TABLE burden_member, burden_news").update();
        return told > 0;
    }

    private static void decide(StepContext step, BurdenYear year, boolean yearly, boolean former) {
        LocalDate day = step.businessDate();
        news(step, year, step.db().sql(BurdenFacts.today(day)).update(), !yearly);
        int decisions =
                step.db()
                        .sql(BurdenFacts.DECIDE)
                        .param("yearly", yearly)
                        .param("former", former)
                        .param("year", year.year())
                        .param("start", year.start())
                        .param("day", day)
                        .update();
        step.count("負担割合の判定", decisions);
    }

    /** Judges the homes of {@code burden_member} into {@code burden_news}. */
    private static void news(StepContext step, BurdenYear year, int members, boolean ahead) {
        WorkTable.ready(step.db(), "burden_member", "person_id", members);
        Parameters law = Parameters.standard();
        BurdenShare rule = new BurdenShare(law);
        BurdenIncome income =
                new BurdenIncome(new IncomeRules(law, new LevyYear(year.year())), rule);
        List<BurdenHomes.News> news =
                new BurdenHomes(rule, income, year.year())
                        .read(step.copyOut(BurdenFacts.facts(year.year(), ahead)));
        step.db()
                .sql(
                        """
                        CREATE TEMPORARY TABLE burden_news (
                            insured_no text, on_day date, share text, facts text, note text) ON COMMIT DROP
                        """)
                .update();
        try (CopyWriter out =
                step.copyIn("burden_news", "insured_no", "on_day", "share", "facts", "note")) {
            for (BurdenHomes.News one : news) {
                out.row().put(one.insuredNo()).put(one.onDay()).put(one.share());
                out.put(one.facts()).put(one.note());
            }
            out.finish();
        }
        WorkTable.ready(step.db(), "burden_news", "insured_no", news.size());
    }

    /** Decisions whose day has come enter the periods, and so the file to the cities. */
    private void show(StepContext step, boolean told) {
        LocalDate day = step.businessDate();
        String again = told ? BurdenFacts.AGAIN : "";
        int changed =
                step.db().sql(BurdenFacts.IN_FORCE.formatted(again)).param("day", day).update();
        if (changed == 0) {
            return;
        }
        step.db().sql(BurdenFacts.SHOW).param("day", day).update();
        step.count("負担割合の適用", step.db().sql(BurdenFacts.REMEMBER).param("day", day).update());
        audit.recordRun(
                Deed.of(step.actor(), "資格管理", "負担割合判定", "負担割合").on(day),
                """
                SELECT i.natural_id::bigint FROM burden_in_force f JOIN eligibility.insured i USING (insured_no)
                """,
                Map.of());
    }

    /** At the very first start the former system's shares hold until the next August. */
    private static Mark mark(StepContext step, BurdenYear year) {
        return step.db()
                .sql("SELECT year, change_id, period_seq, verdict_id FROM burden.mark")
                .query((row, _) ->
                        new Mark(row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .optional()
                .orElse(new Mark(year.year(), 0, 0, 0));
    }

    private static void remember(StepContext step, BurdenYear year) {
        step.db()
                .sql(
                        """
                        INSERT INTO burden.mark (year, change_id, period_seq, verdict_id)
                        SELECT :year, (SELECT coalesce(max(change_id), 0) FROM register.change),
                               (SELECT coalesce(max(seq), 0) FROM eligibility.period_history),
                               (SELECT coalesce(max(verdict_id), 0) FROM eligibility.verdict)
                        ON CONFLICT (only_row) DO UPDATE
                           SET year = excluded.year, change_id = excluded.change_id,
                               period_seq = excluded.period_seq, verdict_id = excluded.verdict_id
                        """)
                .param("year", year.year())
                .update();
    }
}
