package org.machi.platform.audit;

/**
 * Who acts: a person at a terminal with a duty, or the timetable.
 *
 * @param staff 職員番号
 * @param terminal 端末番号
 * @param office 所属
 * @param duty 職務 under which the person acts
 */
public record Actor(String staff, String terminal, String office, String duty) {

    private static final Actor TIMETABLE = new Actor("自動運用", "サーバー", "運用", "定時処理");

    /** The timetable acts when nobody pressed a button. */
    public static Actor timetable() {
        return TIMETABLE;
    }

    /** The same office and duty for another person and terminal. */
    public Actor as(String otherStaff, String otherTerminal) {
        return new Actor(otherStaff, otherTerminal, office, duty);
    }
}
