package org.machi.city.levy.desk;

import java.time.LocalDate;
import org.machi.law.BusinessCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 会計日 of a deed at the desk: today, or the next business day once today's books are closed. */
@Component
class BookingDay {

    private final JdbcClient db;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    BookingDay(JdbcClient db) {
        this.db = db;
    }

    LocalDate of(LocalDate today) {
        LocalDate closed =
                db.sql("SELECT closed_through FROM levy.book").query(LocalDate.class).single();
        return closed.isBefore(today) ? today : calendar.next(closed);
    }
}
