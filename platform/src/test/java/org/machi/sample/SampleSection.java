package org.machi.sample;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.PersonSection;
import org.machi.platform.staff.Trace;

/** A section of the person page with the same data for everyone. */
record SampleSection(int order, String code, String title, String duty, @Nullable Object data)
        implements PersonSection {
    /** A line of the table of instalments. */
    record Instalment(int period, LocalDate dueOn, long charged, long paid) {}

    @Override
    public String fragment() {
        return "sample/" + code + " :: section";
    }

    @Override
    public @Nullable Object load(long personNo, LocalDate businessDate, Trace trace) {
        if (duty.equals("people.never")) {
            throw new IllegalStateException("a section was loaded without its duty");
        }
        return data;
    }
}
