package org.machi.platform.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs, unpacked below the data folder, and the way to run them.
 *
 * <p>PostgreSQL refuses to run as root. A root user therefore runs it as nobody (65534), or, where
 * nobody can't reach the folder, in a user namespace of its own.
 */
final class PostgresBinaries {

    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String VERSION = "18.6.0";
    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
    private static final List<String> IN_NAMESPACE = List.of("unshare", "-U");

    private final PostgresFolder folder;
    private final Path programs;
    private final List<String> prefix;

    private PostgresBinaries(PostgresFolder folder, Path programs) throws IOException {
        this.folder = folder;
        this.programs = programs;
        this.prefix = choosePrefix();
    }

    /** The server's programs are packed for one kind of machine. */
    static void requirePlatform(String system, String machine) {
        if (!system.equals("Linux") || !machine.equals("amd64")) {
            throw new CannotStart(
                    "PostgreSQL is packed for Linux on x86-64; this is %s on %s"
                            .formatted(system, machine));
        }
    }

    static PostgresBinaries unpack(PostgresFolder folder) throws IOException {
        Path target = folder.home().resolve("postgresql-" + VERSION);
        if (!Files.isDirectory(target)) {
            Path draft = Files.createTempDirectory(folder.home(), ".unpack");
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            extract(draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresBinaries(folder, target.resolve("bin"));
    }

    /** Gives a folder that the server writes into to the user that the server runs as. */
    void own(Path path) throws IOException {
        Files.createDirectories(path);
        if (prefix.equals(AS_NOBODY)) {
            Files.setAttribute(path, "unix:uid", NOBODY);
            Files.setAttribute(path, "unix:gid", NOBODY);
        }
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }

    /** A short-lived copy of a secret that initdb can read under its own user. */
    Path readableCopy(Path secret) throws IOException {
        Path copy = folder.logFolder().resolve(".initdb.password");
        Files.copy(secret, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-------"));
        if (prefix.equals(AS_NOBODY)) {
            Files.setAttribute(copy, "unix:uid", NOBODY);
        }
        return copy;
    }

    ProcessResult run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return execute(command);
    }

    private List<String> choosePrefix() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        List<String> probe = new ArrayList<>(AS_NOBODY);
        probe.addAll(List.of(programs.resolve("postgres").toString(), "--version"));
        if (!succeeds(probe)) {
            return IN_NAMESPACE;
        }
        Files.setAttribute(folder.logFolder(), "unix:uid", NOBODY);
        return AS_NOBODY;
    }

    private boolean succeeds(List<String> command) {
        try {
            return execute(command).exitCode() == 0;
        } catch (IOException programMissing) {
            return false;
        }
    }

    /** The output goes to a file: a pipe would stay open as long as the server lives. */
    private ProcessResult execute(List<String> command) throws IOException {
        Path output = Files.createTempFile("machi-postgres", ".out");
        try {
            Process process =
                    new ProcessBuilder(command)
                            .directory(folder.home().toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile())
                            .start();
            process.getOutputStream().close();
            int exitCode = process.waitFor();
            return new ProcessResult(exitCode, Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + command.getLast(), e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static void extract(Path target) throws IOException {
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                throw new DatabaseUnavailable(
                        "PostgreSQL is packed for Linux x86-64 only; missing " + ARCHIVE);
            }
            TarArchiveInputStream archive =
                    new TarArchiveInputStream(
                            new XZCompressorInputStream(new BufferedInputStream(packed)));
            for (TarArchiveEntry entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                extract(archive, entry, target);
            }
        }
    }

    private static void extract(TarArchiveInputStream archive, TarArchiveEntry entry, Path target)
            throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        Path parent = path.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(archive, path, StandardCopyOption.REPLACE_EXISTING);
            boolean program = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }
}
