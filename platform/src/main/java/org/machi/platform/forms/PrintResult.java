package org.machi.platform.forms;

import java.util.List;

/**
 * What a print run made.
 *
 * @param bundles pages of each bundle, in order; bundle n is at n − 1
 * @param index one entry per printed letter, in the order of the letters
 * @param undrawable why letters were set aside (引き抜き), one entry per character and item
 */
public record PrintResult(
        List<Integer> bundles, List<IndexEntry> index, List<Undrawable> undrawable) {
    public int pages() {
        return bundles.stream().mapToInt(Integer::intValue).sum();
    }

    /** Letters that were set aside. */
    public long setAside() {
        return undrawable.stream().map(Undrawable::letterNo).distinct().count();
    }
}
