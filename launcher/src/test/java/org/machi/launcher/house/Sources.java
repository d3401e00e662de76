package org.machi.launcher.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The source files of all modules, seen from the launcher's folder. */
final class Sources {

    static final Path HOUSE = Path.of("..").toAbsolutePath().normalize();
    static final List<String> MODULES =
            List.of(
                    "law",
                    "formats",
                    "platform",
                    "calculators",
                    "world",
                    "city",
                    "union",
                    "launcher",
                    "bench");

    private Sources() {}

    static List<Path> main(String ending) {
        return below("main", ending);
    }

    static List<Path> tests(String ending) {
        return below("test", ending);
    }

    static List<Path> all(String ending) {
        List<Path> all = new ArrayList<>(main(ending));
        all.addAll(tests(ending));
        return all;
    }

    private static List<Path> below(String kind, String ending) {
        List<Path> found = new ArrayList<>();
        for (String module : MODULES) {
            Path folder = HOUSE.resolve(module).resolve("src").resolve(kind);
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.filter(path -> path.toString().endsWith(ending)).sorted().forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As people write it, e.g. law/src/main/java/…/Rate.java. */
    static String name(Path file) {
        return HOUSE.relativize(file).toString();
    }
}
