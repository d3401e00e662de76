package org.machi.launcher.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.machi.launcher.demo.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./machi proof}: what is promised, shown by doing it. */
@Command(
        name = "proof",
        mixinStandardHelpOptions = true,
        description = "shows what is promised (proof restart, proof unions, proof mutation)",
        subcommands = {
            ProofCommand.Restart.class,
            ProofCommand.Unions.class,
            ProofCommand.Mutation.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class ProofCommand {

    /** {@code ./machi proof restart}. */
    @Command(
            name = "restart",
            mixinStandardHelpOptions = true,
            description =
                    "kills a demo with kill -9 again and again; its summary must be that of a quiet run")
    static final class Restart implements Callable<Integer> {

        @Option(
                names = "--residents",
                defaultValue = "1000",
                description = "residents of the demo (default ${DEFAULT-VALUE})")
        private int residents;

        @Option(
                names = "--kills",
                defaultValue = "5",
                description = "how often the demo is killed (default ${DEFAULT-VALUE})")
        private int kills;

        @Option(
                names = "--seed",
                defaultValue = "1",
                description =
                        "decides the demo and the moments of the kills (default ${DEFAULT-VALUE})")
        private long seed;

        @Option(
                names = "--data",
                description =
                        "folder for both demos (default: data/proof below the project's folder)")
        private Path data = DataFolder.standard().resolveSibling("proof");

        @Override
        public Integer call() throws IOException, InterruptedException {
            return new RestartProof(data.toAbsolutePath(), residents, seed, System.out).run(kills)
                    ? 0
                    : 1;
        }
    }

    /** {@code ./machi proof unions}. */
    @Command(
            name = "unions",
            mixinStandardHelpOptions = true,
            description = "plays a year for each of the 47 unions; all sides must tell the same")
    static final class Unions implements Callable<Integer> {

        private static final int UNIONS = 47;

        @Spec private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--residents",
                defaultValue = "1000",
                description = "residents of each demo (default ${DEFAULT-VALUE})")
        private int residents;

        @Option(
                names = "--year",
                defaultValue = "2026",
                description = "fiscal year (default ${DEFAULT-VALUE})")
        private int year;

        @Option(names = "--from", defaultValue = "1", description = "number of the first union")
        private int from;

        @Option(names = "--to", defaultValue = "47", description = "number of the last union")
        private int to;

        @Option(
                names = "--data",
                description =
                        "folder for the demos (default: data/proof below the project's folder)")
        private Path data = DataFolder.standard().resolveSibling("proof");

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (from < 1 || from > to || to > UNIONS) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--from and --to take 1 to 47, not " + from + " to " + to);
            }
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            return new UnionsProof(data.toAbsolutePath(), residents, year, out).run(from, to)
                    ? 0
                    : 1;
        }
    }

    /** {@code ./machi proof mutation}. */
    @Command(
            name = "mutation",
            mixinStandardHelpOptions = true,
            description =
                    "changes the rules about money one small thing at a time; a test must notice")
    static final class Mutation implements Callable<Integer> {

        @Spec private CommandSpec spec = CommandSpec.create();

        @Option(
                names = "--threshold",
                paramLabel = "PERCENT",
                defaultValue = "90",
                description =
                        "changes that the tests of each package must notice (default ${DEFAULT-VALUE})")
        private int threshold;

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (threshold < 1 || threshold > 100) {
                throw new ParameterException(
                        spec.commandLine(), "--threshold takes 1 to 100, not " + threshold);
            }
            Path home = Path.of(System.getProperty("machi.home", "."));
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            return new MutationProof(home.toAbsolutePath(), out).run(threshold) ? 0 : 1;
        }
    }
}
