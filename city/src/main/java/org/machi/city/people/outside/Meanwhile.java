package org.machi.city.people.outside;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What happened between an entry and its confirmation: the checks of the entry, made again while
 * nobody else can change the person or issue a number.
 */
@Component
class Meanwhile {

    private final JdbcClient db;
    private final Candidates candidates;

    Meanwhile(JdbcClient db, Candidates candidates) {
        this.db = db;
        this.candidates = candidates;
    }

    /**
     * Holds the person, or the issue of numbers, until the end of the transaction.
     *
     * @param personNo null for somebody new
     * @return what changed, in words; empty when the entry still stands
     */
    Optional<String> changed(long entryNo, @Nullable Long personNo) {
        Optional<String> home = home(entryNo);
        if (home.isPresent()) {
            return home;
        }
        return personNo == null ? newDoubles(entryNo) : person(entryNo, personNo);
    }

    private Optional<String> person(long entryNo, long personNo) {
        db.sql("select 1 from people.person where person_no = ? for update")
                .param(personNo)
                .query(Integer.class)
                .optional();
        return db
                .sql(
                        """
                        select case when g.survivor_no is not null then '統合されました（統合先 ' || g.survivor_no || '）'
                                    when p.resident_kind <> '3' then '住民になりました'
                                    when p.resident_state = '2' then '廃止されました'
                                    else '登録内容が変わりました（' || people.changed_since(p.person_no, e.seen_history) || '）' end
                        from people.non_resident_entry e join people.person p on p.person_no = :person
                        left join people.merge g on g.person_no = p.person_no and g.undone_on is null
                        where e.entry_no = :entry
                        """)
                .param("person", personNo)
                .param("entry", entryNo)
                .query((row, _) -> Optional.ofNullable(row.getString(1)))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> home(long entryNo) {
        return db.sql(
                        """
                        select '世帯主（' || e.head_no || '）の世帯が変わりました'
                        from people.non_resident_entry e
                        where e.entry_no = ? and e.head_no is not null and e.change <> '3'
                          and not exists (select from people.person h
                                          where h.person_no = e.head_no and h.household_no is not distinct from e.household_no)
                        """)
                .param(entryNo)
                .query(String.class)
                .optional();
    }

    private Optional<String> newDoubles(long entryNo) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('people.issued_number', 0))")
                .query((_, _) -> true)
                .list();
        FourFacts facts =
                db.sql(
                                """
                                select name, name_kana as kana, coalesce(birth_on, '') as birth_on,
                                       city || town || coalesce(lot, '') as address
                                from people.non_resident_entry where entry_no = ?
                                """)
                        .param(entryNo)
                        .query(FourFacts.class)
                        .single();
        List<Long> known =
                db.sql("select unnest(doubles) from people.non_resident_entry where entry_no = ?")
                        .param(entryNo)
                        .query(Long.class)
                        .list();
        String fresh =
                candidates.doubles(facts).stream()
                        .filter(number -> !known.contains(number))
                        .map(String::valueOf)
                        .collect(Collectors.joining("、"));
        return fresh.isEmpty()
                ? Optional.empty()
                : Optional.of("同じ人かもしれない登録ができました（宛名番号 " + fresh + "）");
    }
}
