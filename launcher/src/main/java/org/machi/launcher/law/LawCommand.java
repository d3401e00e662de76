package org.machi.launcher.law;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./machi law}: only its subcommands do something. */
@Command(
        name = "law",
        mixinStandardHelpOptions = true,
        description = "shows the law's dated values (law parameters)",
        subcommands = {ParametersCommand.class})
public final class LawCommand implements Runnable {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "law what? try ./machi law --help");
    }
}
