package org.machi.platform.forms;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Prints many letters: bundles of up to 5,000 pages, an index, and the list of letters set aside.
 * The division into bundles depends on the letters only, so the same letters give the same bundles
 * with one thread or many.
 */
public final class PrintRun {
    /** Pages of a bundle, what a print shop takes in one file. */
    public static final int PAGES_PER_BUNDLE = 5_000;

    private final FontSet fonts;
    private final Store store;
    private final int pagesPerBundle;
    private final int threads;

    private PrintRun(FontSet fonts, Store store, int pagesPerBundle, int threads) {
        this.fonts = fonts;
        this.store = store;
        this.pagesPerBundle = pagesPerBundle;
        this.threads = threads;
    }

    /** Where bundle number n (from 1) is written; the run closes the stream. */
    @FunctionalInterface
    public interface Store {
        OutputStream open(int bundle) throws IOException;
    }

    public static PrintRun into(FontSet fonts, Store store) {
        return new PrintRun(fonts, store, PAGES_PER_BUNDLE, 1);
    }

    public PrintRun pagesPerBundle(int pages) {
        return new PrintRun(fonts, store, pages, threads);
    }

    public PrintRun threads(int number) {
        return new PrintRun(fonts, store, pagesPerBundle, number);
    }

    /** Prints all letters; holds a few bundles' letters in memory at most. */
    public PrintResult print(Iterator<? extends Letter> letters) {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayDeque<Future<Part>>();
            var parts = new ArrayList<Part>();
            int number = 0;
            while (letters.hasNext()) {
                int bundle = ++number;
                var batch = batch(letters);
                running.add(workers.submit(() -> print(bundle, batch)));
                if (running.size() > threads) {
                    parts.add(result(running.remove()));
                }
            }
            while (!running.isEmpty()) {
                parts.add(result(running.remove()));
            }
            return join(parts);
        }
    }

    /** One letter as a PDF of its own, as the desk prints it. */
    public static Single single(FontSet fonts, Letter letter) {
        var target = new ByteArrayOutputStream(64 * 1024);
        var result = into(fonts, n -> target).print(List.of(letter).iterator());
        byte[] pdf = result.index().isEmpty() ? new byte[0] : target.toByteArray();
        return new Single(pdf, result.undrawable());
    }

    /**
     * A letter of its own.
     *
     * @param pdf the file; no bytes when the letter has characters that can't be drawn
     * @param undrawable these characters
     */
    public record Single(byte[] pdf, List<Undrawable> undrawable) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Single(byte[] bytes, List<Undrawable> faults)
                    && Arrays.equals(pdf, bytes)
                    && undrawable.equals(faults);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(pdf) + undrawable.hashCode();
        }
    }

    /** Letters whose pages fill one bundle; a letter is never divided. */
    private List<Letter> batch(Iterator<? extends Letter> letters) {
        var batch = new ArrayList<Letter>();
        int pages = 0;
        while (letters.hasNext() && pages < pagesPerBundle) {
            Letter letter = letters.next();
            batch.add(letter);
            pages += letter.pages().size();
        }
        return batch;
    }

    private record Part(int pages, List<IndexEntry> index, List<Undrawable> undrawable) {}

    private Part print(int number, List<Letter> letters) throws IOException {
        var index = new ArrayList<IndexEntry>();
        var undrawable = new ArrayList<Undrawable>();
        try (var target = new BufferedOutputStream(store.open(number), 1 << 16);
                var bundle = new Bundle(number, fonts, target)) {
            for (Letter letter : letters) {
                var entry = bundle.add(letter, undrawable);
                if (entry != null) {
                    index.add(entry);
                }
            }
            return new Part(bundle.pages(), index, undrawable);
        }
    }

    private static Part result(Future<Part> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("印刷が中断されました", e);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case IOException io -> new UncheckedIOException(io);
                case RuntimeException fault -> fault;
                case null, default -> new IllegalStateException(e.getCause());
            };
        }
    }

    private static PrintResult join(List<Part> parts) {
        var bundles = new ArrayList<Integer>();
        var index = new ArrayList<IndexEntry>();
        var undrawable = new ArrayList<Undrawable>();
        for (Part part : parts) {
            bundles.add(part.pages());
            index.addAll(part.index());
            undrawable.addAll(part.undrawable());
        }
        return new PrintResult(bundles, index, undrawable);
    }
}
