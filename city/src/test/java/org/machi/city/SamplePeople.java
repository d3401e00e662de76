package org.machi.city;

import java.time.LocalDate;
import org.machi.formats.column.Row;
import org.machi.formats.layout.AccountFile;
import org.machi.formats.layout.CareDeductionFile;
import org.machi.formats.layout.FormerFiles;
import org.machi.formats.layout.InsuredFile;
import org.machi.formats.layout.PremiumFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.layout.TaxFile;
import org.machi.formats.number.InsuredNumber;

/** People of 見本市 as the files tell of them. */
public final class SamplePeople {

    private static final LocalDate BORN = LocalDate.of(1945, 5, 1);
    private static final LocalDate AT_75 = LocalDate.of(2020, 5, 1);

    private SamplePeople() {}

    /** 被保険者番号 of the person with this 宛名番号. */
    public static String insuredNo(long personNo) {
        return InsuredNumber.of((int) personNo).text();
    }

    public static Row resident(long personNo, long householdNo, String name, String kana) {
        return residentBuilder(personNo, householdNo, name, kana).build();
    }

    public static Row.Builder residentBuilder(
            long personNo, long householdNo, String name, String kana) {
        return ResidentFile.LAYOUT
                .row()
                .set(ResidentFile.PERSON_NO, personNo)
                .set(ResidentFile.HOUSEHOLD_NO, householdNo)
                .set(ResidentFile.EVENT_SEQ, 1L)
                .set(ResidentFile.EVENT, "00")
                .set(ResidentFile.EVENT_ON, LocalDate.of(2026, 4, 1))
                .set(ResidentFile.PROCESSED_ON, LocalDate.of(2026, 4, 1))
                .set(ResidentFile.CANCELLED, "0")
                .set(ResidentFile.RESIDENT_KIND, "1")
                .set(ResidentFile.RESIDENT_STATE, "1")
                .set(ResidentFile.NAME, name)
                .set(ResidentFile.NAME_KANA, kana)
                .set(ResidentFile.NAME_USE, "1")
                .set(ResidentFile.BIRTH_ON, BORN.toString())
                .set(ResidentFile.SEX, "2")
                .set(ResidentFile.RELATION_NAME, "世帯主")
                .set(ResidentFile.HEAD_NO, personNo)
                .set(ResidentFile.MUNICIPALITY_CODE, CityScene.CITY)
                .set(ResidentFile.POSTAL_CODE, "1000001")
                .set(ResidentFile.PREFECTURE, "東京都")
                .set(ResidentFile.CITY, "見本市")
                .set(ResidentFile.TOWN, "本町")
                .set(ResidentFile.LOT, "2丁目3番4号")
                .set(ResidentFile.ADDRESS_EXCEPTION, "0")
                .set(ResidentFile.PROTECTION, "0");
    }

    public static Row insured(long personNo, String name, String kana) {
        return InsuredFile.LAYOUT
                .row()
                .set(InsuredFile.INSURER_NO, CityScene.UNION)
                .set(InsuredFile.INSURED_NO, insuredNo(personNo))
                .set(InsuredFile.VERSION, 1L)
                .set(InsuredFile.PERSON_NO, personNo)
                .set(InsuredFile.CHANGE, "01")
                .set(InsuredFile.CHANGED_ON, AT_75)
                .set(InsuredFile.ACQUIRED_BY, "01")
                .set(InsuredFile.ACQUIRED_ON, AT_75)
                .set(InsuredFile.INSURER_FROM, AT_75)
                .set(InsuredFile.HOME_CODE, CityScene.CITY)
                .set(InsuredFile.PERSON_KIND, "1")
                .set(InsuredFile.NAME_KANA, kana)
                .set(InsuredFile.NAME, name)
                .set(InsuredFile.NAME_USE, "1")
                .set(InsuredFile.BIRTH_ON, BORN.toString())
                .set(InsuredFile.SEX, "2")
                .set(InsuredFile.INSIDE, "1")
                .set(InsuredFile.MUNICIPALITY_CODE, CityScene.CITY)
                .set(InsuredFile.BEDRIDDEN, false)
                .set(InsuredFile.NO_DOCTOR, false)
                .set(InsuredFile.WHEREABOUTS_UNKNOWN, false)
                .set(InsuredFile.COPAY, "1")
                .set(InsuredFile.COPAY_FROM, AT_75)
                .set(InsuredFile.ADDRESS_EXCEPTION, "0")
                .set(InsuredFile.DEPENDANT, "0")
                .build();
    }

    /**
     * A whole year of both parts: the medical part by its 所得割 and 均等割 with 7割軽減 on the latter when
     * {@code base} is 0; the child part likewise; both cut to 100 yen.
     *
     * @param version 賦課履歴番号
     * @param base 賦課のもととなる所得金額
     */
    public static Row premium(long personNo, long version, long base, LocalDate decidedOn) {
        long income = base * 9_670 / 100_000;
        long perCapita = 47_300;
        long reduced = base == 0 ? 33_110 : 0;
        long yearly = (income + perCapita - reduced) / 100 * 100;
        long childIncome = base * 250 / 100_000;
        long childPerCapita = 1_340;
        long childReduced = base == 0 ? 938 : 0;
        long child = (childIncome + childPerCapita - childReduced) / 100 * 100;
        return PremiumFile.LAYOUT
                .row()
                .set(PremiumFile.PERSON_NO, personNo)
                .set(PremiumFile.INSURED_NO, insuredNo(personNo))
                .set(PremiumFile.LEVY_YEAR, 2026L)
                .set(PremiumFile.DECISION_YEAR, 2026L)
                .set(PremiumFile.ASSESSMENT_NO, insuredNo(personNo) + "01")
                .set(PremiumFile.ASSESSMENT_VERSION, version)
                .set(PremiumFile.CITY_PREMIUM, yearly + child)
                .set(PremiumFile.RATE_AREA, "0")
                .set(PremiumFile.FINAL, "2")
                .set(PremiumFile.DECLARED, "0")
                .set(PremiumFile.NOTICE_NEEDED, true)
                .set(PremiumFile.ACQUIRED_ON, AT_75)
                .set(PremiumFile.REASON, version == 1 ? "01" : "06")
                .set(PremiumFile.REASON_TEXT, version == 1 ? "当初賦課" : "所得更正")
                .set(PremiumFile.DECIDED_ON, decidedOn)
                .set(PremiumFile.RATE, 9_670L)
                .set(PremiumFile.BASE, base)
                .set(PremiumFile.INCOME_PART, income)
                .set(PremiumFile.PER_CAPITA, perCapita)
                .set(PremiumFile.COMPUTED, income + perCapita)
                .set(PremiumFile.DAY1, LocalDate.of(2026, 4, 1))
                .set(PremiumFile.REDUCTION1, base == 0 ? "7" : "0")
                .set(PremiumFile.REDUCED1, reduced)
                .set(PremiumFile.OVER_CAP1, 0L)
                .set(PremiumFile.YEARLY1, yearly)
                .set(PremiumFile.MONTHS1, 12L)
                .set(PremiumFile.MONTHS_CUT1, 0L)
                .set(PremiumFile.SPECIAL1, "0")
                .set(PremiumFile.MONTHLY1, "111111111111")
                .set(PremiumFile.RELIEF, 0L)
                .set(PremiumFile.PREMIUM, yearly)
                .set(PremiumFile.INCOME_REDUCED, 0L)
                .set(PremiumFile.INCOME_REDUCTION, "0")
                .set(PremiumFile.CHILD_RATE, 250L)
                .set(PremiumFile.CHILD_INCOME_PART, childIncome)
                .set(PremiumFile.CHILD_PER_CAPITA, childPerCapita)
                .set(PremiumFile.CHILD_COMPUTED, childIncome + childPerCapita)
                .set(PremiumFile.CHILD_REDUCED1, childReduced)
                .set(PremiumFile.CHILD_OVER_CAP1, 0L)
                .set(PremiumFile.CHILD_YEARLY1, child)
                .set(PremiumFile.CHILD_MONTHS_CUT1, 0L)
                .set(PremiumFile.CHILD_RELIEF, 0L)
                .set(PremiumFile.CHILD_PREMIUM, child)
                .set(PremiumFile.CHILD_INCOME_REDUCED, 0L)
                .set(PremiumFile.TOTAL_PREMIUM, yearly + child)
                .set(PremiumFile.CITY_CHILD_PREMIUM, child)
                .build();
    }

    /** Tax facts of 2026: a public pension and nothing else. */
    public static Row tax(long personNo, long revenue, long income) {
        return TaxFile.LAYOUT
                .row()
                .set(TaxFile.HOME_CODE, CityScene.CITY)
                .set(TaxFile.PERSON_KIND, "1")
                .set(TaxFile.PERSON_NO, personNo)
                .set(TaxFile.LEVY_YEAR, 2026L)
                .set(TaxFile.MUNICIPALITY_CODE, CityScene.CITY)
                .set(TaxFile.CHANGE, "0")
                .set(TaxFile.TAXED, income > 0 ? "1" : "0")
                .set(TaxFile.UNDECLARED, "0")
                .set(TaxFile.TRANSITION, false)
                .set(TaxFile.BASE_GIVEN, false)
                .set(TaxFile.REDUCTION_GIVEN, false)
                .set(TaxFile.LOW_GIVEN, false)
                .set(TaxFile.SHARE_GIVEN, false)
                .set(TaxFile.PENSION, revenue)
                .set(TaxFile.MISC_TOTAL, income)
                .build();
    }

    /** February's deduction of the former system. */
    public static Row deduction(long personNo, long february) {
        return FormerFiles.Deduction.LAYOUT
                .row()
                .set(FormerFiles.Deduction.PERSON_NO, personNo)
                .set(FormerFiles.Deduction.INSURED_NO, insuredNo(personNo))
                .set(FormerFiles.Deduction.LEVY_YEAR, 2025L)
                .set(FormerFiles.Deduction.COLLECTOR, "999")
                .set(FormerFiles.Deduction.PENSION_NO, "%010d".formatted(personNo))
                .set(FormerFiles.Deduction.PENSION_CODE, "1150")
                .set(FormerFiles.Deduction.YEAR_PREMIUM, february * 6)
                .set(FormerFiles.Deduction.FEBRUARY, february)
                .set(FormerFiles.Deduction.PROVISIONAL, 0L)
                .set(FormerFiles.Deduction.PENSION_YEARLY, 1_200_000L)
                .build();
    }

    /** What 介護 takes from each payment of the same pension. */
    public static Row care(long personNo, long amount) {
        return CareDeductionFile.LAYOUT
                .row()
                .set(CareDeductionFile.PERSON_NO, personNo)
                .set(CareDeductionFile.CARE_NO, "%010d".formatted(personNo))
                .set(CareDeductionFile.PENSION_NO, "%010d".formatted(personNo))
                .set(CareDeductionFile.PENSION_CODE, "1150")
                .set(CareDeductionFile.COLLECTOR, "999")
                .set(CareDeductionFile.LEVY_YEAR, 2026L)
                .set(CareDeductionFile.PAYMENT_MONTH, "04")
                .set(CareDeductionFile.STAGE, "1")
                .set(CareDeductionFile.STATE, "1")
                .set(CareDeductionFile.AMOUNT, amount)
                .build();
    }

    public static Row account(long personNo) {
        return AccountFile.LAYOUT
                .row()
                .set(AccountFile.PERSON_NO, personNo)
                .set(AccountFile.LEVY, "39")
                .set(AccountFile.CHANGE, "1")
                .set(AccountFile.ACCEPTED_ON, LocalDate.of(2026, 4, 1))
                .set(AccountFile.EFFECTIVE_FROM, LocalDate.of(2026, 4, 1))
                .set(AccountFile.BANK_CODE, "0991")
                .set(AccountFile.BRANCH_CODE, "101")
                .set(AccountFile.BANK_NAME, "みどりの銀行")
                .set(AccountFile.BANK_KANA, "ﾐﾄﾞﾘﾉ")
                .set(AccountFile.BRANCH_NAME, "本店")
                .set(AccountFile.BRANCH_KANA, "ﾎﾝﾃﾝ")
                .set(AccountFile.ACCOUNT_KIND, "1")
                .set(AccountFile.ACCOUNT_NO, "1234567")
                .set(AccountFile.HOLDER, "口座 振子")
                .set(AccountFile.HOLDER_KANA, "ｺｳｻﾞ ﾌﾘｺ")
                .build();
    }
}
