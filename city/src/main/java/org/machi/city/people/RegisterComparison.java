package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.machi.formats.column.Column;
import org.machi.formats.layout.ResidentFile;
import org.machi.platform.files.IncomingFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 住基との整合性確認: a full list that comes when the city knows its residents already is compared with
 * them, person by person and item by item, in a few statements over everybody. Nothing is taken
 * over by itself.
 */
final class RegisterComparison {

    private static final List<Column<?>> OF_THE_EVENT =
            List.of(
                    ResidentFile.PERSON_NO,
                    ResidentFile.EVENT_SEQ,
                    ResidentFile.EVENT,
                    ResidentFile.EVENT_ON,
                    ResidentFile.REPORTED_ON,
                    ResidentFile.PROCESSED_ON,
                    ResidentFile.CANCELLED);

    /** What is compared: the person's facts, not the event that brought them. */
    static final List<Column<?>> ITEMS =
            ResidentFile.LAYOUT.columns().stream()
                    .filter(column ->
                            ResidentFile.FOR_UNION.contains(column)
                                    || column.equals(ResidentFile.PROTECTION))
                    .filter(column -> !OF_THE_EVENT.contains(column))
                    .toList();

    private RegisterComparison() {}

    /**
     * The city took a full list before today; the first list may come in several files of one day.
     * Changes that came before it don't make everybody a difference.
     */
    static boolean applies(JdbcClient db, LocalDate today) {
        return db.sql(
                        """
                        select exists (select from people.person where known_on < :today and resident_kind <> '3')
                           and exists (select from files.file where direction = 'IN' and kind = 'JUKI_ALL'
                                       and state = 'APPLIED' and business_date < :today)
                        """)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    static void compare(IncomingFile file) {
        JdbcClient db = file.db();
        long run =
                db.sql(
                                """
                                insert into people.register_check (file_id, checked_on, told, known)
                                select :file, :today, (select count(distinct person_no) from incoming),
                                       (select count(*) from people.person where resident_kind <> '3' and resident_state = '1')
                                returning run_no
                                """)
                        .param("file", file.id())
                        .param("today", file.businessDate())
                        .query(Long.class)
                        .single();
        db.sql(SAID.formatted(ResidentStates.ITEMS, columns("i."), columns("p.")))
                .param("run", run)
                .update();
        file.count("市にない人", db.sql(MISSING_HERE).param("run", run).update());
        file.count("住基にない人", db.sql(MISSING_THERE).param("run", run).update());
        file.count("違う項目", db.sql(DIFFERENT.formatted(values())).param("run", run).update());
        for (String statement : List.of(STILL_EXPLAINED, REPLACED, COUNTS)) {
            db.sql(statement).param("run", run).update();
        }
    }

    private static String columns(String alias) {
        return ITEMS.stream()
                .map(column -> alias + column.code())
                .collect(Collectors.joining(", "));
    }

    private static String values() {
        return ITEMS.stream()
                .map(column -> "('%1$s', p.%1$s::text, s.%1$s::text)".formatted(column.code()))
                .collect(Collectors.joining(", "));
    }

    /** The list's rows of those who differ or are not known here. */
    private static final String SAID =
            """
            insert into people.register_said (%1$s, run_no, line)
            select %1$s, :run, i.line
            from (select distinct on (person_no) * from incoming order by person_no, line desc) i
            where not exists (select from people.person p
                              where p.person_no = i.person_no and (%2$s) is not distinct from (%3$s))
            """;

    private static final String MISSING_HERE =
            """
            insert into people.register_difference (run_no, person_no, kind, item, theirs)
            select s.run_no, s.person_no, 'MISSING_HERE', '', s.name from people.register_said s
            where s.run_no = :run and not exists (select from people.person p where p.person_no = s.person_no)
            """;

    private static final String MISSING_THERE =
            """
            insert into people.register_difference (run_no, person_no, kind, item, ours)
            select :run, p.person_no, 'MISSING_THERE', '', p.name from people.person p
            where p.resident_kind <> '3' and p.resident_state = '1'
              and not exists (select from incoming i where i.person_no = p.person_no)
            """;

    private static final String DIFFERENT =
            """
            insert into people.register_difference (run_no, person_no, kind, item, ours, theirs)
            select s.run_no, s.person_no, 'DIFFERENT', v.item, v.ours, v.theirs
            from people.register_said s join people.person p using (person_no)
            cross join lateral (values %s) v(item, ours, theirs)
            where s.run_no = :run and v.ours is distinct from v.theirs
            """;

    /** What was explained before and is told again with the same values stays explained. */
    private static final String STILL_EXPLAINED =
            """
            update people.register_difference d
            set state = 'EXPLAINED', settled_on = e.settled_on, staff = e.staff, note = e.note
            from people.register_difference e
            where d.run_no = :run and e.run_no < d.run_no and e.state = 'EXPLAINED' and e.person_no = d.person_no
              and e.item = d.item and e.kind = d.kind and e.ours is not distinct from d.ours
              and e.theirs is not distinct from d.theirs
            """;

    private static final String REPLACED =
            "update people.register_difference set state = 'REPLACED' where state = 'OPEN' and"
                    + " run_no < :run";

    private static final String COUNTS =
            """
            update people.register_check c
            set missing_here = n.missing_here, missing_there = n.missing_there, different = n.different, items = n.items
            from (select count(*) filter (where kind = 'MISSING_HERE') as missing_here,
                         count(*) filter (where kind = 'MISSING_THERE') as missing_there,
                         count(distinct person_no) filter (where kind = 'DIFFERENT') as different,
                         count(*) filter (where kind = 'DIFFERENT') as items
                  from people.register_difference where run_no = :run) n
            where c.run_no = :run
            """;
}
