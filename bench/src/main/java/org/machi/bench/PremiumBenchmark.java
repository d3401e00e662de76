package org.machi.bench;

import java.util.concurrent.TimeUnit;
import org.machi.launcher.bench.LawBench;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From tax facts to the premium of both parts, with the real rules of 大阪府 令和8年度, for people in
 * memory: without explanation, with its steps, with its text; and the loop over arrays. One
 * operation is one person.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 2,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseParallelGC"})
public class PremiumBenchmark {
    static final int PEOPLE = 30_000;

    private final LawBench people = new LawBench(PEOPLE);

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public long rules() {
        return people.rules();
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public long rulesWithSteps() {
        return people.steps();
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public long rulesWithText() {
        return people.text();
    }

    @Benchmark
    @OperationsPerInvocation(PEOPLE)
    public long arrays() {
        return people.arrays();
    }
}
