package org.machi.formats.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Row;
import org.machi.formats.file.PensionRecords.Bundle;
import org.machi.formats.layout.PensionFile;
import org.machi.formats.layout.PensionNotice;

/**
 * Writes a pension file. Rows must come in the order municipality, 義務者, 通知内容; a bundle ends where
 * one of them changes. The control record stands first and tells the count, so the records wait in
 * memory: 500 bytes a row.
 */
final class PensionEncoder implements Encoder {
    /** Records per block that waits in memory. */
    private static final int BLOCK = 2_000;

    private final OutputStream out;
    private final FileHeader header;
    private final FileName name;
    private final Consumer<Finding> notes;
    private final List<byte[]> blocks = new ArrayList<>();
    private ByteArrayOutputStream block = new ByteArrayOutputStream();
    private long records;
    private long bundleCount;
    private final long[] bundleAmounts = new long[3];
    private @Nullable Bundle bundle;

    PensionEncoder(OutputStream out, FileHeader header, Consumer<Finding> notes) {
        this.out = out;
        this.header = header;
        this.name = FileName.of(header);
        this.notes = notes;
        if (header.serial() > 999) {
            throw new IllegalArgumentException("媒体連番 has three digits: " + header.serial());
        }
    }

    @Override
    public void begin() {}

    @Override
    public void row(Row row) {
        Bundle next = Bundle.of(row);
        if (!next.equals(bundle)) {
            check(next);
            closeBundle();
            bundle = next;
            record(record('1', next, new byte[0]));
        }
        record(PensionRecords.DATA.encode(row, records + 2, notes));
        bundleCount++;
        bundleAmounts[0] += row.get(PensionFile.AMOUNT1);
        bundleAmounts[1] += row.get(PensionFile.AMOUNT2);
        bundleAmounts[2] += row.get(PensionFile.AMOUNT3);
    }

    private void check(Bundle next) {
        if (!next.municipality().equals(name.municipality())) {
            throw refused("市町村コード", next.municipality(), "ファイル名の市町村と違います");
        }
        boolean belongs =
                PensionNotice.find(next.notice())
                        .map(n -> n.file().equals(header.kind().name()))
                        .orElse(false);
        if (!belongs) {
            throw refused("通知内容コード", next.notice(), "この種別のファイルには入りません");
        }
        if (bundle != null && next.order().compareTo(bundle.order()) <= 0) {
            throw refused("通知内容コード", next.order(), "市町村・義務者・通知内容の順に並んでいません");
        }
    }

    private static FormatException refused(String item, String value, String reason) {
        return new FormatException(Finding.refuse(0, item, value, reason));
    }

    private void closeBundle() {
        if (bundle == null) {
            return;
        }
        ByteArrayOutputStream totals = new ByteArrayOutputStream();
        totals.writeBytes(FixedRecord.number(bundleCount, 9, "合計件数"));
        for (int i = 0; i < 3; i++) {
            totals.writeBytes(FixedRecord.number(bundleAmounts[i], 11, "合計金額" + (i + 1)));
            bundleAmounts[i] = 0;
        }
        bundleCount = 0;
        record(record('3', bundle.ofTrailer(), totals.toByteArray()));
    }

    private static byte[] record(char kind, Bundle bundle, byte[] rest) {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(kind);
        record.writeBytes(bundle.text().getBytes(StandardCharsets.US_ASCII));
        record.writeBytes(rest);
        record.writeBytes(FixedRecord.spaces(PensionRecords.LENGTH - record.size()));
        return record.toByteArray();
    }

    private void record(byte[] record) {
        records++;
        block.writeBytes(record);
        if (block.size() >= BLOCK * PensionRecords.LENGTH) {
            blocks.add(block.toByteArray());
            block = new ByteArrayOutputStream();
        }
    }

    @Override
    public void end(long count, long amount) throws IOException {
        closeBundle();
        out.write(control(PensionRecords.COUNT_ALL_RECORDS ? records : count));
        for (byte[] waiting : blocks) {
            out.write(waiting);
        }
        block.writeTo(out);
    }

    private byte[] control(long stored) {
        ByteArrayOutputStream control = new ByteArrayOutputStream();
        control.writeBytes(FixedRecord.single(name.municipality() + " "));
        control.writeBytes(FixedRecord.number(header.serial(), 3, "媒体連番"));
        control.writeBytes(FixedRecord.single(PensionRecords.digits(header.createdOn())));
        control.writeBytes(FixedRecord.spaces(31));
        control.writeBytes(FixedRecord.number(stored, 6, "格納件数"));
        control.writeBytes(FixedRecord.spaces(42));
        return control.toByteArray();
    }
}
