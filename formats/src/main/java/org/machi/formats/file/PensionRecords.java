package org.machi.formats.file;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.machi.formats.column.Row;
import org.machi.formats.file.FixedField.Characters;
import org.machi.formats.file.FixedField.Constant;
import org.machi.formats.file.FixedField.Day;
import org.machi.formats.file.FixedField.Kanji;
import org.machi.formats.file.FixedField.Number;
import org.machi.formats.file.FixedField.Reserved;
import org.machi.formats.file.FixedField.UncertainDay;
import org.machi.formats.layout.PensionFile;

/**
 * The pension files' records: control record of 96 bytes, then bundles of header, data and trailer
 * records of 500 bytes (厚生労働省通知の媒体仕様, trailer table; field lengths from published sources, checked
 * to sum to 500).
 */
final class PensionRecords {
    static final int CONTROL_LENGTH = 96;
    static final int LENGTH = 500;

    /** 格納件数 counts all records of 500 bytes, headers and trailers included. [U] */
    static final boolean COUNT_ALL_RECORDS = true;

    /** Positions in the control record, from 0. */
    static final int SERIAL_AT = 6;

    static final int MADE_AT = 9;
    static final int COUNT_AT = 48;

    /** Positions in a trailer, from 0: 合計件数 9, then 合計金額1–3 of 11. */
    static final int TRAILER_COUNT_AT = 21;

    static final int TRAILER_AMOUNTS_AT = 30;

    static final FixedRecord DATA =
            new FixedRecord(
                    PensionFile.LAYOUT,
                    LENGTH,
                    new Constant("2", "レコード区分"),
                    new Characters(PensionFile.MUNICIPALITY_CODE, 5),
                    new Characters(PensionFile.COLLECTOR, 3),
                    new Characters(PensionFile.NOTICE, 2),
                    new Characters(PensionFile.MEDIUM, 1),
                    new Characters(PensionFile.SCHEME, 1),
                    new Day(PensionFile.MADE_ON),
                    new Characters(PensionFile.PENSION_NO, 10),
                    new Characters(PensionFile.PENSION_CODE, 4),
                    new Reserved(3),
                    new UncertainDay(PensionFile.BIRTH_ON),
                    new Characters(PensionFile.SEX, 1),
                    new Characters(PensionFile.NAME_KANA, 25),
                    new Kanji(PensionFile.NAME, 25),
                    new Characters(PensionFile.POSTAL_CODE, 7),
                    new Characters(PensionFile.ADDRESS_KANA, 80),
                    new Kanji(PensionFile.ADDRESS, 80),
                    new Characters(PensionFile.DIVISION, 2),
                    new Characters(PensionFile.RESULT, 2),
                    new Characters(PensionFile.KOKI_TRANSFER, 1),
                    new Day(PensionFile.EVENT_ON),
                    new Number(PensionFile.AMOUNT1, 11),
                    new Number(PensionFile.AMOUNT2, 11),
                    new Number(PensionFile.AMOUNT3, 11),
                    new Reserved(58),
                    new Characters(PensionFile.MUTUAL_NO, 15));

    private PensionRecords() {}

    /**
     * What all records of a bundle share.
     *
     * @param made yyyymmdd
     */
    record Bundle(
            String municipality,
            String collector,
            String notice,
            String medium,
            String scheme,
            String made) {

        static Bundle of(Row row) {
            return new Bundle(
                    row.text(PensionFile.MUNICIPALITY_CODE),
                    row.text(PensionFile.COLLECTOR),
                    row.text(PensionFile.NOTICE),
                    row.has(PensionFile.MEDIUM) ? row.text(PensionFile.MEDIUM) : " ",
                    row.text(PensionFile.SCHEME),
                    digits(row.get(PensionFile.MADE_ON)));
        }

        /** The same in a trailer, which has 予備 where the others have 媒体コード. */
        Bundle ofTrailer() {
            return new Bundle(municipality, collector, notice, " ", scheme, made);
        }

        /** The 20 bytes behind the record kind, in headers, data and trailers alike. */
        String text() {
            return municipality + collector + notice + medium + scheme + made;
        }

        /** The order of bundles in a file: municipality, 義務者, 通知内容. */
        String order() {
            return municipality + collector + notice;
        }
    }

    static String digits(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
