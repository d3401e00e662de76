package org.machi.law.premium;

import java.time.LocalDate;

/** One person of a household, as the reduction sees it. Reusable within its {@link Household}. */
public final class Member {
    private static final LocalDate UNKNOWN_BIRTH = LocalDate.of(1900, 1, 1);

    private boolean head;
    private boolean insured;
    private LocalDate birth = UNKNOWN_BIRTH;
    private final TaxFacts tax = new TaxFacts();

    Member() {}

    Member reset() {
        head = false;
        insured = false;
        birth = UNKNOWN_BIRTH;
        tax.clear();
        return this;
    }

    /** 世帯主; counts for the reduction even when not insured (擬制世帯主). */
    public Member head(boolean isHead) {
        head = isHead;
        return this;
    }

    /** Insured of the union on the day of judgement. */
    public Member insured(boolean isInsured) {
        insured = isInsured;
        return this;
    }

    public Member birth(LocalDate day) {
        birth = day;
        return this;
    }

    public boolean isHead() {
        return head;
    }

    public boolean isInsured() {
        return insured;
    }

    public LocalDate birth() {
        return birth;
    }

    public TaxFacts tax() {
        return tax;
    }

    /** Head and insured persons count; other members of the household do not. */
    boolean counts() {
        return head || insured;
    }
}
