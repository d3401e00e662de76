package org.machi.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.FormatException;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileName;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.stereotype.Component;

/** The folder into which others put files, and the folders where they go when they are settled. */
@Component
final class Inbox {

    private final Path folder;

    Inbox(OrganisationSettings settings) {
        this.folder = settings.inbox();
    }

    /** A file that waits, with the name's meaning; null for a name that no rule produces. */
    record Waiting(Path path, @Nullable FileName name) {

        static Waiting of(Path path) {
            try {
                return new Waiting(path, FileName.parse(path.getFileName().toString()));
            } catch (FormatException notAsAgreed) {
                return new Waiting(path, null);
            }
        }
    }

    /**
     * Files that wait, in the given order of kinds, each kind by sender and number. Files of other
     * kinds are left for another call; unknown names come last, so that they are refused visibly.
     */
    List<Waiting> waiting(List<FileKind> order) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Waiting> found = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            paths.filter(Inbox::complete).map(Waiting::of).forEach(found::add);
        }
        found.removeIf(w -> w.name() != null && !order.contains(w.name().kind()));
        found.sort(
                Comparator.comparingInt((Waiting w) ->
                                w.name() == null
                                        ? Integer.MAX_VALUE
                                        : order.indexOf(w.name().kind()))
                        .thenComparing(w -> w.path().getFileName().toString()));
        return found;
    }

    /** Half-written files have names of their own until they are whole. */
    private static boolean complete(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith(".tmp") && Files.isRegularFile(path);
    }

    /** Moves a settled file out of the way, under its name and the beginning of its hash. */
    void settle(Path source, FileRecord file) throws IOException {
        Path target = settled(file);
        Files.createDirectories(target.resolveSibling("."));
        Files.move(source, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether a file of this name waits. */
    boolean holds(String name) {
        return Files.exists(folder.resolve(name));
    }

    /** Puts a file that is taken up again back among those that wait, whole or not at all. */
    void putBack(FileRecord file, InputStream bytes) throws IOException {
        Files.createDirectories(folder);
        Path half = folder.resolve("." + file.name() + ".tmp");
        Files.copy(bytes, half, StandardCopyOption.REPLACE_EXISTING);
        Files.move(half, folder.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
        if (file.state().settled()) {
            Files.deleteIfExists(settled(file));
        }
    }

    /** True if the file was moved after it was settled; then the one in the inbox is another. */
    boolean isSettled(FileRecord file) {
        return Files.exists(settled(file));
    }

    private Path settled(FileRecord file) {
        return folder.resolveSibling(folderFor(file.state()))
                .resolve(file.name() + "." + file.id() + "." + file.sha256().substring(0, 12));
    }

    private static String folderFor(FileState state) {
        return switch (state) {
            case APPLIED, DUPLICATE, SENT -> "done";
            // A discarded file stays where it was put when it was held.
            case HELD, DISCARDED -> "held";
            case REFUSED -> "refused";
            case RECEIVED, CHECKED, READY ->
                    throw new IllegalArgumentException("not settled: " + state);
        };
    }
}
