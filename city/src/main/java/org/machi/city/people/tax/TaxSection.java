package org.machi.city.people.tax;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/** 所得・課税情報 on the person page: the years that are known, and the way to all items. */
@Component
class TaxSection implements PersonSection {

    private final TaxBook book;

    TaxSection(TaxBook book) {
        this.book = book;
    }

    @Override
    public int order() {
        return 18;
    }

    @Override
    public String code() {
        return "tax";
    }

    @Override
    public String title() {
        return "所得・課税情報";
    }

    @Override
    public String duty() {
        return TaxDesk.LOOK;
    }

    @Override
    public String fragment() {
        return "city/people/tax :: section";
    }

    /** The years with their number of versions. */
    public record Shown(long personNo, List<TaxBook.Year> years) {}

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        return new Shown(personNo, book.of(personNo));
    }
}
