package org.machi.platform.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a folder can take a database: writable, and enough room on its disk. */
final class Room {

    /**
     * Programs, an empty cluster and three databases take some 300 MB before the first resident.
     */
    static final long TO_BEGIN = 500L << 20;

    /** Less than this, and the server's next segments of its log may not find room. */
    static final long TO_GO_ON = 100L << 20;

    private Room() {}

    /**
     * Refuses to begin what could not be finished.
     *
     * @param needed bytes that must be free
     */
    static void require(Path home, long needed) throws IOException {
        try {
            Files.createDirectories(home);
        } catch (FileSystemException e) {
            throw new CannotStart("the data folder " + home + " can't be made: " + reason(e), e);
        }
        if (!Files.isWritable(home)) {
            throw new CannotStart("the data folder " + home + " can't be written to");
        }
        long free = Files.getFileStore(home).getUsableSpace();
        if (free < needed) {
            throw new CannotStart(
                    "only %d MB are free where %s lies, at least %d MB are needed; make room or choose another folder with --data"
                            .formatted(free >> 20, home, needed >> 20));
        }
    }

    private static String reason(FileSystemException e) {
        String reason = e.getReason();
        return (reason == null ? e.getClass().getSimpleName() : reason) + " (" + e.getFile() + ")";
    }
}
