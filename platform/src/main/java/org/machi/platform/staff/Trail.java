package org.machi.platform.staff;

import org.jspecify.annotations.Nullable;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;

/** What the console writes into the audit trail: pages, refusals, sign-in and sign-out. */
public final class Trail {
    private static final String CONSOLE = "コンソール";

    private final AuditTrail audit;
    private final Duties duties;

    public Trail(AuditTrail audit, Duties duties) {
        this.audit = audit;
        this.duties = duties;
    }

    /** In the transaction of the deed; one event for one person, a list for several. */
    void done(Trace trace, String duty, String action, String object) {
        Deed deed = deed(trace, duty, action, object);
        if (trace.people().size() > 1) {
            audit.recordRun(deed, trace.people().stream().mapToLong(Long::longValue).toArray());
        } else if (trace.people().size() == 1) {
            audit.record(deed.aboutPerson(trace.people().getFirst()));
        } else {
            audit.record(deed);
        }
    }

    /** After the page itself found that a duty is missing, or the terminal is not the one. */
    void refused(Trace trace, NotPermitted refusal, String action, String object) {
        audit.recordRefused(deed(trace, refusal.duty(), action, object).withDetail(refusal.why()));
    }

    /** After the deed was undone; people it was about to show are named, for the attempt counts. */
    void failed(Trace trace, String duty, String action, String object) {
        Deed deed = deed(trace, duty, action, object).failed();
        if (trace.people().isEmpty()) {
            audit.record(deed);
        }
        for (long personNo : trace.people()) {
            audit.record(deed.aboutPerson(personNo));
        }
    }

    private Deed deed(Trace trace, String duty, String action, String object) {
        Clerk clerk = trace.clerk();
        Actor actor =
                new Actor(clerk.staffNo(), clerk.terminal(), clerk.office(), duties.nameOf(duty));
        @Nullable String reason = trace.reason();
        return Deed.of(actor, reason == null ? "業務" : reason, action, object)
                .withDetail(trace.detail());
    }

    void refused(SignedIn who, String duty, String path, String why) {
        audit.recordRefused(
                of(who, duty.isEmpty() ? "" : duties.nameOf(duty), "拒否", path).withDetail(why));
    }

    void signedIn(SignedIn who) {
        audit.record(of(who, "", "サインイン", CONSOLE));
    }

    void signInRefused(SignedIn who, String why) {
        audit.record(of(who, "", "サインイン", CONSOLE).withDetail(why).refused());
    }

    void signedOut(SignedIn who) {
        audit.record(of(who, "", "サインアウト", CONSOLE));
    }

    private static Deed of(SignedIn who, String duty, String action, String object) {
        return Deed.of(
                new Actor(printable(who.staffNo()), who.terminal(), "", duty), "", action, object);
    }

    /**
     * What was typed as a number could be anything, even a password: only short plain words are
     * kept.
     */
    private static String printable(String typed) {
        return typed.matches("[0-9A-Za-z._-]{1,20}") ? typed : "(不明な職員番号)";
    }
}
