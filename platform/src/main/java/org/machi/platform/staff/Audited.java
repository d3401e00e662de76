package org.machi.platform.staff;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The audit event that this page method leaves, in its own transaction and before its answer goes
 * out.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
    /** What is done, as the audit page shows it: 照会, 検索, 更新, 実行, 印刷, 出力. */
    String action();

    /**
     * What it is done to; {@code {name}} is replaced by the path variable of that name: {@code 処理
     * {code}}.
     */
    String object();

    /**
     * True for a part that a page fetches again and again by itself, such as the progress of a run:
     * recorded once for each session and object, because the later times nobody looked anew.
     */
    boolean repeats() default false;
}
