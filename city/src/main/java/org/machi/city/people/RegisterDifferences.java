package org.machi.city.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.machi.city.people.protection.Stops;
import org.machi.formats.column.Column;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Differences from the resident register and how they end: taken over, explained, or gone by a
 * later event.
 */
@Component
class RegisterDifferences {

    private static final int MOST = 500;
    private static final Map<String, Column<?>> ITEMS =
            RegisterComparison.ITEMS.stream().collect(Collectors.toMap(Column::code, one -> one));

    private final JdbcClient db;

    RegisterDifferences(JdbcClient db) {
        this.db = db;
    }

    /** One comparison with its counts. */
    public record Run(
            long runNo,
            LocalDate checkedOn,
            long told,
            long known,
            long missingHere,
            long missingThere,
            long different,
            long items,
            long open) {}

    /** One item of a person. */
    public record Item(String name, String ours, String theirs) {}

    /**
     * A person with open differences.
     *
     * @param hidden a protected person whom this clerk may not see
     */
    public record Person(
            long runNo, long personNo, String name, String kind, List<Item> items, boolean hidden) {

        public boolean takeable() {
            return !kind.equals("MISSING_THERE");
        }

        public boolean here() {
            return !kind.equals("MISSING_HERE");
        }
    }

    List<Run> runs() {
        return db.sql(
                        """
                        select c.run_no, c.checked_on, c.told, c.known, c.missing_here, c.missing_there, c.different, c.items,
                               (select count(*) from people.register_difference d where d.run_no = c.run_no and d.state = 'OPEN') as open
                        from people.register_check c order by c.run_no desc limit 20
                        """)
                .query(Run.class)
                .list();
    }

    long countOpen() {
        return db.sql(
                        "select count(distinct person_no) from people.register_difference where"
                                + " state = 'OPEN'")
                .query(Long.class)
                .single();
    }

    /** People with open differences, in the order of their numbers. */
    List<Person> open(Clerk clerk) {
        Map<Long, Person> people = new LinkedHashMap<>();
        db.sql(
                        """
                        select d.run_no, d.person_no, d.kind, d.item, coalesce(d.ours, '') as ours, coalesce(d.theirs, '') as theirs,
                               coalesce(v.name, s.name, '') as name,
                               coalesce(v.look_stopped, false) or coalesce(s.protection in ('1', '2'), false) as stopped,
                               coalesce(v.protected, false) or coalesce(s.protection in ('1', '2'), false) as guarded
                        from people.register_difference d
                        left join people.v_person v on v.person_no = d.person_no
                        left join people.register_said s on s.person_no = d.person_no and s.run_no = d.run_no
                        where d.state = 'OPEN' order by d.person_no, d.item limit :most
                        """)
                .param("most", MOST)
                .query(row -> {
                    boolean hidden =
                            row.getBoolean("stopped")
                                    && !Stops.mayLook(row.getBoolean("guarded"), clerk);
                    long no = row.getLong("person_no");
                    Person person =
                            people.computeIfAbsent(
                                    no, _ -> new Person(0, no, "", "", new ArrayList<>(), hidden));
                    List<Item> items = person.items();
                    if (!hidden) {
                        items.add(
                                item(
                                        row.getString("item"),
                                        row.getString("ours"),
                                        row.getString("theirs")));
                    }
                    people.put(
                            no,
                            new Person(
                                    row.getLong("run_no"),
                                    no,
                                    hidden ? "（係の責任者が処理します）" : row.getString("name"),
                                    row.getString("kind"),
                                    items,
                                    hidden));
                });
        return List.copyOf(people.values());
    }

    private static Item item(String code, String ours, String theirs) {
        Column<?> column = ITEMS.get(code);
        return column == null
                ? new Item("", ours, theirs)
                : new Item(column.item(), column.meaning(ours), column.meaning(theirs));
    }

    /**
     * What the register says becomes the person's state, as a correction of today; the day of its
     * event stays.
     */
    void takeOver(long runNo, long personNo, String staff, String note, LocalDate today) {
        settle(runNo, personNo, new Settled("TAKEN", staff, note, today));
        db.sql("drop table if exists register_taken").update();
        db.sql(
                        """
                        create temporary table register_taken on commit drop as
                        select * from people.register_said where run_no = %d and person_no = %d
                        """
                                .formatted(runNo, personNo))
                .update();
        int rows =
                db.sql(
                                """
                                update register_taken t set event = '08', processed_on = :today, cancelled = '0',
                                    event_on = least(:today, greatest(t.event_on,
                                        (select p.event_on from people.person p where p.person_no = t.person_no)))
                                """)
                        .param("today", today)
                        .update();
        if (rows == 0) {
            throw new ChangedMeanwhile("住基にない人は取り込めません。住基に確かめて、説明を入れてください。");
        }
        new ResidentStates(db).take("register_taken", today, null);
        db.sql("insert into people.untold (person_no) values (?)").param(personNo).update();
    }

    /** Whether an open difference is of a person whom the clerk may not see. */
    boolean isHidden(long runNo, long personNo, Clerk clerk) {
        return db.sql(
                        """
                        select exists (
                            select from people.register_difference d
                            left join people.v_stop v on v.person_no = d.person_no
                            left join people.register_said s on s.person_no = d.person_no and s.run_no = d.run_no
                            where d.run_no = :run and d.person_no = :person
                              and (v.look and not case when v.guarded then :guarded else :keeper end
                                   or s.protection in ('1', '2') and not :guarded))
                        """)
                .param("run", runNo)
                .param("person", personNo)
                .param("guarded", clerk.may(Stops.PROTECTED))
                .param("keeper", clerk.may(Stops.KEEPER))
                .query(Boolean.class)
                .single();
    }

    void explain(long runNo, long personNo, String staff, String note, LocalDate today) {
        settle(runNo, personNo, new Settled("EXPLAINED", staff, note, today));
    }

    private record Settled(String state, String staff, String note, LocalDate on) {}

    private void settle(long runNo, long personNo, Settled settled) {
        int rows =
                db.sql(
                                """
                                update people.register_difference set state = :state, settled_on = :on, staff = :staff, note = :note
                                where run_no = :run and person_no = :person and state = 'OPEN'
                                """)
                        .param("state", settled.state())
                        .param("on", settled.on())
                        .param("staff", settled.staff())
                        .param("note", settled.note())
                        .param("run", runNo)
                        .param("person", personNo)
                        .update();
        if (rows == 0) {
            throw new ChangedMeanwhile("この相違は、ほかの職員が先に処理したか、その後の異動で一致しました。");
        }
    }

    /** Differences that a later event of the register has settled by itself. */
    void close(StepContext step) {
        int gone = step.db().sql(GONE).param("today", step.businessDate()).update();
        if (gone > 0) {
            step.count("一致した相違", gone);
        }
    }

    private static final String GONE =
            """
            update people.register_difference d set state = 'GONE', settled_on = :today
            from people.person p
            where d.state = 'OPEN' and p.person_no = d.person_no
              and case d.kind when 'MISSING_HERE' then true
                              when 'MISSING_THERE' then p.resident_state = '2'
                              else to_jsonb(p) ->> d.item is not distinct from d.theirs end
            """;
}
