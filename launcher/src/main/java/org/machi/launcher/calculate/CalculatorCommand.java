package org.machi.launcher.calculate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.calculators.Answer;
import org.machi.calculators.Calculator;
import org.machi.calculators.cases.CsvCases;
import org.machi.calculators.cases.JsonCases;
import org.machi.calculators.cases.Outcome;
import org.machi.calculators.cases.Tally;
import org.machi.calculators.facts.Field;
import org.machi.calculators.facts.Problem;
import org.machi.calculators.facts.Refused;
import org.machi.launcher.Machi;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** One calculator as a command; its options are the facts that the calculator asks for. */
public final class CalculatorCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";
    private static final long LARGEST_JSON = 50_000_000;

    private final Calculator calculator;
    private final CommandSpec spec;

    private CalculatorCommand(Calculator calculator) {
        this.calculator = calculator;
        this.spec = CommandSpec.wrapWithoutInspection(this);
    }

    /** The command, ready to be added to {@code ./machi}. */
    public static CommandLine of(Calculator calculator) {
        CalculatorCommand command = new CalculatorCommand(calculator);
        command.describe();
        return new CommandLine(command.spec);
    }

    private void describe() {
        spec.name(calculator.code()).mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description(calculator.title() + ": " + calculator.about())
                .footer("", "docs/calculators.md tells the facts, files and answers.");
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("0..1")
                        .type(String.class)
                        .description("cases as CSV (answers as CSV) or JSON; - for standard input")
                        .build());
        spec.addOption(flag("--json", "answers in JSON, for programs"));
        spec.addOption(
                OptionSpec.builder("--out")
                        .paramLabel("FILE")
                        .type(String.class)
                        .description("writes the answers of a CSV file here")
                        .build());
        for (Field field : calculator.fields()) {
            spec.addOption(
                    OptionSpec.builder("--" + field.english(), "--" + field.japanese())
                            .paramLabel(field.shape())
                            .type(String.class)
                            .description(
                                    field.about()
                                            + (field.standard().isEmpty()
                                                    ? ""
                                                    : "（書かないと " + field.standard() + "）"))
                            .build());
        }
    }

    private static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(boolean.class)
                .description(description)
                .build();
    }

    @Override
    public Integer call() throws IOException {
        @Nullable String file = spec.positionalParameters().getFirst().getValue();
        try {
            if (file == null) {
                return single(options());
            }
            try (Reader in = open(file)) {
                in.mark(16);
                int first = in.read();
                first = first == '\uFEFF' ? in.read() : first;
                in.reset();
                return first == '{' || first == '[' ? json(in, file) : csv(in);
            }
        } catch (CharacterCodingException notUtf8) {
            return refuse(List.of(CsvCases.notUtf8("")));
        } catch (Refused refused) {
            return refuse(refused.problems());
        }
    }

    /** What stands on the command line, by the English names of the facts. */
    private Map<String, String> options() {
        Map<String, String> written = new HashMap<>();
        for (Field field : calculator.fields()) {
            @Nullable String value = option("--" + field.english());
            if (value != null) {
                written.put(field.english(), value);
            }
        }
        return written;
    }

    private int single(Map<String, String> written) {
        return tell(List.of(Outcome.of(calculator, written, "")), false);
    }

    private int json(Reader in, String file) throws IOException {
        if (!file.equals(STANDARD_INPUT) && Files.size(Path.of(file)) > LARGEST_JSON) {
            throw new ParameterException(
                    spec.commandLine(), "larger than 50 MB, write it as CSV: " + file);
        }
        String text = in.readAllAsString().replace("\uFEFF", "");
        List<Map<String, String>> cases = JsonCases.read(calculator, text);
        boolean many = text.stripLeading().startsWith("[");
        List<Outcome> outcomes = new ArrayList<>();
        for (Map<String, String> written : cases) {
            Map<String, String> all = new HashMap<>(options());
            all.putAll(written);
            String place = many ? (outcomes.size() + 1) + "件目" : "";
            outcomes.add(Outcome.of(calculator, all, place));
        }
        return tell(outcomes, many);
    }

    /** Prints what was answered and names what was not. */
    private int tell(List<Outcome> outcomes, boolean many) {
        PrintWriter out = spec.commandLine().getOut();
        List<Answer> answers =
                outcomes.stream()
                        .filter(Outcome.Answered.class::isInstance)
                        .map(outcome -> ((Outcome.Answered) outcome).answer())
                        .toList();
        if (isJson()) {
            String text =
                    answers.stream()
                            .map(answer -> JsonCases.write(calculator, answer))
                            .collect(Collectors.joining(",\n"));
            out.println(many ? "[" + text + "]" : text);
        } else {
            answers.forEach(answer -> out.print(text(answer)));
        }
        out.flush();
        List<Problem> problems =
                outcomes.stream()
                        .filter(Outcome.Rejected.class::isInstance)
                        .flatMap(outcome -> ((Outcome.Rejected) outcome).problems().stream())
                        .toList();
        return problems.isEmpty() ? 0 : refuse(problems);
    }

    private String text(Answer answer) {
        StringBuilder text = new StringBuilder("■ ").append(calculator.title()).append('\n');
        for (Answer.Result result : answer.results()) {
            text.append(result.item()).append("　").append(result.shown()).append('\n');
        }
        return text.append('\n').append(answer.explanation().toText()).append('\n').toString();
    }

    private int csv(Reader in) throws IOException {
        PrintWriter told = spec.commandLine().getErr();
        @Nullable String target = option("--out");
        try (Writer out = target == null ? kept() : create(target)) {
            Tally tally =
                    new CsvCases(calculator, options())
                            .tellingProblems(problem -> told.println(problem.text()))
                            .tellingProgress(cases -> {
                                told.printf("%,d件%n", cases);
                                told.flush();
                            })
                            .run(in, out);
            told.printf("%,d件を計算しました（誤り %,d件）%n", tally.cases(), tally.rejected());
            told.flush();
            return tally.rejected() == 0 ? 0 : Machi.WRONG_WORDS;
        }
    }

    private Writer create(String target) {
        try {
            return Files.newBufferedWriter(Path.of(target));
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), "can't write: " + target);
        }
    }

    /** Standard output, which stays open. */
    private Writer kept() {
        PrintWriter out = spec.commandLine().getOut();
        return new Writer() {
            @Override
            public void write(char[] text, int offset, int length) {
                out.write(text, offset, length);
            }

            @Override
            public void flush() {
                out.flush();
            }

            @Override
            public void close() {
                out.flush();
            }
        };
    }

    /** UTF-8; a wrong character is named, never replaced. */
    private Reader open(String file) throws IOException {
        InputStream in;
        if (file.equals(STANDARD_INPUT)) {
            in = System.in;
        } else if (Files.isRegularFile(Path.of(file)) && Files.isReadable(Path.of(file))) {
            in = Files.newInputStream(Path.of(file));
        } else {
            throw new ParameterException(spec.commandLine(), "no file to read: " + file);
        }
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    private boolean isJson() {
        @Nullable Boolean json = option("--json");
        return json != null && json;
    }

    private <T> @Nullable T option(String name) {
        @Nullable OptionSpec option = spec.findOption(name);
        return option == null ? null : option.getValue();
    }

    private int refuse(List<Problem> problems) {
        problems.forEach(problem -> spec.commandLine().getErr().println(problem.text()));
        spec.commandLine().getErr().flush();
        return Machi.WRONG_WORDS;
    }
}
