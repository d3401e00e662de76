package org.machi.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatWriter;
import org.machi.formats.layout.CareChargeFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.WelfareFile;

/** Real files for the tests. */
final class SampleFiles {

    static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private SampleFiles() {}

    static Row welfareRow(long personNo) {
        return WelfareFile.LAYOUT
                .row()
                .set(WelfareFile.PERSON_NO, personNo)
                .set(WelfareFile.CASE_NO, "1000")
                .set(WelfareFile.CHANGE, "1")
                .set(WelfareFile.CHANGED_ON, DAY)
                .set(WelfareFile.DECIDED_ON, DAY)
                .build();
    }

    /** A whole file with people 1 to {@code people}. */
    static String welfare(int serial, int people) {
        return welfare("FUKUSHI", "131016", serial, people);
    }

    static String welfare(String from, String to, int serial, int people) {
        return whole(
                FileHeader.of(FileKind.SEIHO, from, to, serial, DAY),
                LongStream.rangeClosed(1, people).mapToObj(SampleFiles::welfareRow).toList());
    }

    /** A resident with a 個人番号. */
    static String resident(int serial, long person, String number) {
        Row row =
                ResidentFile.LAYOUT
                        .row()
                        .set(ResidentFile.PERSON_NO, person)
                        .set(ResidentFile.HOUSEHOLD_NO, person)
                        .set(ResidentFile.EVENT_SEQ, 1L)
                        .set(ResidentFile.EVENT, "01")
                        .set(ResidentFile.EVENT_ON, DAY)
                        .set(ResidentFile.PROCESSED_ON, DAY)
                        .set(ResidentFile.CANCELLED, "0")
                        .set(ResidentFile.RESIDENT_KIND, "1")
                        .set(ResidentFile.RESIDENT_STATE, "1")
                        .set(ResidentFile.NAME, "𠮷野　花子")
                        .set(ResidentFile.NAME_KANA, "ヨシノ　ハナコ")
                        .set(ResidentFile.NAME_USE, "1")
                        .set(ResidentFile.BIRTH_ON, "1951-00-00")
                        .set(ResidentFile.SEX, "2")
                        .set(ResidentFile.MUNICIPALITY_CODE, "131016")
                        .set(ResidentFile.PREFECTURE, "東京都")
                        .set(ResidentFile.CITY, "千代田区")
                        .set(ResidentFile.TOWN, "丸の内")
                        .set(ResidentFile.ADDRESS_EXCEPTION, "0")
                        .set(ResidentFile.PROTECTION, "0")
                        .set(ResidentFile.MY_NUMBER, number)
                        .build();
        return whole(
                FileHeader.of(FileKind.JUKI_DIFF, "JUKI", "131016", serial, DAY), List.of(row));
    }

    /** A file about money: charges of the same amount for people 1 to {@code people}. */
    static String charges(int serial, int people, long amount) {
        List<Row> rows =
                LongStream.rangeClosed(1, people)
                        .mapToObj(person ->
                                CareChargeFile.LAYOUT
                                        .row()
                                        .set(CareChargeFile.PERSON_NO, person)
                                        .set(CareChargeFile.CARE_NO, "0000000001")
                                        .set(CareChargeFile.LEVY_YEAR, 2026L)
                                        .set(CareChargeFile.DECISION_YEAR, 2026L)
                                        .set(CareChargeFile.ASSESSMENT_NO, "0000000001")
                                        .set(CareChargeFile.PAST_YEAR, "1")
                                        .set(CareChargeFile.PERIOD, 1L)
                                        .set(CareChargeFile.VERSION, 1L)
                                        .set(CareChargeFile.CHANGE, "1")
                                        .set(CareChargeFile.CHARGED_ON, DAY)
                                        .set(CareChargeFile.DUE_ON, DAY)
                                        .set(CareChargeFile.AMOUNT, amount)
                                        .build())
                        .toList();
        return whole(FileHeader.of(FileKind.KAIGO_CHARGE, "KAIGO", "131016", serial, DAY), rows);
    }

    private static String whole(FileHeader header, List<Row> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (FormatWriter writer = FormatWriter.to(bytes, header)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
