package org.machi.city.people.tax;

import java.util.Map;
import java.util.Optional;
import org.machi.city.people.tax.TypedIncome.Amounts;

/** The amounts of a form as the browser sent them. */
public final class AmountsForm {

    public static final String FAULT = "金額は円単位の数字で入れてください。収入がないときは「収入なし」を選んでください。";

    private static final String YEN = "[0-9]{1,3}(,?[0-9]{3}){0,3}|[0-9]{1,12}";

    private AmountsForm() {}

    /** Empty when an amount can't be read, or neither an amount nor 収入なし was given. */
    public static Optional<Amounts> read(Map<String, String> form) {
        boolean none = "true".equals(form.get("none"));
        boolean faulty =
                form.entrySet().stream()
                        .filter(field -> isAmount(field.getKey()))
                        .map(field -> field.getValue().strip())
                        .anyMatch(text -> !text.isEmpty() && !text.matches(YEN));
        if (faulty) {
            return Optional.empty();
        }
        Amounts amounts =
                new Amounts(
                        yen(form, "salary"),
                        yen(form, "pension"),
                        yen(form, "business"),
                        yen(form, "farming"),
                        yen(form, "realEstate"),
                        yen(form, "miscOther"));
        return none == (amounts.total() == 0) ? Optional.of(amounts) : Optional.empty();
    }

    private static boolean isAmount(String field) {
        return switch (field) {
            case "salary", "pension", "business", "farming", "realEstate", "miscOther" -> true;
            default -> false;
        };
    }

    private static long yen(Map<String, String> form, String field) {
        String text = form.getOrDefault(field, "").replace(",", "").strip();
        return text.isEmpty() ? 0 : Long.parseLong(text);
    }

    /** 相当年度 of the form, or this year's. */
    public static int year(Map<String, String> form, int otherwise) {
        String text = form.getOrDefault("year", "").strip();
        return text.matches("20[0-9]{2}") ? Integer.parseInt(text) : otherwise;
    }
}
