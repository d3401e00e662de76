package org.machi.world.post;

import org.machi.formats.file.FileKind;

/**
 * A file that a neighbour sent.
 *
 * @param rows data rows in it
 * @param amount sum of its amounts in yen
 */
public record SentFile(FileKind kind, String from, String to, int serial, long rows, long amount) {
    String line() {
        return String.join(
                "\t",
                kind.name(),
                from,
                to,
                Integer.toString(serial),
                Long.toString(rows),
                Long.toString(amount));
    }

    static SentFile parse(String line) {
        String[] f = line.split("\t", -1);
        return new SentFile(
                FileKind.valueOf(f[0]),
                f[1],
                f[2],
                Integer.parseInt(f[3]),
                Long.parseLong(f[4]),
                Long.parseLong(f[5]));
    }
}
