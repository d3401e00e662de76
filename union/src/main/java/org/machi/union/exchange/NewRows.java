package org.machi.union.exchange;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/** Tells each city the rows of a growing table that it has not been told, each row once. */
@Component
class NewRows {

    private final Outbox outbox;
    private final SentMarks marks;

    NewRows(Outbox outbox, SentMarks marks) {
        this.outbox = outbox;
        this.marks = marks;
    }

    /**
     * What is told.
     *
     * @param from the query behind the rows, with places for the city, the last row told before and
     *     the last row now
     * @param name what is counted in the step, in Japanese
     */
    record News(FileKind kind, String from, SelectedRows rows, String name) {}

    /**
     * @param lastQuery gives the number of the last row that there is
     */
    void tell(StepContext step, News news, String lastQuery) {
        long last = step.db().sql(lastQuery).query(Long.class).single();
        for (String city : marks.cities()) {
            long known = marks.upTo(news.kind(), city);
            if (known < last) {
                write(step, news, city, news.from().formatted(city, known, last));
                marks.move(news.kind(), city, last);
            }
        }
    }

    /** Writes a file of these rows; no file when there are none. */
    void write(StepContext step, News news, String to, String from) {
        boolean some =
                step.db().sql("SELECT EXISTS (SELECT " + from + ")").query(Boolean.class).single();
        if (some) {
            outbox.send(
                    Dispatch.of(news.kind(), to, step.businessDate(), step.actor()),
                    file ->
                            step.count(
                                    news.name(),
                                    news.rows()
                                            .write(
                                                    step.copyOut(
                                                            "SELECT " + news.rows().list() + from),
                                                    file)));
        }
    }
}
