package org.machi.city.koki.deliveries;

import java.time.LocalDate;
import java.util.List;
import org.machi.formats.file.FileKind;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/**
 * The day of 配信ファイル: the union hears who fetched what; what is past its last day is cleared away.
 */
@Component
public class DeliveryDay {

    private static final String ROWS =
            """
            select delivery_no, deed, done_on, (done_at at time zone 'Asia/Tokyo')::date as at_date,
                   to_char(done_at at time zone 'Asia/Tokyo', 'HH24MISS') as at_time,
                   nullif(staff_no, '') as staff_no, nullif(staff_name, '') as staff_name,
                   nullif(terminal, '') as terminal
            from koki.delivery_seen where told_on = :today and seen_no > :before
            order by seen_no
            """;

    private final Outbox outbox;
    private final Parameters office;

    DeliveryDay(Outbox outbox, Parameters office) {
        this.outbox = outbox;
        this.office = office;
    }

    public List<Step> steps() {
        return List.of(
                Step.of("配信ファイルの取得状況の送付", this::tell), Step.of("取得期限を過ぎた配信ファイルの消去", this::clear));
    }

    private void tell(StepContext step) {
        LocalDate today = step.businessDate();
        Long before =
                step.db()
                        .sql(
                                "select min(seen_no) - 1 from koki.delivery_seen where told_on is null")
                        .query(Long.class)
                        .optional()
                        .orElse(null);
        if (before == null) {
            return;
        }
        step.db()
                .sql("update koki.delivery_seen set told_on = :today where told_on is null")
                .param("today", today)
                .update();
        outbox.send(
                Dispatch.of(
                        FileKind.C_DELIVERY_SEEN,
                        office.text("union.code", today),
                        today,
                        step.actor()),
                file ->
                        step.count(
                                "取得状況",
                                file.writeAll(
                                        step.db()
                                                .sql(ROWS)
                                                .param("today", today)
                                                .param("before", before))));
    }

    private void clear(StepContext step) {
        LocalDate today = step.businessDate();
        int cleared =
                step.db()
                        .sql(
                                """
                                update koki.delivery set cleared_on = :today
                                where cleared_on is null and keep_until < :today
                                """)
                        .param("today", today)
                        .update();
        if (cleared > 0) {
            step.db()
                    .sql(
                            """
                            delete from koki.delivery_row r using koki.delivery d
                            where d.delivery_no = r.delivery_no and d.cleared_on = :today
                            """)
                    .param("today", today)
                    .update();
            step.count("消去した配信ファイル", cleared);
        }
    }
}
