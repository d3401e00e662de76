package org.machi.city.people.tax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.layout.TaxFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 税情報63項目 of a person: every version that was ever known, item by item under its name. */
@Component
class TaxBook {

    private final JdbcClient db;

    TaxBook(JdbcClient db) {
        this.db = db;
    }

    /** One version as the columns of a year's table. */
    public record Version(
            int version,
            boolean current,
            LocalDate knownOn,
            @Nullable LocalDate sentOn,
            String source) {}

    /** One item over the versions, the newest first. */
    public record Item(int no, String name, List<String> values) {

        /** It is not the same in all versions. */
        public boolean isCorrected() {
            return values.stream().distinct().count() > 1;
        }

        public boolean isEmpty() {
            return values.stream().allMatch(String::isEmpty);
        }
    }

    /** A year's table. */
    public record Year(long levyYear, List<Version> versions, List<Item> items) {}

    private record Read(long year, Version version, List<String> values) {}

    List<Year> of(long personNo) {
        List<Column<?>> columns = TaxFile.LAYOUT.columns();
        List<Read> rows =
                db.sql(
                                """
                                select t.*, s.sent_on, f.name as file_name from people.tax_fact t
                                left join people.tax_sent s using (person_no, levy_year, version)
                                left join files.file f on f.id = t.file_id
                                where t.person_no = ? order by t.levy_year desc, t.version desc
                                """)
                        .param(personNo)
                        .query((row, _) -> {
                            List<String> values = new ArrayList<>();
                            for (Column<?> column : columns) {
                                values.add(shown(column, row.getString(column.code())));
                            }
                            return new Read(
                                    row.getLong("levy_year"),
                                    new Version(
                                            row.getInt("version"),
                                            row.getBoolean("current"),
                                            Objects.requireNonNull(
                                                    row.getObject("known_on", LocalDate.class)),
                                            row.getObject("sent_on", LocalDate.class),
                                            Objects.requireNonNullElse(
                                                    row.getString("file_name"), "窓口での入力")),
                                    values);
                        })
                        .list();
        Map<Long, List<Read>> byYear = new LinkedHashMap<>();
        rows.forEach(row -> byYear.computeIfAbsent(row.year(), _ -> new ArrayList<>()).add(row));
        return byYear.entrySet().stream()
                .map(year -> year(year.getKey(), year.getValue(), columns))
                .toList();
    }

    private static Year year(long levyYear, List<Read> versions, List<Column<?>> columns) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int no = i;
            items.add(
                    new Item(
                            i + 1,
                            columns.get(i).item(),
                            versions.stream().map(one -> one.values().get(no)).toList()));
        }
        return new Year(levyYear, versions.stream().map(Read::version).toList(), items);
    }

    /** Codes with their meaning, flags as words, yen with commas. */
    private static String shown(Column<?> column, @Nullable String text) {
        if (text == null) {
            return "";
        }
        String meaning = column.type().meanings().get(text);
        if (meaning != null) {
            return text + " " + meaning;
        }
        if (text.equals("t") || text.equals("f")) {
            return text.equals("t") ? "1 あり" : "0 なし";
        }
        return text.matches("-?[0-9]{4,}") && column.item().matches(".*(額|所得|合計)$")
                ? "%,d".formatted(Long.parseLong(text))
                : text;
    }
}
