package org.machi.platform.desk;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatReader;
import org.machi.platform.WebOnly;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.FileRecords;
import org.machi.platform.files.FileState;
import org.machi.platform.files.FileStore;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists of files and the first rows of a file that the pages show. */
@WebOnly
@Repository
class FileLists {
    private static final String WHERE =
            """
            WHERE (:direction = '' OR direction = :direction) AND (:kind = '' OR kind = :kind)
              AND (:state = '' OR state = :state)
              AND (CAST(:day AS date) IS NULL OR business_date = CAST(:day AS date))
            """;

    private final JdbcClient db;
    private final FileRecords records;
    private final FileStore store;

    FileLists(JdbcClient db, FileRecords records, FileStore store) {
        this.db = db;
        this.records = records;
        this.store = store;
    }

    /** What the list is narrowed to; empty words and no day mean everything. */
    record Filter(String direction, String kind, String state, @Nullable LocalDate day) {}

    /** A file as the lists show it. */
    record Line(FileRecord file, String kindName) {
        public String tone() {
            return switch (file.state()) {
                case APPLIED, SENT -> file.badRows() > 0 ? "warn" : "good";
                case REFUSED, HELD -> "bad";
                case DUPLICATE, DISCARDED -> "quiet";
                case RECEIVED, CHECKED, READY -> "now";
            };
        }
    }

    /** When a file came, was checked and ended. */
    record Times(Instant made, @Nullable Instant checked, @Nullable Instant ended) {}

    /**
     * The beginning of a file, decoded by its layout.
     *
     * @param items names of the columns
     * @param rows values as they stand in the file, 個人番号 masked
     * @param people 宛名番号 of the rows
     */
    record Beginning(List<String> items, List<List<String>> rows, List<Long> people) {

        /** The same without the lines of people who are hidden from the clerk. */
        Beginning covered(HiddenWords hidden, Clerk clerk) {
            return new Beginning(items, hidden.covered(rows, clerk), people);
        }
    }

    Listing<Line> page(Filter filter, int page, int size) {
        long total =
                bound("SELECT count(*) FROM files.file " + WHERE, filter)
                        .query(Long.class)
                        .single();
        List<Line> rows =
                bound(
                                "SELECT id FROM files.file "
                                        + WHERE
                                        + "ORDER BY id DESC LIMIT :size OFFSET :offset",
                                filter)
                        .param("size", size)
                        .param("offset", Listing.offset(page, size))
                        .query(Long.class)
                        .list()
                        .stream()
                        .flatMap(id -> records.find(id).stream())
                        .map(file -> new Line(file, kindName(file.kind())))
                        .toList();
        return new Listing<>(rows, page, size, total);
    }

    private JdbcClient.StatementSpec bound(String sql, Filter filter) {
        return db.sql(sql)
                .param("direction", filter.direction())
                .param("kind", filter.kind())
                .param("state", filter.state())
                .param("day", filter.day(), java.sql.Types.DATE);
    }

    Optional<Line> find(long id) {
        return records.find(id).map(file -> new Line(file, kindName(file.kind())));
    }

    Times times(long id) {
        return db.sql("SELECT made_at, checked_at, ended_at FROM files.file WHERE id = :id")
                .param("id", id)
                .query((row, _) ->
                        new Times(
                                row.getTimestamp(1).toInstant(),
                                instant(row.getTimestamp(2)),
                                instant(row.getTimestamp(3))))
                .single();
    }

    private static @Nullable Instant instant(java.sql.@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    /** Kinds that this organisation has had, with their names. */
    List<Tab> kinds() {
        return db
                .sql("SELECT DISTINCT kind FROM files.file WHERE kind <> '' ORDER BY kind")
                .query(String.class)
                .list()
                .stream()
                .map(kind -> new Tab(kindName(kind), kind, false))
                .toList();
    }

    static String kindName(String code) {
        return FileKind.find(code).map(FileKind::label).orElse(code);
    }

    long count(FileState state) {
        return db.sql("SELECT count(*) FROM files.file WHERE state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /** The first rows of a kept file; empty when its layout cannot read it. */
    Optional<Beginning> beginning(FileRecord file, int limit) {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = store.open(file.storedAs())) {
            FormatReader.read(
                    file.name(),
                    in,
                    row -> {
                        if (rows.size() == limit) {
                            throw new Enough();
                        }
                        rows.add(row);
                    },
                    _ -> {});
        } catch (Enough enough) {
            return Optional.of(shown(rows));
        } catch (FormatException unreadable) {
            return rows.isEmpty() ? Optional.empty() : Optional.of(shown(rows));
        } catch (IOException e) {
            throw new IllegalStateException("file " + file.id() + " cannot be read", e);
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(shown(rows));
    }

    private static Beginning shown(List<Row> rows) {
        List<Column<?>> columns = rows.getFirst().layout().columns();
        List<List<String>> texts = new ArrayList<>();
        List<Long> people = new ArrayList<>();
        for (Row row : rows) {
            List<String> line = new ArrayList<>();
            for (Column<?> column : columns) {
                String text = row.text(column);
                line.add(column.type().secret() && !text.isEmpty() ? "＊".repeat(12) : text);
                if (column.code().equals("person_no") && text.matches("[0-9]{1,15}")) {
                    people.add(Long.parseLong(text));
                }
            }
            texts.add(line);
        }
        return new Beginning(columns.stream().map(Column::item).toList(), texts, people);
    }

    /** Stops the reading of a long file after its beginning. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }
}
