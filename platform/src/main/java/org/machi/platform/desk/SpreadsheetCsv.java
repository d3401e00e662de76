package org.machi.platform.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list as a file for spreadsheets: UTF-8 with mark, CRLF, and no value that a spreadsheet would
 * calculate.
 */
public final class SpreadsheetCsv {
    private SpreadsheetCsv() {}

    public static byte[] of(List<String> items, List<List<String>> rows) {
        StringBuilder text = new StringBuilder("\uFEFF").append(line(items));
        rows.forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(SpreadsheetCsv::cell)
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quotes what needs it; a leading sign that begins a formula is kept behind an apostrophe. */
    static String cell(String value) {
        String safe = value.matches("(?s)[=+\\-@\t\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
