package org.machi.city.people;

import org.machi.city.people.protection.PersonDeeds;
import org.machi.city.people.protection.Stops;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Clerk;
import org.springframework.stereotype.Component;

/**
 * 支援措置と抑止 as the other features ask for it: what belongs to a stopped person is not there for
 * clerks without the duty, and nothing of that person is issued without a release.
 */
@Component
public class ProtectedPeople {

    private final Stops stops;
    private final PersonDeeds deeds;

    ProtectedPeople(Stops stops, PersonDeeds deeds) {
        this.stops = stops;
        this.deeds = deeds;
    }

    /**
     * Before a deed on a person whom the path does not name; the release is spent and the lock ends
     * with the request.
     *
     * @throws ChangedMeanwhile when the clerk may not see the person, the change is stopped, or
     *     somebody else works on the person
     */
    public void requireChange(long personNo, Clerk clerk) {
        deeds.change(personNo, clerk);
    }

    /**
     * Before something is printed that tells of, or goes to, a person whom the path does not name.
     *
     * @throws ChangedMeanwhile when it is stopped and not released for this clerk
     */
    public void requireIssue(long personNo, Clerk clerk) {
        deeds.issue(personNo, clerk);
    }

    public void requireOpen(long personNo, Clerk clerk) {
        if (!stops.opens(personNo, clerk)) {
            throw new NothingThere();
        }
    }

    /** Whether the clerk's duties open somebody whose look is stopped, by 支援措置 or by an office. */
    public static boolean mayLook(boolean guarded, Clerk clerk) {
        return Stops.mayLook(guarded, clerk);
    }

    /** Whether the person is under 支援措置, provisional or decided. */
    public boolean isGuarded(long personNo) {
        return stops.of(personNo).guarded();
    }
}
