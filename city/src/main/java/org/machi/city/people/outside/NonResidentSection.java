package org.machi.city.people.outside;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/** 住登外者の登録 on the person page: how the number came about, who uses it, the way to a change. */
@Component
class NonResidentSection implements PersonSection {

    private final OutsideRegister people;
    private final NumberUses uses;

    NonResidentSection(OutsideRegister people, NumberUses uses) {
        this.people = people;
        this.uses = uses;
    }

    @Override
    public int order() {
        return 13;
    }

    @Override
    public String code() {
        return "non-resident";
    }

    @Override
    public String title() {
        return "住登外者の登録";
    }

    @Override
    public String duty() {
        return OutsideDesk.ENTER;
    }

    @Override
    public String fragment() {
        return "city/people/non-resident-lines :: section";
    }

    /**
     * What the section shows.
     *
     * @param open the number is in force and can be changed
     * @param inUse why it can't go, in words
     */
    public record Shown(
            long personNo,
            boolean open,
            List<OutsideRegister.Entry> entries,
            List<NumberUses.Use> uses,
            List<String> inUse,
            List<String> businesses) {}

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        boolean open = people.registered(personNo).isPresent();
        List<OutsideRegister.Entry> entries = people.of(personNo);
        if (!open && entries.isEmpty()) {
            return null;
        }
        return new Shown(
                personNo,
                open,
                entries,
                uses.told(personNo),
                uses.inUse(personNo),
                NonResidentForm.BUSINESSES);
    }
}
