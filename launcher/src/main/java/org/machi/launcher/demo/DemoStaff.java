package org.machi.launcher.demo;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import org.machi.platform.Organisation;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;

/** Demo staff with their first passwords; each must choose an own one at the first sign-in. */
public final class DemoStaff {

    /**
     * The first password of every demo account; it opens nothing but the page where it is changed.
     */
    public static final String FIRST_PASSWORD = "machi-demo-2026";

    /** Sits at the counter. */
    static final String CLERK = "1001";

    /** Confirms what the first one enters. */
    static final String SECOND_CLERK = "1002";

    /** Answers people who come or call, and meets the stop of those under 支援措置. */
    static final String COUNTER = "1003";

    /** What the counter leaves to those responsible: protected people, releases, staff. */
    private static final List<String> OF_THE_RESPONSIBLE =
            List.of(
                    "people.protected",
                    "people.suppress.keep",
                    "people.release",
                    "people.lock.take",
                    "people.number",
                    "staff.",
                    "terminals.");

    /** Duties at the union's 窓口端末, which only the cities' staff hold. */
    private static final String OF_CITIES = "window.";

    private static final LocalDate SINCE = LocalDate.of(2020, 4, 1);

    private DemoStaff() {}

    /** Enters the staff of an organisation; those who are there already stay as they are. */
    static void enter(Organisation organisation) {
        StaffDirectory directory = organisation.get(StaffDirectory.class);
        List<String> all =
                organisation.get(Duties.class).all().stream()
                        .map(Duty::code)
                        .filter(code -> !code.startsWith(OF_CITIES))
                        .toList();
        directory.office("K01", "後期高齢者医療係");
        directory.office("S01", "情報システム係");
        enter(directory, CLERK, "窓口 花子", "K01", all);
        enter(directory, SECOND_CLERK, "確認 三郎", "K01", all);
        enter(
                directory,
                COUNTER,
                "応対 四郎",
                "K01",
                all.stream()
                        .filter(duty -> OF_THE_RESPONSIBLE.stream().noneMatch(duty::startsWith))
                        .toList());
        enter(
                directory,
                "9001",
                "監査 次郎",
                "S01",
                List.of(Duties.CONSOLE, Duties.AUDIT_LOOK, Duties.FILES_LOOK, Duties.JOBS_LOOK));
    }

    private static void enter(
            StaffDirectory directory,
            String number,
            String name,
            String office,
            List<String> duties) {
        if (directory.enter(number, name, office, SINCE, FIRST_PASSWORD)) {
            directory.grant(number, duties, SINCE, "demo");
        }
    }

    /** Prints how one signs in. */
    public static void announce(PrintStream out) {
        out.println(
                "  職員番号 1001（担当）、1002（確認）、1003（応対。支援措置の権限なし）、9001（監査）  初期パスワード "
                        + FIRST_PASSWORD
                        + "（最初のサインインで変更）");
        out.println(
                "  窓口端末（市の職員が使う広域連合の画面）  1001で広域連合の /terminals を開いて登録コードを発行し、別のブラウザで /terminal/enrolment に入力、ID w（市コード）-01・-02、同じ初期パスワード");
    }
}
