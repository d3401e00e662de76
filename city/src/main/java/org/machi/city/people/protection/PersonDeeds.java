package org.machi.city.people.protection;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.protection.Stops.Of;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.staff.Clerk;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What every deed on a person asks before it begins: whether the clerk may see the person, whether
 * the change (or the issue) is stopped, and whether somebody else works on the person. The gate
 * asks for the person whom the path names, a page method for everybody else whom it touches; what a
 * deed began ends with its request.
 */
@Component
public class PersonDeeds {

    private static final String BEGUN = PersonDeeds.class.getName() + ".begun";

    private final Stops stops;
    private final WorkLocks locks;

    PersonDeeds(Stops stops, WorkLocks locks) {
        this.stops = stops;
        this.locks = locks;
    }

    /**
     * A deed of this request.
     *
     * @param held the clerk worked on the person before and goes on when the deed is refused
     */
    private record Begun(long personNo, Of what, boolean held, Clerk clerk) {}

    /**
     * Before a change of a person, of the account, or of what waits for a decision about the
     * person.
     *
     * @throws ChangedMeanwhile when it may not be; nothing was begun then
     */
    public void change(long personNo, Clerk clerk) {
        if (!stops.opens(personNo, clerk)) {
            throw new ChangedMeanwhile("この人についての操作は、係の責任者が行います。");
        }
        stops.requireChange(personNo, clerk);
        boolean held =
                locks.of(personNo).filter(one -> one.staff().equals(clerk.staffNo())).isPresent();
        if (!locks.take(personNo, clerk)) {
            throw new ChangedMeanwhile(
                    locks.of(personNo)
                            .map(lock ->
                                    "%s が %s から更新中です。終わるのを待つか、引き継いでから入力してください。"
                                            .formatted(lock.staffName(), lock.sinceText()))
                            .orElse("ほかの職員が更新中です。もう一度お試しください。"));
        }
        remember(new Begun(personNo, Of.CHANGE, held, clerk));
    }

    /**
     * Before something of a person is printed whom the path does not name.
     *
     * @throws ChangedMeanwhile when it is stopped and not released for this clerk
     */
    public void issue(long personNo, Clerk clerk) {
        if (!stops.opens(personNo, clerk)) {
            throw new ChangedMeanwhile("この人についての操作は、係の責任者が行います。");
        }
        stops.againstIssue(personNo, clerk)
                .ifPresent(why -> {
                    throw new ChangedMeanwhile("宛先の人（宛名番号 " + personNo + "）は" + why);
                });
        remember(new Begun(personNo, Of.ISSUE, true, clerk));
    }

    private static void remember(Begun begun) {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            List<Begun> all = new ArrayList<>(begun(request.getAttribute(BEGUN, 0)));
            all.add(begun);
            request.setAttribute(BEGUN, all, RequestAttributes.SCOPE_REQUEST);
        }
    }

    private static List<Begun> begun(@Nullable Object kept) {
        List<Begun> all = new ArrayList<>();
        if (kept instanceof List<?> list) {
            list.forEach(one -> {
                if (one instanceof Begun begun) {
                    all.add(begun);
                }
            });
        }
        return all;
    }

    /**
     * A deed that was done spends its release and ends the lock; one that was not, only its own
     * lock.
     */
    void finish(HttpServletRequest request, boolean changed, boolean issued) {
        for (Begun one : begun(request.getAttribute(BEGUN))) {
            boolean done = one.what() == Of.ISSUE ? issued : changed;
            if (done) {
                stops.spend(one.personNo(), one.what(), one.clerk());
            }
            if (one.what() == Of.CHANGE && (done || !one.held())) {
                locks.end(one.personNo(), one.clerk().staffNo());
            }
        }
    }
}
