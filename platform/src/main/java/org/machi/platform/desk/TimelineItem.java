package org.machi.platform.desk;

/**
 * One event of {@code platform/parts :: timeline}.
 *
 * @param when as people read it
 * @param what one line
 * @param more who, why, amounts; may be empty
 * @param path page of the event, or empty
 * @param tone empty, {@code quiet} or {@code bad}
 */
public record TimelineItem(String when, String what, String more, String path, String tone) {
    public static TimelineItem of(String when, String what) {
        return new TimelineItem(when, what, "", "", "");
    }
}
