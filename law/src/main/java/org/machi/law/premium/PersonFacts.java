package org.machi.law.premium;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.law.parameter.Conversion;
import org.machi.law.premium.InsuredFacts.Disability;
import org.machi.law.premium.TaxFacts.Declaration;

/**
 * One person of a household for a single question, easy to fill:
 *
 * <pre>{@code
 * PersonFacts.born(LocalDate.of(1948, 5, 1)).asHead().insuredFrom(LocalDate.of(2023, 5, 1))
 *         .with(TaxItem.PENSION_REVENUE, 3_000_000)
 * }</pre>
 */
public final class PersonFacts {
    private final LocalDate birth;
    private final Map<TaxItem, Long> tax = new EnumMap<>(TaxItem.class);
    private String name = "";
    private boolean head;
    private @Nullable LocalDate acquiredOn;
    private @Nullable LocalDate lostOn;
    private @Nullable LocalDate dependantSince;
    private Disability disability = Disability.NO;
    private Declaration declaration = Declaration.DECLARED;
    private Relief relief = Relief.NONE;

    private PersonFacts(LocalDate birth) {
        this.birth = birth;
    }

    /** Somebody declared without income, neither head nor insured. */
    public static PersonFacts born(LocalDate birth) {
        return new PersonFacts(birth);
    }

    /** How the answer names the person. */
    public PersonFacts named(String text) {
        name = text;
        return this;
    }

    /** 世帯主. */
    public PersonFacts asHead() {
        head = true;
        return this;
    }

    /** 資格取得日. */
    public PersonFacts insuredFrom(LocalDate day) {
        acquiredOn = day;
        return this;
    }

    /** 資格喪失日, e.g. the day after death. */
    public PersonFacts lostOn(LocalDate day) {
        lostOn = day;
        return this;
    }

    /** 元被扶養者, with the day of acquisition from which the 24 months run. */
    public PersonFacts formerDependantSince(LocalDate day) {
        dependantSince = day;
        return this;
    }

    public PersonFacts byDisability(Disability kind) {
        disability = kind;
        return this;
    }

    public PersonFacts declared(Declaration state) {
        declaration = state;
        return this;
    }

    public PersonFacts relieved(Relief decided) {
        relief = decided;
        return this;
    }

    /**
     * One item of 税情報 in yen; a pension or salary revenue without its income is converted by the
     * year's tables.
     */
    public PersonFacts with(TaxItem item, long yen) {
        tax.put(item, yen);
        return this;
    }

    public String name() {
        return name;
    }

    public LocalDate birth() {
        return birth;
    }

    public boolean isHead() {
        return head;
    }

    /** Null when not insured. */
    public @Nullable LocalDate acquiredOn() {
        return acquiredOn;
    }

    /** What the kernel asks of an insured person. */
    InsuredFacts insured(LocalDate acquired, long base, Judgement judgement) {
        return new InsuredFacts(
                base,
                List.of(new InsuredFacts.Period(acquired, lostOn, judgement)),
                birth,
                dependantSince,
                disability,
                relief);
    }

    /**
     * Fills a kernel's member as of the day of judgement.
     *
     * @return the incomes that were made from revenues
     */
    List<Converted> fill(Member member, IncomeRules income, LocalDate judgedOn) {
        TaxFacts facts = member.head(head).insured(isInsuredOn(judgedOn)).birth(birth).tax();
        facts.declaration(declaration);
        tax.forEach(facts::set);
        return convertRevenues(facts, income);
    }

    /**
     * Revenues without their incomes: the salary first, because the pension's deduction shrinks
     * with large other incomes; with both, the salary's income is adjusted.
     */
    private List<Converted> convertRevenues(TaxFacts facts, IncomeRules income) {
        List<Converted> made = new ArrayList<>();
        boolean salary =
                tax.containsKey(TaxItem.SALARY_REVENUE) && !tax.containsKey(TaxItem.SALARY);
        if (salary) {
            long revenue = facts.get(TaxItem.SALARY_REVENUE);
            income.salary(facts, revenue);
            made.add(
                    Converted.salary(
                            name, revenue, facts.get(TaxItem.SALARY), income.salaryTable()));
        }
        if (tax.containsKey(TaxItem.PENSION_REVENUE) && !tax.containsKey(TaxItem.MISC_TOTAL)) {
            long revenue = facts.get(TaxItem.PENSION_REVENUE);
            Conversion table =
                    income.pensionTable(income.isFrom65(birth), income.totalIncome(facts));
            long pension = table.income(revenue);
            facts.set(TaxItem.MISC_TOTAL, facts.get(TaxItem.OTHER_MISC) + pension);
            made.add(Converted.pension(name, revenue, pension, table));
        }
        if (salary && income.hasAdjustment()) {
            long before = facts.get(TaxItem.SALARY);
            long adjustment =
                    IncomeRules.incomeAdjustment(before, IncomeRules.pensionIncome(facts));
            facts.set(TaxItem.SALARY, before - adjustment);
            if (adjustment > 0) {
                made.add(Converted.adjusted(name, before, before - adjustment));
            }
        }
        return made;
    }

    private boolean isInsuredOn(LocalDate day) {
        return acquiredOn != null
                && !acquiredOn.isAfter(day)
                && (lostOn == null || lostOn.isAfter(day));
    }
}
