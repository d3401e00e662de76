package org.machi.launcher.law;

import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.machi.law.JapaneseDate;
import org.machi.law.LawException;
import org.machi.law.parameter.Gap;
import org.machi.law.parameter.ParameterName;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code ./machi law parameters}: every value that applies to a union on a day, and what is
 * missing.
 */
@Command(
        name = "parameters",
        mixinStandardHelpOptions = true,
        description = "prints every value that applies on a day, with source and mark")
final class ParametersCommand implements Callable<Integer> {

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--at",
            required = true,
            paramLabel = "DATE",
            description = "day, e.g. 2026-04-01")
    private String at = "";

    @Option(names = "--union", required = true, paramLabel = "NN", description = "union, 01 to 47")
    private String union = "";

    @Override
    public Integer call() {
        LocalDate day = day();
        UnionCode code = union();
        Parameters parameters = Parameters.standard();
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s　%sに適用される値%n", code.japanese(), JapaneseDate.longForm(day));
        String area = "";
        for (ParameterName name : ParameterName.all()) {
            if (!name.area().equals(area)) {
                area = name.area();
                out.printf("%n【%s】%n", area);
            }
            parameters.find(name.name(), code.code(), day).ifPresent(row -> print(out, row));
            parameters.conversions().stream()
                    .filter(row -> row.name().equals(name.name()) && row.holdsOn(day))
                    .forEach(row -> print(out, row));
            parameters.knownGaps().stream()
                    .filter(gap -> covers(gap, name.name(), code.code(), day))
                    .forEach(gap ->
                            out.printf(
                                    "%s（%s） = なし（%s）%n",
                                    name.japanese(), name.name(), gap.reason()));
        }
        out.flush();
        return 0;
    }

    private static boolean covers(Gap gap, String name, String union, LocalDate day) {
        return gap.covers(name, union, day) || gap.covers(name, ParameterRow.NATIONAL, day);
    }

    private static void print(PrintWriter out, ParameterRow row) {
        out.printf(
                "%s（%s） = %s　［%s］%sから%sまで　%s　%s%n",
                row.japanese(),
                row.name(),
                row.display(),
                row.scope().equals(ParameterRow.NATIONAL) ? "国" : row.scope(),
                row.from(),
                row.to().minusDays(1),
                row.mark().japanese(),
                row.source());
    }

    private LocalDate day() {
        try {
            return at.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? LocalDate.parse(at)
                    : JapaneseDate.parse(at);
        } catch (DateTimeException | LawException e) {
            throw new ParameterException(
                    spec.commandLine(), "--at takes a day such as 2026-04-01, not " + at);
        }
    }

    private UnionCode union() {
        try {
            return UnionCode.of(union);
        } catch (LawException e) {
            throw new ParameterException(
                    spec.commandLine(), "--union takes 01 to 47, not " + union);
        }
    }
}
