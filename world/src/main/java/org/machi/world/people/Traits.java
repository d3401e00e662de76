package org.machi.world.people;

import java.util.Arrays;

/** Yes and no about each person, eight bits a head. */
public final class Traits {
    private static final int UNKNOWN_DAY = 1;
    private static final int PROTECTED = 2;
    private static final int WELFARE = 4;
    private static final int DISABLED = 8;
    private static final int ADDRESS_EXCEPTION = 16;
    private static final int DEPENDANT_BEFORE = 32;

    private byte[] bits = new byte[0];

    void grow(int people) {
        bits = Arrays.copyOf(bits, people);
    }

    /** For a new person none of them is true. */
    void clear(int p) {
        bits[p] = 0;
    }

    public boolean birthDayUnknown(int p) {
        return bit(p, UNKNOWN_DAY);
    }

    void setBirthDayUnknown(int p) {
        setBit(p, UNKNOWN_DAY, true);
    }

    /** 支援措置 (DV and the like). */
    public boolean protectedPerson(int p) {
        return bit(p, PROTECTED);
    }

    public void setProtected(int p, boolean on) {
        setBit(p, PROTECTED, on);
    }

    /** Receives 生活保護 now. */
    public boolean onWelfare(int p) {
        return bit(p, WELFARE);
    }

    public void setOnWelfare(int p, boolean on) {
        setBit(p, WELFARE, on);
    }

    /** 65 to 74 with 障害認定, so insured before 75. */
    public boolean disabled(int p) {
        return bit(p, DISABLED);
    }

    public void setDisabled(int p, boolean on) {
        setBit(p, DISABLED, on);
    }

    /** 住所地特例: for a resident, insured elsewhere; for a non-resident, insured here. */
    public boolean addressException(int p) {
        return bit(p, ADDRESS_EXCEPTION);
    }

    public void setAddressException(int p, boolean on) {
        setBit(p, ADDRESS_EXCEPTION, on);
    }

    /** Was a dependant in an employees' health insurance until 75 (被扶養者であった者). */
    public boolean formerDependant(int p) {
        return bit(p, DEPENDANT_BEFORE);
    }

    void setFormerDependant(int p) {
        setBit(p, DEPENDANT_BEFORE, true);
    }

    private boolean bit(int p, int mask) {
        return (bits[p] & mask) != 0;
    }

    private void setBit(int p, int mask, boolean on) {
        bits[p] = (byte) (on ? bits[p] | mask : bits[p] & ~mask);
    }
}
