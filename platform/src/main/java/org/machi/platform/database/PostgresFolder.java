package org.machi.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where things lie below the server's home: binaries, data, log, lock and secrets. */
record PostgresFolder(Path home) {

    static PostgresFolder create(Path home) throws IOException {
        PostgresFolder folder = new PostgresFolder(home.toAbsolutePath().normalize());
        Files.createDirectories(folder.home);
        Files.createDirectories(folder.logFolder());
        return folder;
    }

    Path data() {
        return home.resolve("data");
    }

    Path logFolder() {
        return home.resolve("log");
    }

    Path log() {
        return logFolder().resolve("postgresql.log");
    }

    Path lockFile() {
        return home.resolve("owner.lock");
    }

    Path initialised() {
        return home.resolve("initialised");
    }

    Path superuserPassword() {
        return home.resolve("secrets").resolve("superuser.password");
    }

    /** Process and port as the running server wrote them, if its file is complete. */
    Optional<Postmaster> postmaster() {
        try {
            List<String> lines = Files.readAllLines(data().resolve("postmaster.pid"));
            return lines.size() < 4
                    ? Optional.empty()
                    : Optional.of(
                            new Postmaster(
                                    Long.parseLong(lines.get(0).strip()),
                                    Integer.parseInt(lines.get(3).strip())));
        } catch (IOException | NumberFormatException notThereOrHalfWritten) {
            return Optional.empty();
        }
    }

    void deleteData() throws IOException {
        if (!Files.exists(data())) {
            return;
        }
        try (Stream<Path> walk = Files.walk(data())) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    record Postmaster(long processId, int port) {}
}
