package org.machi.law;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The articles that a rule puts into code, as a lawyer cites them, e.g. {@code 令18条1項2号}.
 *
 * <p>法 = 高齢者の医療の確保に関する法律, 令 = its cabinet order, 則 = its ministerial ordinance, 準介 = 介護保険法 as
 * applied by 法110条, 地 = 地方税法, 自治法 = 地方自治法. "条例" stands for what an ordinance decides (a parameter).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD})
public @interface LegalBasis {
    /** One or more articles. */
    String[] value();
}
