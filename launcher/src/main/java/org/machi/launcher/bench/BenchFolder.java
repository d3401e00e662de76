package org.machi.launcher.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one measurement; nothing of it is kept. */
final class BenchFolder {
    private BenchFolder() {}

    static Path make() throws IOException {
        return Files.createTempDirectory("machi-bench");
    }

    static void clear(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> tree = Files.walk(folder)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
