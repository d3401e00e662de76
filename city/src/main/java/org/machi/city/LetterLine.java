package org.machi.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.machi.formats.column.Row;
import org.machi.formats.file.FormatReader;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.platform.files.FileStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Letters of one kind: how many the city's books say were printed, and how many stand in the
 * indexes that went to the print shop with the bundles.
 *
 * @param kind 帳票種別
 * @param booked printed letters in the books of koki and of the collection office
 * @param indexed letters in the kept copies of the indexes
 * @param pulledOut letters that can't be drawn, or must not go to the print shop
 */
public record LetterLine(String kind, long booked, long indexed, long pulledOut) {

    private static final String BOOKS =
            """
            select kind, count(*) filter (where file_id is not null), count(*) filter (where file_id is null)
            from (select kind, file_id from koki.letter union all select kind, file_id from koki.notice
                  union all select kind, file_id from levy.letter) l
            group by kind order by kind
            """;

    static List<LetterLine> all(JdbcClient db, FileStore store) {
        Map<String, Long> indexed = indexed(db, store);
        Map<String, LetterLine> lines = new HashMap<>();
        db.sql(BOOKS)
                .query(row -> {
                    String kind = row.getString(1);
                    lines.put(
                            kind,
                            new LetterLine(
                                    PrintIndexFile.KIND.meaning(kind),
                                    row.getLong(2),
                                    indexed.getOrDefault(kind, 0L),
                                    row.getLong(3)));
                });
        indexed.forEach((kind, count) ->
                lines.putIfAbsent(
                        kind, new LetterLine(PrintIndexFile.KIND.meaning(kind), 0, count, 0)));
        return new TreeSet<>(lines.keySet()).stream().map(lines::get).toList();
    }

    /** Letters by kind; one with several slips has several rows, which follow each other. */
    private static Map<String, Long> indexed(JdbcClient db, FileStore store) {
        Map<String, Long> counts = new HashMap<>();
        for (String[] file : indexes(db)) {
            String[] last = {""};
            try (InputStream in = store.open(file[1])) {
                FormatReader.read(
                        file[0],
                        in,
                        row -> {
                            if (!last[0].equals(letterNo(row))) {
                                last[0] = letterNo(row);
                                counts.merge(row.get(PrintIndexFile.KIND), 1L, Long::sum);
                            }
                        },
                        finding -> {
                            throw new IllegalStateException(file[0] + ": " + finding);
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return counts;
    }

    private static String letterNo(Row row) {
        return row.get(PrintIndexFile.LETTER_NO);
    }

    private static List<String[]> indexes(JdbcClient db) {
        List<String[]> files = new ArrayList<>();
        db.sql(
                        """
                        select name, stored_as from files.file
                        where kind = 'PRINT_INDEX' and direction = 'OUT' order by id
                        """)
                .query(row -> {
                    files.add(new String[] {row.getString(1), row.getString(2)});
                });
        return files;
    }
}
