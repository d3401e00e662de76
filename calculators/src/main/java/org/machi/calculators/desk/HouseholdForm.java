package org.machi.calculators.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.machi.calculators.premium.FactItem;
import org.machi.calculators.premium.FactRow;
import org.machi.law.premium.TaxFacts.Declaration;
import org.machi.law.premium.TaxItem;

/**
 * The form of one household: a row a person, its fields named {@code item-row}. What was written is
 * read by the same reader as a file.
 */
record HouseholdForm(List<Line> lines, List<String> otherItems) {
    /** Larger households come as CSV. */
    private static final int PEOPLE = 6;

    private static final String OTHER_ITEM = "other";
    private static final String OTHER_YEN = "otherYen";

    /** Facts that have a field of their own, in the order in which a clerk fills them. */
    private static final List<Column> COLUMNS =
            List.of(
                    Column.of(FactItem.NAME.japanese(), "name", "text"),
                    Column.of(FactItem.BIRTH.japanese(), "birth", "date"),
                    Column.of(FactItem.HEAD.japanese(), "head", "checkbox"),
                    Column.of(FactItem.ACQUIRED.japanese(), "acquired", "date"),
                    Column.of(FactItem.LOST.japanese(), "lost", "date"),
                    Column.of(FactItem.DEPENDANT_SINCE.japanese(), "dependant", "date"),
                    Column.of(TaxItem.PENSION_REVENUE.japanese(), "pension", "yen"),
                    Column.of(TaxItem.SALARY_REVENUE.japanese(), "salary", "yen"),
                    new Column(
                            FactItem.DECLARATION.japanese(),
                            "declaration",
                            "choice",
                            declarations()));

    private static List<String> declarations() {
        return Arrays.stream(Declaration.values()).map(Declaration::japanese).toList();
    }

    /**
     * A fact with a field of its own.
     *
     * @param japanese the item's name, as in a file
     * @param field the first part of the field's name
     * @param kind text, date, checkbox, yen or choice
     * @param choices of a choice, the usual one first
     */
    record Column(String japanese, String field, String kind, List<String> choices) {
        static Column of(String japanese, String field, String kind) {
            return new Column(japanese, field, kind, List.of());
        }
    }

    /**
     * A person's row.
     *
     * @param number from 1
     * @param cells what stands in each field
     * @param otherItem the chosen further item of 税情報, empty for none
     * @param otherYen its amount
     */
    record Line(int number, List<Cell> cells, String otherItem, String otherYen) {}

    /** A field with what was written. */
    record Cell(Column column, String name, String value) {}

    /** The form as it was sent; without anything sent, empty but for the head. */
    static HouseholdForm of(Map<String, String> sent) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= PEOPLE; i++) {
            int number = i;
            List<Cell> cells =
                    COLUMNS.stream()
                            .map(column -> {
                                String name = column.field() + "-" + number;
                                return new Cell(column, name, sent.getOrDefault(name, "").strip());
                            })
                            .toList();
            lines.add(
                    new Line(
                            number,
                            cells,
                            sent.getOrDefault(OTHER_ITEM + "-" + i, ""),
                            sent.getOrDefault(OTHER_YEN + "-" + i, "").strip()));
        }
        List<String> others =
                Arrays.stream(TaxItem.values())
                        .map(TaxItem::japanese)
                        .filter(name -> COLUMNS.stream().noneMatch(c -> c.japanese().equals(name)))
                        .toList();
        return new HouseholdForm(lines, others);
    }

    /** Whether more than the first two persons are filled in. */
    public boolean large() {
        return rows().stream().anyMatch(row -> row.line() > 2);
    }

    /** The persons of whom something was written, numbered as in the form. */
    List<FactRow> rows() {
        List<FactRow> rows = new ArrayList<>();
        for (Line line : lines) {
            FactRow row = FactRow.on(line.number());
            for (Cell cell : line.cells()) {
                row.put(cell.column().japanese(), line.number(), cell.value());
            }
            if (!line.otherYen().isEmpty()) {
                row.put(line.otherItem(), line.number(), line.otherYen());
            }
            boolean choicesOnly =
                    row.cells().keySet().stream().allMatch(FactItem.DECLARATION.japanese()::equals);
            if (!choicesOnly) {
                rows.add(row);
            }
        }
        return rows;
    }
}
