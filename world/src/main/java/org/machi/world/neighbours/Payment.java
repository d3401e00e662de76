package org.machi.world.neighbours;

import java.time.LocalDate;

/**
 * A resident pays a slip.
 *
 * @param city code of the city to which the slip belongs
 * @param channel where it is paid
 * @param barcode 44 digits, empty when the slip has none
 * @param ocrLine the line that the bank's counter reads
 */
record Payment(
        String city,
        LocalDate paidOn,
        Channel channel,
        long personNo,
        String barcode,
        String ocrLine,
        long amount) {
    enum Channel {
        STORE,
        COUNTER
    }

    /** Something that tells this payment from others of the same day, the same on every run. */
    String key() {
        return city + ocrLine + paidOn;
    }
}
