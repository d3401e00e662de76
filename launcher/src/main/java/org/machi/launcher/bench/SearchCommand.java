package org.machi.launcher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./machi bench search}: the search of people by kana beside the same SQL. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "measures the search of people through the console beside the same SQL")
final class SearchCommand implements Callable<Integer> {

    private static final int SMALLEST = 1_000;
    private static final int LARGEST = 1_000_000;
    private static final int LONGEST = 120;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--residents",
            paramLabel = "N",
            defaultValue = "830000",
            description = "residents, 1000 to 1000000 (default ${DEFAULT-VALUE})")
    private int residents;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "9",
            description = "of each measurement (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "8099",
            description = "of the console (default ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws IOException {
        if (residents < SMALLEST || residents > LARGEST || seconds < 1 || seconds > LONGEST) {
            throw new ParameterException(
                    spec.commandLine(), "--residents takes 1000 to 1000000, --seconds 1 to 120");
        }
        Path folder = BenchFolder.make();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BigCity city = BigCity.start(folder, residents, port)) {
            new SearchBench(city, Duration.ofSeconds(seconds)).measure(out);
        } finally {
            BenchFolder.clear(folder);
        }
        return 0;
    }
}
