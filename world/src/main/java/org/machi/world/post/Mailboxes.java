package org.machi.world.post;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/**
 * The residents' mailboxes: what the print shop delivered, one file for each day; letters with
 * slips and letters that call for an application lie in boxes of their own.
 */
public final class Mailboxes {
    private final Path folder;
    private LocalDate read = LocalDate.MIN;

    private Mailboxes(Path data, String name) {
        this.folder = data.resolve("world").resolve("RESIDENTS").resolve(name);
    }

    /** Letters with slips. */
    public static Mailboxes ofSlips(Path data) {
        return new Mailboxes(data, "mail");
    }

    /** Letters that call for an application. */
    public static Mailboxes ofCalls(Path data) {
        return new Mailboxes(data, "calls");
    }

    /** Delivers a day's letters, one line each; the same day again is the same file. */
    public void deliver(LocalDate day, List<String> lines) {
        if (!lines.isEmpty()) {
            Folders.write(folder.resolve(day.toString()), lines);
        }
    }

    /** Hands on every line up to a day that was not handed on before, in order. */
    public void unread(LocalDate upTo, Consumer<String> reader) {
        for (Path file : Folders.list(folder)) {
            LocalDate day = LocalDate.parse(file.getFileName().toString());
            if (day.isAfter(read) && !day.isAfter(upTo)) {
                Folders.lines(file).forEach(reader);
            }
        }
        read = upTo;
    }
}
