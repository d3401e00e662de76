package org.machi.formats.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.column.Finding;
import org.machi.formats.column.Row;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PensionNotice;
import org.machi.formats.number.CheckDigits;

/**
 * Reads a pension file: control record, then bundles of header, data and trailer. Line = record
 * number.
 */
final class PensionDecoder {
    private final Reading reading;
    private final Set<String> bundles = new HashSet<>();
    private final long[] amounts = new long[3];
    private long line = 1;
    private long bundleCount;
    private long badBefore;
    private @Nullable String bundle;

    PensionDecoder(Reading reading) {
        this.reading = reading;
    }

    FileSummary read(InputStream source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source, 65_536);
        byte[] control = in.readNBytes(PensionRecords.CONTROL_LENGTH);
        if (control.length < PensionRecords.CONTROL_LENGTH) {
            throw reading.refuse(1, "管理レコード", "", "ファイルが途中で切れています（管理レコードは96バイト）");
        }
        FileHeader header = header(control);
        while (true) {
            byte[] record = in.readNBytes(PensionRecords.LENGTH);
            if (record.length == 0) {
                return end(control, header);
            }
            line++;
            if (record.length < PensionRecords.LENGTH) {
                throw reading.refuse(
                        line, "", "", "レコードが途中で切れています（%dバイト、正しくは500）".formatted(record.length));
            }
            record(record);
        }
    }

    private FileHeader header(byte[] control) {
        FileName name = reading.name();
        String municipality = text(control, 0, 5);
        if (!municipality.equals(name.municipality())) {
            throw reading.refuse(1, "市町村コード", municipality, "ファイル名の市町村と違います");
        }
        long serial = number(control, PensionRecords.SERIAL_AT, 3, "媒体連番");
        if (serial == 0) {
            throw reading.refuse(1, "媒体連番", "000", "1以上のはずです");
        }
        return new FileHeader(
                name.kind(), name.from(), name.to(), (int) serial, made(control), null, null);
    }

    private LocalDate made(byte[] control) {
        String digits = text(control, PensionRecords.MADE_AT, 8);
        String date =
                digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
        Column<LocalDate> column = PensionFile.MADE_ON;
        String reason = column.misfit(date);
        if (reason != null) {
            throw reading.refuse(1, column.item(), digits, reason);
        }
        return column.type().parse(date);
    }

    private FileSummary end(byte[] control, FileHeader header) {
        if (bundle != null) {
            throw reading.refuse(line, "", "", "トレーラレコード（3）がありません。ファイルが途中で切れています");
        }
        long stored = number(control, PensionRecords.COUNT_AT, 6, "格納件数");
        long read = PensionRecords.COUNT_ALL_RECORDS ? line - 1 : reading.count();
        if (stored != read) {
            throw reading.refuse(
                    1, "格納件数", Long.toString(stored), "件数が合いません（読んだのは%d）".formatted(read));
        }
        return reading.summary(header);
    }

    private void record(byte[] record) {
        String kind = text(record, 0, 1);
        String shared = text(record, 1, 20);
        switch (kind) {
            case "1" -> open(shared);
            case "2" -> data(record, shared);
            case "3" -> close(record, shared);
            default -> throw reading.refuse(line, "レコード区分", kind, "1、2、3 のいずれかのはずです");
        }
    }

    private void open(String shared) {
        if (bundle != null) {
            throw reading.refuse(line, "レコード区分", "1", "前の束のトレーラレコード（3）がありません");
        }
        String municipality = shared.substring(0, 5);
        if (!municipality.equals(reading.name().municipality())) {
            throw reading.refuse(line, "市町村コード", municipality, "ファイル名の市町村と違います");
        }
        String notice = shared.substring(8, 10);
        boolean belongs =
                PensionNotice.find(notice)
                        .map(n -> n.file().equals(reading.name().kind().name()))
                        .orElse(false);
        if (!belongs) {
            throw reading.refuse(line, "通知内容コード", notice, "この種別のファイルには入りません");
        }
        if (!bundles.add(shared.substring(0, 10))) {
            throw reading.refuse(line, "通知内容コード", notice, "同じ義務者・通知内容の束が2つあります");
        }
        bundle = shared;
        badBefore = reading.badRows();
    }

    private void data(byte[] record, String shared) {
        if (bundle == null) {
            throw reading.refuse(line, "レコード区分", "2", "ヘッダーレコード（1）の前にデータがあります");
        }
        bundleCount++;
        if (!shared.equals(bundle)) {
            reading.badRow(line, shared, "市町村・義務者・通知内容・制度・作成日がヘッダーと違います");
            return;
        }
        Row row = reading.row(line, PensionRecords.DATA.decode(record));
        if (row == null) {
            return;
        }
        amounts[0] += row.get(PensionFile.AMOUNT1);
        amounts[1] += row.get(PensionFile.AMOUNT2);
        amounts[2] += row.get(PensionFile.AMOUNT3);
        division(row);
    }

    /**
     * A code of 各種区分 that the notice doesn't have is told, but the row is taken: the list may have
     * grown.
     */
    private void division(Row row) {
        String division = row.text(PensionFile.DIVISION);
        boolean known =
                division.isEmpty()
                        || PensionNotice.find(row.text(PensionFile.NOTICE))
                                .map(n -> n.divisions().containsKey(division))
                                .orElse(false);
        if (!known) {
            reading.note(
                    new Finding(
                            Finding.Severity.NOTE,
                            line,
                            PensionFile.DIVISION.item(),
                            division,
                            "この通知内容のコード表にない値です",
                            "受け取りました。コード表が改められていないか確認してください"));
        }
    }

    private void close(byte[] record, String shared) {
        if (bundle == null) {
            throw reading.refuse(line, "レコード区分", "3", "ヘッダーレコード（1）のないトレーラです");
        }
        // The trailer has 予備 where header and data have 媒体コード.
        boolean same =
                shared.substring(0, 10).equals(bundle.substring(0, 10))
                        && shared.substring(11).equals(bundle.substring(11));
        if (!same) {
            throw reading.refuse(line, "", shared, "トレーラの市町村・義務者・通知内容がヘッダーと違います");
        }
        total(record, PensionRecords.TRAILER_COUNT_AT, 9, "合計件数", bundleCount);
        for (int i = 0; i < 3 && reading.badRows() == badBefore; i++) {
            int at = PensionRecords.TRAILER_AMOUNTS_AT + 11 * i;
            total(record, at, 11, "合計金額" + (i + 1), amounts[i]);
        }
        bundle = null;
        bundleCount = 0;
        Arrays.fill(amounts, 0);
    }

    private void total(byte[] record, int at, int length, String item, long expected) {
        long found = number(record, at, length, item);
        if (found != expected) {
            throw reading.refuse(
                    line, item, Long.toString(found), "合計が合いません（読んだ行では%d）".formatted(expected));
        }
    }

    private long number(byte[] record, int at, int length, String item) {
        String digits = text(record, at, length);
        if (!CheckDigits.areDigits(digits)) {
            throw reading.refuse(line, item, digits, "数字ではありません");
        }
        return Long.parseLong(digits);
    }

    private static String text(byte[] record, int at, int length) {
        return FixedRecord.jis8(Arrays.copyOfRange(record, at, at + length));
    }
}
