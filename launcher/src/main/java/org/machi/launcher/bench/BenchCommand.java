package org.machi.launcher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.machi.platform.database.EmbeddedPostgres;
import org.machi.platform.database.OrganisationDatabase;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.PostgresServerSettings;
import org.machi.union.UnionOffice;
import org.machi.union.assessment.AssessmentBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./machi bench}: only its subcommands do something. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "measures the July run (assessment), the rules alone (law), the load of a whole"
                        + " city (import) or the search of people (search)",
        subcommands = {
            BenchCommand.Assessment.class,
            BenchCommand.Law.class,
            ImportCommand.class,
            SearchCommand.class
        })
public final class BenchCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "bench what? try ./machi bench --help");
    }

    /**
     * {@code ./machi bench assessment}: the July run beside one SQL statement into a keyed table.
     */
    @Command(
            name = "assessment",
            mixinStandardHelpOptions = true,
            description = "measures the July run of a union beside a limit of the same machine")
    static final class Assessment implements Callable<Integer> {

        /** 東京都's union; its rates are what the bench decides with. */
        private static final String UNION = "39130000";

        private static final int SMALLEST = 1_000;
        private static final int LARGEST = 2_000_000;
        private static final int MOST_ROUNDS = 50;

        @Spec private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--insured",
                paramLabel = "N",
                defaultValue = "130000",
                description = "insured persons, 1000 to 2000000 (default ${DEFAULT-VALUE})")
        private int insured;

        @Option(
                names = "--rounds",
                paramLabel = "R",
                defaultValue = "3",
                description = "measured rounds; the median counts (default ${DEFAULT-VALUE})")
        private int rounds;

        @Override
        public Integer call() throws IOException {
            if (insured < SMALLEST || insured > LARGEST) {
                throw new ParameterException(
                        spec.commandLine(), "--insured takes 1000 to 2000000, not " + insured);
            }
            if (rounds < 1 || rounds > MOST_ROUNDS) {
                throw new ParameterException(
                        spec.commandLine(), "--rounds takes 1 to 50, not " + rounds);
            }
            Path folder = BenchFolder.make();
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            try {
                measure(folder).print(out);
            } finally {
                BenchFolder.clear(folder);
            }
            return 0;
        }

        private AssessmentBench.Result measure(Path folder) {
            try (EmbeddedPostgres server =
                            EmbeddedPostgres.start(folder, PostgresServerSettings.standard());
                    UnionOffice union = UnionOffice.start(settings(folder, server), List.of())) {
                return union.organisation().get(AssessmentBench.class).measure(insured, rounds);
            }
        }

        private static OrganisationSettings settings(Path folder, EmbeddedPostgres server) {
            Path home = folder.resolve(UNION);
            return new OrganisationSettings(
                    UNION,
                    "計測",
                    OrganisationSettings.Kind.UNION,
                    OrganisationDatabase.provide(server, UNION, home.resolve("keys")),
                    home,
                    folder.resolve("exchange"),
                    0);
        }
    }

    /** {@code ./machi bench law}: the rules of the premium beside a loop over arrays. */
    @Command(
            name = "law",
            mixinStandardHelpOptions = true,
            description = "measures the rules alone, with and without explanation")
    static final class Law implements Callable<Integer> {

        @Spec private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--people",
                paramLabel = "N",
                defaultValue = "130000",
                description = "insured persons, 1000 to 2000000 (default ${DEFAULT-VALUE})")
        private int people;

        @Option(
                names = "--rounds",
                paramLabel = "R",
                defaultValue = "9",
                description = "measured rounds; the median counts (default ${DEFAULT-VALUE})")
        private int rounds;

        @Option(
                names = "--jmh",
                description = "measures with JMH in processes of their own, about two minutes")
        private boolean jmh;

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (jmh) {
                return JmhRun.inProcess();
            }
            if (people < Assessment.SMALLEST || people > Assessment.LARGEST) {
                throw new ParameterException(
                        spec.commandLine(), "--people takes 1000 to 2000000, not " + people);
            }
            if (rounds < 1 || rounds > Assessment.MOST_ROUNDS) {
                throw new ParameterException(
                        spec.commandLine(), "--rounds takes 1 to 50, not " + rounds);
            }
            LawBench.Result result = new LawBench(people).measure(rounds);
            result.print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
            return result.same() ? 0 : 1;
        }
    }
}
