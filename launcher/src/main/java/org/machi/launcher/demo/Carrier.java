package org.machi.launcher.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.machi.formats.file.FileName;
import org.machi.platform.Organisation;
import org.machi.platform.files.Outbox;

/**
 * The line between the offices: takes what stands in an organisation's out folder to the receivers'
 * in folders. What is carried twice after a crash is recognised by its receiver.
 */
public final class Carrier {

    /** The inbox of every municipality outside the demo. */
    public static final String OTHER_MUNICIPALITIES = "OTHER";

    private final Path exchange;
    private final Set<String> known;

    /**
     * @param known codes of the organisations of this demo; another municipality's code is carried
     *     to the world's
     */
    public Carrier(Path exchange, Set<String> known) {
        this.exchange = exchange;
        this.known = known;
    }

    /** Takes what stands in an organisation's out folder to its receivers. */
    public void carry(Organisation from) {
        carry(from, _ -> true);
    }

    /** The same for what goes to others than the organisations of this demo. */
    void carryToNeighbours(Organisation from) {
        carry(from, name -> !known.contains(name.to()));
    }

    private void carry(Organisation from, Predicate<FileName> which) {
        Path out = from.settings().outbox();
        if (!Files.isDirectory(out)) {
            return;
        }
        try (Stream<Path> files = Files.list(out)) {
            List<Path> main =
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.getFileName().toString().startsWith("."))
                            .filter(file -> !file.getFileName().toString().endsWith(".pdf"))
                            .filter(file ->
                                    which.test(FileName.parse(file.getFileName().toString())))
                            .sorted()
                            .toList();
            for (Path file : main) {
                carry(file);
            }
            if (!main.isEmpty()) {
                from.get(Outbox.class)
                        .sent(main.stream().map(file -> file.getFileName().toString()).toList());
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void carry(Path file) throws IOException {
        String name = file.getFileName().toString();
        Path inbox = exchange.resolve(receiver(FileName.parse(name).to())).resolve("in");
        Files.createDirectories(inbox);
        String stem = name.substring(0, name.lastIndexOf('.'));
        Path pdf = file.resolveSibling(stem + ".pdf");
        if (Files.exists(pdf)) {
            Files.move(pdf, inbox.resolve(pdf.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(file, inbox.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private String receiver(String code) {
        boolean municipality = code.matches("[0-9]{6}");
        return municipality && !known.contains(code) ? OTHER_MUNICIPALITIES : code;
    }
}
