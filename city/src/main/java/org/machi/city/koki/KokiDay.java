package org.machi.city.koki;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.city.koki.benefits.BenefitsDay;
import org.machi.city.koki.cards.CardIssue;
import org.machi.city.koki.check.PremiumChecks;
import org.machi.city.koki.deduction.PensionFiles;
import org.machi.city.koki.deliveries.DeliveryDay;
import org.machi.city.koki.letters.Letters;
import org.machi.city.koki.plan.FormerCuts;
import org.machi.city.koki.plan.Planning;
import org.machi.city.koki.plan.ProvisionalPlans;
import org.machi.city.koki.register.RegisterDay;
import org.machi.formats.file.FileKind;
import org.machi.law.BusinessCalendar;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.line.Schedules;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/** What koki does on a business day, in the order in which it must happen. */
@Component
public class KokiDay {

    private final Planning planning;
    private final ProvisionalPlans provisional;
    private final PremiumChecks checks;
    private final FormerCuts formerCuts;
    private final FallBacks fallBacks;
    private final DeductionUsages usages;
    private final PensionFiles pension;
    private final Letters letters;
    private final CardIssue cards;
    private final RegisterDay register;
    private final BenefitsDay benefits;
    private final DeliveryDay deliveries;
    private final Outbox outbox;
    private final Parameters office;
    private final Schedules schedules;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    KokiDay(
            Planning planning,
            ProvisionalPlans provisional,
            PremiumChecks checks,
            FormerCuts formerCuts,
            FallBacks fallBacks,
            DeductionUsages usages,
            PensionFiles pension,
            Letters letters,
            CardIssue cards,
            RegisterDay register,
            BenefitsDay benefits,
            DeliveryDay deliveries,
            Outbox outbox,
            Parameters office,
            Schedules schedules) {
        this.planning = planning;
        this.provisional = provisional;
        this.checks = checks;
        this.formerCuts = formerCuts;
        this.fallBacks = fallBacks;
        this.usages = usages;
        this.pension = pension;
        this.letters = letters;
        this.cards = cards;
        this.register = register;
        this.benefits = benefits;
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.office = office;
        this.schedules = schedules;
    }

    /** After the union's files of the day were taken. */
    public List<Step> steps() {
        List<Step> steps =
                new ArrayList<>(
                        List.of(
                                Step.of("仮徴収の期割", this::provisional),
                                Step.of("資格喪失による仮徴収の中止", planning::provisionalOfTheLost),
                                Step.of("確認計算", checks::run),
                                Step.of("過年度減額", formerCuts::decided),
                                Step.of("賦課決定の期割", planning::decided),
                                Step.of("徴収不能・不受理の振替", fallBacks::play),
                                Step.of("平準化", usages::level),
                                Step.of("特別徴収の追加依頼", usages::startLater),
                                Step.of("特別徴収依頼", this::request),
                                Step.of("特別徴収の異動", pension::sendChanges),
                                Step.of("期割情報の送付", this::sendInstalments)));
        steps.addAll(letters.steps());
        steps.addAll(cards.steps());
        steps.addAll(register.steps());
        steps.addAll(benefits.steps());
        steps.addAll(deliveries.steps());
        return steps;
    }

    /**
     * From the first business day of April on; before the July decision also whenever the pension's
     * payer told of a late February or accepted a start.
     */
    private void provisional(StepContext step) {
        LocalDate today = step.businessDate();
        boolean spring = today.getMonthValue() >= 4 && today.getMonthValue() <= 6;
        LocalDate april = LocalDate.of(today.getYear(), 4, 1);
        if (spring && (today.equals(calendar.onOrAfter(april)) || fallBacks.hasResults(step))) {
            provisional.plan(step);
        }
    }

    /**
     * The yearly request leaves on the parameter's day of July, by law at the latest on the 31st
     * (準介136条).
     */
    private void request(StepContext step) {
        LocalDate today = step.businessDate();
        if (today.getMonthValue() == 7
                && today.equals(
                        calendar.onOrAfter(
                                today.withDayOfMonth(
                                        (int) office.number("koki.requestDay", today))))) {
            pension.sendRequests(step);
        }
    }

    /** 期割情報 (D10): every plan that the union has not got yet, whole. */
    private void sendInstalments(StepContext step) {
        LocalDate today = step.businessDate();
        if (!schedules.isDue(
                office.text("union.code", today),
                FileKind.U_INSTALMENT.code(),
                today,
                calendar::isBusinessDay)) {
            return;
        }
        int plans =
                step.db()
                        .sql(
                                "update koki.plan set sent_on = :today where sent_on is null and current")
                        .param("today", today)
                        .update();
        if (plans > 0) {
            outbox.send(
                    Dispatch.of(
                            FileKind.U_INSTALMENT,
                            office.text("union.code", today),
                            today,
                            step.actor()),
                    file ->
                            step.count(
                                    "期割情報",
                                    file.writeAll(
                                            step.db().sql(INSTALMENTS).param("today", today))));
        }
    }

    /**
     * With a past year's plan goes what the former system charged, as it stands after cuts, in one
     * row (period 99): the union adds both up to the decided premium.
     */
    private static final String INSTALMENTS =
            """
            select p.person_no, p.insured_no, p.levy_year, p.assessment_no, p.assessment_version, p.decision_year,
                   p.plan_version, r.method::text as method,
                   case when p.decision_year > p.levy_year then '2' else '1' end as past_year, r.period,
                   case when r.method = 1 and r.period in (4, 6, 8) then '1' when r.method = 1 then '2'
                        when r.period >= 13 then '4' else '3' end as kind,
                   r.due_on, r.amount, case when p.plan_version = 1 then '1' else '2' end as change,
                   p.decided_on as levied_on, p.premium as city_premium,
                   case when p.provisional then '05' when p.decision_year > p.levy_year then '06'
                        when p.reason = '本算定' then '01' else '03' end as notice_reason,
                   p.result, case when r.method = 2 then p.ordinary_reason end as ordinary_reason
            from koki.plan p
            join koki.plan_row r using (levy_year, assessment_no, plan_version)
            where p.sent_on = :today and p.current
            union all
            select p.person_no, p.insured_no, p.levy_year, c.assessment_no, p.assessment_version, c.decision_year,
                   p.plan_version, c.method, '1', 99, '3', make_date(p.levy_year + 1, 3, 31), f.charged - f.cut, '2',
                   p.decided_on, p.premium, '06', p.result, null
            from koki.plan p
            cross join lateral koki.former_charge(p.insured_no, p.levy_year) f
            cross join lateral (
                select min(assessment_no) as assessment_no, min(decision_year) as decision_year, min(method) as method
                from koki.former_closing c where c.insured_no = p.insured_no and c.levy_year = p.levy_year) c
            where p.sent_on = :today and p.current and p.decision_year > p.levy_year
            order by 2, 3, 8, 12, 10
            """;
}
