package org.machi.law.deduction;

/** Whether a premium is taken from a pension. */
public sealed interface DeductionDecision {
    /** Taken from the pension. */
    record Deduct() implements DeductionDecision {}

    /** Collected ordinarily, with the reason. */
    record Ordinary(Reason reason) implements DeductionDecision {}

    /** 普徴事由. */
    enum Reason {
        PENSION_TOO_SMALL("01", "年金額が年18万円未満", "令22条"),
        MORE_THAN_HALF("02", "介護保険料との合計が年金支払額の2分の1を超える", "令23条"),
        NO_CARE_DEDUCTION("03", "介護保険料を同じ年金から特別徴収していない", "令24条"),
        OPTED_OUT("04", "口座振替への変更申出", "令23条"),
        SPECIAL_CIRCUMSTANCES("05", "災害その他特別の事情", "令23条");

        private final String code;
        private final String japanese;
        private final String article;

        Reason(String code, String japanese, String article) {
            this.code = code;
            this.japanese = japanese;
            this.article = article;
        }

        public String code() {
            return code;
        }

        public String japanese() {
            return japanese;
        }

        public String article() {
            return article;
        }
    }
}
