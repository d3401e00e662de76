package org.machi.union.window;

import java.util.function.Function;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.NotPermitted;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out where a clerk sits, and asks for him: what a clerk of a city sees is asked under a role
 * of the database that reaches the views of the own city and nothing else.
 */
@Component
class Seats {

    private final JdbcClient db;
    private final BusinessDate businessDate;
    private final String role;

    Seats(JdbcClient db, BusinessDate businessDate, OrganisationSettings settings) {
        this.db = db;
        this.businessDate = businessDate;
        this.role = settings.database().window();
    }

    /**
     * The seat of the clerk of a request.
     *
     * @throws NothingThere for everybody who is not of a city or not at one of its terminals
     */
    Seat take(Trace trace) {
        Clerk clerk = trace.clerk();
        return db.sql(
                        """
                        SELECT c.city_code, c.name, t.kind = 'MANAGEMENT' AS management
                          FROM staff.member m
                          JOIN staff.terminal t ON t.site = m.site
                          JOIN register.city c ON c.city_code = t.site
                         WHERE m.staff_no = :staff AND t.name = :terminal AND t.retired_at IS NULL
                           AND t.valid @> :day::date
                        """)
                .param("staff", clerk.staffNo())
                .param("terminal", clerk.terminal())
                .param("day", businessDate.today())
                .query((row, _) ->
                        new Seat(
                                row.getString("city_code"),
                                row.getString("name"),
                                row.getBoolean("management")))
                .optional()
                .orElseThrow(NothingThere::new);
    }

    /**
     * The seat of a clerk who wants to send.
     *
     * @throws NotPermitted at a 窓口端末; the attempt stays on record
     */
    Seat takeToSend(Trace trace, String duty) {
        Seat seat = take(trace);
        if (!seat.management()) {
            throw NotPermitted.because(duty, "送信は登録された管理端末からだけできます。この端末は窓口端末です。管理端末で操作してください。");
        }
        return seat;
    }

    /** Asks in the transaction of the page, as the city of the seat and with no more rights. */
    <T> T ask(Seat seat, Function<JdbcClient, T> question) {
        say(seat.city());
        db.sql("SET LOCAL ROLE " + role).update();
        T answer = question.apply(db);
        db.sql("RESET ROLE").update();
        say("");
        return answer;
    }

    private void say(String city) {
        db.sql("SELECT set_config('machi.city', ?, true)").param(city).query(String.class).single();
    }
}
