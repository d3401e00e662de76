package org.machi.law.premium;

import java.util.ArrayList;
import java.util.List;

/**
 * The household on the day on which the reduction is judged: April 1, or the day of acquisition in
 * mid-year. Fill it with {@link #add()}; for bulk runs {@link #clear()} and fill it again, the
 * members are kept.
 */
public final class Household {
    private final List<Member> members = new ArrayList<>();
    private int size;

    /** A fresh member to fill. */
    public Member add() {
        if (size == members.size()) {
            members.add(new Member());
        }
        return members.get(size++).reset();
    }

    public int size() {
        return size;
    }

    /** Members in the order in which they were added, from 0. */
    public Member member(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return members.get(index);
    }

    public Household clear() {
        size = 0;
        return this;
    }
}
