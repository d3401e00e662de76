package org.machi.formats.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.machi.formats.column.Column;
import org.machi.formats.column.Finding;
import org.machi.formats.column.FormatException;
import org.machi.formats.column.Layout;
import org.machi.formats.column.Row;
import org.machi.formats.number.CheckDigits;
import org.machi.formats.text.JisX0208;
import org.machi.formats.text.Reduced;

/** A record of fixed width: which field stands at which bytes. */
final class FixedRecord {
    /** ESC $ B: JIS X 0208 begins. */
    private static final byte[] SHIFT_IN = {0x1B, 0x24, 0x42};

    /** ESC ( J: back to one byte a character. [U: ESC ( B is read as well] */
    private static final byte[] SHIFT_OUT = {0x1B, 0x28, 0x4A};

    private final Layout layout;
    private final int length;
    private final List<FixedField> fields;

    FixedRecord(Layout layout, int length, FixedField... fields) {
        this.layout = layout;
        this.length = length;
        this.fields = List.of(fields);
        int sum = this.fields.stream().mapToInt(FixedField::length).sum();
        if (sum != length) {
            throw new IllegalStateException(layout.name() + ": " + sum + " bytes, not " + length);
        }
    }

    /** The texts of the layout's columns; columns without a field stay empty. */
    String[] decode(byte[] record) {
        String[] texts = new String[layout.columns().size()];
        Arrays.fill(texts, "");
        int at = 0;
        for (FixedField field : fields) {
            byte[] bytes = Arrays.copyOfRange(record, at, at + field.length());
            at += field.length();
            switch (field) {
                case FixedField.Characters f -> put(texts, f.column(), trimmed(jis8(bytes)));
                case FixedField.Number f -> put(texts, f.column(), withoutZeros(jis8(bytes)));
                case FixedField.Day f -> put(texts, f.column(), day(jis8(bytes), true));
                case FixedField.UncertainDay f -> put(texts, f.column(), day(jis8(bytes), false));
                case FixedField.Kanji f -> put(texts, f.column(), kanji(bytes));
                case FixedField.Constant _, FixedField.Reserved _ -> {}
            }
        }
        return texts;
    }

    /**
     * The first constant that the record doesn't have where it should, as a finding; null if all
     * stand.
     */
    @Nullable Finding wrongConstant(byte[] record, long line) {
        int at = 0;
        for (FixedField field : fields) {
            if (field instanceof FixedField.Constant c) {
                String found = jis8(Arrays.copyOfRange(record, at, at + c.length()));
                if (!found.equals(c.text())) {
                    return Finding.refuse(
                            line, c.item(), found, "%dバイト目は「%s」のはずです".formatted(at + 1, c.text()));
                }
            }
            at += field.length();
        }
        return null;
    }

    private void put(String[] texts, Column<?> column, String text) {
        texts[layout.position(column)] = text;
    }

    /** The record's bytes; what can't be written in JIS X 0208 becomes 〓 and a note. */
    byte[] encode(Row row, long line, Consumer<Finding> notes) {
        byte[] record = new byte[length];
        Arrays.fill(record, (byte) ' ');
        int at = 0;
        for (FixedField field : fields) {
            byte[] bytes =
                    switch (field) {
                        case FixedField.Constant f -> single(f.text());
                        case FixedField.Reserved _ -> new byte[0];
                        case FixedField.Characters f -> single(row.text(f.column()));
                        case FixedField.Number f -> zeros(row.get(f.column()), f);
                        case FixedField.Day f -> single(row.text(f.column()).replace("-", ""));
                        case FixedField.UncertainDay f ->
                                single(row.text(f.column()).replace("-", ""));
                        case FixedField.Kanji f -> kanji(row.text(f.column()), f, line, notes);
                    };
            System.arraycopy(bytes, 0, record, at, bytes.length);
            at += field.length();
        }
        return record;
    }

    private static byte[] zeros(long value, FixedField.Number field) {
        return number(value, field.length(), field.column().item());
    }

    /** Right-justified digits; refuses a number that is too long for its field. */
    static byte[] number(long value, int length, String item) {
        String digits = Long.toString(value);
        if (value < 0 || digits.length() > length) {
            throw new FormatException(
                    Finding.refuse(0, item, digits, "%d桁に収まりません".formatted(length)));
        }
        return single("0".repeat(length - digits.length()) + digits);
    }

    private static byte[] kanji(
            String text, FixedField.Kanji field, long line, Consumer<Finding> notes) {
        Reduced reduced = JisX0208.reduce(text, field.characters());
        for (String lost : reduced.lost()) {
            notes.accept(
                    Finding.note(line, field.column().item(), lost, "JIS X 0208 にない文字なので〓にしました"));
        }
        if (reduced.cut()) {
            notes.accept(
                    Finding.note(
                            line,
                            field.column().item(),
                            text,
                            "%d文字に収まらないので後ろを切りました".formatted(field.characters())));
        }
        String padded = reduced.text() + "　".repeat(field.characters() - reduced.text().length());
        byte[] bytes = new byte[field.length()];
        System.arraycopy(SHIFT_IN, 0, bytes, 0, 3);
        System.arraycopy(JisX0208.encode(padded), 0, bytes, 3, 2 * field.characters());
        System.arraycopy(SHIFT_OUT, 0, bytes, bytes.length - 3, 3);
        return bytes;
    }

    private static String kanji(byte[] bytes) {
        if (jis8(bytes).isBlank()) {
            return "";
        }
        boolean in = bytes[0] == 0x1B && bytes[1] == 0x24 && (bytes[2] == 0x42 || bytes[2] == 0x40);
        int end = bytes.length - 3;
        boolean out =
                bytes[end] == 0x1B
                        && bytes[end + 1] == 0x28
                        && (bytes[end + 2] == 0x4A || bytes[end + 2] == 0x42);
        if (!in || !out) {
            return "\uFFFD";
        }
        return trimmed(JisX0208.decode(Arrays.copyOfRange(bytes, 3, end)));
    }

    /**
     * One byte a character: ASCII and the half-width kana of JIS X 0201; other bytes are broken.
     */
    static String jis8(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            int value = b & 0xFF;
            if (value >= 0x20 && value < 0x7F) {
                text.append((char) value);
            } else if (value >= 0xA1 && value <= 0xDF) {
                text.append((char) (value - 0xA1 + 0xFF61));
            } else {
                text.append('\uFFFD');
            }
        }
        return text.toString();
    }

    static byte[] single(String text) {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            char c = text.charAt(i);
            if (c >= 0xFF61 && c <= 0xFF9F) {
                bytes[i] = (byte) (c - 0xFF61 + 0xA1);
            } else if (c >= 0x20 && c < 0x7F) {
                bytes[i] = (byte) c;
            } else {
                throw new IllegalArgumentException("not one byte: character " + (i + 1));
            }
        }
        return bytes;
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '　')) {
            end--;
        }
        return text.substring(0, end);
    }

    private static String withoutZeros(String digits) {
        if (!CheckDigits.areDigits(digits)) {
            return digits;
        }
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }

    private static String day(String digits, boolean zerosAreNone) {
        if (digits.isBlank() || (zerosAreNone && digits.equals("00000000"))) {
            return "";
        }
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6);
    }

    /** Spaces, for reserved bytes of records that are built by hand. */
    static byte[] spaces(int length) {
        return " ".repeat(length).getBytes(StandardCharsets.US_ASCII);
    }
}
