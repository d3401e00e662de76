package org.machi.launcher.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.machi.launcher.demo.Consoles;
import org.machi.launcher.demo.Demo;
import org.machi.launcher.demo.DemoSettings;
import org.machi.launcher.verify.DataOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./machi run}: PostgreSQL and the consoles again on existing data. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "opens the consoles again on the data of a demo")
public final class RunCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "port of the first console; the others follow (default ${DEFAULT-VALUE})")
    private int port;

    @Override
    public Integer call() throws IOException {
        Path folder = data.existing(spec.commandLine());
        if (port < 1 || port > 65_000) {
            throw new ParameterException(spec.commandLine(), "--port takes 1 to 65000");
        }
        Consoles.requireFreePorts(port, spec.commandLine());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (Demo demo = Demo.open(DemoSettings.read(folder), port, out)) {
            demo.serve();
        }
        return 0;
    }
}
