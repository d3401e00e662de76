package org.machi.formats.slip;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.number.CheckDigits;

/**
 * The 44 digits of the convenience stores' GS1-128 barcode
 * (流通システム開発センター「GS1-128による標準料金代理収納ガイドライン」): AI 91, issuer 6, free 21, reissue 1, use-by YYMMDD 6,
 * stamp flag 1, amount 6, check digit 1 (modulus 10 weights 3-1). The free digits hold municipality
 * 5, levy 2, decision year 2, period 2, slip number 10. FNC1 stands before AI 91 in the symbol and
 * is no digit.
 *
 * @param issuer 請求書発行企業コード, six digits
 * @param municipality municipality code without check digit, five digits
 * @param levy 科目コード, two digits
 * @param decisionYear 賦課年度, 2000–2099; its last two digits are written
 * @param period 期別番号, 0–99
 * @param slipNo 納付書番号, ten digits
 * @param reissue how often the slip was issued again, 0–9
 * @param useBy last day at a store's till; null = 999999, no limit
 * @param stamp whether a revenue stamp is needed; never for public money
 * @param amount yen, 1–300,000 (the stores' limit)
 */
public record Gs1Payment(
        String issuer,
        String municipality,
        String levy,
        int decisionYear,
        int period,
        String slipNo,
        int reissue,
        @Nullable LocalDate useBy,
        boolean stamp,
        long amount) {

    /** Application identifier of payment slips. */
    public static final String AI = "91";

    /** Largest amount that a store takes, in yen. */
    public static final long LIMIT = 300_000;

    private static final String NO_LIMIT = "999999";

    public Gs1Payment {
        require(CheckDigits.areDigits(issuer, 6), "請求書発行企業コード", issuer);
        require(CheckDigits.areDigits(municipality, 5), "市町村コード", municipality);
        require(CheckDigits.areDigits(levy, 2), "科目コード", levy);
        require(decisionYear >= 2000 && decisionYear <= 2099, "賦課年度", "" + decisionYear);
        require(period >= 0 && period <= 99, "期別番号", "" + period);
        require(CheckDigits.areDigits(slipNo, 10), "納付書番号", slipNo);
        require(reissue >= 0 && reissue <= 9, "再発行区分", "" + reissue);
        require(
                useBy == null || (useBy.getYear() >= 2000 && useBy.getYear() <= 2098),
                "支払期限",
                "" + useBy);
        require(amount >= 1 && amount <= LIMIT, "支払金額", "" + amount);
    }

    private static void require(boolean good, String item, String value) {
        if (!good) {
            throw refused(item, value, "バーコードに入らない値です");
        }
    }

    private static FormatException refused(String item, String value, String reason) {
        return new FormatException(Finding.row(0, item, value, reason));
    }

    /** Whether a slip of this amount may carry the barcode. */
    public static boolean allows(long amount) {
        return amount >= 1 && amount <= LIMIT;
    }

    /** The 44 digits. */
    public String text() {
        String digits =
                AI
                        + issuer
                        + municipality
                        + levy
                        + "%02d%02d".formatted(decisionYear % 100, period)
                        + slipNo
                        + reissue
                        + useByText()
                        + (stamp ? "1" : "0")
                        + "%06d".formatted(amount);
        return digits + CheckDigits.mod10Weight31(digits);
    }

    private String useByText() {
        return useBy == null
                ? NO_LIMIT
                : "%02d%02d%02d"
                        .formatted(
                                useBy.getYear() % 100,
                                useBy.getMonthValue(),
                                useBy.getDayOfMonth());
    }

    /** Reads 44 digits; refuses them with the reason. */
    public static Gs1Payment parse(String text) {
        if (!CheckDigits.areDigits(text, 44)) {
            throw refused("バーコード", text, "44桁の数字ではありません");
        }
        if (!text.startsWith(AI)) {
            throw refused("バーコード", text, "識別子が91ではありません");
        }
        if (text.charAt(43) - '0' != CheckDigits.mod10Weight31(text.substring(0, 43))) {
            throw refused("バーコード", text, "チェックディジットが合いません");
        }
        char stamp = text.charAt(36);
        require(stamp == '0' || stamp == '1', "印紙フラグ", "" + stamp);
        return new Gs1Payment(
                text.substring(2, 8),
                text.substring(8, 13),
                text.substring(13, 15),
                2000 + number(text, 15, 17),
                number(text, 17, 19),
                text.substring(19, 29),
                number(text, 29, 30),
                useBy(text.substring(30, 36)),
                stamp == '1',
                number(text, 37, 43));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static @Nullable LocalDate useBy(String digits) {
        if (digits.equals(NO_LIMIT)) {
            return null;
        }
        try {
            return LocalDate.of(
                    2000 + number(digits, 0, 2), number(digits, 2, 4), number(digits, 4, 6));
        } catch (DateTimeException notInCalendar) {
            throw refused("支払期限", digits, "暦にない日付です");
        }
    }

    /**
     * The digits as printed under the barcode: (91)issuer-free reissue-useBy-stamp-amount-check.
     */
    public String printed() {
        String t = text();
        return "(91)%s-%s-%s-%s-%s-%s"
                .formatted(
                        t.substring(2, 8),
                        t.substring(8, 30),
                        t.substring(30, 36),
                        t.substring(36, 37),
                        t.substring(37, 43),
                        t.substring(43));
    }
}
