package org.machi.city.people;

import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 支援措置: what belongs to a protected person is not there for clerks without the duty. */
@Component
public class ProtectedPeople {

    /** 支援措置対象者の照会, a duty that 宛名 brings. */
    private static final String DUTY = "people.protected";

    private final JdbcClient db;

    ProtectedPeople(JdbcClient db) {
        this.db = db;
    }

    public void requireOpen(long personNo, Clerk clerk) {
        boolean isProtected =
                db.sql("select protected from people.v_person where person_no = :no")
                        .param("no", personNo)
                        .query(Boolean.class)
                        .optional()
                        .orElse(false);
        if (isProtected && !clerk.may(DUTY)) {
            throw new NothingThere();
        }
    }
}
