package org.machi.launcher.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The same demo twice, once left in peace and once killed again and again: both must tell the same
 * summary.
 */
final class RestartProof {

    private static final String SUMMARY = "のまとめ";
    private static final int SHORTEST_SECONDS = 8;
    private static final int SPREAD_SECONDS = 20;

    private final Path data;
    private final int residents;
    private final long seed;
    private final PrintStream out;

    RestartProof(Path data, int residents, long seed, PrintStream out) {
        this.data = data;
        this.residents = residents;
        this.seed = seed;
        this.out = out;
    }

    boolean run(int kills) throws IOException, InterruptedException {
        out.println("一度も止めない年度…");
        Path quiet = play("quiet", true);
        out.println("何度も止める年度…");
        Random moments = new Random(seed);
        boolean fresh = true;
        for (int kill = 1; kill <= kills; kill++) {
            int seconds = SHORTEST_SECONDS + moments.nextInt(SPREAD_SECONDS);
            Process demo = start("killed", fresh, data.resolve("killed.log"));
            fresh = false;
            if (demo.waitFor(seconds, TimeUnit.SECONDS)) {
                break;
            }
            demo.destroyForcibly().waitFor();
            out.printf("  %d回目: %d秒でkill -9%n", kill, seconds);
        }
        Path killed = play("killed", fresh);
        List<String> expected = summary(quiet);
        List<String> found = summary(killed);
        boolean same = !expected.isEmpty() && expected.equals(found);
        out.println(same ? "まとめは同じです" : "まとめが違います: " + quiet + " と " + killed);
        return same;
    }

    private Path play(String name, boolean fresh) throws IOException, InterruptedException {
        Path log = data.resolve(name + ".log");
        int code = start(name, fresh, log).waitFor();
        if (code != 0) {
            throw new IllegalStateException("the demo ended with " + code + ", see " + log);
        }
        return log;
    }

    private Process start(String name, boolean fresh, Path log) throws IOException {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--residents",
                                Integer.toString(residents),
                                "--seed",
                                Long.toString(seed),
                                "--data",
                                data.resolve(name).toString()));
        if (fresh) {
            options.add("--fresh");
        }
        return DemoProcess.start(options, log);
    }

    private static List<String> summary(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        int at = 0;
        while (at < lines.size() && !lines.get(at).contains(SUMMARY)) {
            at++;
        }
        return lines.subList(at, lines.size());
    }
}
