package org.machi.city.koki.benefits;

import java.time.LocalDate;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.platform.desk.NothingThere;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To whom one paper from the counter goes. */
@Component
class AddresseeLookUp {

    private final JdbcClient db;

    AddresseeLookUp(JdbcClient db) {
        this.db = db;
    }

    Addressee find(long personNo, String insuredNo, LocalDate today) {
        return db.sql(
                        "select %s from %s where v.person_no = :no"
                                .formatted(Addressees.COLUMNS, Addressees.SOURCE))
                .param("today", today)
                .param("no", personNo)
                .query((row, _) -> Addressees.of(row, insuredNo))
                .optional()
                .orElseThrow(NothingThere::new);
    }
}
