package org.machi.platform.staff;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.WebUtils;

/**
 * 端末: browsers that carry the key of a registered terminal in a cookie. The database keeps a hash
 * of the key, so the table alone does not let anyone pose as a terminal.
 */
public final class Terminals {
    private static final int KEY_BYTES = 24;

    private final JdbcClient db;
    private final String cookieName;
    private final SecureRandom random = new SecureRandom();

    public Terminals(JdbcClient db, String cookieName) {
        this.db = db;
        this.cookieName = cookieName;
    }

    public String cookieName() {
        return cookieName;
    }

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
     * Registers a terminal and makes the key that its browser keeps; an earlier browser of the same
     * name loses its key.
     */
    public String register(String name, String registeredBy) {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        db.sql(
                        """
                        INSERT INTO staff.terminal (name, key_hash, registered_by)
                        VALUES (:name, :hash, :by)
                        ON CONFLICT (name) DO UPDATE
                        SET key_hash = excluded.key_hash, registered_by = excluded.registered_by,
                            registered_at = now(), retired_at = NULL
                        """)
                .param("name", name)
                .param("hash", hash(key))
                .param("by", registeredBy)
                .update();
        return key;
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
