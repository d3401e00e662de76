package org.machi.formats.column;

/**
 * The file, or a value that should go into one, is not as agreed. The only exception for bad data.
 */
public final class FormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public FormatException(Finding finding) {
        super(finding.message());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
