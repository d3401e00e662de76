package org.machi.platform.files;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.platform.audit.Actor;

/**
 * What is to be sent to whom.
 *
 * @param to code of the receiver
 * @param businessDate the file's 作成日
 * @param levyYear 対象年度, null when the kind is not about one year
 * @param head the header record's values, for 全銀 files
 */
public record Dispatch(
        FileKind kind,
        String to,
        LocalDate businessDate,
        Actor actor,
        @Nullable Integer levyYear,
        @Nullable Row head) {

    public static Dispatch of(FileKind kind, String to, LocalDate businessDate, Actor actor) {
        return new Dispatch(kind, to, businessDate, actor, null, null);
    }

    public Dispatch forYear(int year) {
        return new Dispatch(kind, to, businessDate, actor, year, head);
    }

    public Dispatch withHead(Row row) {
        return new Dispatch(kind, to, businessDate, actor, levyYear, row);
    }
}
