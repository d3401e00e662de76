package org.machi.law.late;

import org.machi.law.LawException;
import org.machi.law.LegalBasis;

/** 充当順: what a payment that does not cover everything pays first. The ordinance or rule chooses. */
@LegalBasis({"地14条の5", "条例（延滞金）"})
public enum PaymentOrder {
    /** 督促手数料, premium, late charge. */
    FEE_FIRST,
    /** The premium before everything, as the local tax law has it. */
    PRINCIPAL_FIRST,
    /** Late charge, fee, premium: only where an ordinance says so. */
    CHARGE_FIRST;

    /** What is open, or what a payment covered, yen. */
    public record Amounts(long principal, long fee, long charge) {
        public Amounts {
            if (principal < 0 || fee < 0 || charge < 0) {
                throw new LawException("金額が負です");
            }
        }

        public long total() {
            return principal + fee + charge;
        }
    }

    /**
     * What a payment covers.
     *
     * @param rest what is left of the payment (過納)
     */
    public record Covered(Amounts amounts, long rest) {}

    /** Covers what is open in this order. */
    public Covered cover(long paid, Amounts open) {
        return switch (this) {
            case FEE_FIRST -> {
                long fee = Math.min(paid, open.fee());
                long principal = Math.min(paid - fee, open.principal());
                long charge = Math.min(paid - fee - principal, open.charge());
                yield covered(paid, principal, fee, charge);
            }
            case PRINCIPAL_FIRST -> {
                long principal = Math.min(paid, open.principal());
                long fee = Math.min(paid - principal, open.fee());
                long charge = Math.min(paid - principal - fee, open.charge());
                yield covered(paid, principal, fee, charge);
            }
            case CHARGE_FIRST -> {
                long charge = Math.min(paid, open.charge());
                long fee = Math.min(paid - charge, open.fee());
                long principal = Math.min(paid - charge - fee, open.principal());
                yield covered(paid, principal, fee, charge);
            }
        };
    }

    private static Covered covered(long paid, long principal, long fee, long charge) {
        return new Covered(new Amounts(principal, fee, charge), paid - principal - fee - charge);
    }
}
