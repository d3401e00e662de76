package org.machi.launcher;

import org.machi.calculators.Calculator;
import org.machi.calculators.Calculators;
import org.machi.launcher.bench.BenchCommand;
import org.machi.launcher.calculate.CalculatorCommand;
import org.machi.launcher.demo.DemoCommand;
import org.machi.launcher.law.LawCommand;
import org.machi.launcher.premium.PremiumCommand;
import org.machi.launcher.proof.ProofCommand;
import org.machi.launcher.run.RunCommand;
import org.machi.launcher.scene.SceneCommand;
import org.machi.launcher.verify.AuditCommand;
import org.machi.launcher.verify.LedgerCommand;
import org.machi.platform.database.CannotStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line {@code ./machi}: starts everyone, decides nothing.
 *
 * <p>Exit codes: 0 done, 1 something was found or failed, 2 wrong words or facts, or surroundings
 * in which it can't start (one line that says which and what to do).
 */
@Command(
        name = "machi",
        mixinStandardHelpOptions = true,
        version = "machi 0.1",
        header = "町 — an open core system for Japanese local government",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            PremiumCommand.class,
            LawCommand.class,
            LedgerCommand.class,
            AuditCommand.class,
            SceneCommand.class,
            BenchCommand.class,
            ProofCommand.class
        },
        footer = {
            "",
            "  test [-- Maven options]   builds and runs every test (a script, no Java needed beforehand)",
        })
public final class Machi implements Runnable {

    /** Exit code for wrong words on the command line. */
    public static final int WRONG_WORDS = 2;

    @Spec private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine machi = new CommandLine(new Machi());
        for (Calculator calculator : Calculators.all()) {
            machi.addSubcommand(CalculatorCommand.of(calculator));
        }
        return machi.setParameterExceptionHandler(Machi::oneClearLine)
                .setExecutionExceptionHandler(Machi::reasonFirst);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "which command? try ./machi --help for the list");
    }

    private static int oneClearLine(ParameterException wrong, String[] arguments) {
        wrong.getCommandLine()
                .getErr()
                .println(
                        "machi: "
                                + String.valueOf(wrong.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse(""));
        return WRONG_WORDS;
    }

    private static int reasonFirst(
            Exception failure, CommandLine commandLine, CommandLine.ParseResult parsed) {
        if (failure instanceof CannotStart) {
            commandLine.getErr().println("machi: " + failure.getMessage());
            return WRONG_WORDS;
        }
        commandLine.getErr().println("machi: " + failure.getMessage());
        if (System.getenv("MACHI_TRACE") != null) {
            failure.printStackTrace(commandLine.getErr());
        } else {
            commandLine.getErr().println("       (set MACHI_TRACE=1 to see where it happened)");
        }
        return 1;
    }
}
