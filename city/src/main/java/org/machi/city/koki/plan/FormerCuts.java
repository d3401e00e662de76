package org.machi.city.koki.plan;

import org.machi.city.levy.FormerYears;
import org.machi.law.LegalBasis;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 過年度減額 of years that the former system closed: where the union decides less than was charged
 * there, the difference is cut in the ledger, once for each decision. A cut is never taken back; a
 * later increase is a charge of its own year of decision, by a plan.
 */
@Component
@LegalBasis("法160条の2")
public class FormerCuts {

    private final FormerYears years;

    FormerCuts(FormerYears years) {
        this.years = years;
    }

    /** Cuts by the decisions that came on this business date; returns how many. */
    public int decided(StepContext step) {
        int cuts = step.db().sql(CUTS).param("today", step.businessDate()).update();
        if (cuts > 0) {
            years.cut(step.businessDate(), CLOSINGS.formatted(step.businessDate()), "過年度更正による減額");
            step.count("過年度減額", cuts);
        }
        return cuts;
    }

    private static final String CUTS =
            """
            insert into koki.former_cut (insured_no, levy_year, assessment_version, amount, cut_on)
            select p.insured_no, p.levy_year, p.assessment_version, f.charged - f.cut - p.city_premium, :today
            from koki.premium p
            cross join lateral koki.former_charge(p.insured_no, p.levy_year) f
            where p.known_on = :today and p.current and p.decision_year > p.levy_year
              and f.charged - f.cut > p.city_premium
            on conflict do nothing
            """;

    private static final String CLOSINGS =
            """
            select c.person_no, c.insured_no as reference, c.levy_year, c.decision_year, c.assessment_no,
                   c.method::smallint as method, c.received - c.refunded - c.unrefunded as paid,
                   greatest(c.written_off - f.cut + x.amount, 0) as written_off, c.account_year::integer as closed_year,
                   x.amount as cut
            from koki.former_cut x
            cross join lateral koki.former_charge(x.insured_no, x.levy_year) f
            join koki.former_closing c using (insured_no, levy_year)
            where x.cut_on = date '%s'
            """;
}
