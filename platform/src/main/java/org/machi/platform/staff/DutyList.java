package org.machi.platform.staff;

import java.util.List;

/**
 * The duties that one feature brings. An application extends the registry by declaring a bean of
 * this type; what no list names can neither be required nor granted.
 */
public record DutyList(List<Duty> duties) {
    public DutyList {
        duties = List.copyOf(duties);
    }

    public static DutyList of(Duty... duties) {
        return new DutyList(List.of(duties));
    }
}
