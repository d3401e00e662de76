package org.machi.city.people.protection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.protection.Stops.Stop;
import org.machi.city.people.protection.WorkLocks.Lock;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/** 抑止と排他 on the person page: in neutral words what is stopped, and who updates the person now. */
@Component
class StopSection implements PersonSection {

    private final Stops stops;
    private final WorkLocks locks;

    StopSection(Stops stops, WorkLocks locks) {
        this.stops = stops;
        this.locks = locks;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public String code() {
        return "stops";
    }

    @Override
    public String title() {
        return "抑止と更新中の職員";
    }

    @Override
    public String duty() {
        return Duties.CONSOLE;
    }

    @Override
    public String fragment() {
        return "city/people/stops :: section";
    }

    /** What the section shows; the lock is null while nobody updates the person. */
    public record Shown(
            long personNo,
            Stop stop,
            @Nullable Lock lock,
            boolean own,
            boolean mayTakeOver,
            boolean maySeeProtection) {}

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        Lock lock = locks.of(personNo).orElse(null);
        return new Shown(
                personNo,
                stops.of(personNo),
                lock,
                lock != null && lock.staff().equals(trace.clerk().staffNo()),
                trace.clerk().may(ProtectionDesk.TAKE_OVER),
                trace.clerk().may(Stops.PROTECTED));
    }
}
