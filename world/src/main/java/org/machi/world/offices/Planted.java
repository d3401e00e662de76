package org.machi.world.offices;

import org.machi.formats.column.Column;
import org.machi.formats.column.Row;
import org.machi.world.people.Numbers;

/** Values that are wrong on purpose, so that error lists have something to show. */
final class Planted {
    private Planted() {}

    /** A 宛名番号 that was never given to anyone. */
    static long nobody(int city) {
        return Numbers.personNo(city, 9_000_000);
    }

    /** A row whose text of one column breaks the column's own rule. */
    static Row withText(Row good, Column<?> column, String text) {
        String[] texts = new String[good.layout().columns().size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = good.text(i);
        }
        texts[good.layout().position(column)] = text;
        return Row.checked(good.layout(), 0, texts);
    }
}
