package org.machi.platform.staff;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 操作者 the member of staff behind the present request, read anew for each request so that a right
 * that was taken away is gone with the next click.
 *
 * @param staffNo 職員番号
 * @param name 氏名
 * @param office 課の名称
 * @param duties codes of the duties that are valid on the business date
 * @param terminal 端末, or 未登録端末 with its address
 * @param mustChangePassword true until an initial password has been replaced
 * @param site 団体コード of the other organisation to which the clerk belongs; null for the own staff
 */
public record Clerk(
        String staffNo,
        String name,
        String office,
        Set<String> duties,
        String terminal,
        boolean mustChangePassword,
        @Nullable String site) {
    public Clerk {
        duties = Set.copyOf(duties);
    }

    /** One of the own staff. */
    public Clerk(
            String staffNo,
            String name,
            String office,
            Set<String> duties,
            String terminal,
            boolean mustChangePassword) {
        this(staffNo, name, office, duties, terminal, mustChangePassword, null);
    }

    public boolean may(String duty) {
        return duty.equals(Duties.CONSOLE) || duties.contains(duty);
    }
}
