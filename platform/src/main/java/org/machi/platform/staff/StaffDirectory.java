package org.machi.platform.staff;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The directory of offices (課), staff (職員) and duty grants (権限付与). */
public final class StaffDirectory {
    private final JdbcClient db;
    private final PasswordEncoder passwords;
    private final Duties duties;

    public StaffDirectory(JdbcClient db, PasswordEncoder passwords, Duties duties) {
        this.db = db;
        this.passwords = passwords;
        this.duties = duties;
    }

    /** A line of the directory as the page of staff shows it. */
    public record Member(
            String staffNo,
            String name,
            String office,
            LocalDate since,
            @Nullable LocalDate until,
            boolean locked,
            boolean mustChangePassword,
            List<String> duties) {}

    /**
     * One grant of a duty with its first day, the first day without it if it has an end, and
     * whether it was revoked.
     */
    public record Grant(
            String duty,
            LocalDate since,
            @Nullable LocalDate until,
            String grantedBy,
            @Nullable String revokedBy) {}

    /**
     * A member of staff who is in office on a day, with the duties of that day; of another
     * organisation only at one of its registered terminals, and only who holds the number still.
     */
    public Optional<Clerk> clerk(SignedIn signedIn, LocalDate on) {
        return db.sql(
                        """
                        SELECT s.staff_no, s.name, o.name AS office, s.must_change_password, s.site,
                               ARRAY(SELECT g.duty FROM staff.duty_grant g
                                     WHERE g.staff_no = s.staff_no AND g.valid @> :on::date
                                       AND g.revoked_at IS NULL) AS duties
                        FROM staff.member s JOIN staff.office o USING (office_code)
                        WHERE s.staff_no = :staffNo AND s.employed @> :on::date AND s.holder = :holder
                          AND (s.site IS NULL OR EXISTS (
                                   SELECT FROM staff.terminal t
                                   WHERE t.name = :terminal AND t.site = s.site
                                     AND t.retired_at IS NULL AND t.valid @> :on::date))
                        """)
                .param("staffNo", signedIn.staffNo())
                .param("holder", signedIn.holder())
                .param("terminal", signedIn.terminal())
                .param("on", on)
                .query((row, _) ->
                        new Clerk(
                                row.getString("staff_no"),
                                row.getString("name"),
                                row.getString("office"),
                                Set.of((String[]) row.getArray("duties").getArray()),
                                signedIn.terminal(),
                                row.getBoolean("must_change_password"),
                                row.getString("site")))
                .optional();
    }

    /** Enters an office or renames it. */
    public void office(String officeCode, String name) {
        db.sql(
                        """
                        INSERT INTO staff.office (office_code, name) VALUES (:code, :name)
                        ON CONFLICT (office_code) DO UPDATE SET name = excluded.name
                        """)
                .param("code", officeCode)
                .param("name", name)
                .update();
    }

    /**
     * Enters a member of staff with an initial password that must be changed at the first sign-in.
     * A number that exists is left as it is: its password belongs to its holder.
     *
     * @return false when the number exists
     */
    public boolean enter(
            String staffNo, String name, String officeCode, LocalDate since, String initial) {
        return db.sql(
                                """
                                INSERT INTO staff.member
                                    (staff_no, name, office_code, employed, password_hash, must_change_password)
                                VALUES (:staffNo, :name, :office, daterange(:since::date, NULL), :hash, true)
                                ON CONFLICT (staff_no) DO NOTHING
                                """)
                        .param("staffNo", staffNo)
                        .param("name", name)
                        .param("office", officeCode)
                        .param("since", since)
                        .param("hash", passwords.encode(initial))
                        .update()
                == 1;
    }

    /** Whether anybody has or had this number. */
    boolean has(String staffNo) {
        return db.sql("SELECT EXISTS (SELECT FROM staff.member WHERE staff_no = :staffNo)")
                .param("staffNo", staffNo)
                .query(Boolean.class)
                .single();
    }

    /**
     * Grants duties from a day on, without end; a grant that is in force already stays as it is.
     */
    public void grant(String staffNo, List<String> granted, LocalDate since, String grantedBy) {
        for (String duty : granted) {
            if (!duties.knows(duty)) {
                throw new IllegalArgumentException("no such duty: " + duty);
            }
            db.sql(
                            """
                            INSERT INTO staff.duty_grant (staff_no, duty, valid, granted_by)
                            SELECT :staffNo, :duty, daterange(:since::date, NULL), :by
                            WHERE NOT EXISTS (
                                SELECT FROM staff.duty_grant
                                WHERE staff_no = :staffNo AND duty = :duty AND revoked_at IS NULL
                                  AND valid && daterange(:since::date, NULL))
                            """)
                    .param("staffNo", staffNo)
                    .param("duty", duty)
                    .param("since", since)
                    .param("by", grantedBy)
                    .update();
        }
    }

    /** Takes a duty away at once; the grant stays on record with who took it away and when. */
    public void revoke(String staffNo, String duty, String revokedBy) {
        db.sql(
                        """
                        UPDATE staff.duty_grant SET revoked_at = now(), revoked_by = :by
                        WHERE staff_no = :staffNo AND duty = :duty AND revoked_at IS NULL
                        """)
                .param("staffNo", staffNo)
                .param("duty", duty)
                .param("by", revokedBy)
                .update();
    }

    /** Ends the service of a member of staff; the given day is the first one outside the office. */
    public void retire(String staffNo, LocalDate until) {
        db.sql(
                        """
                        UPDATE staff.member SET employed = daterange(lower(employed), :until::date)
                        WHERE staff_no = :staffNo
                        """)
                .param("staffNo", staffNo)
                .param("until", until)
                .update();
    }

    /** Sets the password that the holder has chosen. */
    void password(String staffNo, String chosen) {
        db.sql(
                        """
                        UPDATE staff.member
                        SET password_hash = :hash, must_change_password = false, failed_count = 0,
                            locked_until = NULL, password_changed_at = now()
                        WHERE staff_no = :staffNo
                        """)
                .param("hash", passwords.encode(chosen))
                .param("staffNo", staffNo)
                .update();
    }

    boolean matches(String staffNo, String password) {
        return db.sql("SELECT password_hash FROM staff.member WHERE staff_no = :staffNo")
                .param("staffNo", staffNo)
                .query(String.class)
                .optional()
                .map(hash -> passwords.matches(password, hash))
                .orElse(false);
    }

    /** Lifts a lock-out before its time. */
    public void unlock(String staffNo) {
        db.sql(
                        """
                        UPDATE staff.member SET failed_count = 0, locked_until = NULL
                        WHERE staff_no = :staffNo
                        """)
                .param("staffNo", staffNo)
                .update();
    }

    public List<Member> members(LocalDate on) {
        return db.sql(
                        """
                        SELECT s.staff_no, s.name, o.name AS office, lower(s.employed) AS since,
                               upper(s.employed) AS until, s.locked_until > now() AS locked,
                               s.must_change_password,
                               ARRAY(SELECT g.duty FROM staff.duty_grant g
                                     WHERE g.staff_no = s.staff_no AND g.valid @> :on::date
                                       AND g.revoked_at IS NULL
                                     ORDER BY g.duty) AS duties
                        FROM staff.member s JOIN staff.office o USING (office_code)
                        ORDER BY o.office_code, s.staff_no
                        """)
                .param("on", on)
                .query((row, _) ->
                        new Member(
                                row.getString("staff_no"),
                                row.getString("name"),
                                row.getString("office"),
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class),
                                row.getBoolean("locked"),
                                row.getBoolean("must_change_password"),
                                List.of((String[]) row.getArray("duties").getArray())))
                .list();
    }

    /** Every grant that a member of staff has or had, the newest first. */
    public List<Grant> grants(String staffNo) {
        return db.sql(
                        """
                        SELECT duty, lower(valid) AS since, upper(valid) AS until, granted_by,
                               revoked_by
                        FROM staff.duty_grant WHERE staff_no = :staffNo
                        ORDER BY lower(valid) DESC, duty
                        """)
                .param("staffNo", staffNo)
                .query((row, _) ->
                        new Grant(
                                row.getString("duty"),
                                row.getObject("since", LocalDate.class),
                                row.getObject("until", LocalDate.class),
                                row.getString("granted_by"),
                                row.getString("revoked_by")))
                .list();
    }
}
