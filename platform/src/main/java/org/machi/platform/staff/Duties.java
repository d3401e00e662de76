package org.machi.platform.staff;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registry of all duties of one application, in the order in which the features bring them. */
public final class Duties {
    /** 画面の利用: held by everyone who may sign in; covers the pages that show nobody's data. */
    public static final String CONSOLE = "console";

    public static final String JOBS_LOOK = "jobs.look";
    public static final String JOBS_RUN = "jobs.run";
    public static final String FILES_LOOK = "files.look";
    public static final String FILES_ROWS = "files.rows";
    public static final String FILES_EXPORT = "files.export";
    public static final String FILES_DECIDE = "files.decide";
    public static final String AUDIT_LOOK = "audit.look";
    public static final String STAFF_MANAGE = "staff.manage";
    public static final String TERMINALS_REGISTER = "terminals.register";

    /** What every application has, whatever its features. */
    public static final DutyList COMMON =
            DutyList.of(
                    new Duty(CONSOLE, "画面の利用"),
                    new Duty(JOBS_LOOK, "処理の照会"),
                    new Duty(JOBS_RUN, "処理の実行"),
                    new Duty(FILES_LOOK, "ファイルの照会"),
                    new Duty(FILES_ROWS, "ファイル内容の閲覧"),
                    new Duty(FILES_EXPORT, "エラー一覧の出力"),
                    new Duty(FILES_DECIDE, "拒否・保留ファイルの処理"),
                    new Duty(AUDIT_LOOK, "監査記録の照会"),
                    new Duty(STAFF_MANAGE, "職員と権限の管理"),
                    new Duty(TERMINALS_REGISTER, "端末の登録"));

    private final Map<String, Duty> byCode = new LinkedHashMap<>();

    public Duties(Collection<DutyList> lists) {
        for (DutyList list : lists) {
            for (Duty duty : list.duties()) {
                Duty other = byCode.putIfAbsent(duty.code(), duty);
                if (other != null && !other.equals(duty)) {
                    throw new IllegalStateException("two duties with the code " + duty.code());
                }
            }
        }
    }

    public boolean knows(String code) {
        return byCode.containsKey(code);
    }

    /**
     * The Japanese name, or the code itself for a duty of an earlier version that is no longer
     * listed.
     */
    public String nameOf(String code) {
        @Nullable Duty duty = byCode.get(code);
        return duty == null ? code : duty.name();
    }

    public List<Duty> all() {
        return List.copyOf(byCode.values());
    }
}
