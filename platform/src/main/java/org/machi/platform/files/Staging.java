package org.machi.platform.files;

import java.util.ArrayList;
import java.util.List;
import org.machi.formats.column.Column;
import org.machi.formats.column.Layout;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.platform.database.Copy;
import org.machi.platform.database.TextCopyWriter;
import org.machi.platform.vault.NumberStage;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The way of a file's rows into the temporary table, by one COPY while they are checked. Columns
 * with 個人番号 are not among the table's; their values go to the vault's entrance.
 */
final class Staging implements AutoCloseable {

    static final String PERSON = "person_no";

    private static final int BYTES_PER_CHARACTER = 4;
    private static final int PAGE = 8_000;

    /** A page less the lengths of some sixty columns and what a handler adds to a row. */
    private static final int SMALL = 7_000;

    private final TextCopyWriter writer;
    private final NumberStage numbers;
    private final int[] positions;
    private final int secretAt;
    private final int personAt;
    private final boolean people;

    /**
     * @param bytes size of the file
     */
    Staging(FileKind kind, long bytes, JdbcClient db, Copy copy, NumberStage numbers) {
        Layout layout = kind.layout();
        List<String> names = new ArrayList<>(List.of("line"));
        StringBuilder ddl = new StringBuilder("CREATE TEMPORARY TABLE " + IncomingFile.TABLE);
        ddl.append(" (line bigint NOT NULL");
        boolean compact =
                fitsOnePage(layout) || kind.codec() == FileKind.Codec.CSV && bytes < SMALL;
        List<Integer> open = new ArrayList<>();
        int secret = -1;
        int person = -1;
        for (Column<?> column : layout.columns()) {
            int position = layout.position(column);
            if (column.type().secret()) {
                secret = position;
                continue;
            }
            if (column.code().equals(PERSON)) {
                person = position;
            }
            open.add(position);
            names.add(column.code());
            ddl.append(", ").append(column.code()).append(' ').append(column.type().sqlType());
            if (compact) {
                ddl.append(" STORAGE PLAIN");
            }
        }
        if (secret >= 0 && person < 0) {
            throw new IllegalStateException(layout + " has 個人番号 but no 宛名番号");
        }
        db.sql(ddl + ") ON COMMIT DROP").update();
        this.positions = open.stream().mapToInt(Integer::intValue).toArray();
        this.secretAt = secret;
        this.personAt = person;
        this.people = person >= 0;
        this.numbers = numbers;
        this.writer = copy.textInto(IncomingFile.TABLE, names);
    }

    /**
     * A table whose rows always fit a page needs no table beside it for long values. That halves
     * the cost of a file of three rows, and most files of a day are such files. Where the layout
     * doesn't promise it, a small file does: a row is never longer than its file.
     */
    private static boolean fitsOnePage(Layout layout) {
        int longest = 0;
        for (Column<?> column : layout.columns()) {
            longest += 8 + BYTES_PER_CHARACTER * column.type().maxLength();
        }
        return longest < PAGE;
    }

    /** Whether the rows are about people, so that the audit trail lists them. */
    boolean aboutPeople() {
        return people;
    }

    void add(Row row) {
        writer.put(row.line());
        for (int position : positions) {
            writer.put(row.text(position));
        }
        writer.endRow();
        String number = secretAt < 0 ? "" : row.text(secretAt);
        if (!number.isEmpty()) {
            numbers.add(Long.parseLong(row.text(personAt)), number);
        }
    }

    /** Ends the transfer; returns how many 個人番号 lie at the vault's entrance. */
    long finish() {
        writer.finish();
        return numbers.finish();
    }

    @Override
    public void close() {
        writer.close();
        numbers.close();
    }
}
