package org.machi.law.burden;

import java.time.LocalDate;
import java.util.List;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.burden.BurdenShare.Person;
import org.machi.law.burden.BurdenShare.Share;
import org.machi.law.parameter.Parameters;

/** 所得区分: on which the monthly limits of the cost rest. */
@LegalBasis({"令15条", "令16条"})
public enum IncomeLevel {
    ACTIVE_3("現役並み所得Ⅲ", "31"),
    ACTIVE_2("現役並み所得Ⅱ", "32"),
    ACTIVE_1("現役並み所得Ⅰ", "33"),
    GENERAL_2("一般Ⅱ", "22"),
    GENERAL_1("一般Ⅰ", "21"),
    LOW_2("低所得Ⅱ（区分Ⅱ）", "12"),
    LOW_1("低所得Ⅰ（区分Ⅰ）", "11");

    /**
     * One member of the household, insured or not.
     *
     * @param residentTaxed 住民税が課税されている
     * @param pensionRevenue 公的年金収入, yen
     * @param salaryIncome 給与所得 after 給与所得控除, yen
     * @param otherIncome all other income, yen
     * @param welfarePension 老齢福祉年金の受給者
     */
    public record Resident(
            boolean residentTaxed,
            long pensionRevenue,
            long salaryIncome,
            long otherIncome,
            boolean welfarePension) {}

    private final String japanese;
    private final String code;

    IncomeLevel(String japanese, String code) {
        this.japanese = japanese;
        this.code = code;
    }

    /** 限度区分 as files and cards write it. */
    public String code() {
        return code;
    }

    /** The level of a 限度区分. */
    public static IncomeLevel of(String code) {
        for (IncomeLevel level : values()) {
            if (level.code.equals(code)) {
                return level;
            }
        }
        throw new LawException("知られていない限度区分です: " + code);
    }

    /** 現役並み: 3割. */
    public boolean isActive() {
        return this == ACTIVE_1 || this == ACTIVE_2 || this == ACTIVE_3;
    }

    public String japanese() {
        return japanese;
    }

    /**
     * The level of one insured person.
     *
     * @param insured the insured of the household
     * @param household everybody of it
     * @param self the person within the household
     */
    public static IncomeLevel of(
            Parameters parameters,
            Share share,
            List<Person> insured,
            List<Resident> household,
            Resident self,
            LocalDate day) {
        return switch (share) {
            case THREE -> active(parameters, insured, day);
            case TWO -> GENERAL_2;
            case ONE -> low(parameters, household, self, day);
        };
    }

    /**
     * A home in sums.
     *
     * @param highestTaxable the highest 課税所得 of its insured, yen
     * @param taxed whether anybody of it pays resident tax
     * @param withoutIncome whether nobody has any income as 低所得Ⅰ counts it
     */
    public record Home(long highestTaxable, boolean taxed, boolean withoutIncome) {}

    /**
     * The level of the insured of a home from its sums.
     *
     * @param share 負担割合 as files write it
     */
    public static IncomeLevel of(Parameters parameters, String share, Home home, LocalDate day) {
        return of(
                parameters,
                switch (share) {
                    case "3" -> Share.THREE;
                    case "2" -> Share.TWO;
                    default -> Share.ONE;
                },
                home,
                day);
    }

    /** The level of the insured of a home from its sums. */
    public static IncomeLevel of(Parameters parameters, Share share, Home home, LocalDate day) {
        return switch (share) {
            case THREE -> active(parameters, home.highestTaxable(), day);
            case TWO -> GENERAL_2;
            case ONE -> home.taxed() ? GENERAL_1 : home.withoutIncome() ? LOW_1 : LOW_2;
        };
    }

    @LegalBasis("令15条1項")
    private static IncomeLevel active(Parameters parameters, List<Person> insured, LocalDate day) {
        long highest = insured.stream().mapToLong(Person::taxable).max().orElse(0);
        return active(parameters, highest, day);
    }

    @LegalBasis("令15条1項")
    private static IncomeLevel active(Parameters parameters, long highest, LocalDate day) {
        if (highest >= parameters.amount("burden.taxable.active3", day)) {
            return ACTIVE_3;
        }
        return highest >= parameters.amount("burden.taxable.active2", day) ? ACTIVE_2 : ACTIVE_1;
    }

    /** Nobody pays resident tax: Ⅱ; and nobody has any income, or a welfare pension: Ⅰ. */
    @LegalBasis({"令15条1項5号", "令15条1項6号"})
    private static IncomeLevel low(
            Parameters parameters, List<Resident> household, Resident self, LocalDate day) {
        if (household.stream().anyMatch(Resident::residentTaxed)) {
            return GENERAL_1;
        }
        boolean nobody = household.stream().allMatch(r -> isWithoutIncome(parameters, r, day));
        return nobody || self.welfarePension() ? LOW_1 : LOW_2;
    }

    /**
     * No income when the pension is counted after its own deduction and a salary after 100,000 yen.
     */
    private static boolean isWithoutIncome(
            Parameters parameters, Resident resident, LocalDate day) {
        return resident.pensionRevenue() <= parameters.amount("lowIncome.pensionDeduction", day)
                && resident.salaryIncome() <= parameters.amount("lowIncome.salaryDeduction", day)
                && resident.otherIncome() <= 0;
    }
}
