package org.machi.city.people.protection;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 支援措置の一覧: everybody under one, whoever entered it, those with something to do first. */
@Component
class ProtectionLists {

    private static final int MOST = 500;

    private final JdbcClient db;

    ProtectionLists(JdbcClient db) {
        this.db = db;
    }

    /** One protected person; from the register of residents or from the counter. */
    public record Line(
            long personNo,
            String name,
            String source,
            String state,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String alert) {}

    private static final String OPEN =
            """
            from (select person_no, '窓口' as source, case state when 'DECIDED' then '支援措置中' else '仮支援措置' end as state,
                         coalesce(starts_on, received_on) as starts_on, ends_on
                  from people.protection where state in ('PROVISIONAL', 'DECIDED')
                  union all
                  select person_no, '住基', case protection when '1' then '支援措置中' else '仮支援措置' end,
                         protected_from, protected_until
                  from people.person where protection in ('1', '2')) o
            """;

    List<Line> open(LocalDate today) {
        return db.sql(
                        "select o.*, p.name "
                                + OPEN
                                + " join people.person p using (person_no) order by o.ends_on nulls first, o.person_no limit "
                                + MOST)
                .query((row, _) -> {
                    @Nullable LocalDate ends = row.getObject("ends_on", LocalDate.class);
                    return new Line(
                            row.getLong("person_no"),
                            row.getString("name"),
                            row.getString("source"),
                            row.getString("state"),
                            row.getObject("starts_on", LocalDate.class),
                            ends,
                            ProtectionPeriod.alert(ends, today));
                })
                .list();
    }

    /** From one month before the end until somebody extended or ended it. */
    long countDue(LocalDate today) {
        return db.sql(
                        "select count(*) "
                                + OPEN
                                + " where o.ends_on + 1 - interval '1 month' <= cast(:today as date)")
                .param("today", today)
                .query(Long.class)
                .single();
    }
}
