package org.machi.platform.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What an organisation proves with that it is itself: key and certificate for connections and
 * signatures (EC P-256), and the authority whose certificates it believes. The three files are put
 * into the folder {@code keys/line} by whoever runs the office; the demo makes its own ({@link
 * LineAuthority}). Nothing here makes up a missing one.
 */
record LineKey(PrivateKey key, X509Certificate own, X509Certificate authority) {

    static final String KEY = "key.pem";
    static final String CERTIFICATE = "certificate.pem";
    static final String AUTHORITY = "authority.pem";
    private static final String SIGNATURE = "SHA256withECDSA";

    /** Below the folder of the organisation's keys. */
    static Path folder(Path keys) {
        return keys.resolve("line");
    }

    /** Reads the three files; nothing if the folder has none. */
    static Optional<LineKey> read(Path folder) {
        if (!Files.exists(folder.resolve(KEY))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new LineKey(
                            key(folder.resolve(KEY)),
                            certificate(Files.readAllBytes(folder.resolve(CERTIFICATE))),
                            certificate(Files.readAllBytes(folder.resolve(AUTHORITY)))));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the keys of the line can't be read: " + folder, e);
        }
    }

    static PrivateKey key(Path pem) throws IOException, GeneralSecurityException {
        String text =
                Files.readString(pem, StandardCharsets.US_ASCII)
                        .replaceAll("-----[^-]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text)));
    }

    /** A certificate from PEM or DER. */
    static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(encoded));
    }

    /** SHA-256 of the certificate: what a partner is registered under. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the line's key can't sign", e);
        }
    }

    /** Whether the owner of the certificate signed this content. */
    static boolean signed(X509Certificate by, byte[] content, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initVerify(by.getPublicKey());
            signature.update(content);
            return signature.verify(signed);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setKeyEntry("line", key, new char[0], new X509Certificate[] {own, authority});
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    /** Believes certificates of the authority and no others. */
    X509ExtendedTrustManager trust() throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setCertificateEntry("authority", authority);
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load((InputStream) null, null);
        return store;
    }
}
