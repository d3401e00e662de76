package org.machi.formats.slip;

import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.number.CheckDigits;

/**
 * The OCR line at the foot of a slip, which the bank's counter reads: 34 digits. Its make-up is
 * this house's own: there is no national rule, a city agrees it with its designated bank, so the
 * check digit's rule is a parameter of the city.
 *
 * @param municipality municipality code without check digit, five digits
 * @param levy 科目コード, two digits
 * @param decisionYear 賦課年度, 2000–2099; its last two digits are written
 * @param period 期別番号, 0–99
 * @param slipNo 納付書番号, ten digits
 * @param reissue how often the slip was issued again, 0–9
 * @param amount yen, 1–99,999,999,999
 */
public record OcrLine(
        String municipality,
        String levy,
        int decisionYear,
        int period,
        String slipNo,
        int reissue,
        long amount) {

    /** Digits of the line, the check digit included. */
    public static final int LENGTH = 34;

    /** Rules for the check digit among which a city chooses with its bank. */
    public enum Check {
        MOD10_WEIGHT_31,
        MOD10_WEIGHT_21,
        MOD11_WEIGHT_27;

        int of(String digits) {
            return switch (this) {
                case MOD10_WEIGHT_31 -> CheckDigits.mod10Weight31(digits);
                case MOD10_WEIGHT_21 -> CheckDigits.mod10Weight21(digits);
                case MOD11_WEIGHT_27 -> CheckDigits.mod11Weight27(digits);
            };
        }
    }

    public OcrLine {
        require(CheckDigits.areDigits(municipality, 5), "市町村コード", municipality);
        require(CheckDigits.areDigits(levy, 2), "科目コード", levy);
        require(decisionYear >= 2000 && decisionYear <= 2099, "賦課年度", "" + decisionYear);
        require(period >= 0 && period <= 99, "期別番号", "" + period);
        require(CheckDigits.areDigits(slipNo, 10), "納付書番号", slipNo);
        require(reissue >= 0 && reissue <= 9, "再発行区分", "" + reissue);
        require(amount >= 1 && amount <= 99_999_999_999L, "納付金額", "" + amount);
    }

    private static void require(boolean good, String item, String value) {
        if (!good) {
            throw refused(item, value, "OCR行に入らない値です");
        }
    }

    private static FormatException refused(String item, String value, String reason) {
        return new FormatException(Finding.row(0, item, value, reason));
    }

    /** The digits with the city's check digit. */
    public String text(Check check) {
        String digits =
                municipality
                        + levy
                        + "%02d%02d".formatted(decisionYear % 100, period)
                        + slipNo
                        + reissue
                        + "%011d".formatted(amount);
        return digits + check.of(digits);
    }

    /** Reads a line; refuses it with the reason. */
    public static OcrLine parse(String text, Check check) {
        if (!CheckDigits.areDigits(text, LENGTH)) {
            throw refused("OCR行", text, "%d桁の数字ではありません".formatted(LENGTH));
        }
        String digits = text.substring(0, LENGTH - 1);
        if (text.charAt(LENGTH - 1) - '0' != check.of(digits)) {
            throw refused("OCR行", text, "チェックディジットが合いません");
        }
        return new OcrLine(
                text.substring(0, 5),
                text.substring(5, 7),
                2000 + Integer.parseInt(text, 7, 9, 10),
                Integer.parseInt(text, 9, 11, 10),
                text.substring(11, 21),
                text.charAt(21) - '0',
                Long.parseLong(text, 22, 33, 10));
    }
}
