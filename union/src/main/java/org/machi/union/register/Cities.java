package org.machi.union.register;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 構成市区町村: the cities whose residents the union insures. */
@Repository
public class Cities {

    private final JdbcClient db;

    Cities(JdbcClient db) {
        this.db = db;
    }

    /**
     * A member city.
     *
     * @param code 地方公共団体コード, 6 digits
     * @param name the name that people read
     */
    public record City(String code, String name) {}

    /** Enters the member cities; those already there get the given name. */
    public void enter(List<City> cities) {
        for (City city : cities) {
            db.sql(
                            """
                            INSERT INTO register.city (city_code, name, position)
                            VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM register.city))
                            ON CONFLICT (city_code) DO UPDATE SET name = excluded.name
                            """)
                    .param(city.code())
                    .param(city.name())
                    .update();
        }
    }

    /** All member cities in their order. */
    public List<City> all() {
        return db.sql("SELECT city_code, name FROM register.city ORDER BY position")
                .query((row, n) -> new City(row.getString(1), row.getString(2)))
                .list();
    }
}
