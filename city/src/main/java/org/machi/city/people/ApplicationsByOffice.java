package org.machi.city.people;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** 届出・申請 that the office itself makes (居所不明, 居所判明): they go to the union with the next file. */
@Service
public class ApplicationsByOffice {

    /** 居所不明. */
    public static final String UNKNOWN = "21";

    /** 居所判明. */
    public static final String FOUND = "22";

    private final JdbcClient db;

    ApplicationsByOffice(JdbcClient db) {
        this.db = db;
    }

    /** Enters one; returns its 受付番号. */
    public String enter(long personNo, String kind, LocalDate day, String note) {
        return db.sql(
                        """
                        insert into people.application (reception_no, person_no, kind, cancelled, received_on, occurred_on, note,
                                                        reported_on)
                        values (lpad(nextval('people.reception_no')::text, 10, '0'), ?, ?, '0', ?, ?, ?, ?)
                        returning reception_no
                        """)
                .params(personNo, kind, day, day, note, day)
                .query(String.class)
                .single();
    }
}
