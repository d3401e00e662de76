package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.Trace;

/** The sections of the person page that one clerk may see, loaded. */
public final class PersonSections {
    private final List<PersonSection> sections;

    public PersonSections(List<PersonSection> sections) {
        this.sections =
                sections.stream().sorted(Comparator.comparingInt(PersonSection::order)).toList();
    }

    /**
     * A section with its data; the fragment finds them as {@code section.data} and the number under
     * which they stand as {@code section.personNo}.
     */
    public record Loaded(
            long personNo,
            String code,
            String title,
            String template,
            String fragment,
            @Nullable Object data) {

        private Loaded underItsNumber() {
            return new Loaded(
                    personNo,
                    code + "-" + personNo,
                    title + "（宛名番号 " + personNo + "）",
                    template,
                    fragment,
                    data);
        }
    }

    /**
     * Loads the sections for whose duty the clerk is entitled and records the look at the person.
     */
    public List<Loaded> of(long personNo, LocalDate businessDate, Trace trace) {
        return of(personNo, List.of(), businessDate, trace);
    }

    /**
     * The same for a person of whom other numbers still hold ledgers; a ledger with nothing in it
     * makes room for those.
     */
    public List<Loaded> of(long personNo, List<Long> ledgers, LocalDate businessDate, Trace trace) {
        trace.person(personNo).people(ledgers);
        return sections.stream()
                .filter(section -> trace.clerk().may(section.duty()))
                .flatMap(section -> {
                    Loaded own = load(section, personNo, businessDate, trace);
                    if (!section.ledger() || ledgers.isEmpty()) {
                        return Stream.of(own);
                    }
                    List<Loaded> shown =
                            Stream.concat(
                                            Stream.of(own),
                                            ledgers.stream()
                                                    .map(no ->
                                                            load(section, no, businessDate, trace)
                                                                    .underItsNumber()))
                                    .filter(one -> one.data() != null)
                                    .toList();
                    return shown.isEmpty() ? Stream.of(own) : shown.stream();
                })
                .toList();
    }

    private static Loaded load(
            PersonSection section, long personNo, LocalDate businessDate, Trace trace) {
        String[] parts = section.fragment().split("::", 2);
        return new Loaded(
                personNo,
                section.code(),
                section.title(),
                parts[0].strip(),
                parts.length > 1 ? parts[1].strip() : "section",
                section.load(personNo, businessDate, trace));
    }
}
