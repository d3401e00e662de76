package org.machi.formats.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Layout;
import org.machi.formats.column.Row;
import org.machi.formats.layout.DebitFile;
import org.machi.formats.number.CheckDigits;

/**
 * Reads 全銀 records of 120 bytes, with CRLF behind each or none at all. The file names no day of
 * making and no year; the summary's 作成日 is {@link FileHeader#UNDATED}, the receiver knows the year
 * from the day it came.
 */
final class ZenginDecoder {
    private final Reading reading;
    private final ZenginRecords records;
    private final ZenginTotals totals = new ZenginTotals();
    private long line;
    private @Nullable Boolean crlf;

    ZenginDecoder(Reading reading) {
        this.reading = reading;
        this.records = ZenginRecords.of(reading.name().kind());
    }

    FileSummary read(InputStream source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source, 65_536);
        byte[] header = record(in);
        constants(records.header().wrongConstant(header, line));
        while (true) {
            byte[] record = record(in);
            switch (record[0]) {
                case '2' -> data(record);
                case '8' -> {
                    trailer(record);
                    end(in);
                    return reading.summary(header(header));
                }
                default ->
                        throw reading.refuse(
                                line,
                                "データ区分",
                                FixedRecord.jis8(new byte[] {record[0]}),
                                "2 か 8 のはずです");
            }
        }
    }

    private void data(byte[] record) {
        Finding wrong = records.data().wrongConstant(record, line);
        if (wrong != null) {
            reading.badRow(line, wrong.value(), wrong.item() + ": " + wrong.reason());
            return;
        }
        String[] texts = records.data().decode(record);
        int result = records.results() ? reading.layout().position(DebitFile.RESULT) : -1;
        if (reading.name().kind() == FileKind.ZENGIN_DEBIT && !texts[result].equals("0")) {
            reading.badRow(line, texts[result], "振替結果コード: 依頼では0のはずです");
            return;
        }
        Row row = reading.row(line, texts);
        if (row != null) {
            totals.add(row);
        }
    }

    private void trailer(byte[] record) {
        reading.checkTotals(line, digits(record, 1, 6, "合計件数"), digits(record, 7, 12, "合計金額"));
        if (!records.results() || reading.badRows() > 0) {
            return;
        }
        long[] expected = totals.trailer(reading.name().kind());
        String[] items = {"振替済件数", "振替済金額", "振替不能件数", "振替不能金額"};
        int at = 19;
        for (int i = 0; i < 4; i++) {
            int length = i % 2 == 0 ? 6 : 12;
            String found = digits(record, at, length, items[i]);
            at += length;
            if (!found.equals(Long.toString(expected[i]))) {
                throw reading.refuse(
                        line, items[i], found, "合計が合いません（読んだ行では%d）".formatted(expected[i]));
            }
        }
    }

    private String digits(byte[] record, int at, int length, String item) {
        String text = FixedRecord.jis8(Arrays.copyOfRange(record, at, at + length));
        if (!CheckDigits.areDigits(text)) {
            throw reading.refuse(line, item, text, "数字ではありません");
        }
        return Long.toString(Long.parseLong(text));
    }

    private void end(BufferedInputStream in) throws IOException {
        byte[] end = record(in);
        if (end[0] != '9') {
            throw reading.refuse(line, "データ区分", "", "エンドレコード（9）がありません");
        }
        if (in.read() >= 0) {
            throw reading.refuse(line + 1, "", "", "エンドレコードのあとにデータがあります");
        }
    }

    private FileHeader header(byte[] record) {
        Layout layout = records.head();
        String[] texts = records.header().decode(record);
        texts[layout.position(records.sender().lineEnds())] = Boolean.TRUE.equals(crlf) ? "1" : "0";
        for (int i = 0; i < texts.length; i++) {
            Column<?> column = layout.columns().get(i);
            String reason = column.misfit(texts[i]);
            if (reason != null) {
                throw reading.refuse(1, column.item(), texts[i], reason);
            }
        }
        FileName name = reading.name();
        return new FileHeader(
                name.kind(),
                name.from(),
                name.to(),
                name.serial(),
                FileHeader.UNDATED,
                null,
                Row.checked(layout, 1, texts));
    }

    private void constants(@Nullable Finding wrong) {
        if (wrong != null) {
            throw reading.refuse(wrong.line(), wrong.item(), wrong.value(), wrong.reason());
        }
    }

    /** The next record; the first one shows whether CRLF follows each. */
    private byte[] record(BufferedInputStream in) throws IOException {
        byte[] record = in.readNBytes(ZenginRecords.LENGTH);
        line++;
        if (record.length < ZenginRecords.LENGTH) {
            throw reading.refuse(
                    line, "", "", "レコードが途中で切れています（%dバイト、正しくは120）".formatted(record.length));
        }
        if (crlf == null) {
            in.mark(1);
            crlf = in.read() == '\r';
            in.reset();
        }
        if (crlf && (in.read() != '\r' || in.read() != '\n')) {
            throw reading.refuse(line, "", "", "レコードの長さが120バイトではありません（CRLFの位置が違います）");
        }
        return record;
    }
}
