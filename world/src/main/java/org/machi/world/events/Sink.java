package org.machi.world.events;

/** Hears of each event right after it has changed the people. */
public interface Sink {
    /** For playing days again without telling anyone. */
    Sink SILENT = new Sink() {};

    default void resident(ResidentEvent event) {}

    default void tax(TaxEvent event) {}

    default void welfare(WelfareEvent event) {}

    default void visit(CounterVisit visit) {}
}
