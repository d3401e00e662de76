package org.machi.city.koki.cards;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Component;

/**
 * 証 on the person page: the pieces, the newest first, and the way to what can be done with them.
 */
@Component
class CardSection implements PersonSection {

    private final CardBook book;

    CardSection(CardBook book) {
        this.book = book;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public String code() {
        return "cards";
    }

    @Override
    public String title() {
        return "証";
    }

    @Override
    public String duty() {
        return CardDesk.CARDS;
    }

    @Override
    public String fragment() {
        return "city/koki/cards :: section";
    }

    /** A person's pieces. */
    public record Shown(long personNo, List<CardBook.Line> lines) {}

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        List<CardBook.Line> lines = book.of(personNo);
        return lines.isEmpty() ? null : new Shown(personNo, lines);
    }
}
