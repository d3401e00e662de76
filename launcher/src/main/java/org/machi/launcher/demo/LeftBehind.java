package org.machi.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.machi.formats.file.FileName;
import org.machi.platform.Organisation;
import org.machi.platform.files.Intake;

/**
 * Files that lie in an inbox and that nobody there takes. What came on the evening of the last day
 * is none of them: it waits for a morning.
 */
final class LeftBehind {

    private LeftBehind() {}

    static List<String> in(List<Organisation> organisations) {
        List<String> found = new ArrayList<>();
        for (Organisation organisation : organisations) {
            for (String name : names(organisation.settings().inbox())) {
                if (!organisation.get(Intake.class).kinds().contains(FileName.parse(name).kind())) {
                    found.add(organisation.settings().name() + "が取り扱わないファイルが残っています: " + name);
                }
            }
        }
        return found;
    }

    private static List<String> names(Path inbox) {
        if (!Files.isDirectory(inbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(inbox)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !name.endsWith(".pdf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
