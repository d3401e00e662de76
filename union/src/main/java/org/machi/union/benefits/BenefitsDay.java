package org.machi.union.benefits;

import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Service;

/** 給付の一日: what the union's day does about benefits, in its order. */
@Service
public class BenefitsDay {

    private final HighCosts highCosts;
    private final YearlyCosts yearlyCosts;
    private final Decisions decisions;
    private final BenefitTransfers transfers;
    private final Parameters parameters;

    BenefitsDay(
            HighCosts highCosts,
            YearlyCosts yearlyCosts,
            Decisions decisions,
            BenefitTransfers transfers,
            Parameters parameters) {
        this.highCosts = highCosts;
        this.yearlyCosts = yearlyCosts;
        this.decisions = decisions;
        this.transfers = transfers;
        this.parameters = parameters;
    }

    /** 高額療養費の算定, and the sums of a year. */
    public void assess(StepContext step) {
        highCosts.assess(step);
        yearlyCosts.assess(
                step,
                Math.toIntExact(parameters.number("benefits.yearlyMonth", step.businessDate())));
    }

    /** 支給の決定. */
    public void decide(StepContext step) {
        decisions.decide(step);
    }

    /** 振込. */
    public void pay(StepContext step) {
        transfers.pay(step);
    }
}
