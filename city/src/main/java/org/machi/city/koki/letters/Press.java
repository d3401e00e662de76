package org.machi.city.koki.letters;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.machi.formats.file.FileKind;
import org.machi.law.BusinessCalendar;
import org.machi.platform.audit.Actor;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.files.OutgoingFile;
import org.machi.platform.forms.FontSet;
import org.machi.platform.forms.IndexEntry;
import org.machi.platform.forms.PrintResult;
import org.machi.platform.forms.PrintRun;

/**
 * Prints a day's letters in bundles, each a PDF beside its index. Two bundles are drawn at a time;
 * files and database are used by the calling thread alone.
 */
final class Press implements AutoCloseable {

    private static final int THREADS = 2;
    private static final String PRINT_SHOP = "PRINT";

    private final Outbox outbox;
    private final FontSet fonts;
    private final LocalDate today;
    private final Actor actor;
    private final LetterBook.Entries book;
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    private final Deque<Running> running = new ArrayDeque<>();
    private List<PlannedLetter> batch = new ArrayList<>();
    private int pages;

    private record Running(
            List<PlannedLetter> letters, OutgoingFile file, Future<PrintResult> result) {}

    Press(Outbox outbox, FontSet fonts, LocalDate today, Actor actor, LetterBook.Entries book) {
        this.outbox = outbox;
        this.fonts = fonts;
        this.today = today;
        this.actor = actor;
        this.book = book;
    }

    /** Takes a letter; one that must not go to the print shop is only entered in the book. */
    void print(PlannedLetter letter) {
        int length = letter.letter().pages().size();
        if (!letter.pulledOut().isEmpty()) {
            book.stopped(letter, PrintRun.single(fonts, letter.letter()));
            return;
        }
        batch.add(letter);
        pages += length;
        if (pages >= PrintRun.PAGES_PER_BUNDLE) {
            start();
        }
    }

    /** Prints what is left and writes the last indexes. */
    void finish() {
        if (!batch.isEmpty()) {
            start();
        }
        while (!running.isEmpty()) {
            complete(running.remove());
        }
    }

    private void start() {
        List<PlannedLetter> letters = batch;
        batch = new ArrayList<>();
        pages = 0;
        OutgoingFile file =
                outbox.open(Dispatch.of(FileKind.PRINT_INDEX, PRINT_SHOP, today, actor));
        running.add(new Running(letters, file, workers.submit(() -> draw(letters, file))));
        if (running.size() > THREADS) {
            complete(running.remove());
        }
    }

    private PrintResult draw(List<PlannedLetter> letters, OutgoingFile file) {
        return PrintRun.into(fonts, bundle -> file.attach("pdf"))
                .pagesPerBundle(Integer.MAX_VALUE)
                .print(letters.stream().map(PlannedLetter::letter).iterator());
    }

    private void complete(Running bundle) {
        PrintResult result = result(bundle.result());
        Map<String, PlannedLetter> byNo = new HashMap<>();
        bundle.letters().forEach(letter -> byNo.put(letter.letterNo(), letter));
        String name = bundle.file().header().fileName().replace(".csv", "");
        IndexRows rows = new IndexRows(name, BusinessCalendar.standard().next(today));
        try (OutgoingFile file = bundle.file()) {
            for (IndexEntry entry : result.index()) {
                rows.of(byNo.get(entry.letter().letterNo()), entry).forEach(file::write);
            }
            long id = file.finish().id();
            for (IndexEntry entry : result.index()) {
                book.printed(byNo.get(entry.letter().letterNo()), entry, id, name);
            }
        }
        book.undrawable(byNo, result.undrawable());
    }

    private static PrintResult result(Future<PrintResult> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("印刷が中断されました", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("印刷できません", e.getCause());
        }
    }

    /** What was not completed never existed: its files are removed. */
    @Override
    public void close() {
        workers.close();
        running.forEach(bundle -> bundle.file().close());
    }
}
