package org.machi.union.exchange;

import static org.machi.formats.layout.CheckFile.*;

import java.time.LocalDate;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CheckFile;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 突合結果 (U_CHECK): the differences that stand, for each city whose figures came since the last
 * answer; an empty file says that all agrees.
 */
@Component
public class CheckNews {

    private static final String FROM =
            """
              FROM reconciliation.difference d
             WHERE d.city_code = '%s'
             ORDER BY d.insured_no COLLATE "C", d.levy_year, d.subject, d.item, d.method, d.period
            """;

    private final Outbox outbox;
    private final SentMarks marks;
    private final SelectedRows rows = rows();

    CheckNews(Outbox outbox, SentMarks marks) {
        this.outbox = outbox;
        this.marks = marks;
    }

    private static SelectedRows rows() {
        return new SelectedRows(CheckFile.LAYOUT)
                .padded(PERSON_NO, "d.person_no")
                .with(INSURED_NO, "d.insured_no")
                .with(LEVY_YEAR, "d.levy_year")
                .with(ASSESSMENT_NO, "d.assessment_no")
                .with(SUBJECT, "d.subject")
                .with(METHOD, "d.method")
                .with(PERIOD, "nullif(d.period, 0)")
                .with(ITEM, "d.item")
                .with(UNION_VALUE, "d.union_value")
                .with(CITY_VALUE, "d.city_value")
                .with(DIFFERENCE, "d.difference")
                .with(CHECKED_ON, "d.checked_on")
                .with(
                        ADVICE,
                        "CASE WHEN d.subject = '2' THEN '期割と賦課情報を確認してください' "
                                + "ELSE '収納情報を確認してください' END");
    }

    /** Answers each city whose differences were worked out anew on this day. */
    public void send(StepContext step) {
        LocalDate day = step.businessDate();
        for (String city : marks.cities()) {
            boolean checked =
                    step.db()
                            .sql(
                                    """
                                    SELECT EXISTS (SELECT FROM reconciliation.checked
                                                    WHERE city_code = ? AND checked_on = ?)
                                    """)
                            .param(city)
                            .param(day)
                            .query(Boolean.class)
                            .single();
            if (checked) {
                outbox.send(
                        Dispatch.of(FileKind.U_CHECK, city, day, step.actor()),
                        file ->
                                step.count(
                                        "突合の相違",
                                        rows.write(
                                                step.copyOut(
                                                        "SELECT "
                                                                + rows.list()
                                                                + FROM.formatted(city)),
                                                file)));
            }
        }
    }
}
