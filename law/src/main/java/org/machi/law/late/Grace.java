package org.machi.law.late;

import java.time.LocalDate;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;

/**
 * Days for which the office let the payer off a part of the late charge: 徴収猶予, 換価の猶予, 執行停止, 減免.
 *
 * @param from first day
 * @param to last day
 */
@LegalBasis({"地15条の9第1項", "地附則3条の2第2項", "条例（延滞金）"})
public record Grace(LocalDate from, LocalDate to, Effect effect) {
    /** What the payer is let off. */
    public enum Effect {
        /** 全額免除: disaster, illness, stay of execution; or a remission by the ordinance. */
        WAIVED("全額免除（災害・病気等の徴収猶予、執行停止、減免）"),
        /**
         * 半額免除: loss or end of a business, 換価の猶予. Half of what the high rate makes; from 平成26年 on
         * what exceeds the rate of the year for graces (猶予特例基準割合).
         */
        HALVED("半額免除（事業の休廃止・損失による徴収猶予、換価の猶予）");

        private final String japanese;

        Effect(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    public Grace {
        if (to.isBefore(from)) {
            throw new LawException("猶予期間が逆です: " + from + " " + to);
        }
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
