package org.machi.platform.staff;

/**
 * 権限 one thing that a member of staff may be allowed to do.
 *
 * @param code what annotations and grants name, for example {@code jobs.run}; lower case with dots
 * @param name what people read, for example 処理の実行
 */
public record Duty(String code, String name) {
    public Duty {
        if (!code.matches("[a-z][a-z0-9]*(\\.[a-z][a-z0-9]*)*")) {
            throw new IllegalArgumentException("not a duty code: " + code);
        }
        if (name.isBlank()) {
            throw new IllegalArgumentException("a duty needs a name: " + code);
        }
    }
}
