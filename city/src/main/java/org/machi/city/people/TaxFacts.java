package org.machi.city.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.layout.TaxFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes tax facts over: each row that was received is a new version, the last one of a person and
 * levy year counts.
 */
public final class TaxFacts {

    static final String ITEMS =
            TaxFile.LAYOUT.columns().stream().map(Column::code).collect(Collectors.joining(", "));

    private final JdbcClient db;

    public TaxFacts(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param facts a table with the columns of {@link #ITEMS} and {@code line}
     * @return rows taken
     */
    public int take(String facts, LocalDate knownOn, long fileId) {
        FirstLoad first = new FirstLoad(db);
        if (first.isFirst("tax_fact", facts, "person_no, levy_year")) {
            return first.withoutIndexes(
                    List.of("tax_fact"), () -> insert(FIRST, facts, knownOn, fileId));
        }
        db.sql(
                        """
                        update people.tax_fact t set current = false
                        from (select distinct person_no, levy_year from %s) s
                        where t.person_no = s.person_no and t.levy_year = s.levy_year and t.current
                        """
                                .formatted(facts))
                .update();
        return insert(NEXT, facts, knownOn, fileId);
    }

    private int insert(String versions, String facts, LocalDate knownOn, long fileId) {
        return db.sql(
                        """
                        insert into people.tax_fact (%1$s, version, current, known_on, file_id)
                        select %2$s, %3$s
                        """
                                .formatted(ITEMS, prefixed(), versions.formatted(facts)))
                .param("knownOn", knownOn)
                .param("file", fileId)
                .update();
    }

    private static final String FIRST = "1, true, :knownOn, :file from %s s";

    /** The rows are numbered by their keys alone: sixty items would make the sorting dear. */
    private static final String NEXT =
            """
                   coalesce(t.last, 0) + n.nth, n.is_last, :knownOn, :file
            from %1$s s
            join (select line, row_number() over ordered as nth, lead(line) over ordered is null as is_last
                  from %1$s window ordered as (partition by person_no, levy_year order by line)) n using (line)
            left join (select person_no, levy_year, max(version) as last from people.tax_fact
                       where person_no in (select person_no from %1$s) group by 1, 2) t
                 using (person_no, levy_year)
            """;

    private static String prefixed() {
        return Arrays.stream(ITEMS.split(", "))
                .map(item -> "s." + item)
                .collect(Collectors.joining(", "));
    }
}
