package org.machi.calculators.premium;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.JapaneseDate;
import org.machi.law.LawException;
import org.machi.law.premium.InsuredFacts.Disability;
import org.machi.law.premium.PersonFacts;
import org.machi.law.premium.Relief;
import org.machi.law.premium.TaxFacts.Declaration;
import org.machi.law.premium.TaxItem;

/** Understands one person's row, item by item, and notes what can't be taken. */
final class FactReader {

    /** Twelve digits, as in 税情報. */
    private static final long LARGEST_YEN = 999_999_999_999L;

    private final List<FactProblem> problems;

    FactReader(List<FactProblem> problems) {
        this.problems = problems;
    }

    /** The person, as far as the row could be understood; problems are noted. */
    PersonFacts person(FactRow row) {
        unknownItems(row);
        PersonFacts person = PersonFacts.born(birth(row));
        text(row, FactItem.NAME).ifPresent(cell -> person.named(cell.text()));
        if (yes(row)) {
            person.asHead();
        }
        day(row, FactItem.ACQUIRED).ifPresent(person::insuredFrom);
        day(row, FactItem.LOST).ifPresent(person::lostOn);
        day(row, FactItem.DEPENDANT_SINCE).ifPresent(person::formerDependantSince);
        declaration(row).ifPresent(person::declared);
        disability(row).ifPresent(person::byDisability);
        long relief = yen(row, FactItem.RELIEF);
        long reliefChild = yen(row, FactItem.RELIEF_CHILD);
        if (relief > 0 || reliefChild > 0) {
            person.relieved(Relief.ofAmount(relief, reliefChild));
        }
        tax(row, person);
        return person;
    }

    /** The cell of an item, under whichever of its names it stands. */
    static Optional<FactRow.Cell> text(FactRow row, FactItem item) {
        return Optional.ofNullable(row.cells().get(item.japanese()))
                .or(() -> Optional.ofNullable(row.cells().get(item.english())));
    }

    private void unknownItems(FactRow row) {
        row.cells()
                .forEach((name, cell) -> {
                    if (FactItem.named(name).isEmpty() && taxItem(name).isEmpty()) {
                        problem(
                                cell,
                                name,
                                "この名前の項目はありません（書ける項目は docs/premium-input.md と保険料の試算の画面にあります）");
                    }
                });
    }

    private static Optional<TaxItem> taxItem(String name) {
        return TaxItem.ofJapanese(name)
                .or(() ->
                        Arrays.stream(TaxItem.values())
                                .filter(item -> item.name().equals(name))
                                .findFirst());
    }

    private LocalDate birth(FactRow row) {
        Optional<LocalDate> birth = day(row, FactItem.BIRTH);
        if (birth.isEmpty() && text(row, FactItem.BIRTH).isEmpty()) {
            problems.add(
                    new FactProblem(row.line(), FactItem.BIRTH.japanese(), "", "生年月日を書いてください"));
        }
        return birth.orElse(LocalDate.EPOCH);
    }

    private boolean yes(FactRow row) {
        FactRow.Cell cell = text(row, FactItem.HEAD).orElse(null);
        if (cell == null) {
            return false;
        }
        return switch (cell.text()) {
            case "1", "true", "はい" -> true;
            case "0", "false", "いいえ" -> false;
            default -> {
                problem(cell, FactItem.HEAD.japanese(), "1（はい）か0（いいえ）です");
                yield false;
            }
        };
    }

    private Optional<LocalDate> day(FactRow row, FactItem item) {
        return text(row, item).map(cell -> day(cell, item));
    }

    private @Nullable LocalDate day(FactRow.Cell cell, FactItem item) {
        try {
            return cell.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")
                    ? LocalDate.parse(cell.text())
                    : JapaneseDate.parse(cell.text());
        } catch (DateTimeException | LawException e) {
            problem(cell, item.japanese(), "日付ではありません（1948-05-01、昭和23年5月1日、S23.05.01の形）");
            return null;
        }
    }

    private Optional<Declaration> declaration(FactRow row) {
        return text(row, FactItem.DECLARATION)
                .flatMap(cell -> {
                    Optional<Declaration> found =
                            Arrays.stream(Declaration.values())
                                    .filter(state ->
                                            state.japanese().equals(cell.text())
                                                    || state.name().equals(cell.text()))
                                    .findFirst();
                    if (found.isEmpty()) {
                        problem(cell, FactItem.DECLARATION.japanese(), "申告済・未申告・照会中のどれかです");
                    }
                    return found;
                });
    }

    private Optional<Disability> disability(FactRow row) {
        return text(row, FactItem.DISABILITY)
                .flatMap(cell ->
                        switch (cell.text()) {
                            case "なし", "NO" -> Optional.of(Disability.NO);
                            case "あり", "RECOGNISED" -> Optional.of(Disability.RECOGNISED);
                            case "転出", "MOVED_AWAY" -> Optional.of(Disability.MOVED_AWAY);
                            default -> {
                                problem(cell, FactItem.DISABILITY.japanese(), "なし・あり・転出のどれかです");
                                yield Optional.empty();
                            }
                        });
    }

    private long yen(FactRow row, FactItem item) {
        return text(row, item).map(cell -> yen(cell, item.japanese(), false)).orElse(0L);
    }

    private void tax(FactRow row, PersonFacts person) {
        row.cells()
                .forEach((name, cell) ->
                        taxItem(name)
                                .ifPresent(item ->
                                        person.with(item, yen(cell, name, mayBeBelowZero(item)))));
    }

    /**
     * A loss of the year itself stands as a negative income; everything else is written positive.
     */
    private static boolean mayBeBelowZero(TaxItem item) {
        return item.japanese().endsWith("所得額") || item == TaxItem.MISC_TOTAL;
    }

    private long yen(FactRow.Cell cell, String item, boolean mayBeBelowZero) {
        String digits = cell.text().replace(",", "");
        if (!digits.matches("-?[0-9]{1,12}")) {
            problem(cell, item, "円単位の数字ではありません（12桁まで）");
            return 0;
        }
        long yen = Long.parseLong(digits);
        if (yen < 0 && !mayBeBelowZero) {
            problem(cell, item, "0から" + LARGEST_YEN + "までの額です（損失や控除も正の数で書きます）");
            return 0;
        }
        return yen;
    }

    private void problem(FactRow.Cell cell, String item, String reason) {
        problems.add(new FactProblem(cell.line(), item, cell.text(), reason));
    }

    /** The problems noted so far, in the order of the input. */
    static List<FactProblem> inOrder(List<FactProblem> problems) {
        List<FactProblem> sorted = new ArrayList<>(problems);
        sorted.sort(java.util.Comparator.comparingLong(FactProblem::line));
        return sorted;
    }
}
