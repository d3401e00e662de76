package org.machi.city.koki.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan: its instalments and what must be told to the pension's payer.
 *
 * @param rows instalments in order; those of 0 yen are kept when they were more before
 * @param ordinaryReason 普徴事由 code; null when everything is deducted
 * @param order what the pension's payer is told
 */
public record Plan(List<PlanRow> rows, @Nullable String ordinaryReason, Order order) {

    /** 年金保険者への通知. */
    public enum Order {
        NOTHING,
        /** ask for the deduction (依頼) */
        REQUEST,
        /** captured but not deducted: the answer 非対象 */
        NOT_TAKEN,
        /** ask for the deduction from December or February on (追加依頼) */
        ADD,
        /** captured after April but not deducted: the answer 非対象 */
        ADD_NOT_TAKEN,
        /** another amount for August (仮徴収額変更) */
        CHANGE,
        /** stop (資格喪失等) */
        STOP
    }

    public Plan {
        rows = List.copyOf(rows);
    }

    public long total() {
        return rows.stream().mapToLong(PlanRow::amount).sum();
    }

    /** Yen of the first deduction that the order asks for; 0 when it asks for none. */
    public long firstAsked() {
        return asked(0);
    }

    /** Yen of each later deduction that the order asks for; 0 when there is none. */
    public long laterAsked() {
        return asked(1);
    }

    private long asked(int number) {
        List<Integer> months =
                switch (order) {
                    case REQUEST -> List.of(10, 12);
                    case ADD -> amount(12) > 0 ? List.of(12, 2) : List.of(2);
                    case CHANGE -> List.of(8);
                    case NOTHING, NOT_TAKEN, ADD_NOT_TAKEN, STOP -> List.of();
                };
        return number < months.size() ? amount(months.get(number)) : 0;
    }

    private long amount(int payMonth) {
        return rows.stream()
                .filter(row -> row.method() == PlanRow.DEDUCTION && row.period() == payMonth)
                .mapToLong(PlanRow::amount)
                .sum();
    }

    /** 賦課結果コード: 1 特別徴収, 2 普通徴収, 3 併徴, 4 賦課なし. */
    public String result() {
        boolean deducted = has(PlanRow.DEDUCTION);
        boolean ordinary = has(PlanRow.ORDINARY);
        if (deducted && ordinary) {
            return "3";
        }
        return deducted ? "1" : ordinary ? "2" : "4";
    }

    private boolean has(int method) {
        return rows.stream().anyMatch(row -> row.method() == method && row.amount() > 0);
    }
}
