package org.machi.platform.audit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody did or tried to do.
 *
 * @param purpose 利用目的 or reason
 * @param action what was done, such as 照会, 更新, 印刷, 出力
 * @param object what it was done to: a page, a file, a job
 * @param personNo 宛名番号 of the person whose data it concerns; null when it concerns nobody or many
 * @param businessDate null for the office's current business date
 */
public record Deed(
        Actor actor,
        String purpose,
        String action,
        String object,
        @Nullable Long personNo,
        String detail,
        Result result,
        @Nullable LocalDate businessDate) {

    /** How it ended. */
    public enum Result {
        DONE,
        REFUSED,
        FAILED
    }

    public static Deed of(Actor actor, String purpose, String action, String object) {
        return new Deed(actor, purpose, action, object, null, "", Result.DONE, null);
    }

    public Deed aboutPerson(long person) {
        return new Deed(actor, purpose, action, object, person, detail, result, businessDate);
    }

    public Deed withDetail(String text) {
        return new Deed(actor, purpose, action, object, personNo, text, result, businessDate);
    }

    public Deed on(LocalDate day) {
        return new Deed(actor, purpose, action, object, personNo, detail, result, day);
    }

    public Deed refused() {
        return new Deed(
                actor, purpose, action, object, personNo, detail, Result.REFUSED, businessDate);
    }

    public Deed failed() {
        return new Deed(
                actor, purpose, action, object, personNo, detail, Result.FAILED, businessDate);
    }
}
