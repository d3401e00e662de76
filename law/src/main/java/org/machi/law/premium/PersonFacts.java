package org.machi.law.premium;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.law.premium.InsuredFacts.Disability;
import org.machi.law.premium.TaxFacts.Declaration;

/**
 * One person of a household for a single question, immutable and easy to fill:
 *
 * <pre>{@code
 * PersonFacts.born(LocalDate.of(1948, 5, 1)).asHead().insuredFrom(LocalDate.of(2023, 5, 1))
 *         .with(TaxItem.PENSION_REVENUE, 3_000_000)
 * }</pre>
 *
 * @param name how the answer names the person, may be empty
 * @param head 世帯主
 * @param acquiredOn 資格取得日, null when not insured
 * @param lostOn 資格喪失日, null while insured
 * @param dependantSince 資格取得日 of a former dependant, null for others
 * @param tax items of 税情報 in yen; a revenue without its income is converted
 */
public record PersonFacts(
        String name,
        LocalDate birth,
        boolean head,
        @Nullable LocalDate acquiredOn,
        @Nullable LocalDate lostOn,
        @Nullable LocalDate dependantSince,
        Disability disability,
        Declaration declaration,
        Map<TaxItem, Long> tax,
        Relief relief) {
    public PersonFacts {
        tax = Map.copyOf(tax);
    }

    /** Somebody declared without income, neither head nor insured. */
    public static PersonFacts born(LocalDate birth) {
        return new PersonFacts(
                "",
                birth,
                false,
                null,
                null,
                null,
                Disability.NO,
                Declaration.DECLARED,
                Map.of(),
                Relief.NONE);
    }

    public PersonFacts named(String newName) {
        return new PersonFacts(
                newName,
                birth,
                head,
                acquiredOn,
                lostOn,
                dependantSince,
                disability,
                declaration,
                tax,
                relief);
    }

    public PersonFacts asHead() {
        return new PersonFacts(
                name,
                birth,
                true,
                acquiredOn,
                lostOn,
                dependantSince,
                disability,
                declaration,
                tax,
                relief);
    }

    public PersonFacts insuredFrom(LocalDate day) {
        return new PersonFacts(
                name,
                birth,
                head,
                day,
                lostOn,
                dependantSince,
                disability,
                declaration,
                tax,
                relief);
    }

    public PersonFacts lostOn(LocalDate day) {
        return new PersonFacts(
                name,
                birth,
                head,
                acquiredOn,
                day,
                dependantSince,
                disability,
                declaration,
                tax,
                relief);
    }

    public PersonFacts formerDependantSince(LocalDate day) {
        return new PersonFacts(
                name, birth, head, acquiredOn, lostOn, day, disability, declaration, tax, relief);
    }

    public PersonFacts byDisability(Disability kind) {
        return new PersonFacts(
                name,
                birth,
                head,
                acquiredOn,
                lostOn,
                dependantSince,
                kind,
                declaration,
                tax,
                relief);
    }

    public PersonFacts declared(Declaration state) {
        return new PersonFacts(
                name,
                birth,
                head,
                acquiredOn,
                lostOn,
                dependantSince,
                disability,
                state,
                tax,
                relief);
    }

    public PersonFacts relieved(Relief decided) {
        return new PersonFacts(
                name,
                birth,
                head,
                acquiredOn,
                lostOn,
                dependantSince,
                disability,
                declaration,
                tax,
                decided);
    }

    /** Sets one tax item in yen. */
    public PersonFacts with(TaxItem item, long yen) {
        Map<TaxItem, Long> more = new EnumMap<>(TaxItem.class);
        more.putAll(tax);
        more.put(item, yen);
        return new PersonFacts(
                name,
                birth,
                head,
                acquiredOn,
                lostOn,
                dependantSince,
                disability,
                declaration,
                more,
                relief);
    }

    /**
     * Fills a kernel's member; pension and salary revenues without an income are converted by the
     * year's tables.
     */
    void fill(Member member, IncomeRules income, LocalDate judgedOn) {
        TaxFacts facts = member.head(head).insured(isInsuredOn(judgedOn)).birth(birth).tax();
        facts.declaration(declaration);
        tax.forEach(facts::set);
        if (tax.containsKey(TaxItem.PENSION_REVENUE) && !tax.containsKey(TaxItem.MISC_TOTAL)) {
            income.pension(facts, facts.get(TaxItem.PENSION_REVENUE), birth);
        }
        if (tax.containsKey(TaxItem.SALARY_REVENUE) && !tax.containsKey(TaxItem.SALARY)) {
            income.salary(facts, facts.get(TaxItem.SALARY_REVENUE));
        }
    }

    boolean isInsuredOn(LocalDate day) {
        return acquiredOn != null
                && !acquiredOn.isAfter(day)
                && (lostOn == null || lostOn.isAfter(day));
    }
}
