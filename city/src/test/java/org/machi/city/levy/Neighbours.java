package org.machi.city.levy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatReader;
import org.machi.formats.file.FormatWriter;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.platform.database.OrganisationSettings;

/** Bank, stores, union and the former system as the city's collection office sees them: files. */
final class Neighbours {

    private final OrganisationSettings settings;
    private final Map<FileKind, Integer> serials = new EnumMap<>(FileKind.class);

    Neighbours(OrganisationSettings settings) {
        this.settings = settings;
    }

    void send(FileKind kind, String from, LocalDate day, Row... rows) {
        send(kind, from, day, null, List.of(rows));
    }

    void send(FileKind kind, String from, LocalDate day, @Nullable Row head, List<Row> rows) {
        int serial = serials.merge(kind, 1, Integer::sum);
        FileHeader header = new FileHeader(kind, from, settings.code(), serial, day, null, head);
        try (FormatWriter writer = FormatWriter.create(settings.inbox(), header)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of all files of a kind that the city has sent so far. */
    List<Row> sent(FileKind kind) {
        List<Row> rows = new ArrayList<>();
        for (Path path : files(kind)) {
            try (InputStream in = Files.newInputStream(path)) {
                FormatReader.read(path.getFileName().toString(), in, rows::add, Neighbours::refuse);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rows;
    }

    private static void refuse(Finding finding) {
        throw new IllegalStateException(finding.message());
    }

    List<Path> files(FileKind kind) {
        try (Stream<Path> paths = Files.list(settings.outbox())) {
            return paths.filter(p -> p.getFileName().toString().startsWith(kind.code() + "_"))
                    .filter(p -> !p.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kinds of the letters that went to the print shop, in order. */
    List<String> letters() {
        return sent(FileKind.PRINT_INDEX).stream()
                .map(row -> row.get(PrintIndexFile.KIND))
                .toList();
    }
}
