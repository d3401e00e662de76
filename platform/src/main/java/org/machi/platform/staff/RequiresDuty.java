package org.machi.platform.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The duty without which the gate refuses this page method. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresDuty {
    /** Code of a {@link Duty} in the registry. */
    String value();
}
