package org.machi.world;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileSummary;
import org.machi.formats.file.FormatReader;
import org.machi.formats.number.InsurerNumber;

/** A small world and means to look at its files. */
final class Demo {
    static final String UNION = InsurerNumber.of("27", "000").text();
    static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private Demo() {}

    /** Weekends and the turn of the year are holidays; enough of a calendar for a test. */
    static boolean isBusinessDay(LocalDate day) {
        int md = day.getMonthValue() * 100 + day.getDayOfMonth();
        boolean turn = md >= 1229 || md <= 103;
        return !turn
                && day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    static WorldSettings settings(Path data, int residents) {
        return new WorldSettings(data, 20260401L, residents, UNION, 2026, Demo::isBusinessDay);
    }

    static World open(Path data, int residents) {
        return World.open(settings(data, residents));
    }

    /** All business days from one day to another. */
    static List<LocalDate> days(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(Demo::isBusinessDay).toList();
    }

    /** Every file below a folder with its content, by its relative name. */
    static Map<String, String> contents(Path folder) {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(folder)) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                contents.put(
                        folder.relativize(file).toString(),
                        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return contents;
    }

    static List<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file as its receiver would read it.
     *
     * @param rows the good rows
     * @param findings what is wrong
     */
    record Read(FileSummary summary, List<Row> rows, List<Finding> findings) {}

    static Read read(Path file) {
        List<Row> rows = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            FileSummary summary =
                    FormatReader.read(file.getFileName().toString(), in, rows::add, findings::add);
            return new Read(summary, rows, findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
