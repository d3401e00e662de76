package org.machi.launcher.house;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The jars that this test runs with: those of every module, and the tests' own. */
final class ClassPath {

    private ClassPath() {}

    /** File names of libraries, not the project's own. */
    static List<String> jars() {
        String path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        return Arrays.stream(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar") && !name.startsWith("machi-"))
                .sorted()
                .toList();
    }
}
