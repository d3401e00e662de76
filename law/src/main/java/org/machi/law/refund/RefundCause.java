package org.machi.law.refund;

import java.time.LocalDate;
import org.machi.law.LegalBasis;

/** Why too much was paid; the first day of the interest follows from it. */
@LegalBasis("地17条の4第1項")
public sealed interface RefundCause {
    LocalDate paidOn();

    /** First day of the interest. */
    LocalDate from();

    /** 日本語, with the days that count. */
    String japanese();

    /** The rule of the register. */
    String rule();

    /** 賦課の減額: the office found it. */
    record Reduction(LocalDate paidOn) implements RefundCause {
        @Override
        public LocalDate from() {
            return RefundInterest.fromReduction(paidOn);
        }

        @Override
        public String japanese() {
            return "賦課決定の減額（納付日の翌日から）";
        }

        @Override
        public String rule() {
            return "refund.fromReduction";
        }
    }

    /** 更正の請求: the payer asked. */
    record Request(LocalDate paidOn, LocalDate requestedOn, LocalDate correctedOn)
            implements RefundCause {
        @Override
        public LocalDate from() {
            return RefundInterest.fromRequest(paidOn, requestedOn, correctedOn);
        }

        @Override
        public String japanese() {
            return "更正の請求（請求から3か月または更正から1か月を経過する日の早い方の翌日から）";
        }

        @Override
        public String rule() {
            return "refund.fromRequest";
        }
    }

    /** 所得税の申告・更正: the income tax came first. */
    record IncomeTax(LocalDate paidOn, LocalDate declaredOn) implements RefundCause {
        @Override
        public LocalDate from() {
            return RefundInterest.fromIncomeTax(paidOn, declaredOn);
        }

        @Override
        public String japanese() {
            return "所得税の申告・更正（その日から1か月を経過する日の翌日から）";
        }

        @Override
        public String rule() {
            return "refund.fromIncomeTax";
        }
    }

    /** 誤納: paid twice or without a charge. */
    record Mistake(LocalDate paidOn) implements RefundCause {
        @Override
        public LocalDate from() {
            return RefundInterest.fromMistake(paidOn);
        }

        @Override
        public String japanese() {
            return "誤納・二重納付（納付から1か月を経過する日の翌日から）";
        }

        @Override
        public String rule() {
            return "refund.fromMistake";
        }
    }
}
