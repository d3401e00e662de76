package org.machi.platform.forms.letters;

import java.util.List;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Table;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/** 特別徴収 by month with a total, for the letters that speak of nothing else. */
final class DeductionTable {
    private static final Type CELL = Type.regular(10);

    private DeductionTable() {}

    static void ruling(Sheet sheet, float top, int months) {
        table(top).ruling(sheet, months + 1, CELL);
    }

    static void cells(Sheet sheet, float top, int months, List<Instalment> deductions) {
        long total = 0;
        for (int i = 0; i < deductions.size(); i++) {
            var month = deductions.get(i);
            total += month.yen();
            table(top)
                    .row(
                            sheet,
                            i + 1,
                            CELL,
                            List.of(
                                    month.label(),
                                    Wording.date(month.dueOn()),
                                    Wording.yenInText(month.yen())));
        }
        table(top)
                .row(sheet, months + 1, Type.bold(10), List.of("合計", "", Wording.yenInText(total)));
    }

    private static Table table(float top) {
        return new Table(
                35,
                top,
                7,
                List.of(
                        Table.centre("特別徴収の月", 35),
                        Table.centre("年金の支払日", 55),
                        Table.right("特別徴収額", 50)));
    }
}
