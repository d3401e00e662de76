package org.machi.city.people.outside;

import java.time.LocalDate;
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
