package org.machi.platform.staff;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.WebUtils;

/**
 * 端末: browsers that carry the key of a registered terminal in a cookie. The database keeps a hash
 * of the key, so the table alone does not let anyone pose as a terminal.
 *
 * <p>A terminal at another organisation's place is entered by name first; the machine itself takes
 * its key with a code that works once (decision 0080).
 */
public final class Terminals {
    private static final int KEY_BYTES = 24;
    private static final int CODE_LENGTH = 16;
    private static final String CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final Duration LIFE = Duration.ofDays(365);

    private final JdbcClient db;
    private final String cookieName;
    private final SecureRandom random = new SecureRandom();

    public Terminals(JdbcClient db, String cookieName) {
        this.db = db;
        this.cookieName = cookieName;
    }

    /**
     * A terminal at another organisation's place.
     *
     * @param site 団体コード of the place
     * @param management 管理端末, from which one may send; otherwise 窓口端末
     * @param place 設置場所 in words
     * @param until the last day; null for no end
     */
    public record Placed(
            String name,
            String site,
            boolean management,
            String place,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** The name of the terminal that a request comes from, or 未登録端末 with its address. */
    public String nameOf(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, cookieName);
        String unknown = "未登録端末 " + request.getRemoteAddr();
        if (cookie == null) {
            return unknown;
        }
        return db.sql(
                        """
                        SELECT name FROM staff.terminal
                        WHERE key_hash = :hash AND retired_at IS NULL
                        """)
                .param("hash", hash(cookie.getValue()))
                .query(String.class)
                .optional()
                .orElse(unknown);
    }

    /**
     * Registers a terminal of the own office and makes the key that its browser keeps; an earlier
     * browser of the same name loses its key.
     *
     * @return the key; empty when the name belongs to a terminal at another organisation's place
     */
    public Optional<String> register(String name, String registeredBy) {
        String key = newKey();
        int registered =
                db.sql(
                                """
                                INSERT INTO staff.terminal (name, key_hash, registered_by, enrolled_at)
                                VALUES (:name, :hash, :by, now())
                                ON CONFLICT (name) DO UPDATE
                                SET key_hash = excluded.key_hash, registered_by = excluded.registered_by,
                                    registered_at = now(), enrolled_at = now(), retired_at = NULL
                                WHERE terminal.site IS NULL
                                """)
                        .param("name", name)
                        .param("hash", hash(key))
                        .param("by", registeredBy)
                        .update();
        return registered == 0 ? Optional.empty() : Optional.of(key);
    }

    /** Enters a terminal at another organisation's place; false when the name is taken. */
    public boolean enter(Placed terminal, String registeredBy) {
        return db.sql(
                                """
                                INSERT INTO staff.terminal (name, site, kind, place, valid, registered_by)
                                VALUES (:name, :site, :kind, :place,
                                        daterange(:since::date, :until::date, '[]'), :by)
                                ON CONFLICT (name) DO NOTHING
                                """)
                        .param("name", terminal.name())
                        .param("site", terminal.site())
                        .param("kind", terminal.management() ? "MANAGEMENT" : "COUNTER")
                        .param("place", terminal.place())
                        .param("since", terminal.since())
                        .param("until", terminal.until())
                        .param("by", registeredBy)
                        .update()
                == 1;
    }

    /**
     * Makes the 登録コード with which the machine takes its key, once and within a day; a key that an
     * earlier machine of the name holds is void from now on.
     *
     * @return the code; empty when there is no such terminal or it was stopped
     */
    public Optional<String> code(String name) {
        StringBuilder code = new StringBuilder();
        for (int n = 0; n < CODE_LENGTH; n++) {
            code.append(n > 0 && n % 4 == 0 ? "-" : "")
                    .append(CODE_LETTERS.charAt(random.nextInt(CODE_LETTERS.length())));
        }
        int made =
                db.sql(
                                """
                                UPDATE staff.terminal
                                   SET code_hash = :hash, code_until = now() + interval '1 day',
                                       key_hash = NULL, enrolled_at = NULL
                                 WHERE name = :name AND site IS NOT NULL AND retired_at IS NULL
                                """)
                        .param("hash", hash(code.toString()))
                        .param("name", name)
                        .update();
        return made == 0 ? Optional.empty() : Optional.of(code.toString());
    }

    /** What a machine that gave a valid 登録コード is now. */
    record Enrolled(String name, String key) {}

    /** Takes a 登録コード; empty when it is unknown, was used or is too old. */
    Optional<Enrolled> enrol(String typed) {
        String key = newKey();
        return db.sql(
                        """
                        UPDATE staff.terminal
                           SET key_hash = :key, enrolled_at = now(), code_hash = NULL, code_until = NULL
                         WHERE code_hash = :code AND code_until > now() AND retired_at IS NULL
                        RETURNING name
                        """)
                .param("key", hash(key))
                .param("code", hash(typed.strip().toUpperCase(Locale.ROOT)))
                .query(String.class)
                .optional()
                .map(name -> new Enrolled(name, key));
    }

    /** Stops a terminal at another place at once; false when it was stopped already. */
    public boolean stop(String name, String by, String reason) {
        return db.sql(
                                """
                                UPDATE staff.terminal
                                   SET retired_at = now(), retired_by = :by, retired_reason = :reason,
                                       key_hash = NULL, code_hash = NULL, code_until = NULL
                                 WHERE name = :name AND site IS NOT NULL AND retired_at IS NULL
                                """)
                        .param("by", by)
                        .param("reason", reason)
                        .param("name", name)
                        .update()
                == 1;
    }

    /**
     * The cookie in which the machine keeps its key: no script reads it, no other site sends it.
     */
    ResponseCookie cookie(String key, boolean secure) {
        return ResponseCookie.from(cookieName, key)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(LIFE)
                .build();
    }

    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
