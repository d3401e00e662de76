package org.machi.formats.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Layout;
import org.machi.formats.number.MyNumber;

/** Reads the CSV envelope: H line, item names, data, T line. */
final class CsvDecoder {
    /** Largest field in characters; a quote that is never closed ends here. */
    private static final int MAX_FIELD = 131_072;

    private static final Column<?> SERIAL = Column.digits("serial", "通番", 6);
    private static final Column<?> CREATED = Column.date("created_on", "作成日");
    private static final Column<?> YEAR = Column.year("levy_year", "対象年度");

    private final Reading reading;
    private final Layout layout;

    CsvDecoder(Reading reading) {
        this.reading = reading;
        this.layout = reading.layout();
    }

    FileSummary read(InputStream in) throws IOException {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        var text = new InputStreamReader(new LineGuard(in, reading), decoder);
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder()
                        .skipEmptyLines(false)
                        .allowUnclosedQuote(false)
                        .allowExtraCharsAfterClosingQuote(false)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(MAX_FIELD)
                        .ofCsvRecord(text)) {
            return records(csv.iterator());
        } catch (CsvParseException broken) {
            throw why(broken);
        } catch (UncheckedIOException failed) {
            throw failed.getCause() == null ? new IOException(failed) : failed.getCause();
        }
    }

    /**
     * The parser wraps what the bytes' guard or the source threw; everything else is about quotes.
     */
    private FormatException why(CsvParseException broken) throws IOException {
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FormatException refused) {
                return refused;
            }
            if (cause instanceof IOException failed) {
                throw failed;
            }
        }
        return reading.refuse(reading.count() + 3, "", "", "CSVとして読めません（引用符の使い方か項目の長さ）");
    }

    private FileSummary records(Iterator<CsvRecord> records) {
        FileHeader header = header(next(records, 1, "先頭行（H）がありません"));
        items(next(records, 2, "項目名の行がありません"));
        int width = layout.columns().size();
        while (records.hasNext()) {
            CsvRecord csv = records.next();
            List<String> fields = csv.getFields();
            if (fields.size() == 3 && fields.getFirst().equals("T")) {
                return trailer(header, csv, records);
            }
            if (fields.size() != width) {
                reading.badRow(
                        csv.getStartingLineNumber(),
                        "",
                        "項目数が違います（%d、正しくは%d）".formatted(fields.size(), width));
            } else {
                reading.row(csv.getStartingLineNumber(), fields.toArray(new String[0]));
            }
        }
        throw reading.refuse(0, "", "", "終わりの行（T）がありません。ファイルが途中で切れています");
    }

    private CsvRecord next(Iterator<CsvRecord> records, long line, String missing) {
        if (!records.hasNext()) {
            throw reading.refuse(line, "", "", missing);
        }
        return records.next();
    }

    private FileHeader header(CsvRecord csv) {
        List<String> fields = csv.getFields();
        FileName name = reading.name();
        if (fields.getFirst().startsWith("\uFEFF")) {
            throw reading.refuse(1, "", "", "先頭にBOMがあります");
        }
        if (!fields.getFirst().equals("H") || fields.size() != 7) {
            // The line itself may be a person's data that lost its header, so it is not shown.
            throw reading.refuse(1, "", "", "先頭行が H で始まる7項目ではありません");
        }
        same("種別", fields.get(1), name.kind().code());
        same("送信元コード", fields.get(2), name.from());
        same("送信先コード", fields.get(3), name.to());
        headerValue(SERIAL, fields.get(4));
        same("通番", fields.get(4), "%06d".formatted(name.serial()));
        headerValue(CREATED, fields.get(5));
        if (!fields.get(6).isEmpty()) {
            headerValue(YEAR, fields.get(6));
        }
        return new FileHeader(
                name.kind(),
                name.from(),
                name.to(),
                name.serial(),
                LocalDate.parse(fields.get(5)),
                levyYear(fields.get(6)),
                null);
    }

    private static @Nullable Integer levyYear(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    private void same(String item, String found, String expected) {
        if (!found.equals(expected)) {
            throw reading.refuse(1, item, found, "ファイル名と合いません（" + expected + "）");
        }
    }

    private void headerValue(Column<?> column, String text) {
        String reason = text.isEmpty() ? "空です" : column.misfit(text);
        if (reason != null) {
            throw reading.refuse(1, column.item(), text, reason);
        }
    }

    private void items(CsvRecord csv) {
        List<String> expected = layout.items();
        for (int i = 0; i < expected.size(); i++) {
            String want = expected.get(i);
            String have = i < csv.getFieldCount() ? csv.getField(i) : "";
            if (!want.equals(have)) {
                throw reading.refuse(
                        2,
                        want,
                        MyNumber.isValid(have) ? Column.MASK : have,
                        "%d番目の項目名が違います（正しくは「%s」）".formatted(i + 1, want));
            }
        }
        if (csv.getFieldCount() > expected.size()) {
            throw reading.refuse(2, "", "", "余分な項目名があります");
        }
    }

    private FileSummary trailer(FileHeader header, CsvRecord csv, Iterator<CsvRecord> rest) {
        long line = csv.getStartingLineNumber();
        reading.checkTotals(line, csv.getField(1), csv.getField(2));
        if (rest.hasNext()) {
            throw reading.refuse(
                    rest.next().getStartingLineNumber(), "", "", "終わりの行（T）のあとにデータがあります");
        }
        return reading.summary(header);
    }
}
