package org.machi.calculators.facts;

import java.util.List;

/**
 * One fact that a calculator asks for. From it come the option of the command line, the column of a
 * CSV file, the key of a JSON object, the field of the form and the line of the documentation.
 *
 * @param japanese name that people read; also the CSV heading
 * @param english name of the option, with hyphens, e.g. {@code due-on}; also a CSV heading and JSON
 *     key
 * @param kind how a value is written
 * @param standard what holds when nothing is written; empty when the fact is optional
 * @param required whether the question can't be answered without it
 * @param about what it means, one line
 * @param choices the values of a {@link Kind#CHOICE}
 * @param parts the facts of each entry of a {@link Kind#LIST}
 */
public record Field(
        String japanese,
        String english,
        Kind kind,
        String standard,
        boolean required,
        String about,
        List<String> choices,
        List<Field> parts) {

    /** How a value is written. */
    public enum Kind {
        /** 2026-07-31, 令和8年7月31日 or R08.07.31. */
        DAY("日付ではありません", "2026-07-31、令和8年7月31日、R08.07.31の形で書いてください"),
        /** Whole yen up to nine digits, commas allowed. */
        YEN("円単位の数字ではありません", "0から999,999,999までの数字で書いてください（コンマは使えます）"),
        /** A whole number up to four digits. */
        NUMBER("数字ではありません", "4桁までの数字で書いてください"),
        /** はい or いいえ. */
        YES_NO("はい・いいえのどちらでもありません", "はい（1）かいいえ（0）で書いてください"),
        /** One of the field's choices. */
        CHOICE("選べる値ではありません", ""),
        /** Months of the year, e.g. {@code 7,8,10}. */
        MONTHS("月の並びではありません", "7,8,10,12,2のように4月から順に月を書いてください"),
        /** Entries of several facts: {@code 督促/2026-08-31; 承認/2027-01-10}. */
        LIST("並びとして読めません", "");

        private final String reason;
        private final String whatToDo;

        Kind(String reason, String whatToDo) {
            this.reason = reason;
            this.whatToDo = whatToDo;
        }

        String reason() {
            return reason;
        }

        String whatToDo() {
            return whatToDo;
        }
    }

    public Field {
        choices = List.copyOf(choices);
        parts = List.copyOf(parts);
    }

    public static Field of(String japanese, String english, Kind kind, String about) {
        return new Field(japanese, english, kind, "", false, about, List.of(), List.of());
    }

    public static Field choice(
            String japanese, String english, String about, String standard, String... choices) {
        return new Field(
                japanese,
                english,
                Kind.CHOICE,
                standard,
                false,
                about,
                List.of(choices),
                List.of());
    }

    public static Field list(String japanese, String english, String about, Field... parts) {
        return new Field(japanese, english, Kind.LIST, "", false, about, List.of(), List.of(parts));
    }

    /** The same, without which there is no answer. */
    public Field must() {
        return new Field(japanese, english, kind, standard, true, about, choices, parts);
    }

    /** The same, with what holds when nothing is written. */
    public Field otherwise(String value) {
        return new Field(japanese, english, kind, value, required, about, choices, parts);
    }

    /** What to do when the value can't be taken. */
    String whatToDo() {
        return switch (kind) {
            case CHOICE -> String.join("・", choices) + "のどれかを書いてください";
            case LIST -> shape() + "の形で書いてください（続けるときは ; で区切ります）";
            case DAY, YEN, NUMBER, YES_NO, MONTHS -> kind.whatToDo();
        };
    }

    /** How it is written, for the documentation and the help of the command. */
    public String shape() {
        return switch (kind) {
            case DAY -> "日付";
            case YEN -> "円";
            case NUMBER -> "数字";
            case YES_NO -> "はい・いいえ";
            case CHOICE -> String.join("・", choices);
            case MONTHS -> "月の並び";
            case LIST -> String.join("/", parts.stream().map(Field::japanese).toList());
        };
    }

    /** Whether a heading, key or option means this field. */
    boolean isNamed(String name) {
        return japanese.equals(name) || english.equals(name);
    }
}
