package org.machi.launcher.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.machi.law.LawException;
import org.machi.law.parameter.UnionCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./machi demo}: makes two cities and their union, plays a year, opens the consoles. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "makes two demo cities and their union, plays a fiscal year, opens the consoles")
public final class DemoCommand implements Callable<Integer> {

    private static final int SMALLEST = 1_000;
    private static final int LARGEST = 1_000_000;
    private static final int FIRST_YEAR = 2024;
    private static final int LAST_YEAR = 2026;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--residents",
            defaultValue = "10000",
            description = "residents of both cities, 1000 to 1000000 (default ${DEFAULT-VALUE})")
    private int residents;

    @Option(
            names = "--year",
            defaultValue = "2026",
            description = "fiscal year, 2024 (R6) to 2026 (R8) (default ${DEFAULT-VALUE})")
    private int year;

    @Option(
            names = "--union",
            defaultValue = "27",
            description = "number of the prefecture, 01 to 47 (default ${DEFAULT-VALUE}, 大阪府)")
    private String union = "27";

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "decides people, events and behaviour (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--fresh", description = "forgets what the data folder holds and begins anew")
    private boolean fresh;

    @Option(
            names = "--line",
            description =
                    "files between the union and its cities go over the line (mutual TLS) on every day, not only the last ones")
    private boolean line;

    @Option(
            names = "--no-serve",
            description = "ends with the summary instead of opening the consoles")
    private boolean noServe;

    @Option(
            names = "--data",
            description = "data folder (default: data/demo below the project's folder)")
    private Path data = DataFolder.standard();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "port of the first console; the others follow (default ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws IOException {
        DemoSettings settings = settings();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                "町: %s、住民%,d人、令和%d年度、種%d（%s）%n",
                settings.union().japanese(),
                settings.residents(),
                settings.year() - 2018,
                settings.seed(),
                settings.data());
        try (Demo demo = Demo.open(settings, noServe ? 0 : port, out)) {
            demo.play(line);
            boolean agreed = demo.summarise();
            if (!noServe) {
                demo.serve();
            }
            return agreed ? 0 : 1;
        }
    }

    private DemoSettings settings() throws IOException {
        check(residents >= SMALLEST && residents <= LARGEST, "--residents takes 1000 to 1000000");
        check(year >= FIRST_YEAR && year <= LAST_YEAR, "--year takes 2024 to 2026");
        check(port > 0 && port <= 65_000, "--port takes 1 to 65000");
        DemoSettings wanted =
                new DemoSettings(data.toAbsolutePath(), seed, residents, union(), year);
        if (!noServe) {
            Consoles.requireFreePorts(port, spec.commandLine());
        }
        if (fresh) {
            DataFolder.clear(data);
        }
        if (DemoSettings.existIn(data)) {
            DemoSettings found = DemoSettings.read(data.toAbsolutePath());
            check(
                    found.equals(wanted),
                    "the data folder holds another demo (%s, %d residents, %d, seed %d); use --fresh or --data"
                            .formatted(
                                    found.union(), found.residents(), found.year(), found.seed()));
            return found;
        }
        DataFolder.requireOwn(data);
        wanted.write();
        return wanted;
    }

    private UnionCode union() {
        try {
            return UnionCode.of(union);
        } catch (LawException unknown) {
            throw new ParameterException(
                    spec.commandLine(), "--union takes 01 to 47, not " + union);
        }
    }

    private void check(boolean right, String otherwise) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
