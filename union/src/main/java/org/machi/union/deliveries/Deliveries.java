package org.machi.union.deliveries;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.DeliveryFile;
import org.machi.law.BusinessCalendar;
import org.machi.platform.audit.Actor;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.FileRecord;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 配信: publishes what a definition says for each of its cities, one file each, also when it is
 * empty.
 */
@Service
public class Deliveries {

    private final DeliveryDefinitions definitions;
    private final Outbox outbox;
    private final JdbcClient db;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    Deliveries(DeliveryDefinitions definitions, Outbox outbox, JdbcClient db) {
        this.definitions = definitions;
        this.outbox = outbox;
        this.db = db;
    }

    /** The days that a distribution is about, both included. */
    record Span(LocalDate first, LocalDate last) {}

    /** A step: everything whose day it is. */
    public void publishWhenDue(StepContext step) {
        LocalDate today = step.businessDate();
        for (DeliveryDefinitions.Line one : definitions.on(today)) {
            if (one.timing().isOn(today, calendar::isBusinessDay)) {
                Span span = span(one, today);
                step.count("配信ファイル", publish(one, span, today, step.actor()));
            }
        }
    }

    /** What happened since the last time; the first time, since a month ago. */
    private Span span(DeliveryDefinitions.Line one, LocalDate today) {
        if (one.content().source().isAhead()) {
            YearMonth next = YearMonth.from(today).plusMonths(1);
            return new Span(next.atDay(1), next.atEndOfMonth());
        }
        LocalDate before =
                db.sql(
                                """
                                SELECT max(d.to_on) FROM delivery.delivery d
                                 WHERE d.code = ? AND d.scheduled
                                """)
                        .param(one.content().code())
                        .query(LocalDate.class)
                        .optional()
                        .orElse(today.minusMonths(one.timing().month() == 0 ? 1 : 12));
        return new Span(before.isBefore(today) ? before.plusDays(1) : today, today);
    }

    private int publish(DeliveryDefinitions.Line one, Span span, LocalDate today, Actor actor) {
        List<String> receivers = receivers(one);
        receivers.forEach(city -> publish(one, city, span, new Order(today, actor, true)));
        return receivers.size();
    }

    /**
     * Who has it published and when.
     *
     * @param scheduled whether it is the definition's day
     */
    private record Order(LocalDate day, Actor actor, boolean scheduled) {}

    /** A clerk's own publication, besides the schedule; inside the page's transaction. */
    List<Long> publishNow(
            DeliveryDefinitions.Line one, List<String> cities, Span span, LocalDate day, Actor by) {
        List<Long> published = new ArrayList<>();
        for (String city : receivers(one)) {
            if (cities.isEmpty() || cities.contains(city)) {
                published.add(publish(one, city, span, new Order(day, by, false)));
            }
        }
        return published;
    }

    private List<String> receivers(DeliveryDefinitions.Line one) {
        return db
                .sql("SELECT city_code FROM register.city ORDER BY position")
                .query(String.class)
                .list()
                .stream()
                .filter(one.content()::isFor)
                .toList();
    }

    private long publish(DeliveryDefinitions.Line one, String city, Span span, Order order) {
        long number =
                db.sql("SELECT nextval('delivery.delivery_number')").query(Long.class).single();
        LocalDate keepUntil = order.day().plusDays(one.timing().keepDays());
        Row head = head(one.content(), number, span, keepUntil);
        long[] rows = new long[1];
        FileRecord file =
                outbox.send(
                        Dispatch.of(FileKind.U_DELIVERY, city, order.day(), order.actor()),
                        out -> {
                            out.write(head);
                            rows[0] =
                                    out.writeAll(
                                            db.sql(rows(one.content()))
                                                    .param("no", number)
                                                    .param("code", one.content().code())
                                                    .param("name", one.content().name())
                                                    .param("keep", keepUntil)
                                                    .param("city", city)
                                                    .param("first", span.first())
                                                    .param("last", span.last()));
                        });
        db.sql(
                        """
                        INSERT INTO delivery.delivery
                            (delivery_no, definition_id, code, name, city_code, published_on, from_on, to_on, keep_until,
                             row_count, file_id, scheduled, published_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(number)
                .param(one.id())
                .param(one.content().code())
                .param(one.content().name())
                .param(city)
                .param(order.day())
                .param(span.first())
                .param(span.last())
                .param(keepUntil)
                .param(rows[0])
                .param(file.id())
                .param(order.scheduled())
                .param(order.actor().staff())
                .update();
        return number;
    }

    private static Row head(
            DeliveryDefinitions.Content content, long number, Span span, LocalDate keepUntil) {
        Row.Builder row =
                DeliveryFile.LAYOUT
                        .row()
                        .set(DeliveryFile.DELIVERY_NO, number)
                        .set(DeliveryFile.DEFINITION, content.code())
                        .set(DeliveryFile.NAME, content.name())
                        .set(DeliveryFile.FROM_ON, span.first())
                        .set(DeliveryFile.TO_ON, span.last())
                        .set(DeliveryFile.KEEP_UNTIL, keepUntil)
                        .set(DeliveryFile.ROW_NO, 0L);
        List<SourceItem> chosen = content.chosen();
        for (int i = 0; i < chosen.size(); i++) {
            row.set(DeliveryFile.VALUES.get(i), chosen.get(i).name());
        }
        return row.build();
    }

    private static String rows(DeliveryDefinitions.Content content) {
        List<SourceItem> chosen = content.chosen();
        List<String> items = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            items.add(chosen.get(i).sql() + " AS " + DeliveryFile.VALUES.get(i).code());
        }
        return items.stream()
                .collect(
                        Collectors.joining(
                                ",\n",
                                """
                                SELECT :no::bigint AS delivery_no, :code AS definition, :name AS definition_name,
                                       :first::date AS from_on, :last::date AS to_on, :keep::date AS keep_until,
                                       row_number() OVER () AS row_no, q.*
                                  FROM (SELECT about.person_no,
                                """,
                                "\n" + content.source().from() + ") q"));
    }
}
