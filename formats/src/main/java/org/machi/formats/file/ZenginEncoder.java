package org.machi.formats.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Row;

/** Writes 全銀 records of 120 bytes: header, data, trailer, end. */
final class ZenginEncoder implements Encoder {
    private static final byte[] CRLF = {'\r', '\n'};

    private final OutputStream out;
    private final FileKind kind;
    private final Row head;
    private final ZenginRecords records;
    private final boolean crlf;
    private final Consumer<Finding> notes;
    private final ZenginTotals totals = new ZenginTotals();
    private long line;

    ZenginEncoder(OutputStream out, FileHeader header, Consumer<Finding> notes) {
        this.out = out;
        this.kind = header.kind();
        this.head = Objects.requireNonNull(header.head());
        this.records = ZenginRecords.of(kind);
        this.notes = notes;
        this.crlf = head.text(records.sender().lineEnds()).equals("1");
    }

    @Override
    public void begin() throws IOException {
        record(records.header().encode(head, 1, notes));
    }

    @Override
    public void row(Row row) throws IOException {
        record(records.data().encode(row, line + 1, notes));
        totals.add(row);
    }

    @Override
    public void end(long count, long amount) throws IOException {
        record(trailer(count, amount));
        ByteArrayOutputStream end = new ByteArrayOutputStream();
        end.write('9');
        end.writeBytes(FixedRecord.spaces(119));
        record(end.toByteArray());
    }

    private byte[] trailer(long count, long amount) {
        ByteArrayOutputStream trailer = new ByteArrayOutputStream();
        trailer.write('8');
        trailer.writeBytes(FixedRecord.number(count, 6, "合計件数"));
        trailer.writeBytes(FixedRecord.number(amount, 12, "合計金額"));
        if (records.results()) {
            for (long value : totals.trailer(kind)) {
                int length = trailer.size() == 19 || trailer.size() == 37 ? 6 : 12;
                trailer.writeBytes(FixedRecord.number(value, length, "振替結果の合計"));
            }
        }
        trailer.writeBytes(FixedRecord.spaces(ZenginRecords.LENGTH - trailer.size()));
        return trailer.toByteArray();
    }

    private void record(byte[] record) throws IOException {
        line++;
        out.write(record);
        if (crlf) {
            out.write(CRLF);
        }
    }
}
