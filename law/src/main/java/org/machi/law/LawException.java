package org.machi.law;

/**
 * A question that the law module can't answer: a parameter that is missing, a date outside a table,
 * facts that contradict.
 */
public class LawException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LawException(String message) {
        super(message);
    }
}
