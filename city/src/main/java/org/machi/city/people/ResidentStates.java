package org.machi.city.people;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.layout.ResidentFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes the states of people over: every state that was received becomes a row of history, the last
 * one becomes the current row, and the household periods follow. Set-based, the same statements for
 * a whole city and for one day.
 *
 * <p>A cancelled event (取消区分 1) brings the person as he or she stands without it; the household
 * periods that the event had opened go, those that it had closed open again. The history keeps both
 * rows.
 */
final class ResidentStates {

    /** The items that a person's row shares with the resident file, in the file's order. */
    static final String ITEMS =
            ResidentFile.FOR_UNION.stream().map(Column::code).collect(Collectors.joining(", "))
                    + ", protection, protected_from, protected_until";

    private static final String UPDATES =
            java.util.Arrays.stream(ITEMS.split(", "))
                    .filter(item -> !item.equals("person_no"))
                    .map(item -> item + " = excluded." + item)
                    .collect(Collectors.joining(", "));

    private final JdbcClient db;

    ResidentStates(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param states a table or view with the columns of {@link #ITEMS} and {@code line}
     * @return how many people have a new state
     */
    int take(String states, LocalDate knownOn, @Nullable Long fileId) {
        FirstLoad first = new FirstLoad(db);
        if (first.isFirst("person", states, "person_no") && nothingCancelled(states)) {
            int everybody = first.people(states, knownOn, fileId);
            NameParts.keepFirst(db);
            return everybody;
        }
        rememberAll(states, knownOn, fileId);
        rememberHomes(states);
        int people = makeCurrent(states, knownOn);
        NameParts.keep(db, states);
        undoCancelled(states);
        closePeriods(states);
        openPeriods(states, knownOn);
        keepFormerHomes(knownOn);
        HomeSettings.follow(db, states, knownOn);
        return people;
    }

    private boolean nothingCancelled(String states) {
        return db.sql("select not exists (select from %s where cancelled = '1')".formatted(states))
                .query(Boolean.class)
                .single();
    }

    private void rememberAll(String states, LocalDate knownOn, @Nullable Long fileId) {
        db.sql(
                        """
                        insert into people.person_history (%1$s, birth_day, name_key, kana_key, alias_kana_key,
                                                           known_on, history_no, file_id)
                        select %2$s, people.day(s.birth_on), people.name_key(s.name), people.kana_key(s.name_kana),
                               people.kana_key(s.alias_kana), :knownOn,
                               coalesce(h.last, 0) + n.nth, :file
                        from %3$s s
                        join (select line, row_number() over (partition by person_no order by line) as nth
                              from %3$s) n using (line)
                        left join (select person_no, max(history_no) as last from people.person_history
                                   where person_no in (select person_no from %3$s) group by person_no) h
                             using (person_no)
                        """
                                .formatted(ITEMS, prefixed("s"), states))
                .param("knownOn", knownOn)
                .param("file", fileId)
                .update();
    }

    private int makeCurrent(String states, LocalDate knownOn) {
        return db.sql(
                        """
                        insert into people.person (%1$s, birth_day, name_key, kana_key, alias_kana_key, known_on)
                        select distinct on (s.person_no) %2$s, people.day(s.birth_on), people.name_key(s.name),
                               people.kana_key(s.name_kana), people.kana_key(s.alias_kana), :knownOn
                        from %3$s s
                        order by s.person_no, s.line desc
                        on conflict (person_no) do update set %4$s,
                            birth_day = excluded.birth_day, name_key = excluded.name_key,
                            kana_key = excluded.kana_key, alias_kana_key = excluded.alias_kana_key,
                            known_on = excluded.known_on
                        """
                                .formatted(ITEMS, prefixed("s"), states, UPDATES))
                .param("knownOn", knownOn)
                .update();
    }

    private void rememberHomes(String states) {
        db.sql("drop table if exists membership_before").update();
        db.sql(
                        """
                        create temporary table membership_before on commit drop as
                        select * from people.household_membership where person_no in (select person_no from %s)
                        """
                                .formatted(states))
                .update();
    }

    /** What was believed of a home until now stays; what is believed from now on says so. */
    private void keepFormerHomes(LocalDate knownOn) {
        db.sql(
                        """
                        insert into people.household_membership_history
                            (person_no, household_no, is_head, valid_from, valid_to, known_on, known_to)
                        select b.person_no, b.household_no, b.is_head, b.valid_from, b.valid_to, b.known_on, :knownOn
                        from membership_before b
                        where not exists (
                            select from people.household_membership m
                            where m.person_no = b.person_no and m.valid_from = b.valid_from and m.household_no = b.household_no
                              and m.is_head = b.is_head and m.valid_to is not distinct from b.valid_to)
                        """)
                .param("knownOn", knownOn)
                .update();
        db.sql(
                        """
                        update people.household_membership m set known_on = :knownOn from membership_before b
                        where m.person_no = b.person_no and m.valid_from = b.valid_from
                          and (m.household_no, m.is_head, coalesce(m.valid_to, 'infinity'))
                              <> (b.household_no, b.is_head, coalesce(b.valid_to, 'infinity'))
                        """)
                .param("knownOn", knownOn)
                .update();
    }

    private void undoCancelled(String states) {
        db.sql(
                        """
                        delete from people.household_membership m using %s s
                        where s.cancelled = '1' and m.person_no = s.person_no and m.valid_from >= s.event_on
                        """
                                .formatted(states))
                .update();
        db.sql(
                        """
                        update people.household_membership m set valid_to = null
                        from (select person_no, max(event_on) as event_on from %s where cancelled = '1' group by 1) s
                        where m.person_no = s.person_no and m.valid_to >= s.event_on
                        """
                                .formatted(states))
                .update();
    }

    private void closePeriods(String states) {
        db.sql(
                        """
                        update people.household_membership m set valid_to = greatest(p.event_on, m.valid_from)
                        from people.person p
                        where p.person_no in (select person_no from %s)
                          and m.person_no = p.person_no and m.valid_to is null
                          and (p.resident_state = '2' or m.household_no is distinct from p.household_no
                               or m.is_head <> (p.head_no is not distinct from p.person_no))
                        """
                                .formatted(states))
                .update();
        db.sql(
                        """
                        delete from people.household_membership m
                        where m.valid_to <= m.valid_from and m.person_no in (select person_no from %s)
                        """
                                .formatted(states))
                .update();
    }

    private void openPeriods(String states, LocalDate knownOn) {
        db.sql(
                        """
                        insert into people.household_membership
                            (person_no, household_no, is_head, valid_from, valid_to, known_on)
                        select p.person_no, p.household_no, p.head_no is not distinct from p.person_no, p.event_on,
                               null, :knownOn
                        from people.person p
                        where p.person_no in (select person_no from %s)
                          and p.resident_state is distinct from '2' and p.household_no is not null
                          and not exists (select from people.household_membership m
                                          where m.person_no = p.person_no and m.valid_to is null)
                        on conflict (person_no, valid_from) do update
                            set household_no = excluded.household_no, is_head = excluded.is_head, valid_to = null,
                                known_on = excluded.known_on
                        """
                                .formatted(states))
                .param("knownOn", knownOn)
                .update();
    }

    private static String prefixed(String alias) {
        return java.util.Arrays.stream(ITEMS.split(", "))
                .map(item -> alias + "." + item)
                .collect(Collectors.joining(", "));
    }
}
