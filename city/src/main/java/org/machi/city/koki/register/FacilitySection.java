package org.machi.city.koki.register;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/**
 * 住所地特例 on the person page: the chain of facilities with the municipality that stays responsible.
 */
@Component
class FacilitySection implements PersonSection {

    private final Exceptions exceptions;

    FacilitySection(Exceptions exceptions) {
        this.exceptions = exceptions;
    }

    @Override
    public int order() {
        return 13;
    }

    @Override
    public String code() {
        return "facilities";
    }

    @Override
    public String title() {
        return "住所地特例";
    }

    @Override
    public String duty() {
        return RegisterDesk.LOOK;
    }

    @Override
    public boolean ledger() {
        return true;
    }

    @Override
    public String fragment() {
        return "city/koki/facilities :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<Exceptions.Stay> chain = exceptions.chain(personNo);
        return chain.isEmpty() ? null : chain;
    }
}
