package org.machi.city.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 発行: a page method that prints something of the person in its path. The gate asks for 発行抑止 before
 * it and spends the release after it, so that a release is good for one deed.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Issues {}
