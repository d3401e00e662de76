package org.machi.world;

import java.time.LocalDate;

/** 窓口で支払う額の上限: known to the institutions, not to the world. */
@FunctionalInterface
public interface CareCeilings {
    /** Institutions that let people pay their whole share. */
    CareCeilings NONE = (month, insured, inpatient, cost) -> Long.MAX_VALUE;

    /**
     * What an institution asks for at most in a month, yen.
     *
     * @param month first day of the month of care
     * @param cost the whole cost of the month, yen
     */
    long of(LocalDate month, Level insured, boolean inpatient, long cost);

    /**
     * What the institution knows of the patient.
     *
     * @param share 負担割合
     * @param limit 限度区分 that the card shows, empty for none
     */
    record Level(String share, String limit) {}
}
