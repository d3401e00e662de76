package org.machi.platform.staff;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sign-in with 職員番号 and password. Whatever is wrong (number, password, lock-out, not in office),
 * the answer is the same and takes as long, so that nobody learns which numbers exist; the audit
 * log tells them apart.
 */
public final class SignIn implements AuthenticationProvider {
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final PasswordEncoder passwords;
    private final LockOut lockOut;
    private final BusinessDate businessDate;
    private final Trail trail;
    private final String nobodysHash;

    /** What sign-in reads from the directory. */
    private record Known(String hash, boolean employed, boolean locked, int failed) {}

    public SignIn(
            JdbcClient db,
            TransactionTemplate transaction,
            PasswordEncoder passwords,
            LockOut lockOut,
            BusinessDate businessDate,
            Trail trail) {
        this.db = db;
        this.transaction = transaction;
        this.passwords = passwords;
        this.lockOut = lockOut;
        this.businessDate = businessDate;
        this.trail = trail;
        this.nobodysHash = passwords.encode("nobody");
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String staffNo = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        String terminal = String.valueOf(asked.getDetails());
        boolean in =
                Boolean.TRUE.equals(
                        transaction.execute(
                                _ -> decide(new SignedIn(staffNo, terminal), password)));
        if (!in) {
            throw new BadCredentialsException("sign-in refused");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(staffNo, terminal), null, List.of());
    }

    private boolean decide(SignedIn who, String password) {
        Optional<Known> known = known(who.staffNo());
        boolean matches = passwords.matches(password, known.map(Known::hash).orElse(nobodysHash));
        @Nullable String refusal = refusal(known, matches);
        if (refusal == null) {
            db.sql(
                            """
                            UPDATE staff.member
                            SET failed_count = 0, locked_until = NULL, signed_in_at = now()
                            WHERE staff_no = :staffNo
                            """)
                    .param("staffNo", who.staffNo())
                    .update();
            trail.signedIn(who);
            return true;
        }
        if (!matches) {
            countFailure(who.staffNo());
        }
        trail.signInRefused(who, refusal);
        return false;
    }

    /**
     * Holds the row until the end of the transaction, so that parallel guesses are counted one
     * after the other.
     */
    private Optional<Known> known(String staffNo) {
        return db.sql(
                        """
                        SELECT password_hash, employed @> :on::date AS employed,
                               coalesce(locked_until > now(), false) AS locked, failed_count
                        FROM staff.member WHERE staff_no = :staffNo FOR UPDATE
                        """)
                .param("staffNo", staffNo)
                .param("on", businessDate.today())
                .query((row, _) ->
                        new Known(
                                row.getString("password_hash"),
                                row.getBoolean("employed"),
                                row.getBoolean("locked"),
                                row.getInt("failed_count")))
                .optional();
    }

    private static @Nullable String refusal(Optional<Known> known, boolean matches) {
        if (known.isEmpty()) {
            return "職員番号なし";
        }
        if (known.get().locked()) {
            return "ロック中";
        }
        if (!matches) {
            return "パスワード相違(" + (known.get().failed() + 1) + "回目)";
        }
        return known.get().employed() ? null : "在職期間外";
    }

    /** A failure after a lock-out has ended starts a new count. */
    private void countFailure(String staffNo) {
        db.sql(
                        """
                        UPDATE staff.member
                        SET failed_count = CASE WHEN locked_until <= now() THEN 1 ELSE failed_count + 1 END,
                            locked_until = CASE
                                WHEN locked_until > now() THEN locked_until
                                WHEN locked_until IS NULL AND failed_count + 1 >= :limit
                                    THEN now() + make_interval(secs => :seconds)
                                WHEN locked_until <= now() AND 1 >= :limit
                                    THEN now() + make_interval(secs => :seconds)
                                ELSE NULL END
                        WHERE staff_no = :staffNo
                        """)
                .param("limit", lockOut.failures())
                .param("seconds", lockOut.closed().toSeconds())
                .param("staffNo", staffNo)
                .update();
    }
}
