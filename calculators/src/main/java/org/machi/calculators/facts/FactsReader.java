package org.machi.calculators.facts;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.JapaneseDate;
import org.machi.law.LawException;

/** Understands what somebody wrote, field by field, and names everything that can't be taken. */
public final class FactsReader {
    private final String place;
    private final List<Problem> problems = new ArrayList<>();

    private FactsReader(String place) {
        this.place = place;
    }

    /**
     * The facts of one question.
     *
     * @param written texts by the Japanese or English name of a field
     * @param place where they stand, empty for a single question
     * @throws Refused with everything that is wrong
     */
    public static Facts read(List<Field> fields, Map<String, String> written, String place) {
        FactsReader reader = new FactsReader(place);
        reader.unknown(fields, written);
        Map<Field, Object> values = reader.values(fields, written, "");
        if (!reader.problems.isEmpty()) {
            throw new Refused(reader.problems);
        }
        return new Facts(place, values);
    }

    private void unknown(List<Field> fields, Map<String, String> written) {
        for (Map.Entry<String, String> one : written.entrySet()) {
            if (fields.stream().noneMatch(field -> field.isNamed(one.getKey()))) {
                problems.add(
                        new Problem(
                                place,
                                one.getKey(),
                                one.getValue(),
                                "この名前の項目はありません",
                                String.join("・", fields.stream().map(Field::japanese).toList())
                                        + "から選んでください"));
            }
        }
    }

    private Map<Field, Object> values(
            List<Field> fields, Map<String, String> written, String inside) {
        Map<Field, Object> values = new HashMap<>();
        for (Field field : fields) {
            String text = text(field, written).orElse(field.standard());
            if (!text.isEmpty()) {
                Object value = value(field, text, inside);
                if (value != null) {
                    values.put(field, value);
                }
            } else if (field.required()) {
                problem(inside, field, "", "書かれていません", field.shape() + "を書いてください");
            }
        }
        return values;
    }

    private static Optional<String> text(Field field, Map<String, String> written) {
        return written.entrySet().stream()
                .filter(one -> field.isNamed(one.getKey()) && !one.getValue().isBlank())
                .map(one -> one.getValue().strip())
                .findFirst();
    }

    private @Nullable Object value(Field field, String text, String inside) {
        Object value =
                switch (field.kind()) {
                    case DAY -> day(text);
                    case YEN -> number(text.replace(",", ""), 9);
                    case NUMBER -> number(text, 4);
                    case YES_NO -> yesNo(text);
                    case CHOICE -> field.choices().contains(text) ? text : null;
                    case MONTHS -> months(text);
                    case LIST -> entries(field, text);
                };
        if (value == null) {
            problem(inside, field, text, field.kind().reason(), field.whatToDo());
        }
        return value;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? LocalDate.parse(text)
                    : JapaneseDate.parse(text);
        } catch (DateTimeException | LawException notADay) {
            return null;
        }
    }

    private static @Nullable Long number(String text, int digits) {
        return text.matches("[0-9]{1," + digits + "}") ? Long.valueOf(text) : null;
    }

    private static @Nullable Boolean yesNo(String text) {
        return switch (text) {
            case "1", "true", "はい" -> true;
            case "0", "false", "いいえ" -> false;
            default -> null;
        };
    }

    private static @Nullable List<Integer> months(String text) {
        List<Integer> months = new ArrayList<>();
        int before = 0;
        for (String month : text.split("[,、 ]+", -1)) {
            if (!month.matches("0?[1-9]|1[0-2]")) {
                return null;
            }
            int order = (Integer.parseInt(month) + 8) % 12 + 1;
            if (order <= before) {
                return null;
            }
            before = order;
            months.add(Integer.valueOf(month));
        }
        return months;
    }

    /**
     * Each entry's parts between slashes, in the order of the field's parts; the last may be left
     * out.
     */
    private @Nullable List<Facts> entries(Field field, String text) {
        List<Facts> entries = new ArrayList<>();
        for (String entry : text.split(";")) {
            if (entry.isBlank()) {
                continue;
            }
            String[] cells = entry.split("/", -1);
            if (cells.length > field.parts().size()) {
                return null;
            }
            Map<String, String> written = new HashMap<>();
            for (int i = 0; i < cells.length; i++) {
                written.put(field.parts().get(i).english(), cells[i]);
            }
            String inside = field.japanese() + "の" + (entries.size() + 1) + "番目の";
            entries.add(new Facts(place, values(field.parts(), written, inside)));
        }
        return entries;
    }

    private void problem(String inside, Field field, String value, String reason, String whatToDo) {
        problems.add(new Problem(place, inside + field.japanese(), value, reason, whatToDo));
    }
}
