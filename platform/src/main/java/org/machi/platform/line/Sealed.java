package org.machi.platform.line;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.KeyAgreement;

/**
 * 媒体の暗号化: what stands on a medium opens with the receiver's line key alone. A key made for this one
 * writing agrees with the receiver's certificate (ECDH, P-256); the secret becomes the key of
 * AES-256-GCM in segments (HKDF-SHA-256).
 */
final class Sealed {

    private static final int SEGMENT = 65_536;
    private static final int KEY_BYTES = 32;
    private static final int LONGEST_KEY = 1_000;

    private Sealed() {}

    /** A stream that only the owner of the certificate can read. */
    static OutputStream to(X509Certificate receiver, OutputStream out) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair once = generator.generateKeyPair();
            byte[] spoken = once.getPublic().getEncoded();
            DataOutputStream data = new DataOutputStream(out);
            data.writeInt(spoken.length);
            data.write(spoken);
            data.flush();
            return cipher(once.getPrivate(), receiver.getPublicKey())
                    .newEncryptingStream(out, spoken);
        } catch (GeneralSecurityException e) {
            throw new IOException("the medium can't be encrypted", e);
        }
    }

    /** The content of such a stream; reading fails when a byte of it was changed. */
    static InputStream open(PrivateKey receiver, InputStream in) throws IOException {
        try {
            DataInputStream data = new DataInputStream(in);
            int length = data.readInt();
            if (length <= 0 || length > LONGEST_KEY) {
                throw new NotAsAgreed("媒体の内容がこの仕組みのものではありません");
            }
            byte[] spoken = data.readNBytes(length);
            PublicKey once =
                    KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spoken));
            return cipher(receiver, once).newDecryptingStream(in, spoken);
        } catch (GeneralSecurityException e) {
            throw new NotAsAgreed("媒体の内容をこの団体の鍵で開けません");
        }
    }

    private static AesGcmHkdfStreaming cipher(PrivateKey own, PublicKey other)
            throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(other, true);
        return new AesGcmHkdfStreaming(
                agreement.generateSecret(), "HmacSha256", KEY_BYTES, SEGMENT, 0);
    }
}
