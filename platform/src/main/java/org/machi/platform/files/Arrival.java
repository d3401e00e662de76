package org.machi.platform.files;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A file as it arrived.
 *
 * @param storedAs name of the kept copy
 */
record Arrival(Path source, byte[] sha256, String storedAs, LocalDate day) {

    String fileName() {
        return source.getFileName().toString();
    }
}
