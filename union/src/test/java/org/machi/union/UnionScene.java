package org.machi.union;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileName;
import org.machi.formats.file.FormatReader;
import org.machi.formats.file.FormatWriter;
import org.machi.formats.number.InsurerNumber;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.proof.TestDatabase;
import org.machi.union.register.Cities.City;

/** A union of two cities over a fresh database; files go in by name, files come out as rows. */
final class UnionScene implements AutoCloseable {

    static final String TOKYO = InsurerNumber.of("13", "000").text();
    static final String CITY_A = "131016";
    static final String CITY_B = "131024";
    static final List<City> CITIES = List.of(new City(CITY_A, "千代田区"), new City(CITY_B, "中央区"));

    private final OrganisationSettings settings;
    private final Map<String, Integer> serials = new HashMap<>();
    private UnionOffice office;

    UnionScene() {
        this(0);
    }

    /** With the console on a port. */
    UnionScene(int port) {
        settings = TestDatabase.fresh(UnionApplication.class, Kind.UNION, TOKYO).withPort(port);
        office = UnionOffice.start(settings, CITIES);
    }

    UnionOffice office() {
        return office;
    }

    OrganisationSettings settings() {
        return settings;
    }

    /** Puts a file of these rows into the union's inbox under the next number. */
    Path send(FileKind kind, String from, LocalDate day, List<Row> rows) {
        int serial = serials.merge(kind + from, 1, Integer::sum);
        FileHeader header = FileHeader.of(kind, from, TOKYO, serial, day);
        try (FormatWriter writer = FormatWriter.create(settings.inbox(), header)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.finish();
            return settings.inbox().resolve(header.fileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts bytes into the inbox as they are. */
    void sendRaw(FileKind kind, String from, String text) {
        int serial = serials.merge(kind + from, 1, Integer::sum);
        try {
            Files.writeString(
                    settings.inbox().resolve(new FileName(kind, from, TOKYO, serial).text()),
                    text,
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void day(LocalDate day) {
        office.runDay(day);
    }

    void day(String day) {
        day(LocalDate.parse(day));
    }

    /** The rows of all files of a kind to a city that lie in the outbox; they are carried away. */
    List<Row> collect(FileKind kind, String city) {
        List<Row> rows = new ArrayList<>();
        try (Stream<Path> paths = Files.list(settings.outbox())) {
            for (Path path : paths.sorted().toList()) {
                String name = path.getFileName().toString();
                if (name.startsWith(kind.code() + "_" + TOKYO + "_" + city)) {
                    read(path, rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static void read(Path path, List<Row> rows) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            FormatReader.read(
                    path.getFileName().toString(),
                    in,
                    rows::add,
                    finding -> {
                        throw new IllegalStateException(finding.message());
                    });
        }
        Files.delete(path);
    }

    long count(String sql) {
        return office.organisation()
                .get(org.springframework.jdbc.core.simple.JdbcClient.class)
                .sql(sql)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        office.close();
    }
}
