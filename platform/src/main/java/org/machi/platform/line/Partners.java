package org.machi.platform.line;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** 相手方と証明書: who may be on the line, and with which certificate. */
@Repository
public class Partners {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String IN_FORCE =
            """
            SELECT code, name, fingerprint, certificate, valid_until, address
              FROM line.partner WHERE retired_at IS NULL
            """;

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final TransactionTemplate transaction;

    Partners(JdbcClient db, OrganisationSettings settings, TransactionTemplate transaction) {
        this.db = db;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** This organisation's own certificate, DER, for its partners; nothing without keys. */
    public Optional<byte[]> ownCertificate() {
        return key().map(key -> {
            try {
                return key.own().getEncoded();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    Optional<LineKey> key() {
        return LineKey.read(LineKey.folder(settings.keys()));
    }

    /**
     * Registers a partner's certificate, PEM or DER; the one before is good for nothing from then
     * on. The same one again only changes name and address; one that was revoked never comes back.
     *
     * @return false when the bytes are no certificate of an authority that we believe, or revoked
     */
    public boolean register(
            String code, String name, byte[] encoded, String address, String registeredBy) {
        X509Certificate certificate;
        try {
            certificate = LineKey.certificate(encoded);
            Optional<LineKey> key = key();
            if (key.isEmpty()) {
                return false;
            }
            certificate.verify(key.get().authority().getPublicKey());
            if (isRevoked(LineKey.fingerprint(certificate))) {
                return false;
            }
            enter(code, name, certificate, address, registeredBy);
            return true;
        } catch (GeneralSecurityException notACertificate) {
            return false;
        }
    }

    private boolean isRevoked(String fingerprint) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM line.partner
                                        WHERE fingerprint = ? AND revoked_by IS NOT NULL)
                        """)
                .param(fingerprint)
                .query(Boolean.class)
                .single();
    }

    /**
     * 失効: the certificate in force is good for nothing from this moment, on the line and on media;
     * what waits for the partner waits until a new one is registered.
     *
     * @return false when none is in force
     */
    boolean revoke(String code, String reason, String by) {
        return db.sql(
                                """
                                UPDATE line.partner
                                   SET retired_at = clock_timestamp(), revoked_by = ?, revoke_reason = ?
                                 WHERE code = ? AND retired_at IS NULL
                                """)
                        .params(by, reason, code)
                        .update()
                == 1;
    }

    private void enter(
            String code, String name, X509Certificate certificate, String address, String by)
            throws GeneralSecurityException {
        String fingerprint = LineKey.fingerprint(certificate);
        byte[] encoded = certificate.getEncoded();
        LocalDate until = LocalDate.ofInstant(certificate.getNotAfter().toInstant(), JAPAN);
        transaction.executeWithoutResult(status -> {
            db.sql(
                            """
                            UPDATE line.partner SET retired_at = clock_timestamp()
                             WHERE code = ? AND fingerprint <> ? AND retired_at IS NULL
                            """)
                    .params(code, fingerprint)
                    .update();
            db.sql(
                            """
                            INSERT INTO line.partner
                                (code, name, fingerprint, certificate, valid_until, address,
                                 registered_by)
                            VALUES (?, ?, ?, ?, ?, ?, ?)
                            ON CONFLICT (code, fingerprint) DO UPDATE
                               SET name = excluded.name, address = excluded.address,
                                   retired_at = NULL
                            """)
                    .param(code)
                    .param(name)
                    .param(fingerprint)
                    .param(encoded)
                    .param(until)
                    .param(address)
                    .param(by)
                    .update();
        });
    }

    Optional<Partner> find(String code) {
        return db.sql(IN_FORCE + "AND code = ?").param(code).query(Partners::row).optional();
    }

    /** Who showed this certificate. */
    Optional<Partner> shown(X509Certificate certificate) {
        return db.sql(IN_FORCE + "AND fingerprint = ?")
                .param(LineKey.fingerprint(certificate))
                .query(Partners::row)
                .optional();
    }

    List<Partner> all() {
        return db.sql(IN_FORCE + "ORDER BY code").query(Partners::row).list();
    }

    private static Partner row(ResultSet row, int number) throws SQLException {
        try {
            return new Partner(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("fingerprint"),
                    LineKey.certificate(row.getBytes("certificate")),
                    row.getObject("valid_until", LocalDate.class),
                    row.getString("address"));
        } catch (GeneralSecurityException e) {
            throw new SQLException("a certificate that can't be read", e);
        }
    }
}
