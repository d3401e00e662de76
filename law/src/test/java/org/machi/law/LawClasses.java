package org.machi.law;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All compiled classes of the module, for tests about the whole of it. */
public final class LawClasses {
    private LawClasses() {}

    public static List<Class<?>> all() {
        try {
            Path root =
                    Path.of(
                            LegalBasis.class
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                List<Class<?>> classes = new ArrayList<>();
                for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    String name =
                            root.relativize(file)
                                    .toString()
                                    .replace('/', '.')
                                    .replace(".class", "");
                    if (!name.endsWith("package-info")) {
                        classes.add(Class.forName(name));
                    }
                }
                return classes;
            }
        } catch (IOException | URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
