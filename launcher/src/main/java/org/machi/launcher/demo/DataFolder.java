package org.machi.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.machi.platform.database.EmbeddedPostgres;
import org.machi.platform.database.PostgresServerSettings;

/** Where a demo keeps everything. */
public final class DataFolder {

    private DataFolder() {}

    /** {@code data/demo} below the project's folder, which the machi script names. */
    public static Path standard() {
        return Path.of(System.getProperty("machi.home", ".")).resolve("data").resolve("demo");
    }

    /** Stops the server that may still run in the folder, then removes the folder. */
    public static void clear(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            return;
        }
        if (DemoSettings.existIn(data)) {
            EmbeddedPostgres.start(data, PostgresServerSettings.standard()).close();
        }
        try (Stream<Path> tree = Files.walk(data)) {
            tree.sorted(Comparator.reverseOrder()).forEach(DataFolder::delete);
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
