package org.machi.formats.column;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.machi.formats.number.CheckDigits;
import org.machi.formats.number.InsuredNumber;
import org.machi.formats.number.InsurerNumber;
import org.machi.formats.number.MunicipalityCode;
import org.machi.formats.number.MyNumber;

/**
 * Text of a limited length.
 *
 * @param style which characters may stand there
 * @param maxLength longest text in user-perceived characters; for digits the exact length
 */
record TextType(Style style, int maxLength) implements ColumnType<String> {

    enum Style {
        TEXT("文字"),
        /** Text of the former system, in which its own 外字 may still stand. */
        LEGACY_TEXT("文字（旧外字可）"),
        KANA("全角カナ"),
        /** Half-width kana, capital letters, digits and the few signs of bank files. */
        BANK_KANA("半角カナ"),
        LATIN("英字"),
        DIGITS("数字（固定長）"),
        DIGITS_UP_TO("数字"),
        ASCII("半角英数記号"),
        HALF_KANA("半角カナ・英数記号"),
        MUNICIPALITY("団体コード（検査数字あり）"),
        INSURED_NO("被保険者番号（検証番号あり）"),
        INSURER_NO("保険者番号（検証番号あり）"),
        MY_NUMBER("個人番号（検査用数字あり）");

        private final String label;

        Style(String label) {
            this.label = label;
        }
    }

    @Override
    public @Nullable String misfit(String text) {
        String flaw = Characters.flaw(text, style == Style.LEGACY_TEXT);
        if (flaw != null) {
            return flaw;
        }
        int length = Characters.count(text);
        if (length > maxLength) {
            return "長すぎます（%d文字、上限は%d文字）".formatted(length, maxLength);
        }
        return switch (style) {
            case TEXT, LEGACY_TEXT -> null;
            case KANA -> all(text, TextType::isKana) ? null : "全角カナ以外の文字があります";
            case BANK_KANA -> all(text, TextType::isBankKana) ? null : "半角カナ等で使えない文字があります";
            case LATIN ->
                    all(text, c -> c >= 0x20 && c < 0x250 && !Character.isDigit(c))
                            ? null
                            : "英字以外の文字があります";
            case DIGITS, DIGITS_UP_TO -> digits(text);
            case ASCII -> all(text, c -> c >= 0x20 && c < 0x7F) ? null : "半角英数記号以外の文字があります";
            case HALF_KANA -> all(text, TextType::isHalfWidth) ? null : "半角でない文字があります";
            case MUNICIPALITY -> checked(MunicipalityCode.isValid(text));
            case INSURED_NO -> checked(InsuredNumber.isValid(text));
            case INSURER_NO -> checked(InsurerNumber.isValid(text));
            case MY_NUMBER -> checked(MyNumber.isValid(text));
        };
    }

    private @Nullable String digits(String text) {
        if (!CheckDigits.areDigits(text)) {
            return "数字以外の文字があります";
        }
        return style == Style.DIGITS && text.length() != maxLength
                ? "%d桁の数字ではありません".formatted(maxLength)
                : null;
    }

    private @Nullable String checked(boolean valid) {
        return valid ? null : "%d桁の数字でないか、検査数字が合いません".formatted(maxLength);
    }

    private static boolean all(String text, IntPredicate allowed) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (!allowed.test(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** Full-width katakana with the signs and full-width letters and digits of addresses. */
    private static boolean isKana(int c) {
        return (c >= 0x30A1 && c <= 0x30FE)
                || (c >= 0xFF10 && c <= 0xFF19)
                || (c >= 0xFF21 && c <= 0xFF3A)
                || c == 0x3000
                || "－．（）＆，／．’".indexOf(c) >= 0;
    }

    private static boolean isBankKana(int c) {
        return (c >= 0xFF71 && c <= 0xFF9F)
                || c == 0xFF66
                || isDigit(c)
                || (c >= 'A' && c <= 'Z')
                || " \\,.-/()｢｣".indexOf(c) >= 0;
    }

    private static boolean isHalfWidth(int c) {
        return (c >= 0x20 && c < 0x7F) || (c >= 0xFF61 && c <= 0xFF9F);
    }

    @Override
    public String parse(String text) {
        return text;
    }

    @Override
    public String render(String value) {
        return value;
    }

    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public String description() {
        return style.label;
    }

    @Override
    public boolean secret() {
        return style == Style.MY_NUMBER;
    }
}
