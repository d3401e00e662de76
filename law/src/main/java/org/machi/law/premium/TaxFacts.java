package org.machi.law.premium;

import java.util.Arrays;

/**
 * What the tax office says about one person for one levy year (income of the calendar year before).
 * Reusable: {@link #clear()} it.
 *
 * <p>Incomes are those before carried-over losses; separate transfers are those before their
 * special deductions.
 */
public final class TaxFacts {
    private static final long NOT_FIXED = Long.MIN_VALUE;

    /** Whether the income is known. */
    public enum Declaration {
        DECLARED("申告済"),
        UNDECLARED("未申告"),
        /**
         * Asked at the municipality of January 1, no answer yet: no income part, no reduction until
         * then.
         */
        INQUIRING("照会中");

        private final String japanese;

        Declaration(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    private final long[] yen = new long[TaxItem.COUNT];
    private Declaration declaration = Declaration.DECLARED;
    private long fixedBase = NOT_FIXED;
    private long fixedJudgement = NOT_FIXED;

    public TaxFacts set(TaxItem item, long amount) {
        yen[item.ordinal()] = amount;
        return this;
    }

    public long get(TaxItem item) {
        return yen[item.ordinal()];
    }

    public TaxFacts declaration(Declaration state) {
        declaration = state;
        return this;
    }

    public Declaration declaration() {
        return declaration;
    }

    /** 旧但し書所得優先フラグ: the tax office's own 旧ただし書所得 is used as the base. */
    public TaxFacts fixedBase(long amount) {
        fixedBase = amount;
        return this;
    }

    /** 減額対象所得優先フラグ: the tax office's own 減額対象所得 is used for the reduction. */
    public TaxFacts fixedJudgement(long amount) {
        fixedJudgement = amount;
        return this;
    }

    public boolean hasFixedBase() {
        return fixedBase != NOT_FIXED;
    }

    public boolean hasFixedJudgement() {
        return fixedJudgement != NOT_FIXED;
    }

    public long fixedBase() {
        return fixedBase;
    }

    public long fixedJudgement() {
        return fixedJudgement;
    }

    /** Back to a declared person without any income. */
    public TaxFacts clear() {
        Arrays.fill(yen, 0);
        declaration = Declaration.DECLARED;
        fixedBase = NOT_FIXED;
        fixedJudgement = NOT_FIXED;
        return this;
    }
}
