package org.machi.world.events;

import java.time.LocalDate;

/** Hears of each event right after it has changed the people. */
public interface Sink {
    /** A business day begins. */
    default void day(LocalDate day) {}

    default void resident(ResidentEvent event) {}

    default void tax(TaxEvent event) {}

    default void welfare(WelfareEvent event) {}

    default void visit(CounterVisit visit) {}
}
