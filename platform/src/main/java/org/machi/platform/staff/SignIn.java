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
    private record Known(
            String hash,
            boolean employed,
            boolean locked,
            int failed,
            boolean atPlace,
            int holder) {}

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
        Optional<SignedIn> in = transaction.execute(_ -> decide(staffNo, terminal, password));
        if (in == null || in.isEmpty()) {
            throw new BadCredentialsException("sign-in refused");
        }
        return UsernamePasswordAuthenticationToken.authenticated(in.get(), null, List.of());
    }

    private Optional<SignedIn> decide(String staffNo, String terminal, String password) {
        Optional<Known> known = known(staffNo, terminal);
        SignedIn who = new SignedIn(staffNo, terminal, known.map(Known::holder).orElse(0));
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
            return Optional.of(who);
        }
        if (!matches) {
            countFailure(who.staffNo());
        }
        trail.signInRefused(who, refusal);
        return Optional.empty();
    }

    /**
     * Holds the row until the end of the transaction, so that parallel guesses are counted one
     * after the other.
     */
    private Optional<Known> known(String staffNo, String terminal) {
        return db.sql(
                        """
                        SELECT password_hash, employed @> :on::date AS employed,
                               coalesce(locked_until > now(), false) AS locked, failed_count, holder,
                               site IS NULL OR EXISTS (
                                   SELECT FROM staff.terminal t
                                   WHERE t.name = :terminal AND t.site = member.site
                                     AND t.retired_at IS NULL AND t.valid @> :on::date) AS at_place
                        FROM staff.member WHERE staff_no = :staffNo FOR UPDATE
                        """)
                .param("staffNo", staffNo)
                .param("terminal", terminal)
                .param("on", businessDate.today())
                .query((row, _) ->
                        new Known(
                                row.getString("password_hash"),
                                row.getBoolean("employed"),
                                row.getBoolean("locked"),
                                row.getInt("failed_count"),
                                row.getBoolean("at_place"),
                                row.getInt("holder")))
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
        if (!known.get().employed()) {
            return "在職期間外";
        }
        return known.get().atPlace() ? null : "所属団体の登録端末でない";
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
