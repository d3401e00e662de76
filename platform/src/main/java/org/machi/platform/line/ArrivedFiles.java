package org.machi.platform.line;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.machi.formats.column.FormatException;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileName;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The files of shipments that are arriving. They lie beside the inbox until the shipment is on
 * record; what a crash left there afterwards goes to the inbox at the next start.
 */
@Component
class ArrivedFiles {

    private static final int PIECE = 65_536;
    private static final int LONGEST_TRAILER = 100;

    private final JdbcClient db;
    private final OrganisationSettings settings;
    private final Path arriving;

    ArrivedFiles(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
        this.arriving = settings.inbox().resolveSibling("arriving");
        publishAllLeftBehind();
    }

    /**
     * Reads the files of a shipment, safely on disk, and checks each against its manifest and the
     * order of its kind.
     *
     * @throws IOException when they did not come whole
     */
    void receive(InputStream in, Manifest manifest) throws IOException {
        List<NotAsAgreed> wrong = new ArrayList<>();
        Path folder = Files.createDirectories(folder(manifest));
        for (Manifest.Item item : manifest.files()) {
            FileName name = name(manifest, item);
            Path file = folder.resolve(name.text());
            String hash = copy(in, file, item.bytes());
            if (!hash.equals(item.sha256())) {
                wrong.add(new NotAsAgreed(item.name() + "の内容が送信票のハッシュと合いません"));
            } else if (name.kind().codec() == FileKind.Codec.CSV
                    && !trailer(file).equals("T," + item.rows() + "," + item.amount())) {
                wrong.add(new NotAsAgreed(item.name() + "の件数・合計が送信票と合いません"));
            }
        }
        if (!wrong.isEmpty()) {
            throw wrong.getFirst();
        }
        requireOrder(manifest);
    }

    private FileName name(Manifest manifest, Manifest.Item item) {
        try {
            FileName name = FileName.parse(item.name());
            if (name.from().equals(manifest.sender())
                    && name.to().equals(settings.code())
                    && name.kind().code().equals(item.kind())
                    && name.serial() == item.serial()
                    && item.bytes() >= 0) {
                return name;
            }
        } catch (FormatException notAName) {
            throw new NotAsAgreed("送信票のファイル名が規則に合いません");
        }
        throw new NotAsAgreed(item.name() + "は送信票の送信元・送信先・種別・通番と合いません");
    }

    private static String copy(InputStream in, Path file, long length) throws IOException {
        MessageDigest digest = Signed.sha256();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] piece = new byte[PIECE];
            long left = length;
            while (left > 0) {
                int read = in.read(piece, 0, (int) Math.min(left, PIECE));
                if (read < 0) {
                    throw new EOFException(
                            "the shipment ended in the middle of " + file.getFileName());
                }
                out.write(piece, 0, read);
                left -= read;
            }
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The last line, without reading the others. */
    private static String trailer(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, bytes.length() - LONGEST_TRAILER);
            bytes.seek(from);
            byte[] end = new byte[(int) (bytes.length() - from)];
            bytes.readFully(end);
            String text = new String(end, StandardCharsets.UTF_8).stripTrailing();
            return text.substring(text.lastIndexOf('\n') + 1);
        }
    }

    /** 通番 of a kind come one after the other; one that came before may come again. */
    private void requireOrder(Manifest manifest) throws IOException {
        Map<String, Integer> last = last(manifest.sender());
        List<Manifest.Range> missing = new ArrayList<>();
        for (Manifest.Item item : manifest.files()) {
            int before = last.getOrDefault(item.kind(), 0);
            if (item.serial() > before + 1) {
                missing.add(new Manifest.Range(item.kind(), before + 1, item.serial() - 1));
            }
            last.merge(item.kind(), item.serial(), Math::max);
        }
        if (!missing.isEmpty()) {
            Manifest.Range first = missing.getFirst();
            throw new NotAsAgreed(
                    "%sの通番%06dから%06dまでがまだ届いていません"
                            .formatted(
                                    FileKind.find(first.kind())
                                            .map(FileKind::label)
                                            .orElse(first.kind()),
                                    first.first(),
                                    first.last()),
                    missing);
        }
    }

    /** The last 通番 of each kind that came from somebody, by whatever way, taken or not. */
    private Map<String, Integer> last(String sender) throws IOException {
        Map<String, Integer> last = new HashMap<>();
        db.sql(
                        """
                        SELECT kind, max(serial) FROM (
                            SELECT kind, serial FROM files.file WHERE direction = 'IN' AND sender = :sender
                            UNION ALL
                            SELECT kind, serial FROM line.shipment_file
                             WHERE direction = 'IN' AND partner = :sender) f
                         GROUP BY kind
                        """)
                .param("sender", sender)
                .query(row -> {
                    last.put(row.getString(1), row.getInt(2));
                });
        for (Path file : files(settings.inbox())) {
            try {
                FileName name = FileName.parse(file.getFileName().toString());
                if (name.from().equals(sender)) {
                    last.merge(name.kind().code(), name.serial(), Math::max);
                }
            } catch (FormatException notAName) {
                // The intake will refuse it.
                continue;
            }
        }
        return last;
    }

    /** Moves the files of a shipment that is on record to the inbox. */
    void publish(Manifest manifest) {
        publish(folder(manifest));
    }

    /** The same for what a crash kept between the record and the inbox. */
    void publishLeftBehind(Manifest manifest) {
        if (Files.isDirectory(folder(manifest)) && isAccepted(folder(manifest))) {
            publish(manifest);
        }
    }

    private void publishAllLeftBehind() {
        try {
            for (Path folder : list(arriving)) {
                if (isAccepted(folder)) {
                    publish(folder);
                }
                clear(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAccepted(Path folder) {
        String[] parts = folder.getFileName().toString().split("-", 2);
        return parts.length == 2
                && parts[1].matches("[0-9]{1,18}")
                && db.sql(
                                """
                                SELECT EXISTS (SELECT FROM line.shipment
                                                WHERE direction = 'IN' AND partner = ?
                                                  AND number = ? AND state = 'ACCEPTED')
                                """)
                        .params(parts[0], Long.parseLong(parts[1]))
                        .query(Boolean.class)
                        .single();
    }

    private void publish(Path folder) {
        try {
            Files.createDirectories(settings.inbox());
            for (Path file : files(folder)) {
                Files.move(
                        file,
                        settings.inbox().resolve(file.getFileName()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets what is still there of a shipment that came to its end, or did not come whole. */
    void clear(Manifest manifest) throws IOException {
        clear(folder(manifest));
    }

    private static void clear(Path folder) throws IOException {
        for (Path file : files(folder)) {
            Files.delete(file);
        }
        Files.deleteIfExists(folder);
    }

    private Path folder(Manifest manifest) {
        return arriving.resolve(manifest.sender() + "-" + manifest.number());
    }

    private static List<Path> files(Path folder) throws IOException {
        return list(folder).stream().filter(Files::isRegularFile).toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.sorted().toList();
        }
    }
}
