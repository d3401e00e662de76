package org.machi.platform.line;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.machi.platform.database.Secrets;

/**
 * 認証局 of a demo: made in its data folder at the first start, so that the line is never without
 * certificates. An office uses the authority of its network instead and fills {@code keys/line}
 * itself; then this is not called.
 */
public final class LineAuthority {

    private static final Duration AUTHORITY_LIVES = Duration.ofDays(3650);
    private static final Duration CERTIFICATE_LIVES = Duration.ofDays(730);
    private static final int SERIAL_BITS = 127;
    private static final int PEM_LINE = 64;

    private final SecureRandom random = new SecureRandom();
    private final PrivateKey key;
    private final X509Certificate certificate;

    private LineAuthority(Path folder) throws IOException, GeneralSecurityException {
        Path keyFile = folder.resolve(LineKey.KEY);
        Path certificateFile = folder.resolve(LineKey.AUTHORITY);
        if (!Files.exists(certificateFile)) {
            KeyPair pair = pair();
            Instant now = Instant.now();
            X500Name name = new X500Name("CN=machi demo line authority");
            X509v3CertificateBuilder builder =
                    builder(name, name, pair.getPublic(), now.plus(AUTHORITY_LIVES));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            Files.deleteIfExists(keyFile);
            Secrets.write(keyFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Secrets.write(
                    certificateFile,
                    pem("CERTIFICATE", signed(builder, pair.getPrivate()).getEncoded()));
        }
        this.key = LineKey.key(keyFile);
        this.certificate = LineKey.certificate(Files.readAllBytes(certificateFile));
    }

    /** The authority kept in a folder; made if there is none yet. */
    public static LineAuthority in(Path folder) {
        try {
            return new LineAuthority(folder);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no authority for the line: " + folder, e);
        }
    }

    /**
     * Gives an organisation its key and certificate, once.
     *
     * @param keys the folder of the organisation's keys
     */
    public void provide(String code, Path keys) {
        Path folder = LineKey.folder(keys);
        if (!Files.exists(folder.resolve(LineKey.CERTIFICATE))) {
            renew(code, keys);
        }
    }

    /** Gives an organisation a new key and certificate in place of those that it has. */
    public void renew(String code, Path keys) {
        Path folder = LineKey.folder(keys);
        try {
            Files.deleteIfExists(folder.resolve(LineKey.CERTIFICATE));
            Files.deleteIfExists(folder.resolve(LineKey.AUTHORITY));
            KeyPair pair = pair();
            X509v3CertificateBuilder builder =
                    builder(
                            new X500Name(certificate.getSubjectX500Principal().getName()),
                            new X500Name("CN=" + code + ",O=machi demo"),
                            pair.getPublic(),
                            Instant.now().plus(CERTIFICATE_LIVES));
            extend(builder);
            Files.deleteIfExists(folder.resolve(LineKey.KEY));
            Secrets.write(
                    folder.resolve(LineKey.KEY),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Secrets.write(
                    folder.resolve(LineKey.AUTHORITY),
                    pem("CERTIFICATE", certificate.getEncoded()));
            Secrets.write(
                    folder.resolve(LineKey.CERTIFICATE),
                    pem("CERTIFICATE", signed(builder, key).getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("no certificate for the line: " + code, e);
        }
    }

    private static void extend(X509v3CertificateBuilder builder) throws CertIOException {
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyAgreement));
        builder.addExtension(
                Extension.extendedKeyUsage,
                false,
                new ExtendedKeyUsage(
                        new KeyPurposeId[] {
                            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                        }));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(
                        new GeneralName[] {
                            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                            new GeneralName(GeneralName.dNSName, "localhost")
                        }));
    }

    private X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey subjectKey, Instant until) {
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).add(BigInteger.ONE),
                Date.from(Instant.now().minus(Duration.ofDays(1))),
                Date.from(until),
                subject,
                subjectKey);
    }

    private static X509Certificate signed(X509v3CertificateBuilder builder, PrivateKey by)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA").build(by)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static String pem(String what, byte[] content) {
        String body =
                Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n";
    }
}
