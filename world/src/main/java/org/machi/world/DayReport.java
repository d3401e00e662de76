package org.machi.world;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.machi.formats.file.FileKind;
import org.machi.world.post.SentFile;

/** What the world sent in one call. */
public record DayReport(LocalDate day, List<SentFile> files) {
    public DayReport {
        files = List.copyOf(files);
    }

    /** Number of files of each kind. */
    public Map<FileKind, Integer> counts() {
        Map<FileKind, Integer> counts = new EnumMap<>(FileKind.class);
        files.forEach(file -> counts.merge(file.kind(), 1, Integer::sum));
        return counts;
    }
}
