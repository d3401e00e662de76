package org.machi.city.linkage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 外部記録媒体 that may be used; no other is written to. */
@Component
class Media {

    private final JdbcClient db;

    Media(JdbcClient db) {
        this.db = db;
    }

    /** One medium. */
    public record Medium(
            String mediumNo,
            String label,
            LocalDate registeredOn,
            String registeredBy,
            @Nullable LocalDate retiredOn) {}

    List<Medium> all() {
        return db.sql("select * from share.medium order by retired_on nulls first, medium_no")
                .query(Medium.class)
                .list();
    }

    boolean register(String number, String label, LocalDate day, String staff) {
        return db.sql(
                                """
                                insert into share.medium (medium_no, label, registered_on, registered_by)
                                values (:no, :label, :day, :staff) on conflict do nothing
                                """)
                        .param("no", number)
                        .param("label", label)
                        .param("day", day)
                        .param("staff", staff)
                        .update()
                == 1;
    }

    boolean retire(String number, LocalDate day) {
        return db.sql(
                                "update share.medium set retired_on = :day where medium_no = :no"
                                        + " and retired_on is null")
                        .param("day", day)
                        .param("no", number)
                        .update()
                == 1;
    }
}
