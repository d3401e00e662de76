package org.machi.launcher.proof;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.machi.launcher.demo.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./machi proof}: what is promised about a whole year, shown by doing it. */
@Command(
        name = "proof",
        mixinStandardHelpOptions = true,
        description = "shows what is promised about a whole year (proof restart)",
        subcommands = {ProofCommand.Restart.class},
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
}
