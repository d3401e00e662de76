package org.machi.world.neighbours;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A slip in a letter that reached a resident.
 *
 * @param arrivesOn the day on which the letter is opened
 * @param kind 帳票種別コード of the letter
 * @param barcode 44 digits, or empty
 * @param dueOn 納期限
 * @param useBy last day in a store
 */
record Slip(
        String city,
        LocalDate arrivesOn,
        String kind,
        long personNo,
        String barcode,
        String ocrLine,
        long amount,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate useBy) {
    private static final String DEMAND = "08";
    private static final String REMINDER = "09";

    boolean demand() {
        return kind.equals(DEMAND);
    }

    boolean reminder() {
        return kind.equals(REMINDER);
    }

    /** Person, levy, year and period: slips of the same debt share it. */
    String debt() {
        return personNo + "/" + ocrLine.substring(5, 11);
    }

    /** One line in the mailbox. */
    String line() {
        return String.join(
                "\t",
                city,
                arrivesOn.toString(),
                kind,
                Long.toString(personNo),
                barcode,
                ocrLine,
                Long.toString(amount),
                dueOn == null ? "" : dueOn.toString(),
                useBy == null ? "" : useBy.toString());
    }

    static Slip parse(String line) {
        String[] f = line.split("\t", -1);
        return new Slip(
                f[0],
                LocalDate.parse(f[1]),
                f[2],
                Long.parseLong(f[3]),
                f[4],
                f[5],
                Long.parseLong(f[6]),
                f[7].isEmpty() ? null : LocalDate.parse(f[7]),
                f[8].isEmpty() ? null : LocalDate.parse(f[8]));
    }
}
