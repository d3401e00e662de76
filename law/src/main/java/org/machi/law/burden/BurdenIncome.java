package org.machi.law.burden;

import static org.machi.law.premium.TaxItem.*;

import java.time.LocalDate;
import java.util.Arrays;
import org.machi.law.LegalBasis;
import org.machi.law.premium.IncomeRules;
import org.machi.law.premium.TaxFacts;
import org.machi.law.premium.TaxItem;

/**
 * From one person's tax facts to the amounts of the burden share. The tax facts hold revenues of
 * pensions and salaries only; whoever has other income must apply with his or her revenue
 * (基準収入額適用申請), and until then counts as being above every limit.
 */
@LegalBasis({"法67条", "令7条"})
public final class BurdenIncome {

    /** 収入 that is not known: above every limit. */
    public static final long UNKNOWN_REVENUE = 1_000_000_000_000L;

    private static final TaxItem[] WITHOUT_REVENUE = {
        BUSINESS,
        AGRICULTURE,
        REAL_ESTATE,
        INTEREST,
        DIVIDEND,
        DIVIDEND_FUND,
        DIVIDEND_FOREIGN,
        DIVIDEND_NO_CREDIT,
        OTHER_MISC,
        TRANSFER_TEMPORARY_TOTAL,
        SEPARATE_SHORT_GENERAL,
        SEPARATE_SHORT_REDUCED,
        SEPARATE_LONG_GENERAL,
        SEPARATE_LONG_SPECIFIC,
        SEPARATE_LONG_REDUCED,
        FOREST,
        FUTURES,
        STOCK_UNLISTED,
        STOCK_LISTED
    };

    private final IncomeRules rules;
    private final BurdenShare share;

    public BurdenIncome(IncomeRules rules, BurdenShare share) {
        this.rules = rules;
        this.share = share;
    }

    /**
     * The amounts of one person.
     *
     * @param taxable 市区町村民税課税所得, yen
     * @param day a day on which the share holds
     */
    public BurdenShare.Person of(TaxFacts tax, long taxable, LocalDate birth, LocalDate day) {
        return new BurdenShare.Person(
                birth, taxable, rules.base(tax), revenue(tax), pensionAndOthers(tax, day));
    }

    /** 収入, or {@link #UNKNOWN_REVENUE} when the person has income of other kinds. */
    public static long revenue(TaxFacts tax) {
        boolean others = Arrays.stream(WITHOUT_REVENUE).anyMatch(item -> tax.get(item) != 0);
        return others ? UNKNOWN_REVENUE : tax.get(PENSION_REVENUE) + tax.get(SALARY_REVENUE);
    }

    /**
     * Whether a child's income is small enough for the head of the household to take off for it.
     */
    public boolean isSmall(TaxFacts child, LocalDate day) {
        return rules.totalIncome(child) <= share.parameters().amount("burden.child.income", day);
    }

    /** 年金収入 + その他の合計所得金額. */
    private long pensionAndOthers(TaxFacts tax, LocalDate day) {
        return share.pensionAndOthers(
                tax.get(PENSION_REVENUE),
                rules.totalIncome(tax),
                Math.max(0, tax.get(MISC_TOTAL) - tax.get(OTHER_MISC)),
                tax.get(SALARY),
                day);
    }
}
