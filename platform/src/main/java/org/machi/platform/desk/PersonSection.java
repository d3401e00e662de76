package org.machi.platform.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.platform.staff.Trace;

/**
 * One part of the page about a person (資格, 賦課, 収納 …). A feature declares it as a bean; the
 * application's person page shows the sections in order, each to those who hold its duty, with
 * {@code platform/person :: sections}.
 */
public interface PersonSection {
    /** Sections with lower numbers come first. */
    int order();

    /** Anchor and tab name in Latin letters, for example {@code premium}. */
    String code();

    /** Heading, for example 保険料. */
    String title();

    /** Code of the duty without which the section is neither loaded nor shown. */
    String duty();

    /**
     * The template and fragment that shows it, for example {@code city/koki/premium :: section}.
     */
    String fragment();

    /**
     * Whether what it shows stays under the number for which it was made when that number is merged
     * into another one (台帳); it is then shown with both.
     */
    default boolean ledger() {
        return false;
    }

    /**
     * What the fragment shows, reached there as {@code section.data}; null when there is nothing to
     * show.
     */
    @Nullable Object load(long personNo, LocalDate businessDate, Trace trace);
}
