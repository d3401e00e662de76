package org.machi.union.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.machi.platform.line.Schedules.Rhythm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** 配信の定義, as dated rows: kind, layout, receivers and days of what is distributed. */
@Repository
public class DeliveryDefinitions {

    private static final int LONGEST_KEEPING = 366;

    private static final String SELECT =
            """
            SELECT definition_id, code, name, source, items, cities, rhythm, day, month, keep_days,
                   lower(valid) AS since, upper(valid) AS until, basis
              FROM delivery.definition
            """;

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    DeliveryDefinitions(JdbcClient db, TransactionTemplate transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    /**
     * What is distributed.
     *
     * @param items names of the source's items, in its order; at least one
     * @param cities receivers, empty for all
     * @param basis why it may be distributed
     */
    public record Content(
            String code,
            String name,
            DeliverySource source,
            List<String> items,
            List<String> cities,
            String basis) {

        public Content {
            items = List.copyOf(items);
            cities = List.copyOf(cities);
        }

        /** The chosen items in the source's order. */
        List<SourceItem> chosen() {
            return source.items().stream().filter(one -> items.contains(one.name())).toList();
        }

        boolean isFor(String city) {
            return cities.isEmpty() || cities.contains(city);
        }
    }

    /**
     * When.
     *
     * @param rhythm null when only clerks publish it
     * @param day 営業日目 or day of the month, 0 with the other rhythms
     * @param month 1–12, or 0 for every month
     * @param keepDays days in which it may be fetched
     */
    public record Timing(@Nullable Rhythm rhythm, int day, int month, int keepDays) {

        boolean isOn(LocalDate today, Predicate<LocalDate> open) {
            return rhythm != null
                    && (month == 0 || month == today.getMonthValue())
                    && rhythm.falls(today, day, open);
        }

        /** Whether day, month and keeping are possible with this rhythm. */
        boolean isSensible() {
            int most = rhythm == Rhythm.BUSINESS_DAY ? 23 : rhythm == Rhythm.MONTH_DAY ? 31 : 0;
            return day >= Math.min(most, 1)
                    && day <= most
                    && month >= 0
                    && month <= 12
                    && keepDays >= 1
                    && keepDays <= LONGEST_KEEPING;
        }

        /** For example 毎月1営業日目, or 6月の1営業日目. */
        public String words() {
            if (rhythm == null) {
                return "随時";
            }
            return month == 0
                    ? rhythm.words(day)
                    : month + "月の" + rhythm.words(day).replaceFirst("^(毎月|月の)", "");
        }
    }

    /** A row in force from a day on. */
    public record Line(
            long id, Content content, Timing timing, LocalDate since, @Nullable LocalDate until) {

        boolean isValid(LocalDate day) {
            return !since.isAfter(day) && (until == null || until.isAfter(day));
        }
    }

    /** All rows, the newest of each code first. */
    public List<Line> all() {
        return db.sql(SELECT + "ORDER BY code, valid DESC").query(DeliveryDefinitions::line).list();
    }

    List<Line> on(LocalDate day) {
        return db.sql(SELECT + "WHERE valid @> ? ORDER BY code")
                .param(day)
                .query(DeliveryDefinitions::line)
                .list();
    }

    Optional<Line> find(String code, LocalDate day) {
        return on(day).stream().filter(one -> one.content().code().equals(code)).findFirst();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        String rhythm = row.getString("rhythm");
        return new Line(
                row.getLong("definition_id"),
                new Content(
                        row.getString("code"),
                        row.getString("name"),
                        DeliverySource.valueOf(row.getString("source")),
                        texts(row, "items"),
                        texts(row, "cities"),
                        row.getString("basis")),
                new Timing(
                        rhythm == null ? null : Rhythm.valueOf(rhythm),
                        row.getInt("day"),
                        row.getInt("month"),
                        row.getInt("keep_days")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /**
     * Begins a definition on a day; the one of the same code that holds until then ends with it.
     */
    public void begin(Content content, Timing timing, LocalDate from, String by) {
        transaction.executeWithoutResult(status -> {
            close(content.code(), from);
            db.sql(
                            """
                            INSERT INTO delivery.definition
                                (code, name, source, items, cities, rhythm, day, month, keep_days, valid, basis,
                                 entered_by)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, daterange(?, NULL), ?, ?)
                            """)
                    .param(content.code())
                    .param(content.name())
                    .param(content.source().name())
                    .param(content.chosen().stream().map(SourceItem::name).toArray(String[]::new))
                    .param(content.cities().toArray(String[]::new))
                    .param(Optional.ofNullable(timing.rhythm()).map(Rhythm::name).orElse(null))
                    .param(timing.day())
                    .param(timing.month())
                    .param(timing.keepDays())
                    .param(from)
                    .param(content.basis())
                    .param(by)
                    .update();
        });
    }

    /** Whether a row of this code begins on this day or after it. */
    boolean beginsLater(String code, LocalDate day) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM delivery.definition
                                        WHERE code = ? AND lower(valid) >= ?)
                        """)
                .params(code, day)
                .query(Boolean.class)
                .single();
    }

    /**
     * Ends a definition; its last day is the one before. False when none of this code holds then.
     */
    boolean end(String code, LocalDate from) {
        return close(code, from) == 1;
    }

    private int close(String code, LocalDate from) {
        return db.sql(
                        """
                        UPDATE delivery.definition SET valid = daterange(lower(valid), :from)
                         WHERE code = :code AND valid @> :from AND lower(valid) < :from
                        """)
                .param("from", from)
                .param("code", code)
                .update();
    }
}
