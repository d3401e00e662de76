package org.machi.law.eligibility;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.machi.law.LegalBasis;
import org.machi.law.parameter.UnionCode;

/** Days of acquisition (資格取得日) and loss (資格喪失日). */
public final class EligibilityDates {
    /** Full age of the system. */
    public static final int AGE = 75;

    /** From this age a recognised disability gives the right to be insured. */
    public static final int DISABILITY_AGE = 65;

    private static final LocalDate TAKEN_OVER_FROM = LocalDate.of(2018, 4, 1);

    private EligibilityDates() {}

    /**
     * The 75th birthday itself, not the day before. Born on February 29: March 1 in a year without
     * that day, because the birthday itself does not come before it.
     */
    @LegalBasis({"法50条1号", "法52条1号"})
    public static LocalDate turns75(LocalDate birth) {
        return birthday(birth, AGE);
    }

    /** Whether a person of this birth date is 75 or over on a day. */
    @LegalBasis("法50条1号")
    public static boolean isOfAge(LocalDate birth, LocalDate day) {
        return !turns75(birth).isAfter(day);
    }

    /**
     * Moving in from outside the union's area: the day itself, when the person is of age; otherwise
     * the 75th birthday.
     */
    @LegalBasis({"法50条", "法52条2号"})
    public static LocalDate acquiredByMovingIn(LocalDate birth, LocalDate movedInOn) {
        LocalDate ofAge = turns75(birth);
        return movedInOn.isBefore(ofAge) ? ofAge : movedInOn;
    }

    /** The day of the union's recognition, not before the 65th birthday. */
    @LegalBasis({"法50条2号", "法52条3号"})
    public static LocalDate acquiredByDisability(LocalDate birth, LocalDate recognisedOn) {
        LocalDate ofAge = birthday(birth, DISABILITY_AGE);
        return recognisedOn.isBefore(ofAge) ? ofAge : recognisedOn;
    }

    /** End of public assistance: the day on which it ends, when the person is of age. */
    @LegalBasis({"法51条1号", "法52条"})
    public static LocalDate acquiredByEndOfAssistance(LocalDate birth, LocalDate endedOn) {
        return acquiredByMovingIn(birth, endedOn);
    }

    /** The day after death. */
    @LegalBasis("法53条")
    public static LocalDate lostByDeath(LocalDate diedOn) {
        return diedOn.plusDays(1);
    }

    /**
     * Moving out of the area: the day after; the day itself when an address in another union's area
     * begins on that day.
     *
     * @param newAddressFrom first day of the address in another union's area, or null
     */
    @LegalBasis("法53条")
    public static LocalDate lostByMovingOut(
            LocalDate movedOutOn, @Nullable LocalDate newAddressFrom) {
        return movedOutOn.equals(newAddressFrom) ? movedOutOn : movedOutOn.plusDays(1);
    }

    /** Public assistance: its first day. */
    @LegalBasis({"法51条1号", "法53条"})
    public static LocalDate lostByPublicAssistance(LocalDate startedOn) {
        return startedOn;
    }

    /**
     * Disability no longer recognised, or the application withdrawn: the day after, never later
     * than the 75th birthday.
     */
    @LegalBasis("法53条")
    public static LocalDate lostByEndOfDisability(LocalDate endedOn) {
        return endedOn.plusDays(1);
    }

    /**
     * 住所地特例: who moves into a home (施設・病院) in another union's area stays insured by the union that
     * insures until then, from one home to the next too; any other move changes the union.
     */
    @LegalBasis({"法55条1項", "法55条2項"})
    public static UnionCode insurerAfterMoving(
            UnionCode insuring, UnionCode newAddress, boolean intoHome) {
        return intoHome ? insuring : newAddress;
    }

    /**
     * 75歳到達時の住所地特例の引継ぎ: who came under 国保's exception and turns 75 in the home is insured by the
     * union of the former address from the birthday on (since 2018-04-01).
     */
    @LegalBasis("法55条の2")
    public static boolean takesOverException(boolean nationalHealthException, LocalDate turns75On) {
        return nationalHealthException && !turns75On.isBefore(TAKEN_OVER_FROM);
    }

    private static LocalDate birthday(LocalDate birth, int age) {
        LocalDate day = birth.plusYears(age);
        boolean leapDayMissing = birth.getDayOfMonth() != day.getDayOfMonth();
        return leapDayMissing ? day.plusDays(1) : day;
    }
}
