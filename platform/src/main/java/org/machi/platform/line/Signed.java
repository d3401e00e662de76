package org.machi.platform.line;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A content with the signature of who wrote it, as both stand on the line: length, bytes, twice.
 */
record Signed(byte[] content, byte[] signature) {

    /** No manifest is longer: some ten thousand files. */
    private static final int LONGEST = 4_000_000;

    static Signed by(LineKey key, byte[] content) {
        return new Signed(content, key.sign(content));
    }

    static Signed read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        return new Signed(part(data), part(data));
    }

    private static byte[] part(DataInputStream data) throws IOException {
        int length = data.readInt();
        if (length < 0 || length > LONGEST) {
            throw new NotAsAgreed("送信票の長さが規則に合いません");
        }
        byte[] bytes = new byte[length];
        data.readFully(bytes);
        return bytes;
    }

    void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(content.length);
        data.write(content);
        data.writeInt(signature.length);
        data.write(signature);
        data.flush();
    }

    boolean isBy(X509Certificate certificate) {
        return LineKey.signed(certificate, content, signature);
    }

    /** Hash of the content, hexadecimal. */
    String hash() {
        return HexFormat.of().formatHex(sha256().digest(content));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signed(byte[] said, byte[] sealed)
                && Arrays.equals(content, said)
                && Arrays.equals(signature, sealed);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(content) + Arrays.hashCode(signature);
    }
}
