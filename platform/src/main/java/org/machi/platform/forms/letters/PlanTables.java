package org.machi.platform.forms.letters;

import java.util.List;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Table;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/** 期別 tables side by side: 特別徴収 on the left, 普通徴収 on the right in two columns of seven. */
final class PlanTables {
    private static final float ROW = 5.2f;
    private static final int ROWS = 7;
    private static final Type CELL = Type.regular(8.5f);
    private static final Type TOTAL = Type.bold(8.5f);

    private PlanTables() {}

    static void ruling(Sheet sheet, float top) {
        sheet.text(20, top + 4.5f, Type.bold(9), "特別徴収（年金からの差引き）");
        sheet.text(82, top + 4.5f, Type.bold(9), "普通徴収（納付書・口座振替）");
        deductions(top + 6.5f).ruling(sheet, ROWS, CELL);
        first(top + 6.5f).ruling(sheet, ROWS, CELL);
        second(top + 6.5f).ruling(sheet, ROWS, CELL);
        var left = deductions(top + 6.5f);
        sheet.text(21.5f, left.top(ROWS) + 3.7f, TOTAL, "合計");
        sheet.text(82, left.top(ROWS + 1) + 5, TOTAL, "普通徴収の合計");
        sheet.text(20, left.top(ROWS + 1) + 11, TOTAL, "納付方法");
    }

    static void cells(Sheet sheet, float top, Plan plan) {
        var left = deductions(top + 6.5f);
        for (int i = 0; i < plan.deductions().size(); i++) {
            left.row(sheet, i + 1, CELL, cells(plan.deductions().get(i)));
        }
        left.row(sheet, ROWS, TOTAL, List.of("", "", money(plan.deducted())));
        for (int i = 0; i < plan.instalments().size(); i++) {
            var table = i < ROWS ? first(top + 6.5f) : second(top + 6.5f);
            var instalment = plan.instalments().get(i);
            table.row(sheet, i % ROWS + 1, CELL, cells(instalment));
        }
        float below = left.top(ROWS + 1);
        sheet.right(188.5f, below + 5, TOTAL, Wording.yenInText(plan.ordinary()));
        if (!plan.pension().isEmpty()) {
            sheet.fitted(20, below + 5, 60, Type.regular(8), "対象年金　" + plan.pension());
        }
        sheet.paragraph(Box.of(40, below + 11, 150, 0), 4.2f, CELL, plan.methodText());
    }

    private static List<String> cells(Instalment instalment) {
        return List.of(
                instalment.label(), Wording.shortDate(instalment.dueOn()), money(instalment.yen()));
    }

    private static String money(long yen) {
        return yen == 0 ? "－" : Wording.amount(yen);
    }

    private static Table deductions(float top) {
        return new Table(
                20,
                top,
                ROW,
                List.of(Table.centre("月", 14), Table.centre("支払日", 20), Table.right("額（円）", 22)));
    }

    private static Table first(float top) {
        return new Table(82, top, ROW, columns());
    }

    private static Table second(float top) {
        return new Table(136, top, ROW, columns());
    }

    private static List<Table.Column> columns() {
        return List.of(Table.centre("期", 14), Table.centre("納期限", 19), Table.right("額（円）", 21));
    }
}
