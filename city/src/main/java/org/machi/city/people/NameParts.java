package org.machi.city.people;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the search needs beside the current names: the names that somebody had before, and the
 * distinct surnames, given names and towns of the city, by which the middle of a name and an
 * address are found.
 */
final class NameParts {

    private NameParts() {}

    /**
     * Keeps both for the people of new states.
     *
     * @param states a table or view with the column {@code person_no}; current rows are written
     */
    static void keep(JdbcClient db, String states) {
        db.sql(PARTS.formatted(states)).update();
        db.sql(PAST.formatted(states)).update();
    }

    /** The same for people who are all new: nobody had another name before. */
    static void keepFirst(JdbcClient db) {
        db.sql(FIRST_PARTS).update();
    }

    /** Four small groupings instead of one over all names of everybody. */
    private static final String PARTS =
            """
            insert into people.name_part (kind, part)
            select 'SK', left(kana_key, char_length(kana_key) - coalesce(char_length(given_kana_key), 0)) collate "C" as part
            from people.person where person_no in (select person_no from %1$s) and given_kana_key is not null group by part
            union all
            select 'GK', given_kana_key collate "C" as part
            from people.person where person_no in (select person_no from %1$s) and given_kana_key is not null group by part
            union all
            select 'SN', left(name_key, char_length(name_key) - coalesce(char_length(given_key), 0)) collate "C" as part
            from people.person where person_no in (select person_no from %1$s) and given_key is not null group by part
            union all
            select 'GN', given_key collate "C" as part
            from people.person where person_no in (select person_no from %1$s) and given_key is not null group by part
            union all
            select 'T', town collate "C" as part
            from people.person where person_no in (select person_no from %1$s) group by part
            on conflict do nothing
            """;

    /** For people who are all that the city knows: no need to say whom. */
    private static final String FIRST_PARTS =
            PARTS.replace("person_no in (select person_no from %1$s)", "true");

    /** Whoever has but one state had no other name. */
    private static final String PAST =
            """
            insert into people.past_name (person_no, kind, shown, key, given_key)
            select distinct on (h.person_no, v.kind, v.shown) h.person_no, v.kind, v.shown, v.key, v.given
            from people.person_history h
            join people.person p using (person_no)
            cross join lateral (values
                ('N', h.name, p.name, h.name_key, people.name_key(people.given_part(h.name))),
                ('N', h.alias, p.alias, people.name_key(h.alias), null),
                ('K', h.name_kana, p.name_kana, h.kana_key, people.kana_key(people.given_part(h.name_kana))),
                ('K', h.alias_kana, p.alias_kana, h.alias_kana_key, null),
                ('L', h.name_latin, p.name_latin, people.latin_key(h.name_latin), null)) v(kind, shown, now, key, given)
            where h.person_no in (
                    select x.person_no from people.person_history x
                    where x.history_no = 2 and x.person_no in (select person_no from %s))
              and v.shown is distinct from v.now and v.key <> ''
            on conflict do nothing
            """;
}
