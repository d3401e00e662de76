package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 住所地特例の対象施設, as the office keeps their register: a 届 names one of them. */
@Component
class Facilities {

    private final JdbcClient db;

    Facilities(JdbcClient db) {
        this.db = db;
    }

    /** One facility. */
    public record Facility(long facilityNo, String name, String municipalityCode, String address) {

        /** As the list to choose from shows it. */
        public String label() {
            return name + "　" + address;
        }
    }

    /** Those that can be chosen on a day. */
    List<Facility> on(LocalDate day) {
        return db.sql(
                        """
                        select facility_no, name, municipality_code, address from people.v_facility
                        where valid_from <= :day and (valid_to is null or valid_to > :day) order by municipality_code, name
                        """)
                .param("day", day)
                .query(Facility.class)
                .list();
    }
}
