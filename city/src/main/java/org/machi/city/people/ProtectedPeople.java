package org.machi.city.people;

import org.machi.city.people.protection.Stops;
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

    ProtectedPeople(Stops stops) {
        this.stops = stops;
    }

    public void requireOpen(long personNo, Clerk clerk) {
        if (!stops.opens(personNo, clerk)) {
            throw new NothingThere();
        }
    }

    /** Whether the person is under 支援措置, provisional or decided. */
    public boolean isGuarded(long personNo) {
        return stops.of(personNo).guarded();
    }
}
