package org.machi.law.premium;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.law.LevyYear;
import org.machi.law.parameter.UnionCode;

/** Households as the published examples describe them. */
final class Examples {
    /** Old enough for every year and for the lower cap of 令和6年度. */
    static final LocalDate BIRTH = LocalDate.of(1945, 5, 5);

    static final LocalDate LONG_AGO = LocalDate.of(2020, 3, 1);

    private Examples() {}

    /** {@code HI pension=1500000|I pension=1000000}: H head, I insured, D former dependant. */
    static Household household(PremiumAssessor assessor, String members) {
        Household household = new Household();
        for (String text : members.split("\\|")) {
            String[] words = text.split(" ");
            Member member =
                    household
                            .add()
                            .head(words[0].contains("H"))
                            .insured(words[0].contains("I"))
                            .birth(BIRTH);
            for (int i = 1; i < words.length; i++) {
                String[] fact = words[i].split("=");
                long yen = Long.parseLong(fact[1]);
                if (fact[0].equals("pension")) {
                    assessor.income().pension(member.tax(), yen, BIRTH);
                } else if (fact[0].equals("salary")) {
                    assessor.income().salary(member.tax(), yen);
                } else {
                    member.tax().set(TaxItem.valueOf(fact[0]), yen);
                }
            }
        }
        return household;
    }

    static Assessment assess(PremiumAssessor assessor, String members, int person) {
        Household household = household(assessor, members);
        boolean dependant = members.split("\\|")[person].split(" ")[0].contains("D");
        return assess(assessor, household, person, dependant ? assessor.levyYear().start() : null);
    }

    static Assessment assess(
            PremiumAssessor assessor,
            Household household,
            int person,
            @Nullable LocalDate dependantSince) {
        long base = assessor.income().base(household.member(person).tax());
        return assessor.assess(
                new InsuredFacts(
                        base,
                        List.of(new InsuredFacts.Period(LONG_AGO, null, assessor.judge(household))),
                        BIRTH,
                        dependantSince,
                        InsuredFacts.Disability.NO,
                        Relief.NONE));
    }

    static PremiumAssessor assessor(String union, int year) {
        return PremiumAssessor.of(UnionCode.of(union), new LevyYear(year));
    }
}
