package org.machi.law;

import java.util.List;

/** Tables of published examples beside the tests. */
public final class TestTable {
    /** One line; shown by its first cells. */
    public record Row(List<String> cells) {
        public String get(int column) {
            return cells.get(column);
        }

        public long yen(int column) {
            return Long.parseLong(cells.get(column));
        }

        public int number(int column) {
            return Integer.parseInt(cells.get(column));
        }

        @Override
        public String toString() {
            return String.join(" ", cells.subList(0, Math.min(3, cells.size())));
        }
    }

    private TestTable() {}

    public static List<Row> read(String name, int columns) {
        return TsvResource.read(name, columns).stream()
                .map(cells -> new Row(List.of(cells)))
                .toList();
    }
}
