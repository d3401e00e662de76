package org.machi.city.koki.notices;

import org.machi.city.people.ProtectedPeople;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.staff.Trace;

/** 発行: what is printed at the desk about a stopped person needs a release, like every letter. */
public final class Issuing {

    private Issuing() {}

    /** Stops the request with the reason when nothing of the person may be issued now. */
    public static void demand(ProtectedPeople people, long personNo, Trace trace) {
        people.againstIssue(personNo, trace.clerk())
                .ifPresent(reason -> {
                    trace.note("発行", "止めた");
                    throw new ChangedMeanwhile(reason);
                });
    }
}
