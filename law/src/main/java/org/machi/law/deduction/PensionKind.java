package org.machi.law.deduction;

import java.util.List;
import java.util.Optional;
import org.machi.law.LawException;
import org.machi.law.LegalBasis;
import org.machi.law.TsvResource;

/**
 * One of the 38 kinds of pensions from which premiums are taken, in the order of 介護保険法施行令42条1項.
 *
 * @param order 1 goes first
 * @param system the law that grants it
 * @param kinds the pensions of that law which share the place
 * @param group what it is for
 */
@LegalBasis({"令24条", "介令40条", "介令42条1項"})
public record PensionKind(int order, String system, String kinds, Group group) {
    /** 老齢・退職, 障害 or 遺族. */
    public enum Group {
        OLD_AGE("老齢・退職", true),
        DISABILITY("障害", false),
        SURVIVOR("遺族", false);

        private final String japanese;
        private final boolean taxed;

        Group(String japanese, boolean taxed) {
            this.japanese = japanese;
            this.taxed = taxed;
        }

        public String japanese() {
            return japanese;
        }

        /**
         * Taxed pensions show the premium on their 源泉徴収票; for the others the city's letter does.
         */
        public boolean isTaxed() {
            return taxed;
        }
    }

    private static final List<PensionKind> ALL =
            TsvResource.read("deduction/pensions.tsv", 4).stream()
                    .map(c ->
                            new PensionKind(
                                    Integer.parseInt(c[0]), c[1], c[2], Group.valueOf(c[3])))
                    .toList();

    public PensionKind {
        if (order < 1) {
            throw new LawException("年金の順位が正しくありません: " + order);
        }
    }

    /** All kinds, the first in the order first. */
    public static List<PensionKind> all() {
        return ALL;
    }

    public static Optional<PensionKind> ofOrder(int order) {
        return ALL.stream().filter(kind -> kind.order() == order).findFirst();
    }

    /** E.g. 国民年金法による老齢基礎年金. */
    public String japanese() {
        return system + "による" + kinds;
    }
}
