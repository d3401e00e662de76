package org.machi.platform.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.machi.formats.column.Finding;

/**
 * An error list as a file for spreadsheets: UTF-8 with mark, CRLF, and no value that a spreadsheet
 * would calculate.
 */
final class ErrorListCsv {
    private ErrorListCsv() {}

    static byte[] of(List<Finding> findings) {
        StringBuilder text = new StringBuilder("\uFEFF区分,行,項目,値,理由,対処\r\n");
        for (Finding finding : findings) {
            text.append(
                            Stream.of(
                                            word(finding.severity()),
                                            String.valueOf(finding.line()),
                                            finding.item(),
                                            finding.value(),
                                            finding.reason(),
                                            finding.whatToDo())
                                    .map(ErrorListCsv::cell)
                                    .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String word(Finding.Severity severity) {
        return switch (severity) {
            case REFUSE -> "全件拒否";
            case ROW -> "行の除外";
            case NOTE -> "注意";
        };
    }

    /** Quotes what needs it; a leading sign that begins a formula is kept behind an apostrophe. */
    static String cell(String value) {
        String safe = value.matches("(?s)[=+\\-@\t\r].*") ? "'" + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
