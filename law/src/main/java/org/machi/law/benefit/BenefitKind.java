package org.machi.law.benefit;

import java.time.LocalDate;
import java.util.List;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.limitation.Limitation;
import org.machi.law.parameter.Parameters;

/** 給付の種類, with the day from which the two years of its claim run. */
@LegalBasis("法160条1項")
public enum BenefitKind {
    /**
     * From the first of the month after the care, or the day after the payment when it is later.
     */
    HIGH_COST("31", "高額療養費", "診療月の翌月1日（翌月以後に支払ったときは支払った日の翌日）"),
    OUTPATIENT_YEAR("32", "外来年間合算", "基準日の翌日"),
    COMBINED("33", "高額介護合算療養費", "基準日の翌日"),
    CARE_EXPENSES("34", "療養費", "費用を支払った日の翌日"),
    MEALS("35", "食事療養標準負担額差額", "費用を支払った日の翌日"),
    TRANSPORT("36", "移送費", "移送に要した費用を支払った日の翌日"),
    FUNERAL("37", "葬祭費", "葬祭を行った日の翌日");

    private final String code;
    private final String japanese;
    private final String runsFrom;

    BenefitKind(String code, String japanese, String runsFrom) {
        this.code = code;
        this.japanese = japanese;
        this.runsFrom = runsFrom;
    }

    public String code() {
        return code;
    }

    public String japanese() {
        return japanese;
    }

    /** 起算日 in words. */
    public String runsFrom() {
        return runsFrom;
    }

    /** The kind of a code of the exchange files. */
    public static BenefitKind of(String code) {
        for (BenefitKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new LawException("知られていない給付の種類です: " + code);
    }

    /**
     * The last day before the two years begin.
     *
     * @param occurred first day of the month of care, 基準日, day of the payment or of the funeral
     * @param paid the day on which care was paid, for 高額療養費; otherwise the same day
     */
    private LocalDate arose(LocalDate occurred, LocalDate paid) {
        if (this != HIGH_COST) {
            return occurred;
        }
        LocalDate endOfMonth = occurred.withDayOfMonth(1).plusMonths(1).minusDays(1);
        return paid.isAfter(endOfMonth) ? paid : endOfMonth;
    }

    /** The last day on which the benefit can be asked for. */
    @LegalBasis("法160条1項")
    public LocalDate lastDay(LocalDate occurred, LocalDate paid, Parameters parameters) {
        LocalDate arose = arose(occurred, paid);
        return new Limitation(parameters).ofRefund(arose, List.of()).lastDay().orElseThrow();
    }
}
