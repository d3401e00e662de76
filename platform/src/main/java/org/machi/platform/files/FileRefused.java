package org.machi.platform.files;

import java.util.List;
import org.machi.formats.column.Finding;

/** Thrown by a handler that can't take a file as a whole; nothing of it is applied. */
public final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public FileRefused(Finding finding) {
        this(List.of(finding));
    }

    public FileRefused(List<Finding> findings) {
        super(findings.getFirst().message());
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
