package org.machi.calculators.cases;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.machi.calculators.Calculator;
import org.machi.calculators.facts.Problem;
import org.machi.calculators.facts.Refused;

/**
 * Cases as CSV: the first line names the facts, each further line is a case. The answers repeat the
 * line and add the calculator's items and 誤り; line by line, so that size does not matter.
 */
public final class CsvCases {

    /** Last column of the answers: empty, or why this line has none. */
    public static final String FAULT = "誤り";

    /** How often progress is told. */
    private static final int STEP = 10_000;

    private final Calculator calculator;
    private final Map<String, String> common;
    private Consumer<Problem> problems = problem -> {};
    private LongConsumer progress = cases -> {};

    /**
     * Cases for one calculator.
     *
     * @param common facts of all cases that a line does not say itself
     */
    public CsvCases(Calculator calculator, Map<String, String> common) {
        this.calculator = calculator;
        this.common = Map.copyOf(common);
    }

    /** Who hears each problem at once. */
    public CsvCases tellingProblems(Consumer<Problem> listener) {
        problems = listener;
        return this;
    }

    /** Who hears the number of cases done, every ten thousand. */
    public CsvCases tellingProgress(LongConsumer listener) {
        progress = listener;
        return this;
    }

    /**
     * Reads to the end and answers.
     *
     * @throws Refused when the input is no CSV or its heading can't be taken; nothing more is
     *     written then
     */
    public Tally run(Reader in, Writer out) {
        long cases = 0;
        long rejected = 0;
        try (CsvReader<CsvRecord> lines =
                        CsvReader.builder()
                                .allowMissingFields(true)
                                .allowExtraFields(true)
                                .ofCsvRecord(in);
                CsvWriter answers =
                        CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out)) {
            List<String> heading = List.of();
            for (CsvRecord line : lines) {
                if (heading.isEmpty()) {
                    heading = heading(line);
                    answers.writeRecord(answerHeading(heading));
                    continue;
                }
                rejected += answer(heading, line, answers) ? 0 : 1;
                cases++;
                if (cases % STEP == 0) {
                    progress.accept(cases);
                }
            }
        } catch (CsvParseException | UncheckedIOException broken) {
            throw unreadable(cases, broken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (cases == 0) {
            throw new Refused(
                    new Problem("", "ファイル", "", "計算する行がありません", "1行目に項目の名前、2行目から1行に1件を書いてください"));
        }
        return new Tally(cases, rejected);
    }

    /** The problem of a file in another character code, near a line. */
    public static Problem notUtf8(String place) {
        return new Problem(place, "ファイル", "", "UTF-8として読めない文字があります", "UTF-8で保存し直してください");
    }

    private static Refused unreadable(long cases, RuntimeException broken) {
        String place = (cases + 2) + "行目の近く";
        return new Refused(
                broken.getCause() instanceof CharacterCodingException
                        ? notUtf8(place)
                        : new Problem(place, "ファイル", "", "CSVとして読めません", "引用符の数を確かめてください"));
    }

    private List<String> heading(CsvRecord line) {
        List<String> names =
                line.getFields().stream().map(name -> name.replace("\uFEFF", "").strip()).toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            boolean known =
                    calculator.fields().stream()
                            .anyMatch(f -> f.japanese().equals(name) || f.english().equals(name));
            if (!known || !seen.add(name)) {
                throw new Refused(
                        new Problem(
                                line.getStartingLineNumber() + "行目",
                                "見出し",
                                name,
                                known ? "同じ項目が二度あります" : "この名前の項目はありません",
                                calculator.fields().stream()
                                        .map(field -> field.japanese())
                                        .collect(Collectors.joining("・", "", "から選んでください"))));
            }
        }
        return names;
    }

    private List<String> answerHeading(List<String> heading) {
        List<String> names = new ArrayList<>(heading);
        names.addAll(calculator.items());
        names.add(FAULT);
        return names;
    }

    /** Writes one line of answers; false when it was rejected. */
    private boolean answer(List<String> heading, CsvRecord line, CsvWriter answers) {
        String place = line.getStartingLineNumber() + "行目";
        Outcome outcome =
                line.getFieldCount() == heading.size()
                        ? Outcome.of(calculator, written(heading, line), place)
                        : wrongWidth(heading, line, place);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < heading.size(); i++) {
            cells.add(i < line.getFieldCount() ? line.getField(i) : "");
        }
        switch (outcome) {
            case Outcome.Answered(var answer) -> {
                calculator.items().forEach(item -> cells.add(answer.value(item)));
                cells.add("");
            }
            case Outcome.Rejected(var reasons) -> {
                calculator.items().forEach(item -> cells.add(""));
                cells.add(reasons.stream().map(Problem::text).collect(Collectors.joining(" ")));
                reasons.forEach(problems);
            }
        }
        answers.writeRecord(cells);
        return outcome instanceof Outcome.Answered;
    }

    private Map<String, String> written(List<String> heading, CsvRecord line) {
        Map<String, String> written = new HashMap<>(common);
        for (int i = 0; i < heading.size(); i++) {
            if (!line.getField(i).isBlank()) {
                overwrite(written, heading.get(i), line.getField(i));
            }
        }
        return written;
    }

    /** A line's own fact goes before the common one, under whichever name either stands. */
    private void overwrite(Map<String, String> written, String name, String text) {
        calculator.fields().stream()
                .filter(field -> field.japanese().equals(name) || field.english().equals(name))
                .forEach(field -> {
                    written.remove(field.japanese());
                    written.put(field.english(), text);
                });
    }

    private static Outcome wrongWidth(List<String> heading, CsvRecord line, String place) {
        return new Outcome.Rejected(
                List.of(
                        new Problem(
                                place,
                                "行",
                                String.join(",", line.getFields()),
                                "見出しは%d項目、この行は%d項目です"
                                        .formatted(heading.size(), line.getFieldCount()),
                                "読点や引用符を確かめてください")));
    }
}
