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
        /** stop (資格喪失等) */
        STOP
    }

    public Plan {
        rows = List.copyOf(rows);
    }

    public long total() {
        return rows.stream().mapToLong(PlanRow::amount).sum();
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
