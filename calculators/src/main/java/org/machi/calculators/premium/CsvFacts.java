package org.machi.calculators.premium;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Facts as CSV: the first line names the items, each further line is a person. */
final class CsvFacts {

    private CsvFacts() {}

    static List<FactRow> read(String text) {
        List<FactRow> rows = new ArrayList<>();
        List<FactProblem> problems = new ArrayList<>();
        List<String> items = null;
        try (CsvReader<CsvRecord> records =
                CsvReader.builder()
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(text)) {
            for (CsvRecord line : records) {
                if (items == null) {
                    items = heading(line, problems);
                } else if (line.getFieldCount() != items.size()) {
                    problems.add(
                            new FactProblem(
                                    line.getStartingLineNumber(),
                                    "行",
                                    String.join(",", line.getFields()),
                                    "見出しは%d項目、この行は%d項目です"
                                            .formatted(items.size(), line.getFieldCount())));
                } else {
                    rows.add(person(items, line));
                }
            }
        } catch (CsvParseException e) {
            problems.add(new FactProblem(rows.size() + 2L, "行", "", "CSVとして読めません（引用符を確かめてください）"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!problems.isEmpty()) {
            throw new FactsRefused(problems);
        }
        return rows;
    }

    private static List<String> heading(CsvRecord line, List<FactProblem> problems) {
        List<String> items = line.getFields().stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String item : items) {
            if (!seen.add(item)) {
                problems.add(
                        new FactProblem(line.getStartingLineNumber(), "見出し", item, "同じ項目が二度あります"));
            }
        }
        return items;
    }

    private static FactRow person(List<String> items, CsvRecord line) {
        FactRow row = FactRow.on(line.getStartingLineNumber());
        for (int i = 0; i < items.size(); i++) {
            row.put(items.get(i), line.getStartingLineNumber(), line.getField(i));
        }
        return row;
    }
}
