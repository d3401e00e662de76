package org.machi.city.levy;

import java.time.LocalDate;
import org.machi.formats.column.Column;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ArrearsFile;
import org.machi.formats.layout.ReceiptFile;
import org.machi.platform.audit.Actor;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 収納情報・滞納情報 to the union: what was posted on premiums since the last report, and the state of each
 * overdue instalment on which something happened. Sent after the day is closed, so that nothing can
 * slip in behind the report.
 */
@Component
class UnionReports {

    private static final String NEVER = "date '1900-01-01'";

    private final JdbcClient db;
    private final Outbox outbox;

    UnionReports(JdbcClient db, Outbox outbox) {
        this.db = db;
        this.outbox = outbox;
    }

    /** Sends 収納情報 of everything booked up to and including the day; returns the rows. */
    long receipts(LocalDate day, String union, Actor actor) {
        LocalDate since = sentThrough("U_RECEIPT");
        Dispatch dispatch = Dispatch.of(FileKind.U_RECEIPT, union, day, actor);
        long rows =
                outbox.send(
                                dispatch,
                                file ->
                                        db
                                                .sql(UnionReportSql.RECEIPTS)
                                                .param("since", since)
                                                .param("day", day)
                                                .query((row, n) -> receipt(row))
                                                .stream()
                                                .forEach(file::write))
                        .rows();
        remember("U_RECEIPT", day);
        return rows;
    }

    /** Sends 滞納情報 of the overdue instalments that changed; returns the rows. */
    long arrears(LocalDate day, String union, Actor actor) {
        LocalDate since = sentThrough("U_ARREARS");
        Dispatch dispatch = Dispatch.of(FileKind.U_ARREARS, union, day, actor);
        long rows =
                outbox.send(
                                dispatch,
                                file ->
                                        db
                                                .sql(UnionReportSql.ARREARS)
                                                .param("since", since)
                                                .param("day", day)
                                                .query((row, n) -> arrears(row))
                                                .stream()
                                                .forEach(file::write))
                        .rows();
        remember("U_ARREARS", day);
        return rows;
    }

    private LocalDate sentThrough(String kind) {
        return db.sql(
                        "SELECT coalesce((SELECT sent_through FROM levy.union_sent WHERE kind = ?), "
                                + NEVER
                                + ")")
                .param(kind)
                .query(LocalDate.class)
                .single();
    }

    private void remember(String kind, LocalDate day) {
        db.sql(
                        """
                        INSERT INTO levy.union_sent (kind, sent_through) VALUES (?, ?)
                        ON CONFLICT (kind) DO UPDATE SET sent_through = excluded.sent_through
                        """)
                .params(kind, day)
                .update();
    }

    private static Row receipt(java.sql.ResultSet row) throws java.sql.SQLException {
        return filled(ReceiptFile.LAYOUT.row(), ReceiptFile.LAYOUT.columns(), row);
    }

    private static Row arrears(java.sql.ResultSet row) throws java.sql.SQLException {
        return filled(ArrearsFile.LAYOUT.row(), ArrearsFile.LAYOUT.columns(), row);
    }

    /**
     * The query names its columns as the layout does, so each value goes to the column of its name.
     */
    private static Row filled(
            Row.Builder builder, Iterable<Column<?>> columns, java.sql.ResultSet row)
            throws java.sql.SQLException {
        for (Column<?> column : columns) {
            set(builder, column, row.getString(column.code()));
        }
        return builder.build();
    }

    private static <T> void set(
            Row.Builder builder, Column<T> column, @org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isEmpty()) {
            builder.set(column, column.type().parse(text));
        }
    }
}
