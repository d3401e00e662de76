package org.machi.union.benefits;

import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Service;

/** 給付の一日: what the union's day does about benefits, in its order. */
@Service
public class BenefitsDay {

    private final HighCosts highCosts;
    private final Decisions decisions;
    private final BenefitTransfers transfers;

    BenefitsDay(HighCosts highCosts, Decisions decisions, BenefitTransfers transfers) {
        this.highCosts = highCosts;
        this.decisions = decisions;
        this.transfers = transfers;
    }

    /** 高額療養費の算定. */
    public void assess(StepContext step) {
        highCosts.assess(step);
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
