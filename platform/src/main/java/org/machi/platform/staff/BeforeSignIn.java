package org.machi.platform.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page method that anyone may reach because nobody can be signed in yet; it must show nobody's
 * data.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BeforeSignIn {
    /** Why it has neither duty nor audit event. */
    String value();
}
