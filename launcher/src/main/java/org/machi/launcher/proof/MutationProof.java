package org.machi.launcher.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Changes the rules about money one small thing at a time and runs their tests: whoever reads the
 * result knows how much of a rule could be wrong without anybody noticing.
 */
final class MutationProof {
    private final Path home;
    private final PrintStream out;

    MutationProof(Path home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    /**
     * Whether each package's tests notice at least so many percent of the changes.
     *
     * @throws IllegalStateException when the run itself failed
     */
    boolean run(int percent) throws IOException, InterruptedException {
        Path target = Files.createDirectories(home.resolve("law").resolve("target"));
        Path report = target.resolve("pit-reports").resolve("mutations.csv");
        Files.deleteIfExists(report);
        Path log = target.resolve("mutation.log");
        out.println("お金の規則を少しずつ変えて試験します（数分かかります。記録: " + log + "）");
        Process maven = maven().redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (maven.waitFor() != 0 || !Files.exists(report)) {
            throw new IllegalStateException("mutation testing did not end well, see " + log);
        }
        MutationReport read = MutationReport.of(Files.readAllLines(report));
        out.print(read.text());
        boolean good = read.reaches(percent);
        out.println(
                good
                        ? "どの規則も " + percent + "% 以上です"
                        : percent + "% に届かない規則があります: " + report.resolveSibling("index.html"));
        return good;
    }

    /** The profile {@code mutation} of law/pom.xml, in the JDK of this program. */
    private ProcessBuilder maven() {
        ProcessBuilder maven =
                new ProcessBuilder(
                        List.of(
                                home.resolve("mvnw").toString(),
                                "-B",
                                "-ntp",
                                "-pl",
                                "law",
                                "-am",
                                "-Pmutation",
                                "test-compile",
                                "org.pitest:pitest-maven:mutationCoverage"));
        maven.directory(home.toFile());
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return maven;
    }
}
