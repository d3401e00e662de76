package org.machi.formats.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Row;
import org.machi.formats.column.SampleRows;

/** Every CSV kind: what was written is read, and written again it is the same bytes. */
class CsvEnvelopeTest {

    @ParameterizedTest
    @EnumSource(mode = Mode.MATCH_NONE, names = "Z3.|ZENGIN.*")
    void a_file_read_and_written_again_has_the_same_bytes(FileKind kind) throws IOException {
        FileHeader header =
                FileHeader.of(kind, "JUKI", "271403", 7, LocalDate.of(2026, 7, 1)).forYear(2026);
        List<Row> rows = new ArrayList<>();
        SampleRows samples = new SampleRows(kind.ordinal());
        for (int i = 0; i < 400; i++) {
            rows.add(samples.next(kind.layout()));
        }
        byte[] bytes = write(header, rows);

        List<Row> read = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        FileSummary summary =
                FormatReader.read(
                        header.fileName(),
                        new ByteArrayInputStream(bytes),
                        read::add,
                        findings::add);

        assertThat(findings).isEmpty();
        assertThat(read).isEqualTo(rows);
        assertThat(summary.header()).isEqualTo(header);
        assertThat(summary.count()).isEqualTo(400);
        assertThat(summary.amount()).isEqualTo(rows.stream().mapToLong(Row::amount).sum());
        assertThat(write(summary.header(), read)).isEqualTo(bytes);
    }

    static byte[] write(FileHeader header, List<Row> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FormatWriter writer = FormatWriter.to(out, header)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.finish();
        }
        return out.toByteArray();
    }
}
