package org.machi.platform.forms.letters;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.machi.platform.forms.Box;
import org.machi.platform.forms.Sheet;
import org.machi.platform.forms.Table;
import org.machi.platform.forms.Type;
import org.machi.platform.forms.Wording;

/** 期別 before and after a change, 特別徴収 on the left, 普通徴収 on the right. */
final class ChangedPlan {
    private static final float ROW = 4.6f;
    private static final Type CELL = Type.regular(8);
    private static final Type TOTAL = Type.bold(8);
    private static final int DEDUCTIONS = 7;
    private static final int INSTALMENTS = 15;

    private ChangedPlan() {}

    static void ruling(Sheet sheet, float top) {
        sheet.text(20, top + 4, Type.bold(8.5f), "特別徴収（円）");
        sheet.text(98, top + 4, Type.bold(8.5f), "普通徴収（円）");
        deductions(top + 5.5f).ruling(sheet, DEDUCTIONS, CELL);
        instalments(top + 5.5f).ruling(sheet, INSTALMENTS, CELL);
    }

    static void cells(Sheet sheet, float top, Plan before, Plan after) {
        var left = deductions(top + 5.5f);
        fill(sheet, left, DEDUCTIONS, rows(before.deductions(), after.deductions()));
        var right = instalments(top + 5.5f);
        fill(sheet, right, INSTALMENTS, rows(before.instalments(), after.instalments()));
        float below = left.top(DEDUCTIONS + 1) + 5;
        if (!after.pension().isEmpty()) {
            sheet.fitted(20, below, 72, Type.regular(8), "対象年金　" + after.pension());
        }
        sheet.text(20, below + 7, TOTAL, "納付方法");
        sheet.paragraph(Box.of(20, below + 12, 72, 0), 4.2f, CELL, after.methodText());
    }

    private record Row(String label, LocalDate dueOn, long before, long after) {}

    private static List<Row> rows(List<Instalment> before, List<Instalment> after) {
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Instalment then : before) {
            rows.put(then.label(), new Row(then.label(), then.dueOn(), then.yen(), 0));
        }
        for (Instalment now : after) {
            var then = rows.get(now.label());
            long yenThen = then == null ? 0 : then.before();
            rows.put(now.label(), new Row(now.label(), now.dueOn(), yenThen, now.yen()));
        }
        return new ArrayList<>(rows.values());
    }

    private static void fill(Sheet sheet, Table table, int totalRow, List<Row> rows) {
        long before = 0;
        long after = 0;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            before += row.before();
            after += row.after();
            table.row(
                    sheet,
                    i + 1,
                    CELL,
                    List.of(
                            row.label(),
                            Wording.shortDate(row.dueOn()),
                            Wording.amount(row.before()),
                            Wording.amount(row.after())));
        }
        table.row(
                sheet,
                totalRow,
                TOTAL,
                List.of("合計", "", Wording.amount(before), Wording.amount(after)));
    }

    private static Table deductions(float top) {
        return new Table(
                20,
                top,
                ROW,
                List.of(
                        Table.centre("月", 13),
                        Table.centre("支払日", 19),
                        Table.right("変更前", 20),
                        Table.right("変更後", 20)));
    }

    private static Table instalments(float top) {
        return new Table(
                98,
                top,
                ROW,
                List.of(
                        Table.centre("期", 18),
                        Table.centre("納期限", 24),
                        Table.right("変更前", 25),
                        Table.right("変更後", 25)));
    }
}
