package org.machi.city.koki.plan;

import java.time.LocalDate;
import org.machi.city.levy.Charges;
import org.machi.law.AccountYear;
import org.machi.platform.database.CopyWriter;
import org.machi.platform.jobs.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 納付原簿: keeps plans and hands them to the ledger. A run's plans are written together: a new version
 * of each, the orders for the pension's payer, and the wanted instalments for the ledger.
 */
@Component
public class PlanBook {

    private final Charges charges;

    PlanBook(Charges charges) {
        this.charges = charges;
    }

    /** Opens a page of the book for one step; nothing is kept before {@link Page#keep}. */
    public Page open(StepContext step) {
        return new Page(step);
    }

    /** Whose plan it is. */
    public record Key(
            int levyYear,
            String assessmentNo,
            String insuredNo,
            long personNo,
            int decisionYear,
            long assessmentVersion) {

        /** No version: the plan is a provisional one of the city's own. */
        public static final long NO_VERSION = 0;
    }

    /** The plans of one step. */
    public final class Page {

        private final StepContext step;
        private final java.util.List<Entry> entries = new java.util.ArrayList<>();

        private Page(StepContext step) {
            this.step = step;
        }

        private record Entry(Key key, Plan plan, LocalDate eventOn) {}

        public void add(Key key, Plan plan, LocalDate eventOn) {
            entries.add(new Entry(key, plan, eventOn));
        }

        /**
         * Keeps the plans and charges them.
         *
         * @param reason why, as people read it, such as 本算定
         * @return number of plans
         */
        public int keep(String reason) {
            if (entries.isEmpty()) {
                return 0;
            }
            open();
            copyPlans();
            copyRows();
            write(reason);
            charges.apply(step.businessDate(), WANTED, reason);
            step.count("期割", entries.size());
            return entries.size();
        }

        private void open() {
            JdbcClient db = step.db();
            db.sql("drop table if exists plan_new, plan_new_row").update();
            db.sql(NEW_PLANS).update();
            db.sql(NEW_ROWS).update();
        }

        private void copyPlans() {
            int fiscalYear = AccountYear.containing(step.businessDate()).year();
            try (CopyWriter copy =
                    step.copyIn(
                            "plan_new",
                            "levy_year",
                            "assessment_no",
                            "insured_no",
                            "person_no",
                            "decision_year",
                            "assessment_version",
                            "provisional",
                            "premium",
                            "result",
                            "ordinary_reason",
                            "pension_order",
                            "event_on",
                            "asked1",
                            "asked2",
                            "fiscal_year")) {
                for (Entry entry : entries) {
                    Key key = entry.key();
                    Plan plan = entry.plan();
                    copy.row()
                            .put(key.levyYear())
                            .put(key.assessmentNo())
                            .put(key.insuredNo())
                            .put(key.personNo())
                            .put(key.decisionYear())
                            .put(key.assessmentVersion())
                            .put(key.assessmentVersion() == Key.NO_VERSION)
                            .put(plan.total())
                            .put(plan.result())
                            .put(plan.ordinaryReason())
                            .put(plan.order().name())
                            .put(entry.eventOn())
                            .put(plan.firstAsked())
                            .put(plan.laterAsked())
                            .put(fiscalYear);
                }
                copy.finish();
            }
        }

        private void copyRows() {
            try (CopyWriter copy =
                    step.copyIn(
                            "plan_new_row",
                            "levy_year",
                            "assessment_no",
                            "method",
                            "period",
                            "due_on",
                            "amount")) {
                for (Entry entry : entries) {
                    for (PlanRow row : entry.plan().rows()) {
                        copy.row()
                                .put(entry.key().levyYear())
                                .put(entry.key().assessmentNo())
                                .put((short) row.method())
                                .put((short) row.period())
                                .put(row.dueOn())
                                .put(row.amount());
                    }
                }
                copy.finish();
            }
        }

        private void write(String reason) {
            JdbcClient db = step.db();
            db.sql("analyze plan_new, plan_new_row").update();
            db.sql(VERSIONS).update();
            db.sql(RETIRE).update();
            db.sql(PLANS).param("reason", reason).param("today", step.businessDate()).update();
            db.sql(ROWS).update();
            db.sql(ORDERS).param("today", step.businessDate()).update();
            db.sql(STATES).param("today", step.businessDate()).update();
        }
    }

    private static final String NEW_PLANS =
            """
            create temporary table plan_new (
                levy_year integer, assessment_no text, insured_no text, person_no bigint,
                decision_year integer, assessment_version bigint, provisional boolean, premium bigint,
                result text, ordinary_reason text, pension_order text, event_on date,
                asked1 bigint, asked2 bigint, fiscal_year integer, plan_version integer) on commit drop
            """;

    private static final String NEW_ROWS =
            """
            create temporary table plan_new_row (
                levy_year integer, assessment_no text, method smallint, period smallint, due_on date,
                amount bigint) on commit drop
            """;

    private static final String VERSIONS =
            """
            update plan_new n set plan_version = 1 + coalesce((
                select max(plan_version) from koki.plan p
                where p.levy_year = n.levy_year and p.assessment_no = n.assessment_no), 0)
            """;

    private static final String RETIRE =
            """
            update koki.plan p set current = false from plan_new n
            where p.levy_year = n.levy_year and p.assessment_no = n.assessment_no and p.current
            """;

    private static final String PLANS =
            """
            insert into koki.plan (levy_year, assessment_no, plan_version, insured_no, person_no, decision_year, account_year,
                assessment_version, provisional, premium, result, ordinary_reason, reason, decided_on, current)
            select levy_year, assessment_no, plan_version, insured_no, person_no, decision_year, decision_year,
                   nullif(assessment_version, 0), provisional, premium, result, ordinary_reason, :reason, :today, true
            from plan_new
            """;

    private static final String ROWS =
            """
            insert into koki.plan_row (levy_year, assessment_no, plan_version, method, period, due_on, amount)
            select r.levy_year, r.assessment_no, n.plan_version, r.method, r.period, r.due_on, r.amount
            from plan_new_row r join plan_new n using (levy_year, assessment_no)
            """;

    /**
     * 依頼, 追加依頼 and 仮徴収額変更 carry the amounts of the first and of the later payments, a stop the day
     * of the event.
     */
    private static final String ORDERS =
            """
            insert into koki.deduction_order (insured_no, notice, division, event_on, amount1, amount2, made_on)
            select n.insured_no,
                   case when n.pension_order = 'STOP' then '41' when n.pension_order = 'CHANGE' then '61'
                        when n.pension_order in ('ADD', 'ADD_NOT_TAKEN') then '31' else '01' end,
                   case when n.pension_order = 'CHANGE' then '00'
                        when n.pension_order in ('REQUEST', 'ADD')
                        then case when i.address_exception = '1' then '02' else '01' end
                        when n.pension_order in ('NOT_TAKEN', 'ADD_NOT_TAKEN') then '03'
                        when i.lost_by = '01' then '01' when i.lost_by in ('02', '09') then '02'
                        when i.lost_by is not null then '04' else '03' end,
                   n.event_on, n.asked1, n.asked2, :today
            from plan_new n left join koki.insured i using (insured_no)
            where n.pension_order <> 'NOTHING'
            order by n.insured_no
            """;

    private static final String STATES =
            """
            update koki.deduction d
            set state = case when n.pension_order in ('REQUEST', 'ADD') then 'REQUESTED'
                             when n.pension_order = 'STOP' then 'STOPPED' else 'REFUSED' end,
                state_since = :today,
                reason = case when n.pension_order in ('REQUEST', 'ADD') then '依頼'
                              when n.pension_order = 'STOP' then '中止' else '非対象' end
            from plan_new n
            where d.insured_no = n.insured_no and n.pension_order not in ('NOTHING', 'CHANGE')
            """;

    /**
     * What the ledger shall hold for each assessment of this page. An extra period belongs to the
     * account year in which it is noticed (自治令142条), a period of the calendar to the year of the
     * decision.
     */
    private static final String WANTED =
            """
            select 'KOKI'::text as levy_code, n.person_no, n.person_no as payer_no, n.insured_no as reference,
                   n.levy_year, n.decision_year,
                   case when r.method = 2 and r.period >= 13 then greatest(n.decision_year, n.fiscal_year)
                        else n.decision_year end as account_year,
                   n.assessment_no, r.method, r.period, r.due_on, r.amount
            from plan_new_row r join plan_new n using (levy_year, assessment_no)
            """;
}
