package org.machi.world.events;

import java.util.HashMap;
import java.util.Map;
import org.machi.world.people.Income;
import org.machi.world.people.Incomes;
import org.machi.world.people.Population;

/** Everyone's incomes by levy year, as corrected so far. */
public final class TaxBook {
    private final Population people;
    private final Map<Long, Income> corrected = new HashMap<>();

    TaxBook(Population people) {
        this.people = people;
    }

    /**
     * @param levyYear 相当年度
     */
    public Income of(int p, int levyYear) {
        Income changed = corrected.get(key(p, levyYear));
        return changed == null ? Incomes.of(people, p, levyYear) : changed;
    }

    void correct(int p, int levyYear, Income income) {
        corrected.put(key(p, levyYear), income);
    }

    private static long key(int p, int levyYear) {
        return ((long) levyYear << 32) | p;
    }
}
