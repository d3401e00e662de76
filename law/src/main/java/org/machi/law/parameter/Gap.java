package org.machi.law.parameter;

import java.time.LocalDate;

/** A value that is known to be missing, reviewed by a person, with the reason. */
public record Gap(String name, String scope, LocalDate from, LocalDate to, String reason) {
    public boolean covers(String parameter, String of, LocalDate day) {
        return name.equals(parameter)
                && scope.equals(of)
                && !day.isBefore(from)
                && day.isBefore(to);
    }
}
