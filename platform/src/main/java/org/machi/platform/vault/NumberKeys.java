package org.machi.platform.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplate;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.machi.platform.database.Secrets;

/**
 * The keys of the vault, kept in the organisation's key folder and never in the database: one to
 * encrypt a number (bound to its person), one for the blind index by which equal numbers are found.
 */
final class NumberKeys {

    private final Aead cipher;
    private final Mac blind;

    private NumberKeys(Aead cipher, Mac blind) {
        this.cipher = cipher;
        this.blind = blind;
    }

    static NumberKeys open(Path folder) {
        try {
            AeadConfig.register();
            MacConfig.register();
            return new NumberKeys(
                    keyset(folder.resolve("number.keyset"), KeyTemplates.get("AES256_GCM"))
                            .getPrimitive(RegistryConfiguration.get(), Aead.class),
                    keyset(
                                    folder.resolve("number-index.keyset"),
                                    KeyTemplates.get("HMAC_SHA256_256BITTAG"))
                            .getPrimitive(RegistryConfiguration.get(), Mac.class));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the vault's keys can't be read in " + folder, e);
        }
    }

    private static KeysetHandle keyset(Path file, KeyTemplate template)
            throws GeneralSecurityException, IOException {
        if (!Files.exists(file)) {
            Secrets.write(
                    file,
                    TinkJsonProtoKeysetFormat.serializeKeyset(
                            KeysetHandle.generateNew(template), InsecureSecretKeyAccess.get()));
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file, StandardCharsets.UTF_8), InsecureSecretKeyAccess.get());
    }

    byte[] encrypt(long personNo, String number) {
        try {
            return cipher.encrypt(ascii(number), bound(personNo));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the number could not be encrypted", e);
        }
    }

    String decrypt(long personNo, byte[] ciphertext) {
        try {
            return new String(
                    cipher.decrypt(ciphertext, bound(personNo)), StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the stored number of a person does not belong to this key or person", e);
        }
    }

    byte[] blind(String number) {
        try {
            return blind.computeMac(ascii(number));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the number's index could not be computed", e);
        }
    }

    /** A ciphertext moved to another person's row does not decrypt. */
    private static byte[] bound(long personNo) {
        return ByteBuffer.allocate(Long.BYTES).putLong(personNo).array();
    }

    private static byte[] ascii(String number) {
        return number.getBytes(StandardCharsets.US_ASCII);
    }
}
