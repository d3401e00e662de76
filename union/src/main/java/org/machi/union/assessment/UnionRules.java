package org.machi.union.assessment;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.machi.law.LevyYear;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;
import org.machi.law.premium.PremiumAssessor;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.stereotype.Component;

/** The law as it holds for this union: one assessor for each levy year. */
@Component
public class UnionRules {

    private final UnionCode union;
    private final org.machi.platform.office.Parameters office;
    private final Map<Integer, PremiumAssessor> assessors = new ConcurrentHashMap<>();

    UnionRules(OrganisationSettings settings, org.machi.platform.office.Parameters office) {
        this.office = office;
        // 後期保険者番号: 39, then the prefecture's two digits.
        this.union = UnionCode.of(settings.code().substring(2, 4));
    }

    public UnionCode union() {
        return union;
    }

    public Parameters parameters() {
        return Parameters.standard();
    }

    /** Whether 減免 of the levy year acts on the child part as well, by the union's parameter. */
    boolean relievesChild(LevyYear year) {
        return office.flag("relief.child", year.start());
    }

    /**
     * Decides premiums of the year; throws when the law's parameters of that year are not known.
     */
    public PremiumAssessor of(int levyYear) {
        return assessors.computeIfAbsent(
                levyYear, year -> PremiumAssessor.of(parameters(), union, new LevyYear(year)));
    }
}
