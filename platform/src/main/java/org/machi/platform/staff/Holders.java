package org.machi.platform.staff;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * 使用者: who holds a user id of another organisation. An id outlives its holders; each change of
 * hands sets a 仮パスワード that opens nothing but its own change, takes all duties away and ends the
 * sessions of the one before.
 */
public final class Holders {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;

    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final StaffDirectory directory;
    private final SecureRandom random = new SecureRandom();

    Holders(JdbcClient db, PasswordEncoder passwords, StaffDirectory directory) {
        this.db = db;
        this.passwords = passwords;
        this.directory = directory;
    }

    /**
     * Somebody who uses an id.
     *
     * @param site 団体コード of the organisation to which the holder belongs
     * @param office code of the holder's office in the directory
     * @param duties what the holder may do
     */
    public record Holder(String name, String site, String office, List<String> duties) {}

    /** A password that nobody chose, shown once; the directory keeps its hash only. */
    private String temporary() {
        StringBuilder password = new StringBuilder();
        for (int n = 0; n < LENGTH; n++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /**
     * A new id with its first holder.
     *
     * @return the 仮パスワード
     */
    public String first(String id, Holder holder, LocalDate since, String by) {
        String password = temporary();
        if (!directory.enter(id, holder.name(), holder.office(), since, password)) {
            throw new IllegalStateException("the id exists: " + id);
        }
        db.sql("UPDATE staff.member SET site = :site WHERE staff_no = :id")
                .param("site", holder.site())
                .param("id", id)
                .update();
        directory.grant(id, holder.duties(), since, by);
        return password;
    }

    /**
     * The id goes to another holder, from now on.
     *
     * @return the 仮パスワード
     */
    public String next(String id, Holder holder, LocalDate since, String by) {
        db.sql(
                        """
                        UPDATE staff.duty_grant SET revoked_at = now(), revoked_by = :by
                         WHERE staff_no = :id AND revoked_at IS NULL
                        """)
                .param("by", by)
                .param("id", id)
                .update();
        db.sql("UPDATE staff.member SET name = :name, office_code = :office WHERE staff_no = :id")
                .param("name", holder.name())
                .param("office", holder.office())
                .param("id", id)
                .update();
        directory.grant(id, holder.duties(), since, by);
        return again(id);
    }

    /**
     * 仮パスワードの再発行 for the same holder; open sessions end.
     *
     * @return the 仮パスワード
     */
    public String again(String id) {
        String password = temporary();
        int changed =
                db.sql(
                                """
                                UPDATE staff.member
                                   SET password_hash = :hash, must_change_password = true, failed_count = 0,
                                       locked_until = NULL, holder = holder + 1, signed_in_at = NULL
                                 WHERE staff_no = :id AND site IS NOT NULL
                                """)
                        .param("hash", passwords.encode(password))
                        .param("id", id)
                        .update();
        if (changed == 0) {
            throw new IllegalStateException("no id of another organisation: " + id);
        }
        return password;
    }

    /**
     * Ends an id; the given day is the first one without it, an id that has not begun ends at once.
     */
    public void end(String id, LocalDate day) {
        db.sql(
                        """
                        UPDATE staff.member
                           SET employed = daterange(least(lower(employed), :day::date - 1), :day::date),
                               holder = holder + 1
                         WHERE staff_no = :id
                        """)
                .param("day", day)
                .param("id", id)
                .update();
    }
}
