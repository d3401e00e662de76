package org.machi.law;

import java.time.LocalDate;

/**
 * Japanese eras from Meiji on, with the first day of each (Gregorian; days before 1873 are
 * conversions).
 */
public enum Era {
    MEIJI("明治", 'M', LocalDate.of(1868, 1, 25)),
    TAISHO("大正", 'T', LocalDate.of(1912, 7, 30)),
    SHOWA("昭和", 'S', LocalDate.of(1926, 12, 25)),
    HEISEI("平成", 'H', LocalDate.of(1989, 1, 8)),
    REIWA("令和", 'R', LocalDate.of(2019, 5, 1));

    private static final Era[] ALL = values();

    private final String japanese;
    private final char letter;
    private final LocalDate start;

    Era(String japanese, char letter, LocalDate start) {
        this.japanese = japanese;
        this.letter = letter;
        this.start = start;
    }

    /** The era of a day; days before Meiji are refused. */
    public static Era of(LocalDate day) {
        for (int i = ALL.length - 1; i >= 0; i--) {
            if (!day.isBefore(ALL[i].start)) {
                return ALL[i];
            }
        }
        throw new LawException("明治より前の日付です: " + day);
    }

    static Era ofLetter(char letter) {
        for (Era era : ALL) {
            if (era.letter == letter) {
                return era;
            }
        }
        throw new LawException("元号の略号ではありません: " + letter);
    }

    public String japanese() {
        return japanese;
    }

    /** M, T, S, H or R. */
    public char letter() {
        return letter;
    }

    public LocalDate start() {
        return start;
    }

    /** The number of this era's year that falls into a Gregorian year, from 1. */
    public int yearOf(int gregorianYear) {
        return gregorianYear - start.getYear() + 1;
    }

    String yearText(int gregorianYear) {
        int year = yearOf(gregorianYear);
        return year == 1 ? "元" : Integer.toString(year);
    }
}
