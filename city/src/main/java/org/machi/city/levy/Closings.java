package org.machi.city.levy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.machi.law.AccountYear;
import org.machi.platform.jobs.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 日計・月計・出納閉鎖 and the reports that follow a closed day. */
@Component
class Closings {

    private final DailyClosing daily;
    private final YearClosing yearly;
    private final UnionReports reports;
    private final JdbcClient db;

    Closings(DailyClosing daily, YearClosing yearly, UnionReports reports, JdbcClient db) {
        this.daily = daily;
        this.yearly = yearly;
        this.reports = reports;
        this.db = db;
    }

    long day(LocalDate day) {
        return daily.close(day);
    }

    long month(YearMonth month) {
        return daily.closeMonth(month);
    }

    boolean isCarried(AccountYear year) {
        return yearly.isCarried(year);
    }

    int carryOver(AccountYear year, LocalDate day) {
        return yearly.carryOver(year, day);
    }

    int closeYear(AccountYear year, LocalDate day) {
        return yearly.close(year, day);
    }

    /**
     * Sends 収納情報 and 滞納情報 to the union whose insurer number the office has; without one, to nobody.
     */
    void report(StepContext step) {
        String union =
                db.sql("SELECT insurer_no FROM levy.payee")
                        .query(String.class)
                        .optional()
                        .orElse("");
        if (!union.isEmpty()) {
            LocalDate day = step.businessDate();
            step.count("収納情報", reports.receipts(day, union, step.actor()));
            step.count("滞納情報", reports.arrears(day, union, step.actor()));
        }
    }
}
