package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.Trace;

/** The sections of the person page that one clerk may see, loaded. */
public final class PersonSections {
    private final List<PersonSection> sections;

    public PersonSections(List<PersonSection> sections) {
        this.sections =
                sections.stream().sorted(Comparator.comparingInt(PersonSection::order)).toList();
    }

    /** A section with its data; the fragment finds them as {@code section.data}. */
    public record Loaded(
            String code, String title, String template, String fragment, @Nullable Object data) {}

    /**
     * Loads the sections for whose duty the clerk is entitled and records the look at the person.
     */
    public List<Loaded> of(long personNo, LocalDate businessDate, Trace trace) {
        trace.person(personNo);
        return sections.stream()
                .filter(section -> trace.clerk().may(section.duty()))
                .map(section -> load(section, personNo, businessDate, trace))
                .toList();
    }

    private static Loaded load(
            PersonSection section, long personNo, LocalDate businessDate, Trace trace) {
        String[] parts = section.fragment().split("::", 2);
        return new Loaded(
                section.code(),
                section.title(),
                parts[0].strip(),
                parts.length > 1 ? parts[1].strip() : "section",
                section.load(personNo, businessDate, trace));
    }
}
