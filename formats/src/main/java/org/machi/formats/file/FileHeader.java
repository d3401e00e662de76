package org.machi.formats.file;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Row;
import org.machi.formats.number.MunicipalityCode;

/**
 * What a file says about itself before its rows.
 *
 * @param kind 種別
 * @param from code of the sender: 6 digits of a city, 8 of a union, a short name of a neighbour
 * @param to code of the receiver
 * @param serial 通番 of this kind between these two, 1 to 999999
 * @param createdOn 作成日
 * @param levyYear 対象年度; null when the kind is not about one year
 * @param head the header record's values, for kinds that have them (全銀)
 */
public record FileHeader(
        FileKind kind,
        String from,
        String to,
        int serial,
        LocalDate createdOn,
        @Nullable Integer levyYear,
        @Nullable Row head) {

    /** Stands for 作成日 in what was read from a 全銀 file, which carries no such day. */
    public static final LocalDate UNDATED = LocalDate.of(1970, 1, 1);

    public FileHeader {
        if (!FileName.isOrganisation(from) || !FileName.isOrganisation(to)) {
            throw new IllegalArgumentException(
                    "not a code of an organisation: " + from + ", " + to);
        }
        if (serial < 1 || serial > 999_999) {
            throw new IllegalArgumentException("serial " + serial);
        }
        if (levyYear != null && (levyYear < 1983 || levyYear > 2199)) {
            throw new IllegalArgumentException("levy year " + levyYear);
        }
        String city = kind.sender() == Party.CITY ? from : to;
        if (kind.codec() == FileKind.Codec.PENSION && !MunicipalityCode.isValid(city)) {
            throw new IllegalArgumentException("not a municipality: " + city);
        }
        if (kind.head().isPresent() != (head != null)) {
            throw new IllegalArgumentException(kind + ": head record given or missing");
        }
    }

    public static FileHeader of(
            FileKind kind, String from, String to, int serial, LocalDate createdOn) {
        return new FileHeader(kind, from, to, serial, createdOn, null, null);
    }

    public FileHeader forYear(int levyYear) {
        return new FileHeader(kind, from, to, serial, createdOn, levyYear, head);
    }

    public String fileName() {
        return FileName.of(this).text();
    }
}
