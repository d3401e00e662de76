package org.machi.platform.staff;

import java.util.Set;

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
 */
public record Clerk(
        String staffNo,
        String name,
        String office,
        Set<String> duties,
        String terminal,
        boolean mustChangePassword) {
    public Clerk {
        duties = Set.copyOf(duties);
    }

    public boolean may(String duty) {
        return duty.equals(Duties.CONSOLE) || duties.contains(duty);
    }
}
