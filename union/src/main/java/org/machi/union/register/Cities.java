package org.machi.union.register;

import java.util.List;
import org.machi.formats.column.Finding;
import org.machi.platform.files.FileRefused;
import org.machi.platform.files.IncomingFile;
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

    /**
     * Refuses a file of a city that is not, or not yet, entered here.
     *
     * @throws FileRefused with what the clerk does about it
     */
    public static void requireMember(IncomingFile file) {
        boolean member =
                file.db()
                        .sql("SELECT EXISTS (SELECT FROM register.city WHERE city_code = ?)")
                        .param(file.from())
                        .query(Boolean.class)
                        .single();
        if (!member) {
            throw new FileRefused(
                    new Finding(
                            Finding.Severity.REFUSE,
                            1,
                            "送信元コード",
                            file.from(),
                            "構成市区町村として登録されていません",
                            "構成市区町村なら登録してから再取込し、そうでなければ送信元に連絡してください"));
        }
    }

    /** All member cities in their order. */
    public List<City> all() {
        return db.sql("SELECT city_code, name FROM register.city ORDER BY position")
                .query((row, n) -> new City(row.getString(1), row.getString(2)))
                .list();
    }
}
