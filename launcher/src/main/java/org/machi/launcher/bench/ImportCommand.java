package org.machi.launcher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./machi bench import}: the load of a whole city beside COPY of the same rows. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "measures the load of a whole city and the extract for the union")
final class ImportCommand implements Callable<Integer> {

    private static final int SMALLEST = 1_000;
    private static final int LARGEST = 1_000_000;
    private static final int MOST_EVENTS = 20_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--residents",
            paramLabel = "N",
            defaultValue = "830000",
            description = "residents, 1000 to 1000000 (default ${DEFAULT-VALUE})")
    private int residents;

    @Option(
            names = "--events",
            paramLabel = "E",
            defaultValue = "800",
            description = "events of the day after the load (default ${DEFAULT-VALUE})")
    private int events;

    @Override
    public Integer call() throws IOException, SQLException {
        require("--residents", residents, SMALLEST, LARGEST);
        require("--events", events, 0, MOST_EVENTS);
        Path folder = BenchFolder.make();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BigCity city = BigCity.start(folder, residents, 0)) {
            new ImportBench(city, events).measure().print(out);
        } finally {
            BenchFolder.clear(folder);
        }
        return 0;
    }

    private void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    "%s takes %d to %d, not %d".formatted(option, least, most, value));
        }
    }
}
