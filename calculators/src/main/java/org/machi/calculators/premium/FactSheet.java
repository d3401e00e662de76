package org.machi.calculators.premium;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.LawException;
import org.machi.law.LevyYear;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.PersonFacts;
import org.machi.law.premium.PremiumFacts;

/**
 * All households of one input.
 *
 * @param homes at least one, in the order of the input
 */
public record FactSheet(List<Home> homes) {

    /** Begins a JSON text that a Windows editor saved. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public FactSheet {
        homes = List.copyOf(homes);
    }

    /**
     * One household.
     *
     * @param label what the input calls it, empty when it names none
     * @param facts null when something is wrong with it
     * @param problems what is wrong
     */
    public record Home(String label, @Nullable PremiumFacts facts, List<FactProblem> problems) {
        public Home {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The facts of all households.
     *
     * @throws FactsRefused with everything that is wrong with any of them
     */
    public List<PremiumFacts> households() {
        List<FactProblem> problems =
                homes.stream().flatMap(home -> home.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw new FactsRefused(FactReader.inOrder(problems));
        }
        return homes.stream().map(Home::facts).filter(Objects::nonNull).toList();
    }

    /** What is said for households that don't say it themselves. */
    public record Defaults(@Nullable UnionCode union, @Nullable LevyYear levyYear) {}

    /**
     * Reads CSV or JSON, whichever it is.
     *
     * @throws FactsRefused when it can't be read at all, or holds nobody
     */
    public static FactSheet read(String input, Defaults defaults) {
        String text =
                input.startsWith(BYTE_ORDER_MARK)
                        ? input.substring(BYTE_ORDER_MARK.length())
                        : input;
        String start = text.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[");
        List<FactRow> rows = json ? JsonFacts.read(text) : CsvFacts.read(text);
        return of(rows, defaults);
    }

    /**
     * Persons who were read elsewhere, e.g. from a form.
     *
     * @throws FactsRefused when there is nobody
     */
    public static FactSheet of(List<FactRow> rows, Defaults defaults) {
        return new Builder(defaults).sheet(rows);
    }

    /** Puts persons together to households. */
    private static final class Builder {

        private final Defaults defaults;
        private final List<FactProblem> problems = new ArrayList<>();
        private final FactReader reader = new FactReader(problems);

        Builder(Defaults defaults) {
            this.defaults = defaults;
        }

        FactSheet sheet(List<FactRow> rows) {
            Map<String, List<FactRow>> groups = new LinkedHashMap<>();
            for (FactRow row : rows) {
                String label =
                        FactReader.text(row, FactItem.HOUSEHOLD).map(FactRow.Cell::text).orElse("");
                groups.computeIfAbsent(label, none -> new ArrayList<>()).add(row);
            }
            if (groups.isEmpty()) {
                throw new FactsRefused(List.of(new FactProblem(1, "ファイル", "", "人の行がありません")));
            }
            List<Home> homes = new ArrayList<>();
            groups.forEach((label, group) -> {
                problems.clear();
                PremiumFacts facts = household(group).orElse(null);
                homes.add(
                        problems.isEmpty()
                                ? new Home(label, facts, List.of())
                                : new Home(label, null, FactReader.inOrder(problems)));
            });
            return new FactSheet(homes);
        }

        private Optional<PremiumFacts> household(List<FactRow> rows) {
            UnionCode union = union(rows);
            LevyYear year = levyYear(rows);
            List<PersonFacts> people = rows.stream().map(reader::person).toList();
            long heads = people.stream().filter(PersonFacts::isHead).count();
            if (heads != 1) {
                problem(rows, FactItem.HEAD, heads + "人", "世帯主はちょうど1人です（被保険者でない世帯主も書きます）");
            }
            if (people.stream().allMatch(person -> person.acquiredOn() == null)) {
                problem(rows, FactItem.ACQUIRED, "", "資格取得日のある人がいません");
            }
            return union == null || year == null
                    ? Optional.empty()
                    : Optional.of(new PremiumFacts(union, year, people));
        }

        private @Nullable UnionCode union(List<FactRow> rows) {
            FactRow.Cell cell = common(rows, FactItem.UNION);
            if (cell == null) {
                if (defaults.union() == null) {
                    problem(rows, FactItem.UNION, "", "広域連合を書くか指定してください（01から47）");
                }
                return defaults.union();
            }
            try {
                return UnionCode.of(cell.text());
            } catch (LawException e) {
                problems.add(
                        new FactProblem(
                                cell.line(), FactItem.UNION.japanese(), cell.text(), "01から47です"));
                return null;
            }
        }

        private @Nullable LevyYear levyYear(List<FactRow> rows) {
            FactRow.Cell cell = common(rows, FactItem.LEVY_YEAR);
            if (cell == null) {
                if (defaults.levyYear() == null) {
                    problem(rows, FactItem.LEVY_YEAR, "", "相当年度を書くか指定してください（西暦、例 2026）");
                }
                return defaults.levyYear();
            }
            try {
                return new LevyYear(Integer.parseInt(cell.text()));
            } catch (NumberFormatException | LawException e) {
                problems.add(
                        new FactProblem(
                                cell.line(),
                                FactItem.LEVY_YEAR.japanese(),
                                cell.text(),
                                "4月の西暦です（例 2026）"));
                return null;
            }
        }

        /**
         * An item of the household: the first member who has it says it, the others may repeat it.
         */
        private FactRow.@Nullable Cell common(List<FactRow> rows, FactItem item) {
            FactRow.Cell first = null;
            for (FactRow row : rows) {
                FactRow.Cell cell = FactReader.text(row, item).orElse(null);
                if (cell != null && first != null && !cell.text().equals(first.text())) {
                    problems.add(
                            new FactProblem(
                                    cell.line(),
                                    item.japanese(),
                                    cell.text(),
                                    "同じ世帯の中で違います（" + first.line() + "行目は" + first.text() + "）"));
                }
                first = first == null ? cell : first;
            }
            return first;
        }

        private void problem(List<FactRow> rows, FactItem item, String value, String reason) {
            problems.add(new FactProblem(rows.getFirst().line(), item.japanese(), value, reason));
        }
    }
}
