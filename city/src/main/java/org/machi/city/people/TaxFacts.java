package org.machi.city.people;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.layout.TaxFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes tax facts over: each row that was received is a new version, the last one of a person and
 * levy year counts.
 */
final class TaxFacts {

    static final String ITEMS =
            TaxFile.LAYOUT.columns().stream().map(Column::code).collect(Collectors.joining(", "));

    private final JdbcClient db;

    TaxFacts(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param facts a table with the columns of {@link #ITEMS} and {@code line}
     * @return rows taken
     */
    int take(String facts, LocalDate knownOn, long fileId) {
        db.sql(
                        """
                        update people.tax_fact t set current = false
                        from (select distinct person_no, levy_year from %s) s
                        where t.person_no = s.person_no and t.levy_year = s.levy_year and t.current
                        """
                                .formatted(facts))
                .update();
        return db.sql(
                        """
                        insert into people.tax_fact (%1$s, version, current, known_on, file_id)
                        select %2$s,
                               coalesce(t.last, 0) + row_number() over ordered,
                               lead(s.line) over ordered is null,
                               :knownOn, :file
                        from %3$s s
                        left join (select person_no, levy_year, max(version) as last from people.tax_fact
                                   where person_no in (select person_no from %3$s) group by 1, 2) t
                             using (person_no, levy_year)
                        window ordered as (partition by s.person_no, s.levy_year order by s.line)
                        """
                                .formatted(ITEMS, prefixed(), facts))
                .param("knownOn", knownOn)
                .param("file", fileId)
                .update();
    }

    private static String prefixed() {
        return Arrays.stream(ITEMS.split(", "))
                .map(item -> "s." + item)
                .collect(Collectors.joining(", "));
    }
}
