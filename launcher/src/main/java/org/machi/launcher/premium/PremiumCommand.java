package org.machi.launcher.premium;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.machi.calculators.premium.FactProblem;
import org.machi.calculators.premium.FactSheet;
import org.machi.calculators.premium.FactsRefused;
import org.machi.calculators.premium.PremiumAnswer;
import org.machi.calculators.premium.PremiumTable;
import org.machi.launcher.Machi;
import org.machi.law.LawException;
import org.machi.law.LevyYear;
import org.machi.law.parameter.UnionCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./machi premium}: what each insured member of a household pays, and why. */
@Command(
        name = "premium",
        mixinStandardHelpOptions = true,
        description =
                "computes the premiums of households from a CSV or JSON file, with explanation",
        footer = {"", "The items of the file are described in docs/premium-input.md."})
public final class PremiumCommand implements Callable<Integer> {

    private static final String STANDARD_INPUT = "-";
    private static final long LARGEST_INPUT = 50_000_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = STANDARD_INPUT,
            description = "facts of households; without it or with - from standard input")
    private String file = STANDARD_INPUT;

    @Option(names = "--json", description = "answers in JSON, for programs")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "writes the premiums as CSV here, one line an insured person")
    private @Nullable Path table;

    @Option(
            names = "--union",
            paramLabel = "NN",
            description = "union for households that name none, 01 to 47")
    private @Nullable String union;

    @Option(
            names = "--year",
            paramLabel = "YYYY",
            description = "levy year for households that name none, e.g. 2026")
    private @Nullable Integer year;

    @Override
    public Integer call() throws IOException {
        FactSheet.Defaults defaults = new FactSheet.Defaults(union(), levyYear());
        PrintWriter out = spec.commandLine().getOut();
        try {
            FactSheet sheet = FactSheet.read(input(), defaults);
            if (table != null) {
                return write(sheet, table);
            }
            List<PremiumAnswer> answers =
                    sheet.households().stream().map(PremiumAnswer::of).toList();
            if (json) {
                out.println(PremiumAnswer.json(answers));
            } else {
                answers.forEach(answer -> out.print(answer.text()));
            }
            out.flush();
            return 0;
        } catch (FactsRefused | LawException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return Machi.WRONG_WORDS;
        }
    }

    private int write(FactSheet sheet, Path target) throws IOException {
        PrintWriter told = spec.commandLine().getErr();
        try (Writer out = Files.newBufferedWriter(target)) {
            PremiumTable premiums =
                    new PremiumTable(out)
                            .tellingProblems(told::println)
                            .tellingProgress(households -> {
                                told.printf("%,d世帯%n", households);
                                told.flush();
                            })
                            .add(sheet);
            told.printf(
                    "%,d世帯、被保険者%,d人を計算しました（誤り %,d世帯）%n",
                    premiums.households(), premiums.insured(), premiums.rejected());
            told.flush();
            return premiums.rejected() == 0 ? 0 : Machi.WRONG_WORDS;
        }
    }

    private @Nullable UnionCode union() {
        try {
            return union == null ? null : UnionCode.of(union);
        } catch (LawException unknown) {
            throw new ParameterException(
                    spec.commandLine(), "--union takes 01 to 47, not " + union);
        }
    }

    private @Nullable LevyYear levyYear() {
        try {
            return year == null ? null : new LevyYear(year);
        } catch (LawException unknown) {
            throw new ParameterException(
                    spec.commandLine(), "--year takes the year of its April, e.g. 2026");
        }
    }

    private String input() throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return text(System.in.readAllBytes());
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new ParameterException(spec.commandLine(), "no file to read: " + file);
        }
        if (Files.size(path) > LARGEST_INPUT) {
            throw new ParameterException(spec.commandLine(), "larger than 50 MB: " + file);
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return text(stream.readAllBytes());
        }
    }

    /** UTF-8 without a broken character; a wrong one is named by its line, never replaced. */
    private static String text(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(buffer)
                    .toString();
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < buffer.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new FactsRefused(List.of(new FactProblem(line, "文字", "", "UTF-8として読めない文字があります")));
        }
    }
}
