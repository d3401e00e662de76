package org.machi.world;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.machi.formats.file.FileKind;
import org.machi.world.post.SentFile;

/**
 * Makes a world of any size and plays its year without cities: time, memory, files. Not a test of
 * the suite; arguments: folder, residents.
 */
public final class WorldProof {
    private WorldProof() {}

    public static void main(String[] args) {
        Path data = Path.of(args[0]);
        long begun = System.nanoTime();
        World world = Demo.open(data, Integer.parseInt(args[1]));
        say("made", begun);
        long at = System.nanoTime();
        Map<FileKind, long[]> counts = new TreeMap<>();
        count(counts, world.migration());
        say("migration", at);
        at = System.nanoTime();
        for (LocalDate day : Demo.days(Demo.APRIL, LocalDate.of(2027, 5, 31))) {
            count(counts, world.morning(day));
            count(counts, world.evening(day));
        }
        say("year", at);
        Runtime jvm = Runtime.getRuntime();
        System.out.println("heap " + (jvm.totalMemory() - jvm.freeMemory()) / 1_000_000 + " MB");
        counts.forEach((kind, n) -> System.out.println(kind + " files " + n[0] + " rows " + n[1]));
    }

    private static void count(Map<FileKind, long[]> counts, DayReport report) {
        for (SentFile file : report.files()) {
            long[] n = counts.computeIfAbsent(file.kind(), k -> new long[2]);
            n[0]++;
            n[1] += file.rows();
        }
    }

    private static void say(String what, long since) {
        System.out.println(what + " " + (System.nanoTime() - since) / 1_000_000 + " ms");
    }
}
