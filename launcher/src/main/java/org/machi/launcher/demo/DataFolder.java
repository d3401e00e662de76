package org.machi.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.machi.platform.database.CannotStart;
import org.machi.platform.database.EmbeddedPostgres;
import org.machi.platform.database.PostgresServerSettings;

/** Where a demo keeps everything. */
public final class DataFolder {

    private DataFolder() {}

    /** {@code data/demo} below the project's folder, which the machi script names. */
    public static Path standard() {
        return Path.of(System.getProperty("machi.home", ".")).resolve("data").resolve("demo");
    }

    /** Refuses a folder that holds something else: nobody's files are mixed with a demo's. */
    public static void requireOwn(Path data) throws IOException {
        if (!Files.isDirectory(data) || DemoSettings.existIn(data)) {
            return;
        }
        try (Stream<Path> content = Files.list(data)) {
            if (content.findAny().isPresent()) {
                throw new CannotStart(
                        data
                                + " holds something that is no demo; choose another folder with --data");
            }
        }
    }

    /**
     * Stops the server that a killed demo left running in the folder, then removes the folder; what
     * tells that it is a demo's goes last.
     */
    public static void clear(Path data) throws IOException {
        requireOwn(data);
        if (!DemoSettings.existIn(data)) {
            return;
        }
        try (EmbeddedPostgres server =
                EmbeddedPostgres.start(data, PostgresServerSettings.standard())) {
            requireAlone(server, data);
        }
        Path mark = DemoSettings.file(data);
        try (Stream<Path> tree = Files.walk(data)) {
            tree.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(mark) && !path.equals(data))
                    .forEach(DataFolder::delete);
        }
        delete(mark);
        delete(data);
    }

    /** Two programs on the same data would play the same days. */
    static void requireAlone(EmbeddedPostgres server, Path data) {
        if (!server.owned()) {
            throw new CannotStart(
                    "another machi is running on "
                            + data
                            + "; stop it first, or choose another folder with --data");
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
