package org.machi.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The world sees files only: its classes name no database and no other part of the house. */
class AloneTest {
    private static final List<String> FORBIDDEN =
            List.of(
                    "java/sql",
                    "javax/sql",
                    "org/postgresql",
                    "org/springframework",
                    "org/machi/platform",
                    "org/machi/law",
                    "org/machi/city",
                    "org/machi/union",
                    "org/machi/launcher");

    @Test
    void noClassNamesADatabaseOrAnotherModule() throws IOException, URISyntaxException {
        Path classes =
                Path.of(World.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Path> files =
                Demo.files(classes).stream().filter(f -> f.toString().endsWith(".class")).toList();
        assertThat(files).hasSizeGreaterThan(40);
        for (Path file : files) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(FORBIDDEN).as(file.getFileName().toString()).noneMatch(text::contains);
        }
    }
}
