package org.machi.platform.files;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.UUID;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.Secrets;
import org.springframework.stereotype.Component;

/**
 * Keeps every file, byte by byte as it came or went, encrypted (AES-256-GCM in segments). The name
 * under which a file is kept is bound to its bytes, so files can't be swapped unnoticed.
 */
@Component
public class FileStore {

    private final Path folder;
    private final StreamingAead cipher;

    FileStore(OrganisationSettings settings) {
        this.folder = settings.folder().resolve("files");
        this.cipher = cipher(settings.keys().resolve("files.keyset"));
    }

    private static StreamingAead cipher(Path file) {
        try {
            StreamingAeadConfig.register();
            if (!Files.exists(file)) {
                Secrets.write(
                        file,
                        TinkJsonProtoKeysetFormat.serializeKeyset(
                                KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM_HKDF_4KB")),
                                InsecureSecretKeyAccess.get()));
            }
            return TinkJsonProtoKeysetFormat.parseKeyset(
                            Files.readString(file, StandardCharsets.UTF_8),
                            InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the key of the kept files can't be read", e);
        }
    }

    /** Keeps a copy of a file, safely on disk; returns the name under which it is kept. */
    public String keep(Path source, LocalDate day) throws IOException {
        try (InputStream in = Files.newInputStream(source)) {
            return keep(in, day);
        }
    }

    private String keep(InputStream source, LocalDate day) throws IOException {
        String name =
                "%04d-%02d/%s".formatted(day.getYear(), day.getMonthValue(), UUID.randomUUID());
        Path target = folder.resolve(name);
        Files.createDirectories(target.resolveSibling("."));
        try (FileChannel channel =
                        FileChannel.open(
                                target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream encrypted = encrypting(channel, name)) {
            source.transferTo(encrypted);
            encrypted.flush();
        }
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return name;
    }

    /** Keeps a document that belongs to no file, such as a letter that may not go out yet. */
    public String keep(byte[] document, LocalDate day) {
        try {
            return keep(new ByteArrayInputStream(document), day);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a kept file; reading fails when a byte of it was changed. */
    public InputStream open(String storedAs) throws IOException {
        try {
            return cipher.newDecryptingStream(
                    Files.newInputStream(folder.resolve(storedAs)),
                    storedAs.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException("the kept file can't be opened: " + storedAs, e);
        }
    }

    /** Forgets a kept file for good; one that is gone already is no fault. */
    public void erase(String storedAs) throws IOException {
        Files.deleteIfExists(folder.resolve(storedAs));
    }

    private OutputStream encrypting(FileChannel channel, String name) throws IOException {
        try {
            return cipher.newEncryptingStream(
                    Channels.newOutputStream(channel), name.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IOException("the file can't be encrypted: " + name, e);
        }
    }
}
