package org.machi.calculators.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.machi.calculators.premium.FactItem;
import org.machi.calculators.premium.FactRow;
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

    /** Columns that have a field of their own, in the order in which a clerk fills them. */
    private static final List<Column> COLUMNS =
            List.of(
                    new Column(FactItem.NAME.japanese(), "name", "text"),
                    new Column(FactItem.BIRTH.japanese(), "birth", "date"),
                    new Column(FactItem.HEAD.japanese(), "head", "checkbox"),
                    new Column(FactItem.ACQUIRED.japanese(), "acquired", "date"),
                    new Column(FactItem.LOST.japanese(), "lost", "date"),
                    new Column(FactItem.DEPENDANT_SINCE.japanese(), "dependant", "date"),
                    new Column(TaxItem.PENSION_REVENUE.japanese(), "pension", "yen"),
                    new Column(TaxItem.SALARY_REVENUE.japanese(), "salary", "yen"));

    /**
     * A column.
     *
     * @param japanese the item's name, as in a file
     * @param field the first part of the field's name
     * @param kind text, date, checkbox or yen
     */
    record Column(String japanese, String field, String kind) {}

    /**
     * A person's row.
     *
     * @param number from 1
     * @param cells what stands in each column
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

    public List<Column> columns() {
        return COLUMNS;
    }

    /** The rows in which something was written, numbered as in the form. */
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
            if (!row.cells().isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }
}
