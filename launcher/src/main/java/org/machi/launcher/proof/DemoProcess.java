package org.machi.launcher.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A demo as a program of its own, which one can kill. */
final class DemoProcess {

    private DemoProcess() {}

    /** Starts {@code ./machi demo --no-serve} with more options; what it says goes into a log. */
    static Process start(List<String> options, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx2g",
                                "-Duser.timezone=Asia/Tokyo",
                                "-Dstdout.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.machi.launcher.Machi",
                                "demo",
                                "--no-serve"));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
