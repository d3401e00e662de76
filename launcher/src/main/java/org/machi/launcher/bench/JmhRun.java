package org.machi.launcher.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Starts the module {@code bench}, which the launcher itself doesn't know. */
final class JmhRun {
    private JmhRun() {}

    /**
     * Runs the measurements with the Java of this program; their lines go where its own go.
     *
     * @return the exit code
     */
    static int inProcess() throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("machi.home", ".")).toAbsolutePath();
        Path target = home.resolve("bench").resolve("target");
        Path classes = target.resolve("classes");
        if (!Files.isDirectory(classes)) {
            throw new IOException("the module bench is not built: " + classes);
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classPath = classes + File.pathSeparator + target.resolve("lib").resolve("*");
        return new ProcessBuilder(
                        java,
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        classPath,
                        "org.machi.bench.LawRun")
                .inheritIO()
                .start()
                .waitFor();
    }
}
