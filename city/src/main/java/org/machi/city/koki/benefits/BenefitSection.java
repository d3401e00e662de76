package org.machi.city.koki.benefits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/** 給付 on the person page: the last decisions and the way to the applications. */
@Component
class BenefitSection implements PersonSection {

    private static final int LAST = 6;

    private final BenefitBook book;

    BenefitSection(BenefitBook book) {
        this.book = book;
    }

    @Override
    public int order() {
        return 17;
    }

    @Override
    public String code() {
        return "benefits";
    }

    @Override
    public String title() {
        return "給付";
    }

    @Override
    public String duty() {
        return BenefitDesk.APPLY;
    }

    @Override
    public String fragment() {
        return "city/koki/benefit-lines :: section";
    }

    /** A person's applications and the last decisions. */
    public record Shown(
            long personNo, List<BenefitBook.Line> lines, List<BenefitBook.Decided> decided) {}

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<BenefitBook.Decided> decided = book.decided(personNo).stream().limit(LAST).toList();
        return new Shown(personNo, book.of(personNo).stream().limit(LAST).toList(), decided);
    }
}
