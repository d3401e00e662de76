package org.machi.formats.column;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One column of a layout. Two columns are the same only when they are the same constant.
 *
 * @param <T> the value's Java type
 */
public final class Column<T> {
    /** What a message shows instead of a 個人番号. */
    public static final String MASK = "＊＊＊";

    private final String code;
    private final String item;
    private final ColumnType<T> type;
    private final boolean required;

    private Column(String code, String item, ColumnType<T> type, boolean required) {
        if (!code.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("not an SQL column name: " + code);
        }
        this.code = code;
        this.item = item;
        this.type = type;
        this.required = required;
    }

    private static <T> Column<T> of(String code, String item, ColumnType<T> type) {
        return new Column<>(code, item, type, false);
    }

    public static Column<String> text(String code, String item, int maxLength) {
        return of(code, item, new TextType(TextType.Style.TEXT, maxLength));
    }

    /** Text of the former system: 外字 of its own (private use) may still stand in it. */
    public static Column<String> legacyText(String code, String item, int maxLength) {
        return of(code, item, new TextType(TextType.Style.LEGACY_TEXT, maxLength));
    }

    /** Full-width katakana. */
    public static Column<String> kana(String code, String item, int maxLength) {
        return of(code, item, new TextType(TextType.Style.KANA, maxLength));
    }

    /** Half-width kana, capitals, digits and the signs of bank files. */
    public static Column<String> bankKana(String code, String item, int maxLength) {
        return of(code, item, new TextType(TextType.Style.BANK_KANA, maxLength));
    }

    public static Column<String> latin(String code, String item, int maxLength) {
        return of(code, item, new TextType(TextType.Style.LATIN, maxLength));
    }

    public static Column<String> ascii(String code, String item, int maxLength) {
        return of(code, item, new TextType(TextType.Style.ASCII, maxLength));
    }

    /** Exactly so many digits, kept as text because leading zeros count. */
    public static Column<String> digits(String code, String item, int length) {
        return of(code, item, new TextType(TextType.Style.DIGITS, length));
    }

    public static Column<String> digitsUpTo(String code, String item, int maxLength) {
        return of(code, item, new TextType(TextType.Style.DIGITS_UP_TO, maxLength));
    }

    public static Column<Long> number(String code, String item, long min, long max) {
        return of(code, item, new NumberType("数値", min, max, 0));
    }

    /** A number written with leading zeros, such as 宛名番号. */
    public static Column<Long> padded(String code, String item, int width) {
        long max = Long.parseLong("9".repeat(width));
        return of(code, item, new NumberType("番号（前ゼロ）", 0, max, width));
    }

    /** Yen, not negative, up to 11 digits. */
    public static Column<Long> yen(String code, String item) {
        return of(code, item, new NumberType("金額（円）", 0, 99_999_999_999L, 0));
    }

    /** Yen, up to 11 digits, negative allowed. */
    public static Column<Long> signedYen(String code, String item) {
        return of(code, item, new NumberType("金額（円、負可）", -99_999_999_999L, 99_999_999_999L, 0));
    }

    /** A levy, decision or account year as the Gregorian year of its April. */
    public static Column<Long> year(String code, String item) {
        return of(code, item, new NumberType("年度（西暦）", 1983, 2199, 0));
    }

    public static Column<LocalDate> date(String code, String item) {
        return of(code, item, new DateType());
    }

    /** A day that may be unknown in part (00); stays text. */
    public static Column<String> uncertainDate(String code, String item) {
        return of(code, item, new UncertainDateType());
    }

    /** One of the given codes: code, meaning, code, meaning, … */
    public static Column<String> code(String code, String item, String... codesAndMeanings) {
        return of(code, item, CodeType.of(codesAndMeanings));
    }

    public static Column<Boolean> flag(String code, String item) {
        return of(code, item, new FlagType());
    }

    /** Half-width kana of JIS X 0201 (small ones too) and ASCII: pension files. */
    public static Column<String> halfKana(String code, String item, int maxLength) {
        return of(code, item, new TextType(TextType.Style.HALF_KANA, maxLength));
    }

    /** 全国地方公共団体コード: six digits with check digit. */
    public static Column<String> municipality(String code, String item) {
        return of(code, item, new TextType(TextType.Style.MUNICIPALITY, 6));
    }

    /** 被保険者番号: eight digits with check digit. */
    public static Column<String> insuredNo(String code, String item) {
        return of(code, item, new TextType(TextType.Style.INSURED_NO, 8));
    }

    /** 後期保険者番号: eight digits with check digit. */
    public static Column<String> insurerNo(String code, String item) {
        return of(code, item, new TextType(TextType.Style.INSURER_NO, 8));
    }

    /** 個人番号: twelve digits with check digit; never shown in a message. */
    public static Column<String> myNumber(String code, String item) {
        return of(code, item, new TextType(TextType.Style.MY_NUMBER, 12));
    }

    /** The same column, but it must not be empty. */
    public Column<T> required() {
        return new Column<>(code, item, type, true);
    }

    /** Name in SQL, snake_case. */
    public String code() {
        return code;
    }

    /** Item name (項目名) as the file's second line shows it. */
    public String item() {
        return item;
    }

    public ColumnType<T> type() {
        return type;
    }

    public boolean isRequired() {
        return required;
    }

    /** Why this text can't stand here, or null; an empty text is a missing value. */
    public @Nullable String misfit(String text) {
        if (text.isEmpty()) {
            return required ? "必須項目が空です" : null;
        }
        return type.misfit(text);
    }

    /** The text as a message may show it: 個人番号 masked, long values cut. */
    public String shown(String text) {
        return type.secret() && !text.isEmpty() ? MASK : cut(text);
    }

    /** What a value of a code list means; other values mean themselves. */
    public String meaning(String text) {
        return type instanceof CodeType codes ? codes.meanings().getOrDefault(text, text) : text;
    }

    /** The beginning of a text, never half a character. */
    public static String cut(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 60)) + "…";
    }

    @Override
    public String toString() {
        return item + "(" + code + ")";
    }
}
