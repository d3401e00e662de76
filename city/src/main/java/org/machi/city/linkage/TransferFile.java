package org.machi.city.linkage;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The file of a transfer on a medium: the envelope of every exchange file (H line, item names,
 * rows, T line; UTF-8, CRLF, RFC 4180), with the items that the definition names.
 */
record TransferFile(String name, Definition definition, String from, int serial, LocalDate day) {

    static TransferFile of(Definition definition, String from, int serial, LocalDate day) {
        String name =
                "%s_%s_%s_%06d.csv"
                        .formatted(
                                definition.code(),
                                from,
                                definition.roleName().toUpperCase(Locale.ROOT),
                                serial);
        return new TransferFile(name, definition, from, serial, day);
    }

    byte[] bytes(List<List<String>> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 160 + 400);
        line(
                text,
                List.of(
                        "H",
                        definition.code(),
                        from,
                        definition.roleName().toUpperCase(Locale.ROOT),
                        "%06d".formatted(serial),
                        day.toString(),
                        ""));
        line(text, definition.items());
        rows.forEach(row -> line(text, row));
        line(text, List.of("T", Integer.toString(rows.size()), "0"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(cells.stream().map(TransferFile::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static String cell(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\r' || c == '\n') {
                return '"' + value.replace("\"", "\"\"") + '"';
            }
        }
        return value;
    }
}
