package org.machi.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link PremiumBenchmark} and says how it stands to the aims, by the medians of all
 * iterations: a machine that was busy with something else for a while doesn't count.
 */
public final class LawRun {
    /** Aims of row 2 of the goals, nanoseconds a person. */
    private static final double RULES = 950;

    private static final double WITH_STEPS = 3_000;

    private LawRun() {}

    public static void main(String[] words) throws RunnerException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, Double> nanos = new TreeMap<>();
        for (RunResult result :
                new Runner(
                                new OptionsBuilder()
                                        .include(PremiumBenchmark.class.getName())
                                        .shouldFailOnError(true)
                                        .build())
                        .run()) {
            Result<?> measured = result.getPrimaryResult();
            nanos.put(measured.getLabel(), measured.getStatistics().getPercentile(50));
        }
        double rules = nanos.getOrDefault("rules", Double.NaN);
        double steps = nanos.getOrDefault("rulesWithSteps", Double.NaN);
        double arrays = nanos.getOrDefault("arrays", Double.NaN);
        out.printf(
                "中央値: 規則 %.0f ns/人（目標 %.0f 以下）、計算根拠の構造まで %.0f ns/人（目標 %.0f 以下）、配列のループ %.0f ns/人%n",
                rules, RULES, steps, WITH_STEPS, arrays);
        out.printf("規則 ÷ 配列 %.1f、計算根拠の構造まで ÷ 配列 %.1f%n", rules / arrays, steps / arrays);
    }
}
