package org.machi.city.levy.desk;

import java.util.function.Supplier;

/** What became of a deed: done, or refused with the reason as the clerk reads it. */
sealed interface Outcome {

    /** Done; {@code what} tells it in one line. */
    record Done(String what) implements Outcome {}

    /** Not done, nothing has changed. */
    record Refused(String why) implements Outcome {}

    /** The deed unless a rule speaks against it; {@code fault} is empty when none does. */
    static Outcome unless(String fault, Supplier<Outcome> deed) {
        return fault.isEmpty() ? deed.get() : new Refused(fault);
    }
}
