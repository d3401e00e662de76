package org.machi.law.premium;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.law.LevyYear;
import org.machi.law.explanation.Explanation;
import org.machi.law.parameter.Parameters;
import org.machi.law.parameter.UnionCode;

/**
 * A household and the question what each of its insured members pays in one levy year. The single
 * question goes through the same kernel as the yearly run.
 *
 * @param union the union that decides
 * @param levyYear 相当年度
 * @param household everybody who lives together; head and insured count for the reduction
 */
public record PremiumFacts(UnionCode union, LevyYear levyYear, List<PersonFacts> household) {
    public PremiumFacts {
        household = List.copyOf(household);
    }

    /**
     * The premium of one insured member, with its explanation when somebody asks for it.
     *
     * @param converted incomes of the household that were made from revenues
     */
    public record PersonPremium(
            PersonFacts person,
            Assessment assessment,
            InsuredFacts facts,
            TaxFacts tax,
            List<Converted> converted,
            Explainer explainer) {
        public Explanation explain() {
            return explainer.explain(facts, tax, assessment, converted);
        }
    }

    /** By the published parameters. */
    public List<PersonPremium> premiums() {
        return premiums(Parameters.standard());
    }

    /** Each insured member's premium, in the order of the household. */
    public List<PersonPremium> premiums(Parameters parameters) {
        return premiums(new Explainer(PremiumAssessor.of(parameters, union, levyYear)));
    }

    /**
     * The same for many households of one union and year.
     *
     * @param explainer of this union and levy year, made once
     */
    public List<PersonPremium> premiums(Explainer explainer) {
        PremiumAssessor assessor = explainer.assessor();
        if (!assessor.union().equals(union) || !assessor.levyYear().equals(levyYear)) {
            throw new IllegalArgumentException("rules of another union or year");
        }
        List<PersonPremium> premiums = new ArrayList<>();
        for (int i = 0; i < household.size(); i++) {
            LocalDate acquiredOn = household.get(i).acquiredOn();
            if (acquiredOn != null) {
                premiums.add(premium(explainer, i, acquiredOn));
            }
        }
        return List.copyOf(premiums);
    }

    private PersonPremium premium(Explainer explainer, int index, LocalDate acquiredOn) {
        PremiumAssessor assessor = explainer.assessor();
        PersonFacts person = household.get(index);
        LocalDate judgedOn = acquiredOn.isAfter(levyYear.start()) ? acquiredOn : levyYear.start();
        Household members = new Household();
        List<Converted> converted = new ArrayList<>();
        for (PersonFacts each : household) {
            Member member = members.add();
            List<Converted> made = each.fill(member, assessor.income(), judgedOn);
            if (member.counts() || each == person) {
                converted.addAll(made);
            }
        }
        TaxFacts tax = members.member(index).tax();
        InsuredFacts facts =
                person.insured(acquiredOn, assessor.income().base(tax), assessor.judge(members));
        return new PersonPremium(
                person, assessor.assess(facts), facts, tax, List.copyOf(converted), explainer);
    }
}
