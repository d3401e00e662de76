package org.machi.calculators.premium;

import java.util.Arrays;
import java.util.Optional;

/**
 * The items of a person's facts beside those of 税情報 ({@link org.machi.law.premium.TaxItem}). Each
 * may be written by its Japanese or by its English name.
 */
public enum FactItem {
    /** Which rows belong together; without it a file is one household. */
    HOUSEHOLD("世帯", "household"),
    UNION("広域連合", "union"),
    LEVY_YEAR("相当年度", "levyYear"),
    NAME("氏名", "name"),
    BIRTH("生年月日", "birth"),
    HEAD("世帯主", "head"),
    ACQUIRED("資格取得日", "acquiredOn"),
    LOST("資格喪失日", "lostOn"),
    DEPENDANT_SINCE("元被扶養者の資格取得日", "formerDependantSince"),
    DISABILITY("障害認定", "disability"),
    DECLARATION("申告", "declaration"),
    RELIEF("減免額（医療分）", "reliefMedical"),
    RELIEF_CHILD("減免額（子ども分）", "reliefChild");

    private final String japanese;
    private final String english;

    FactItem(String japanese, String english) {
        this.japanese = japanese;
        this.english = english;
    }

    public String japanese() {
        return japanese;
    }

    public String english() {
        return english;
    }

    static Optional<FactItem> named(String name) {
        return Arrays.stream(values())
                .filter(item -> item.japanese.equals(name) || item.english.equals(name))
                .findFirst();
    }
}
