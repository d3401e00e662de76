package org.machi.platform.desk;

import java.util.List;
import org.machi.formats.column.Finding;

/** An error list as a file for spreadsheets. */
final class ErrorListCsv {
    private ErrorListCsv() {}

    static byte[] of(List<Finding> findings) {
        return SpreadsheetCsv.of(
                List.of("区分", "行", "項目", "値", "理由", "対処"),
                findings.stream()
                        .map(finding ->
                                List.of(
                                        word(finding.severity()),
                                        String.valueOf(finding.line()),
                                        finding.item(),
                                        finding.value(),
                                        finding.reason(),
                                        finding.whatToDo()))
                        .toList());
    }

    static String word(Finding.Severity severity) {
        return switch (severity) {
            case REFUSE -> "全件拒否";
            case ROW -> "行の除外";
            case NOTE -> "注意";
        };
    }
}
