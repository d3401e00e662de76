package org.machi.city.koki.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.city.koki.plan.PlanFacts.PensionFacts;
import org.machi.city.koki.plan.PlanFacts.Stage;
import org.machi.law.LegalBasis;
import org.machi.law.LevyYear;
import org.machi.law.deduction.CaptureSchedule;
import org.machi.law.deduction.DeductionAmounts;
import org.machi.law.deduction.DeductionDecision;
import org.machi.platform.database.CopyWriter;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/**
 * 4月・6月・8月開始: asks the pension's payer for people captured on 1 October, December or February. Each
 * payment takes its share of last year's premium; whom it can't be taken from is answered 非対象 and
 * pays by slips.
 */
@Component
@LegalBasis({"準介135条3項", "準介135条4項", "則101条"})
public class ProvisionalStarts {

    private final Planning planning;
    private final Parameters office;

    ProvisionalStarts(Planning planning, Parameters office) {
        this.planning = planning;
        this.office = office;
    }

    private record Asked(String insuredNo, String division, long first, long later) {}

    /** Makes the requests for those of one capture; returns how many. */
    public int request(StepContext step, CaptureSchedule capture) {
        LocalDate today = step.businessDate();
        LocalDate startsOn = capture.firstMonth().atDay(1);
        LevyYear year = LevyYear.containing(startsOn);
        Planner planner = planning.planner(year, today);
        int divisor = (int) office.number("koki.startDivisor", today);
        List<Asked> asked = new ArrayList<>();
        step.db()
                .sql(CANDIDATES)
                .param("year", year.year())
                .param("since", since(capture))
                .param("captured", capture.captureOn())
                .param("annualised", office.number("koki.startAnnualised", today) != 0)
                .query(row -> {
                    asked.add(asked(planner, capture.payments(), divisor, row));
                });
        keep(step, asked, startsOn);
        return asked.size();
    }

    /** Who was captured in June or August and did not begin in the year begins in April. */
    private static LocalDate since(CaptureSchedule capture) {
        LocalDate day = capture.captureOn();
        return day.getMonthValue() == 10 ? day.withMonth(6) : day;
    }

    private static Asked asked(Planner planner, int payments, int divisor, ResultSet row)
            throws SQLException {
        long[] amounts = DeductionAmounts.starting(row.getLong("last_year"), payments, divisor);
        PensionFacts pension =
                new PensionFacts(
                        Stage.CANDIDATE,
                        row.getLong("pension_yearly"),
                        row.getLong("care"),
                        row.getBoolean("opted_out"));
        boolean taken =
                amounts[0] > 0
                        && planner.decide(pension, amounts[0]) instanceof DeductionDecision.Deduct;
        String insuredNo = row.getString("insured_no");
        if (!taken) {
            return new Asked(insuredNo, "03", 0, 0);
        }
        String division = row.getString("address_exception").equals("1") ? "02" : "01";
        return new Asked(insuredNo, division, amounts[0], payments > 1 ? amounts[1] : 0);
    }

    private static void keep(StepContext step, List<Asked> asked, LocalDate startsOn) {
        LocalDate today = step.businessDate();
        try (CopyWriter copy =
                step.copyIn(
                        "koki.deduction_order",
                        "insured_no",
                        "notice",
                        "division",
                        "event_on",
                        "amount1",
                        "amount2",
                        "made_on",
                        "starts_on")) {
            for (Asked one : asked) {
                copy.row()
                        .put(one.insuredNo())
                        .put("31")
                        .put(one.division())
                        .put(today)
                        .put(one.first())
                        .put(one.later())
                        .put(today)
                        .put(startsOn);
            }
            copy.finish();
        }
        step.db().sql(STATES).param("today", today).param("starts", startsOn).update();
    }

    /**
     * The premium of the year before as the union decided it or the former system closed it, for
     * twelve months where the usage is so.
     */
    private static final String CANDIDATES =
            """
            select i.insured_no, i.address_exception, d.pension_yearly, d.opted_out, coalesce(c.amount, 0) as care,
                   coalesce(m.yen, f.yen, 0) * 12 / case when :annualised then greatest(coalesce(m.months, f.months, 12), 1)
                                                         else 12 end as last_year
            from koki.deduction d
            join koki.insured i on i.insured_no = d.insured_no and i.lost_on is null
            left join lateral (
                select m.total_premium as yen, m.months1 + coalesce(m.months2, 0) as months from koki.premium m
                where m.insured_no = d.insured_no and m.levy_year = :year - 1 and m.current
                order by m.total_premium desc limit 1) m on true
            left join lateral (
                select sum(o.charged)::bigint as yen,
                       least(12, 12 * (:year - extract(year from i.acquired_on)) + 4 - extract(month from i.acquired_on))::bigint
                           as months
                from koki.former_closing o where o.insured_no = d.insured_no and o.levy_year = :year - 1) f on true
            left join lateral (
                select amount from koki.care_deduction c
                where c.person_no = d.person_no and c.state <> '3'
                order by c.levy_year desc, c.known_on desc, c.payment_month desc limit 1) c on true
            where d.state = 'CANDIDATE' and exists (
                select from koki.pension_record r
                where r.insured_no = d.insured_no and r.notice = '30' and r.event_on between :since and :captured)
            order by i.insured_no
            """;

    private static final String STATES =
            """
            update koki.deduction d
            set state = case o.division when '03' then 'REFUSED' else 'REQUESTED' end, state_since = :today,
                reason = case o.division when '03' then '非対象' else '追加依頼' end
            from koki.deduction_order o
            where o.made_on = :today and o.starts_on = :starts and d.insured_no = o.insured_no
            """;
}
