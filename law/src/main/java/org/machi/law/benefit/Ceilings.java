package org.machi.law.benefit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.machi.law.LegalBasis;
import org.machi.law.Rounding;
import org.machi.law.burden.IncomeLevel;
import org.machi.law.parameter.ParameterRow;
import org.machi.law.parameter.Parameters;

/** 高額療養費算定基準額: the ceilings of one 所得区分 in one month of care. */
@LegalBasis({"令15条", "令15条1項"})
public final class Ceilings {
    /** 一般Ⅱ: from October 2022 to September 2025 the turn to 2割 was eased for outpatient care. */
    private static final LocalDate EASED_FROM = LocalDate.of(2022, 10, 1);

    private static final LocalDate EASED_TO = LocalDate.of(2025, 10, 1);
    private static final long HUNDRED = 100;
    private static final long TEN = 10;

    private final IncomeLevel level;
    private final LocalDate month;
    private final boolean half;
    private final Parameters parameters;

    private Ceilings(IncomeLevel level, LocalDate month, boolean half, Parameters parameters) {
        this.level = level;
        this.month = month;
        this.half = half;
        this.parameters = parameters;
    }

    /**
     * The ceilings of a month.
     *
     * @param month any day of the month of care
     */
    public static Ceilings of(IncomeLevel level, LocalDate month, Parameters parameters) {
        return new Ceilings(level, month.withDayOfMonth(1), false, parameters);
    }

    /** 75歳到達月の特例: both insurances of the month count with half of their ceilings each. */
    @LegalBasis("令15条2項")
    public Ceilings halved() {
        return new Ceilings(level, month, true, parameters);
    }

    public IncomeLevel level() {
        return level;
    }

    public LocalDate month() {
        return month;
    }

    /**
     * 外来（個人）: none for 現役並み.
     *
     * @param cost the whole cost of the month's outpatient care, yen
     */
    @LegalBasis("令15条3項")
    public OptionalLong outpatient(long cost) {
        return switch (level) {
            case ACTIVE_1, ACTIVE_2, ACTIVE_3 -> OptionalLong.empty();
            case GENERAL_2 -> OptionalLong.of(halfOf(Math.min(plainOutpatient(), eased(cost))));
            case GENERAL_1, LOW_1, LOW_2 -> OptionalLong.of(halfOf(plainOutpatient()));
        };
    }

    private long plainOutpatient() {
        return amount("benefit.outpatient." + outpatientKey());
    }

    /** 配慮措置: 6,000 yen and a tenth of the cost above 30,000 yen. */
    @LegalBasis("令3改正附則")
    private long eased(long cost) {
        if (month.isBefore(EASED_FROM) || !month.isBefore(EASED_TO)) {
            return Long.MAX_VALUE;
        }
        long free = amount("benefit.eased.cost");
        return amount("benefit.eased.base") + Math.max(0, cost - free) / TEN;
    }

    /**
     * 世帯: one amount; for 現役並み with a hundredth of the cost above a threshold.
     *
     * @param cost the whole cost of the month's care that is added up, yen
     * @param earlier months with a payment, or with a ceiling reached, among the eleven before
     */
    public long household(long cost, int earlier) {
        OptionalLong many = many();
        if (many.isPresent() && earlier >= amount("benefit.many.months")) {
            return halfOf(many.getAsLong());
        }
        long base = halfOf(amount("benefit.household." + key()));
        return switch (level) {
            case ACTIVE_1, ACTIVE_2, ACTIVE_3 -> {
                long above = Math.max(0, cost - halfOf(amount("benefit.threshold." + key())));
                yield base + Rounding.half(above, HUNDRED);
            }
            case GENERAL_1, GENERAL_2, LOW_1, LOW_2 -> base;
        };
    }

    /** 多数回該当: the ceiling from the fourth month on; none for low incomes. */
    @LegalBasis("令15条1項")
    public OptionalLong many() {
        return switch (level) {
            case ACTIVE_1, ACTIVE_2, ACTIVE_3, GENERAL_1, GENERAL_2 ->
                    OptionalLong.of(amount("benefit.many." + key()));
            case LOW_1, LOW_2 -> OptionalLong.empty();
        };
    }

    /** 特定疾病: what one institution takes in a month at most. */
    @LegalBasis("令15条6項")
    public long disease() {
        return halfOf(amount("benefit.disease"));
    }

    private long halfOf(long amount) {
        return half ? amount / 2 : amount;
    }

    private long amount(String name) {
        return parameters.amount(name, month);
    }

    private String key() {
        return switch (level) {
            case ACTIVE_3 -> "active3";
            case ACTIVE_2 -> "active2";
            case ACTIVE_1 -> "active1";
            case GENERAL_2, GENERAL_1 -> "general";
            case LOW_2 -> "low2";
            case LOW_1 -> "low1";
        };
    }

    private String outpatientKey() {
        return level == IncomeLevel.LOW_1
                ? "low1"
                : level == IncomeLevel.LOW_2 ? "low2" : "general";
    }

    /** The rows behind the outpatient ceiling. */
    List<ParameterRow> outpatientRows() {
        return rows("benefit.outpatient." + outpatientKey());
    }

    /** The rows behind the ceiling of the home. */
    List<ParameterRow> householdRows(int earlier) {
        if (many().isPresent() && earlier >= amount("benefit.many.months")) {
            return rows("benefit.many." + key(), "benefit.many.months");
        }
        return switch (level) {
            case ACTIVE_1, ACTIVE_2, ACTIVE_3 ->
                    rows("benefit.household." + key(), "benefit.threshold." + key());
            case GENERAL_1, GENERAL_2, LOW_1, LOW_2 -> rows("benefit.household." + key());
        };
    }

    List<ParameterRow> diseaseRows() {
        return rows("benefit.disease");
    }

    private List<ParameterRow> rows(String... names) {
        List<ParameterRow> rows = new ArrayList<>();
        for (String name : names) {
            rows.add(parameters.require(name, ParameterRow.NATIONAL, month));
        }
        return rows;
    }
}
