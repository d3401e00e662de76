package org.machi.world.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists of surnames, given names by sex and era of birth, and foreigners' names. */
public final class Names {
    private static final List<String[]> SURNAMES = Tables.rows("surnames.tsv");
    private static final int[] SURNAME_WEIGHTS =
            SURNAMES.stream().mapToInt(row -> Integer.parseInt(row[2])).toArray();
    private static final List<String[]> GIVEN = Tables.rows("given-names.tsv");
    private static final Map<String, int[]> GIVEN_BY_ERA = givenByEra();
    private static final List<String[]> FOREIGN = Tables.rows("foreign-names.tsv");
    private static final int[] ERAS = {1995, 1970, 1946, 1900};

    private Names() {}

    private static Map<String, int[]> givenByEra() {
        Map<String, List<Integer>> lists = new HashMap<>();
        for (int i = 0; i < GIVEN.size(); i++) {
            String[] row = GIVEN.get(i);
            lists.computeIfAbsent(row[0] + row[1], key -> new ArrayList<>()).add(i);
        }
        Map<String, int[]> arrays = new HashMap<>();
        lists.forEach((key, list) ->
                arrays.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }

    static int drawSurname(Dice dice) {
        return dice.weighted(SURNAME_WEIGHTS);
    }

    static int drawGiven(Dice dice, int sex, int birthYear) {
        int era = 1900;
        for (int start : ERAS) {
            if (birthYear >= start) {
                era = start;
                break;
            }
        }
        int[] list = GIVEN_BY_ERA.get(sex + "" + era);
        if (list == null) {
            throw new IllegalStateException("no given names for " + sex + " " + era);
        }
        return list[dice.below(list.length)];
    }

    /** Index of a foreigner's name of this sex; older people are long-term residents. */
    static int drawForeign(Dice dice, int sex, int age) {
        while (true) {
            int i = dice.below(age >= 65 ? 10 : FOREIGN.size());
            if (FOREIGN.get(i)[2].equals(Integer.toString(sex))) {
                return i;
            }
        }
    }

    static NameForms japanese(int surname, int given) {
        String[] s = SURNAMES.get(surname);
        String[] g = GIVEN.get(given);
        return new NameForms(s[0] + "　" + g[2], s[1] + "　" + g[3], "", "", "", "");
    }

    static NameForms foreign(int index) {
        String[] f = FOREIGN.get(index);
        String kanji = f[3].replace(' ', '　');
        return new NameForms(
                kanji.isEmpty() ? f[0] : kanji,
                f[1].replace(' ', '　'),
                f[4].replace(' ', '　'),
                f[5].replace(' ', '　'),
                f[0],
                kanji);
    }

    /** 国籍・地域. */
    static String nationality(int foreignIndex) {
        return FOREIGN.get(foreignIndex)[6];
    }

    /** 在留資格. */
    static String residenceStatus(int foreignIndex) {
        return FOREIGN.get(foreignIndex)[7];
    }
}
