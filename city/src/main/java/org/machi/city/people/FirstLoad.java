package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The first load of a city: everybody for the first time and once each, into empty tables. The same
 * result as {@link ResidentStates} and {@link TaxFacts} bring, without looking for what was there
 * before, and with the indexes made afterwards.
 */
final class FirstLoad {

    /** Below this the ordinary way costs nothing. */
    private static final int MANY = 2_000;

    private static final List<String> PEOPLE = List.of("person", "household_membership");

    private final JdbcClient db;

    FirstLoad(JdbcClient db) {
        this.db = db;
    }

    /** Whether a table is empty and many rows wait that name nobody twice. */
    boolean isFirst(String table, String rows, String key) {
        return db.sql(
                        """
                        select not exists (select from people.%1$s)
                           and (select count(*) >= %4$d from (select from %2$s limit %4$d) few)
                           and not exists (select from %2$s group by %3$s having count(*) > 1)
                        """
                                .formatted(table, rows, key, MANY))
                .query(Boolean.class)
                .single();
    }

    /** Fills a table while its indexes are aside. */
    int withoutIndexes(List<String> tables, IntSupplier fill) {
        tables.forEach(table -> run("select people.set_indexes_aside(:table)", table));
        int rows = fill.getAsInt();
        tables.forEach(table -> run("select people.make_indexes(:table)", table));
        return rows;
    }

    private void run(String sql, String table) {
        db.sql(sql).param("table", table).query(Integer.class).single();
    }

    /** Everybody's first state: current, in the history, in the household. */
    int people(String states, LocalDate knownOn, @Nullable Long fileId) {
        return withoutIndexes(
                PEOPLE,
                () -> {
                    int people = current(states, knownOn);
                    remember(fileId);
                    openPeriods(knownOn);
                    return people;
                });
    }

    private int current(String states, LocalDate knownOn) {
        return db.sql(
                        """
                        insert into people.person (%1$s, birth_day, name_key, kana_key, alias_kana_key, known_on)
                        select %1$s, people.day(birth_on), people.name_key(name), people.kana_key(name_kana),
                               people.kana_key(alias_kana), :knownOn
                        from %2$s
                        """
                                .formatted(ResidentStates.ITEMS, states))
                .param("knownOn", knownOn)
                .update();
    }

    private void remember(@Nullable Long fileId) {
        db.sql(
                        """
                        insert into people.person_history (%1$s, birth_day, name_key, kana_key, alias_kana_key,
                                                           known_on, history_no, file_id)
                        select %1$s, birth_day, name_key, kana_key, alias_kana_key, known_on, 1, :file
                        from people.person
                        """
                                .formatted(ResidentStates.ITEMS))
                .param("file", fileId)
                .update();
    }

    private void openPeriods(LocalDate knownOn) {
        db.sql(
                        """
                        insert into people.household_membership
                            (person_no, household_no, is_head, valid_from, valid_to, known_on)
                        select person_no, household_no, head_no is not distinct from person_no, event_on, null, :knownOn
                        from people.person
                        where resident_state is distinct from '2' and household_no is not null
                        """)
                .param("knownOn", knownOn)
                .update();
    }
}
