package org.machi.platform.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * 送付の予定: which kind goes to whom on which days and by which way, as dated rows. What has no row
 * goes on every business day over the line.
 */
@Repository
public class Schedules {

    private final JdbcClient db;
    private volatile @Nullable List<Line> known;

    Schedules(JdbcClient db) {
        this.db = db;
    }

    /** How often. */
    public enum Rhythm {
        DAILY("開庁日ごと"),
        BUSINESS_DAY("毎月の営業日目"),
        MONTH_DAY("毎月の日"),
        MONTH_END("月の最終営業日");

        private final String label;

        Rhythm(String label) {
            this.label = label;
        }

        /** Japanese name. */
        public String label() {
            return label;
        }

        /**
         * Whether something with this rhythm happens today.
         *
         * @param day 営業日目 or day of the month, 0 with the other rhythms
         * @param open whether the office is open on a day
         */
        public boolean falls(LocalDate today, int day, Predicate<LocalDate> open) {
            return switch (this) {
                case DAILY -> true;
                case MONTH_END -> next(today, open).getMonth() != today.getMonth();
                case BUSINESS_DAY -> number(today, open) == day;
                case MONTH_DAY -> isDay(today, day, open);
            };
        }

        /** For example 毎月5営業日目. */
        public String words(int day) {
            return switch (this) {
                case DAILY, MONTH_END -> label;
                case BUSINESS_DAY -> "毎月" + day + "営業日目";
                case MONTH_DAY -> "毎月" + day + "日（閉庁日のときは翌営業日）";
            };
        }
    }

    /** One row as the page shows it. */
    public record Line(
            String partner,
            String kind,
            String way,
            Rhythm rhythm,
            int day,
            LocalDate from,
            @Nullable LocalDate to,
            String source) {

        private boolean isFor(String receiver, String of, LocalDate today) {
            return partner.equals(receiver)
                    && kind.equals(of)
                    && !from.isAfter(today)
                    && (to == null || to.isAfter(today));
        }

        /** For example 毎月5営業日目. */
        public String words() {
            return rhythm.words(day);
        }
    }

    /** A new row. */
    public record Entry(
            String partner,
            String kind,
            boolean onMedium,
            Rhythm rhythm,
            int day,
            LocalDate from,
            String source) {}

    /**
     * Whether a kind is to be sent today.
     *
     * @param open whether the office is open on a day
     */
    public boolean isDue(String partner, String kind, LocalDate today, Predicate<LocalDate> open) {
        Optional<Line> line =
                known().stream().filter(one -> one.isFor(partner, kind, today)).findFirst();
        return line.isEmpty() || line.get().rhythm().falls(today, line.get().day(), open);
    }

    /** All rows; the day's jobs ask several times a day, and they change once in years. */
    private List<Line> known() {
        List<Line> lines = known;
        if (lines == null) {
            lines = all();
            known = lines;
        }
        return lines;
    }

    private void forget() {
        known = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            known = null;
                        }
                    });
        }
    }

    private static LocalDate next(LocalDate day, Predicate<LocalDate> open) {
        LocalDate next = day.plusDays(1);
        while (!open.test(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** 1 on the first business day of the month. */
    private static long number(LocalDate today, Predicate<LocalDate> open) {
        return today.withDayOfMonth(1).datesUntil(today.plusDays(1)).filter(open).count();
    }

    private static boolean isDay(LocalDate today, int day, Predicate<LocalDate> open) {
        for (LocalDate month : List.of(today, today.minusMonths(1))) {
            LocalDate wanted = month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
            if ((open.test(wanted) ? wanted : next(wanted, open)).equals(today)) {
                return true;
            }
        }
        return false;
    }

    private static final String SELECT =
            """
            SELECT partner, kind, way, rhythm, day, lower(valid) AS since, upper(valid) AS until,
                   source
              FROM line.schedule
            """;

    public List<Line> all() {
        return db.sql(SELECT + "ORDER BY partner, kind, valid").query((row, n) -> line(row)).list();
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString("partner"),
                row.getString("kind"),
                row.getString("way"),
                Rhythm.valueOf(row.getString("rhythm")),
                row.getInt("day"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("source"));
    }

    /** Begins a new row; the one that is valid until then ends the day before. */
    public void change(Entry entry, String by) {
        db.sql(
                        """
                        UPDATE line.schedule SET valid = daterange(lower(valid), :from)
                         WHERE partner = :partner AND kind = :kind AND valid @> :from
                           AND lower(valid) < :from
                        """)
                .param("from", entry.from())
                .param("partner", entry.partner())
                .param("kind", entry.kind())
                .update();
        db.sql(
                        """
                        INSERT INTO line.schedule
                            (partner, kind, way, rhythm, day, valid, source, entered_by)
                        VALUES (?, ?, ?, ?, ?, daterange(?, NULL), ?, ?)
                        """)
                .param(entry.partner())
                .param(entry.kind())
                .param(entry.onMedium() ? "MEDIUM" : "LINE")
                .param(entry.rhythm().name())
                .param(entry.day())
                .param(entry.from())
                .param(entry.source())
                .param(by)
                .update();
        forget();
    }
}
