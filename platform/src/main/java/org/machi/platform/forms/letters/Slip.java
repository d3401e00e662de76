package org.machi.platform.forms.letters;

import java.time.LocalDate;
import java.util.List;
import org.machi.formats.slip.Gs1Payment;
import org.machi.platform.forms.Letter.Field;

/**
 * 納付書: what one pays with at a bank or a convenience store.
 *
 * @param slipNo 通知書番号 under which the payment comes back
 * @param year the year line, such as 令和8年度（相当年度 令和8年度）
 * @param period 期別, such as 第1期
 * @param amounts what is paid
 * @param dueOn 納期限; for a demand the date it sets (指定期限)
 * @param useBy 取扱期限, the last day on which stores take it
 * @param symbols what machines read
 */
public record Slip(
        String slipNo,
        String year,
        String period,
        Amounts amounts,
        LocalDate dueOn,
        LocalDate useBy,
        Symbols symbols) {
    public Slip {
        if (!symbols.barcode().isEmpty() && Gs1Payment.allows(amounts.total())) {
            long inBarcode = Gs1Payment.parse(symbols.barcode()).amount();
            if (inBarcode != amounts.total()) {
                throw new IllegalArgumentException(
                        "納付書 %s: バーコードの金額 %d と合計額 %d が違います"
                                .formatted(slipNo, inBarcode, amounts.total()));
            }
        }
    }

    /** Yen. */
    public record Amounts(long premium, long demandFee, long lateCharge) {
        public long total() {
            return premium + demandFee + lateCharge;
        }
    }

    /**
     * What machines read.
     *
     * @param barcode 44 digits of the GS1-128 ({@link Gs1Payment#text}); empty when the slip has
     *     none
     * @param ocrLines at most two lines of digits for the bank's reader
     */
    public record Symbols(String barcode, List<String> ocrLines) {}

    /** A barcode is printed only when a store may take the amount. */
    public boolean payableAtStore() {
        return !symbols.barcode().isEmpty() && Gs1Payment.allows(amounts.total());
    }

    List<Field> fields() {
        return List.of(new Field("年度", year), new Field("期別", period));
    }
}
