package org.machi.world.events;

/** Events on the resident record, with the code of 異動事由コード. */
public enum EventKind {
    MOVED_IN("01"),
    BORN("02"),
    MOVED_INSIDE("03"),
    MOVED_OUT("04"),
    DIED("05"),
    HOUSEHOLD_CHANGED("09"),
    RENAMED("10"),
    STAY_CHANGED("13"),
    PROTECTION("14"),
    HEAD_CHANGED("21"),
    RELATION_CHANGED("22");

    private final String code;

    EventKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
