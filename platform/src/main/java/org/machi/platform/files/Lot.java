package org.machi.platform.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Files that are taken together, and what came before with the same bytes. */
final class Lot {

    private final List<Item> items;
    private final Map<String, List<FileRecord>> byBytes;

    /** A file that waits in the inbox, and its row. */
    record Item(Path source, FileRecord file) {}

    /**
     * @param sameBytes every row with the bytes of an item, the items' own included
     */
    Lot(List<Item> items, List<FileRecord> sameBytes) {
        this.items = List.copyOf(items);
        this.byBytes =
                sameBytes.stream()
                        .collect(
                                Collectors.groupingBy(
                                        FileRecord::sha256,
                                        Collectors.toCollection(ArrayList::new)));
    }

    List<Item> items() {
        return items;
    }

    /**
     * The files that came before with the same bytes, the oldest first. One that was applied came
     * before whatever its number: a file that was held may be taken up after it.
     */
    List<FileRecord> before(FileRecord file) {
        return byBytes.getOrDefault(file.sha256(), List.of()).stream()
                .filter(other ->
                        other.id() < file.id()
                                || (other.id() != file.id() && other.state() == FileState.APPLIED))
                .toList();
    }

    /** What became of a file counts for those after it. */
    void became(FileRecord settled) {
        byBytes.getOrDefault(settled.sha256(), List.of())
                .replaceAll(file -> file.id() == settled.id() ? settled : file);
    }
}
