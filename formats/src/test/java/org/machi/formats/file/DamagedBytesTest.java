package org.machi.formats.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.machi.formats.column.Column;
import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Layout;
import org.machi.formats.column.Row;
import org.machi.formats.column.SampleRows;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PensionNotice;

/** Files of every kind with bytes changed at random: taken, listed or refused, nothing else. */
class DamagedBytesTest {
    private static final int TRIES = 300;
    private static final int ROWS = 12;

    static FileHeader header(FileKind kind, SampleRows samples) {
        boolean fromCity = kind.sender() == Party.CITY;
        return new FileHeader(
                kind,
                fromCity ? "271403" : kind.sender().name(),
                fromCity ? kind.receiver().name() : "271403",
                7,
                LocalDate.of(2026, 7, 10),
                null,
                kind.head().map(samples::next).orElse(null));
    }

    static Row row(FileKind kind, SampleRows samples) {
        Row row = samples.next(kind.layout());
        if (kind.codec() != FileKind.Codec.PENSION) {
            return row;
        }
        String notice =
                Arrays.stream(PensionNotice.values())
                        .filter(n -> n.file().equals(kind.name()))
                        .findFirst()
                        .orElseThrow()
                        .code();
        return row.copy()
                .set(PensionFile.MUNICIPALITY_CODE, "27140")
                .set(PensionFile.COLLECTOR, "999")
                .set(PensionFile.NOTICE, notice)
                .set(PensionFile.MEDIUM, "1")
                .set(PensionFile.SCHEME, "3")
                .set(PensionFile.MADE_ON, LocalDate.of(2026, 7, 10))
                .set(PensionFile.NAME, "山田　太郎")
                .set(PensionFile.ADDRESS, null)
                .set(PensionFile.AMOUNT1, 1L)
                .set(PensionFile.AMOUNT2, 2L)
                .set(PensionFile.AMOUNT3, 3L)
                .build();
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(15)
    void a_file_with_changed_bytes_is_taken_listed_or_refused(FileKind kind) throws IOException {
        SampleRows samples = new SampleRows(kind.ordinal());
        FileHeader header = header(kind, samples);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row(kind, samples));
        }
        byte[] good = CsvEnvelopeTest.write(header, rows);
        Random random = new Random(kind.ordinal() * 31L);
        int refused = 0;
        for (int i = 0; i < TRIES; i++) {
            byte[] bad = damaged(good, random);
            List<Row> read = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            FileSummary summary = read(header.fileName(), bad, read, findings);
            if (summary == null) {
                refused++;
                assertThat(findings).isNotEmpty();
            } else if (findings.isEmpty()) {
                // Whatever was taken without a word writes again and reads again as the same rows.
                List<Row> again = new ArrayList<>();
                byte[] written = CsvEnvelopeTest.write(summary.header(), read);
                read(summary.header().fileName(), written, again, findings);
                assertThat(again).isEqualTo(read);
            }
        }
        assertThat(refused).isGreaterThan(TRIES / 10);
    }

    private static @Nullable FileSummary read(
            String name, byte[] bytes, List<Row> rows, List<Finding> findings) throws IOException {
        try {
            return FormatReader.read(
                    name, new ByteArrayInputStream(bytes), rows::add, findings::add);
        } catch (FormatException refused) {
            assertThat(refused.finding().reason()).isNotEmpty();
            return null;
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = good.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && bad.length > 2; i++) {
            int at = random.nextInt(bad.length);
            int to = Math.min(bad.length, at + 1 + random.nextInt(200));
            bad =
                    switch (random.nextInt(6)) {
                        case 0 -> Arrays.copyOf(bad, at);
                        case 1 -> join(bad, at, to, new byte[0]);
                        case 2 -> join(bad, at, at, Arrays.copyOfRange(bad, at, to));
                        case 3 -> join(bad, at, at + 1, new byte[] {(byte) random.nextInt(256)});
                        case 4 ->
                                join(
                                        bad,
                                        at,
                                        at + 1,
                                        new byte[] {
                                            (byte) "\",\r\n\0T9 ".charAt(random.nextInt(8))
                                        });
                        default -> join(bad, at, at, "𠮷".getBytes(StandardCharsets.UTF_8));
                    };
        }
        return bad;
    }

    private static byte[] join(byte[] bytes, int from, int to, byte[] middle) {
        byte[] joined = new byte[from + middle.length + bytes.length - to];
        System.arraycopy(bytes, 0, joined, 0, from);
        System.arraycopy(middle, 0, joined, from, middle.length);
        System.arraycopy(bytes, to, joined, from + middle.length, bytes.length - to);
        return joined;
    }

    @Test
    void a_shifted_row_does_not_give_away_a_personal_number() throws IOException {
        Layout layout = FileKind.JUKI_DIFF.layout();
        SampleRows samples = new SampleRows(4);
        FileHeader header = header(FileKind.JUKI_DIFF, samples);
        Row row = samples.next(layout);
        String file =
                new String(CsvEnvelopeTest.write(header, List.of(row)), StandardCharsets.UTF_8);
        String line = file.lines().skip(2).findFirst().orElseThrow();
        for (Column<?> column : layout.columns()) {
            int at = layout.position(column);
            List<String> values = new ArrayList<>(List.of(line.split(",", -1)));
            if (values.size() != layout.columns().size()) {
                continue;
            }
            values.set(at, "123456789018");
            String shifted = file.replace(line, String.join(",", values));
            List<Finding> findings = new ArrayList<>();
            read(
                    header.fileName(),
                    shifted.getBytes(StandardCharsets.UTF_8),
                    new ArrayList<>(),
                    findings);
            assertThat(findings).noneMatch(f -> f.message().contains("123456789018"));
        }
    }

    /** A hundred thousand residents pass row by row; the rows are never all in memory. */
    @Test
    void a_hundred_thousand_residents_are_written_and_read_row_by_row() throws IOException {
        SampleRows samples = new SampleRows(5);
        FileHeader header = header(FileKind.JUKI_ALL, samples);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(samples.next(FileKind.JUKI_ALL.layout()));
        }
        Path folder = Files.createTempDirectory("formats");
        try (FormatWriter writer = FormatWriter.create(folder, header)) {
            for (int i = 0; i < 100_000; i++) {
                writer.write(rows.get(i % 1_000));
            }
            writer.finish();
        }
        Path file = folder.resolve(header.fileName());
        long[] count = new long[1];
        try (var in = Files.newInputStream(file)) {
            FormatReader.read(
                    header.fileName(),
                    in,
                    _ -> count[0]++,
                    f -> {
                        throw new AssertionError(f.message());
                    });
        }
        Files.delete(file);
        Files.delete(folder);
        assertThat(count[0]).isEqualTo(100_000);
    }
}
