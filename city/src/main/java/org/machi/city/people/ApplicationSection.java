package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/** 届出・申請 on the person page: what came, and the way to the form. */
@Component
class ApplicationSection implements PersonSection {

    private final Applications applications;

    ApplicationSection(Applications applications) {
        this.applications = applications;
    }

    @Override
    public int order() {
        return 15;
    }

    @Override
    public String code() {
        return "applications";
    }

    @Override
    public String title() {
        return "届出・申請";
    }

    @Override
    public String duty() {
        return PeopleDesk.APPLY;
    }

    @Override
    public boolean ledger() {
        return true;
    }

    @Override
    public String fragment() {
        return "city/people/application-lines :: section";
    }

    /** The person's number and applications; there is always the way to the form. */
    public record Shown(long personNo, List<Applications.Line> lines) {}

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        return new Shown(personNo, applications.of(personNo));
    }
}
