package org.machi.city.people.outside;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.formats.number.PersonNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 付番: the next serial with its check digit that nobody has or had, be it a resident, somebody taken
 * over from the former system, or a number that went out of use.
 */
@Component
class Numbers {

    private final JdbcClient db;

    Numbers(JdbcClient db) {
        this.db = db;
    }

    /** As many free numbers as are wanted, in their order; nothing is kept of them yet. */
    List<Long> free(int wanted) {
        List<Long> free = new ArrayList<>();
        while (free.size() < wanted) {
            List<Long> next =
                    db
                            .sql(
                                    "select nextval('people.non_resident_serial') from generate_series(1, ?)")
                            .param(wanted - free.size() + 1)
                            .query(Long.class)
                            .list()
                            .stream()
                            .flatMap(serial -> PersonNumber.ofSerial(serial).stream())
                            .map(PersonNumber::value)
                            .toList();
            free.addAll(
                    db.sql(
                                    """
                                    select n from unnest(cast(:numbers as bigint[])) with ordinality as t (n, nth)
                                    where not exists (select from people.person where person_no = n)
                                      and not exists (select from people.person_history where person_no = n)
                                      and not exists (select from people.issued_number where person_no = n)
                                    order by nth
                                    """)
                            .param("numbers", next.toArray(Long[]::new))
                            .query(Long.class)
                            .list());
        }
        return free.subList(0, wanted);
    }

    /** Issues a number for an entry. */
    long issue(long entryNo, LocalDate on) {
        while (true) {
            long serial =
                    db.sql("select nextval('people.non_resident_serial')")
                            .query(Long.class)
                            .single();
            Long number = PersonNumber.ofSerial(serial).map(PersonNumber::value).orElse(null);
            if (number != null && isFree(number)) {
                db.sql(
                                "insert into people.issued_number (person_no, entry_no, issued_on) values (?, ?, ?)")
                        .params(number, entryNo, on)
                        .update();
                return number;
            }
        }
    }

    private boolean isFree(long number) {
        return db.sql(
                        """
                        select not exists (select from people.person where person_no = :no)
                           and not exists (select from people.person_history where person_no = :no)
                           and not exists (select from people.issued_number where person_no = :no)
                        """)
                .param("no", number)
                .query(Boolean.class)
                .single();
    }
}
