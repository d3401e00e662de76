package org.machi.union.window;

import java.time.LocalDate;
import java.util.List;
import org.machi.platform.staff.Duty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first ids of a city on the day the union opens: as at the page, one enters the request and
 * another agrees, and the ledger begins with them.
 */
@Service
public class FirstIds {

    private final UserIds ids;
    private final JdbcClient db;

    FirstIds(UserIds ids, JdbcClient db) {
        this.ids = ids;
        this.db = db;
    }

    /**
     * Somebody who is to have an id.
     *
     * @param city 地方公共団体コード
     */
    public record Wanted(String city, String holder, String department, LocalDate since) {}

    /** Whether anybody of the city has or had an id. */
    public boolean any(String city) {
        return db.sql("SELECT EXISTS (SELECT FROM windows.holding WHERE city_code = ?)")
                .param(city)
                .query(Boolean.class)
                .single();
    }

    /** Gives an id with all duties of a city's staff; returns the id, its 仮パスワード is not kept. */
    @Transactional
    public String give(Wanted wanted, String enteredBy, String agreedBy) {
        List<String> duties = WindowDesk.OF_CITIES.stream().map(Duty::code).toList();
        UserIds.Wish wish =
                new UserIds.Wish(
                        wanted.city(),
                        UserIds.Kind.FIRST,
                        null,
                        wanted.holder(),
                        wanted.department(),
                        wanted.since(),
                        duties,
                        "使用開始");
        long no = ids.ask(wish, new Entries.By(enteredBy, "開設"), wanted.since());
        return ids.agree(ids.request(no).orElseThrow(), agreedBy, wanted.since()).userId();
    }
}
