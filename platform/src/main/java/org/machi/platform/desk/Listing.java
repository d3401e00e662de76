package org.machi.platform.desk;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One page of a list; {@code platform/parts :: pager} draws its foot.
 *
 * @param rows the rows of this page
 * @param page 1 for the first
 * @param size rows on a full page
 * @param total rows of the whole list
 */
public record Listing<T>(List<T> rows, int page, int size, long total) {
    private static final int NEAR = 2;

    public Listing {
        rows = List.copyOf(rows);
        if (page < 1 || size < 1) {
            throw new IllegalArgumentException("pages and their size begin with 1");
        }
    }

    /** The page that was asked for, never below 1 and never so high that its offset overflows. */
    public static int page(int asked) {
        return Math.clamp(asked, 1, 1_000_000);
    }

    public static int offset(int page, int size) {
        return (page(page) - 1) * size;
    }

    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    /** Page numbers around the present one. */
    public List<Integer> near() {
        return IntStream.rangeClosed(Math.max(1, page - NEAR), Math.min(pages(), page + NEAR))
                .boxed()
                .toList();
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** 全120件中 51〜100件目. */
    public String words() {
        if (total == 0) {
            return "0件";
        }
        long first = (long) (page - 1) * size + 1;
        return pages() == 1
                ? "全%,d件".formatted(total)
                : "全%,d件中 %,d〜%,d件目".formatted(total, first, first + rows.size() - 1);
    }
}
