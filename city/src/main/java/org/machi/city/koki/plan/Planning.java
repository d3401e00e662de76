package org.machi.city.koki.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.city.koki.plan.PlanFacts.PensionFacts;
import org.machi.city.koki.plan.PlanFacts.Stage;
import org.machi.law.BusinessCalendar;
import org.machi.law.LevyYear;
import org.machi.law.instalment.CollectionPolicy;
import org.machi.law.parameter.Parameters;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 期割の処理: reads the facts of everybody concerned in one query, lets the {@link Planner} decide each,
 * and writes the plans through the {@link PlanBook}. The occasions: 1 April (仮徴収), a decision of
 * the union, a deduction that did not happen.
 */
@Component
public class Planning {

    private final PlanBook book;
    private final org.machi.platform.office.Parameters office;
    private final Parameters law = Parameters.standard();
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    Planning(PlanBook book, org.machi.platform.office.Parameters office) {
        this.book = book;
        this.office = office;
    }

    /** The days of a levy year as this municipality's ordinance has them on the day. */
    public YearOfPayments year(LevyYear year, LocalDate day) {
        CollectionPolicy policy =
                switch (office.text("koki.periods", day)) {
                    case "5" -> CollectionPolicy.five();
                    case "8" -> CollectionPolicy.eight();
                    case "9" -> CollectionPolicy.nine();
                    case "12" -> CollectionPolicy.twelve();
                    case String other ->
                            throw new IllegalStateException(
                                    "koki.periods は5、8、9、12のどれかです: " + other);
                };
        return YearOfPayments.of(year, policy, calendar);
    }

    /**
     * Stops provisional deductions of people whose loss became known today and whose year is not
     * decided yet.
     */
    public int provisionalOfTheLost(StepContext step) {
        return changeProvisional(
                step,
                "i.known_on = :today and i.lost_on is not null",
                (planner, facts, lostOn) -> planner.provisionalStopped(facts, lostOn),
                "資格喪失");
    }

    /**
     * New provisional plans without deductions from a pay month on, for people whose deduction did
     * not happen before their year was decided.
     *
     * @param condition SQL on {@code q.insured_no}
     * @param from index of the first deduction that did not happen
     */
    public int provisionalWithoutDeductions(
            StepContext step, String condition, int from, String reason) {
        return changeProvisional(
                step,
                condition,
                (planner, facts, day) -> planner.provisionalUntil(facts, from),
                reason);
    }

    /** Another provisional plan; the day is that of the loss, or today. */
    private interface Change {
        @Nullable Plan of(Planner planner, PlanFacts facts, LocalDate eventOn);
    }

    private int changeProvisional(
            StepContext step, String condition, Change change, String reason) {
        LocalDate today = step.businessDate();
        Planner planner = planner(LevyYear.containing(today), today);
        PlanBook.Page page = book.open(step);
        step.db()
                .sql(PROVISIONAL_PLANS.formatted(WHOLE_YEAR, condition))
                .param("today", today)
                .query(row -> {
                    LocalDate eventOn = eventOn(row, today);
                    PlanFacts facts =
                            new PlanFacts(
                                    row.getLong("expected"),
                                    false,
                                    PlanRow.list(row.getString("rows")),
                                    true,
                                    new PensionFacts(
                                            Stage.IN_FORCE,
                                            row.getLong("pension_yearly"),
                                            row.getLong("care"),
                                            false),
                                    row.getObject("lost_on", LocalDate.class) != null);
                    Plan plan = change.of(planner, facts, eventOn);
                    if (plan != null) {
                        page.add(key(row), plan, eventOn);
                    }
                });
        return page.keep(reason);
    }

    /**
     * 平準化 of August for everybody who is deducted provisionally. The year is expected to cost what
     * the year before cost.
     */
    public int level(StepContext step) {
        return changeProvisional(
                step,
                LEVELLED,
                (planner, facts, day) ->
                        Levelling.august(
                                facts.before(),
                                facts.premium(),
                                facts.pension().yearly(),
                                facts.pension().care()),
                "平準化");
    }

    /** August as in June again where the payer did not accept the change. */
    public int levellingRefused(StepContext step) {
        return changeProvisional(
                step,
                """
                q.insured_no in (select insured_no from koki.deduction_order
                                 where notice = '61' and result_on = :today and result <> '00')
                """,
                (planner, facts, day) -> Levelling.undone(facts.before()),
                "仮徴収額変更不受理");
    }

    /**
     * 12月・2月開始 of people who were captured on a day.
     *
     * @param index of the first deduction in {@link YearOfPayments#PAY_MONTHS}
     */
    public int startLater(StepContext step, LocalDate capturedOn, int index) {
        YearOfPayments year = year(LevyYear.containing(step.businessDate()), step.businessDate());
        return plan(
                step,
                """
                p.levy_year = extract(year from cast(:today as date) - interval '3 months')
                and d.state = 'CANDIDATE' and d.captured_on = date '%s' and q.plan_version is not null
                """
                        .formatted(capturedOn),
                (planner, facts) -> new LaterStarts(planner, year).from(facts, index),
                "年度途中の特別徴収開始");
    }

    /** Plans for every decision of the union that came on this business date. */
    public int decided(StepContext step) {
        boolean main = step.businessDate().getMonthValue() == 7;
        return plan(
                step,
                NEW_DECISIONS,
                (planner, facts) -> settled(facts) ? null : planner.plan(facts),
                main ? "本算定" : "月次更正");
    }

    /**
     * New plans without deductions from a pay month on, for people whose deduction did not happen
     * or was refused.
     *
     * @param condition SQL on {@code p.insured_no}
     * @param from index of the first deduction that did not happen
     */
    public int withoutDeductions(StepContext step, String condition, int from, String reason) {
        return plan(
                step,
                condition,
                (planner, facts) -> planner.withoutDeductionsFrom(facts, from),
                reason);
    }

    /** The premium is planned as it is and nothing is left to stop. */
    private static boolean settled(PlanFacts facts) {
        return facts.premium() == facts.plannedBefore()
                && !facts.firstDecision()
                && !(facts.lost() && facts.pension().stage() == Stage.IN_FORCE);
    }

    /** Null when nothing has to change. */
    private interface Decision {
        @Nullable Plan of(Planner planner, PlanFacts facts);
    }

    private int plan(StepContext step, String condition, Decision decision, String reason) {
        LocalDate today = step.businessDate();
        Map<Integer, Planner> planners = new HashMap<>();
        PlanBook.Page page = book.open(step);
        step.db()
                .sql(DECIDED.formatted(condition))
                .param("today", today)
                .query(row -> {
                    Planner planner =
                            planners.computeIfAbsent(
                                    row.getInt("levy_year"),
                                    year -> planner(new LevyYear(year), today));
                    PlanFacts facts = facts(row, today);
                    Plan plan =
                            row.getBoolean("cut_today")
                                    ? planner.plan(facts)
                                    : decision.of(planner, facts);
                    if (plan != null) {
                        PlanBook.Key key = key(row);
                        requireWhole(key, plan, facts.premium());
                        page.add(key, plan, eventOn(row, today));
                    }
                });
        return page.keep(reason);
    }

    /** A plan that is not the premium stops the run before anything of it is kept. */
    static void requireWhole(PlanBook.Key key, Plan plan, long premium) {
        if (plan.total() != premium) {
            throw new IllegalStateException(
                    "被保険者番号%s %d年度相当分: 期割の合計%,d円が保険料%,d円と一致しません。期割は作成していません。保険料と納期の設定を確かめてください。"
                            .formatted(key.insuredNo(), key.levyYear(), plan.total(), premium));
        }
    }

    Planner planner(LevyYear year, LocalDate today) {
        return new Planner(law, year(year, today), today);
    }

    private static PlanBook.Key key(ResultSet row) throws SQLException {
        return new PlanBook.Key(
                row.getInt("levy_year"),
                row.getString("assessment_no"),
                row.getString("insured_no"),
                row.getLong("person_no"),
                row.getInt("decision_year"),
                row.getLong("assessment_version"));
    }

    private static LocalDate eventOn(ResultSet row, LocalDate today) throws SQLException {
        LocalDate lost = row.getObject("lost_on", LocalDate.class);
        return lost == null ? today : lost;
    }

    /**
     * A past year's decision is planned as what it adds to the year as the former closing froze it
     * and {@link FormerCuts} cut it (過年度); of a year that was planned here, the plan goes on as it
     * is.
     */
    private static PlanFacts facts(ResultSet row, LocalDate today) throws SQLException {
        boolean planned = row.getString("rows") != null;
        return new PlanFacts(
                row.getLong("city_premium") - row.getLong("former_charged"),
                !planned && row.getInt("decision_year") > row.getInt("levy_year"),
                PlanRow.list(row.getString("rows")),
                row.getString("plan_assessment_version") == null,
                new PensionFacts(
                        row.getInt("levy_year") < LevyYear.containing(today).year()
                                ? Stage.NONE
                                : stage(row.getString("state"), today),
                        row.getLong("pension_yearly"),
                        row.getLong("care"),
                        row.getBoolean("opted_out")),
                row.getObject("lost_on", LocalDate.class) != null);
    }

    /**
     * Those captured after the year's request (31 July) begin next April; until then they pay by
     * slips.
     */
    private static Stage stage(@Nullable String state, LocalDate today) {
        return switch (state) {
            case "IN_FORCE", "REQUESTED" -> Stage.IN_FORCE;
            case "CANDIDATE" ->
                    today.getMonthValue() >= 4 && today.getMonthValue() <= 7
                            ? Stage.CANDIDATE
                            : Stage.NONE;
            case null, default -> Stage.NONE;
        };
    }

    /** What the former system decided and closed is not planned again; only later decisions are. */
    private static final String NEW_DECISIONS =
            """
            p.known_on = :today
            and not exists (select from koki.former_closing c
                            where c.insured_no = p.insured_no and c.levy_year = p.levy_year
                              and p.decision_year = p.levy_year)
            """;

    /**
     * Who begins this year is deducted evenly already; only those of last February are levelled.
     */
    private static final String LEVELLED =
            """
            i.lost_on is null and d.state = 'IN_FORCE' and exists (
                select from koki.v_last_deduction l
                where l.insured_no = q.insured_no and l.levy_year = q.levy_year - 1)
            """;

    /** 年額換算 of the premium of {@code m}: who came during the year is expected for twelve months. */
    private static final String WHOLE_YEAR =
            "m.total_premium * 12 / greatest(m.months1 + coalesce(m.months2, 0), 1)";

    private static final String PROVISIONAL_PLANS =
            """
            select q.levy_year, q.assessment_no, q.insured_no, q.person_no, q.decision_year, 0 as assessment_version,
                   i.lost_on, coalesce(d.pension_yearly, 0) as pension_yearly,
                   coalesce((select %s from koki.premium m
                             where m.insured_no = q.insured_no and m.levy_year = q.levy_year - 1 and m.current
                             order by m.total_premium desc limit 1), f.year_premium, 0) as expected,
                   coalesce(c.amount, 0) as care,
                   (select string_agg(method || ':' || period || ':' || due_on || ':' || amount, ','
                                      order by method, due_on, period)
                    from koki.plan_row w
                    where w.levy_year = q.levy_year and w.assessment_no = q.assessment_no
                      and w.plan_version = q.plan_version) as rows
            from koki.insured i
            join koki.plan q on q.insured_no = i.insured_no and q.current and q.provisional
            left join koki.deduction d on d.insured_no = i.insured_no
            left join koki.former_deduction f on f.insured_no = i.insured_no and f.levy_year = q.levy_year - 1
            left join lateral (
                select amount from koki.care_deduction c
                where c.person_no = q.person_no and c.state <> '3'
                order by c.levy_year desc, c.known_on desc, c.payment_month desc limit 1) c on true
            where q.levy_year = extract(year from cast(:today as date) - interval '3 months') and %s
            order by q.insured_no
            """;

    /** Instalments come in one text per person, so that nobody needs a query of his own. */
    private static final String DECIDED =
            """
            select p.levy_year, p.assessment_no, p.insured_no, p.person_no, p.assessment_version,
                   coalesce(q.decision_year, p.decision_year) as decision_year,
                   p.city_premium, coalesce(p.moved_out_on, p.lost_on) as lost_on,
                   q.assessment_version as plan_assessment_version, r.rows,
                   d.state, coalesce(d.pension_yearly, 0) as pension_yearly, coalesce(d.opted_out, false) as opted_out,
                   coalesce(c.amount, 0) as care, coalesce(f.charged - f.cut, 0) as former_charged,
                   exists (select from koki.former_cut x
                           where x.insured_no = p.insured_no and x.levy_year = p.levy_year and x.cut_on = :today)
                       as cut_today
            from koki.premium p
            left join koki.plan q on q.levy_year = p.levy_year and q.assessment_no = p.assessment_no and q.current
            left join lateral (
                select string_agg(method || ':' || period || ':' || due_on || ':' || amount, ','
                                  order by method, due_on, period) as rows
                from koki.plan_row w
                where w.levy_year = q.levy_year and w.assessment_no = q.assessment_no
                  and w.plan_version = q.plan_version) r on true
            left join koki.deduction d on d.insured_no = p.insured_no
            left join lateral (
                select amount from koki.care_deduction c
                where c.person_no = p.person_no and c.state <> '3'
                order by c.levy_year desc, c.known_on desc, c.payment_month desc limit 1) c on true
            left join lateral koki.former_charge(p.insured_no, p.levy_year) f on true
            where p.current and %s
            order by p.insured_no, p.levy_year
            """;
}
