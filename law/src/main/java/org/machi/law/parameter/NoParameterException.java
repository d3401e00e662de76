package org.machi.law.parameter;

import java.time.LocalDate;
import org.machi.law.LawException;

/**
 * A parameter without a value for the day asked, with the reviewed reason when the gap is a known
 * one.
 */
public final class NoParameterException extends LawException {
    private static final long serialVersionUID = 1L;

    public NoParameterException(String name, String scope, LocalDate day, String reason) {
        super(
                ParameterName.find(name).map(ParameterName::japanese).orElse("この項目")
                        + "の値がありません（no parameter for "
                        + name
                        + ", "
                        + scope
                        + ", "
                        + day
                        + "）"
                        + (reason.isEmpty() ? "" : ": " + reason));
    }
}
