package org.machi.formats.column;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.machi.formats.number.InsuredNumber;
import org.machi.formats.number.InsurerNumber;
import org.machi.formats.number.MunicipalityCode;
import org.machi.formats.number.MyNumber;

/**
 * Rows of any layout filled at random from a seed with values that fit, rare characters included.
 */
public final class SampleRows {
    private static final List<String> CHARACTERS =
            List.of(
                    "山", "田", "太", "郎", "髙", "﨑", "𠮷", "葛󠄀", "邊󠄂", "か゚", "ア", "ー", "a", "1", " ",
                    "　", ",", "\"", "'", "・", "－", "～", "①", "㍻", "T", "H");
    private static final String KANA = "アイウヴガパャッーヽ　１Ａ－";
    private static final String BANK_KANA = "ｱｲｳｶﾞﾊﾟ 09AZ-.()/";

    private final Random random;

    public SampleRows(long seed) {
        random = new Random(seed);
    }

    public Row next(Layout layout) {
        Row.Builder row = layout.row();
        for (Column<?> column : layout.columns()) {
            if (column.isRequired() || random.nextInt(3) > 0) {
                fill(row, column);
            }
        }
        return row.build();
    }

    private <T> void fill(Row.Builder row, Column<T> column) {
        row.set(column, column.type().parse(text(column.type())));
    }

    private String text(ColumnType<?> type) {
        return switch (type) {
            case TextType text -> text(text);
            case NumberType number -> number(number);
            case DateType _ -> LocalDate.of(1900, 1, 1).plusDays(random.nextInt(90_000)).toString();
            case UncertainDateType _ ->
                    pick(List.of("1935-00-00", "0000-00-00", "1941-02-28", "1944-02-29"));
            case CodeType code -> pick(List.copyOf(code.meanings().keySet()));
            case FlagType _ -> pick(List.of("0", "1"));
        };
    }

    private String number(NumberType number) {
        long value =
                switch (random.nextInt(8)) {
                    case 0 -> number.min();
                    case 1 -> number.max();
                    default -> random.nextLong(number.min(), number.max() + 1);
                };
        return number.render(value);
    }

    private String text(TextType type) {
        int max = type.maxLength();
        int length = random.nextInt(6) == 0 ? max : 1 + random.nextInt(Math.min(max, 20));
        return switch (type.style()) {
            case TEXT -> characters(length);
            case LEGACY_TEXT -> length == 1 ? "\uE001" : "\uE001" + characters(length - 1);
            case KANA -> from(KANA, length);
            case BANK_KANA -> "ｱ" + from(BANK_KANA, length - 1).stripTrailing();
            case LATIN -> from("ABCxyzé' -", length);
            case DIGITS -> from("0123456789", max);
            case DIGITS_UP_TO -> from("0123456789", length);
            case ASCII -> "A" + from("0123456789-,\"", length - 1);
            case HALF_KANA -> "ｱ" + from(BANK_KANA + "ｧｰa", length - 1).stripTrailing();
            case MUNICIPALITY -> MunicipalityCode.ofFive(from("0123456789", 5)).text();
            case INSURED_NO -> InsuredNumber.of(1 + random.nextInt(9_999_999)).text();
            case INSURER_NO ->
                    InsurerNumber.of(from("0123456789", 2), from("0123456789", 3)).text();
            case MY_NUMBER -> myNumber();
        };
    }

    private String myNumber() {
        String eleven = from("0123456789", 11);
        return eleven + MyNumber.checkDigit(eleven);
    }

    private String characters(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(pick(CHARACTERS));
        }
        return text.toString();
    }

    private String from(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
