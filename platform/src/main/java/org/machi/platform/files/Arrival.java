package org.machi.platform.files;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file as it arrived.
 *
 * @param storedAs name of the kept copy, empty when the file was seen before
 */
record Arrival(Path source, byte[] sha256, String storedAs, LocalDate day) {

    String fileName() {
        return source.getFileName().toString();
    }

    boolean isSourceOf(FileRecord file) {
        return file.name().equals(fileName());
    }

    /** The same with a kept copy, if there was none yet. */
    Arrival kept(FileStore store) throws IOException {
        return storedAs.isEmpty()
                ? new Arrival(source, sha256, store.keep(source, day), day)
                : this;
    }
}
