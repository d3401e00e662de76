package org.machi.launcher.proof;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many of the small changes that PIT made to the rules about money were noticed by a test.
 *
 * @param packages scores by package
 */
record MutationReport(Map<String, Score> packages) {
    /** Rules about money; one that is missing in a report was not tried at all. */
    static final Set<String> MONEY =
            Set.of(
                    "org.machi.law.premium",
                    "org.machi.law.late",
                    "org.machi.law.refund",
                    "org.machi.law.instalment",
                    "org.machi.law.deduction",
                    "org.machi.law.burden");

    private static final Set<String> NOTICED =
            Set.of("KILLED", "TIMED_OUT", "MEMORY_ERROR", "RUN_ERROR");
    private static final String CHANGED_NOTHING = "NON_VIABLE";

    /**
     * One package.
     *
     * @param noticed changes that made a test fail
     * @param changes all changes
     */
    record Score(int noticed, int changes) {
        boolean reaches(int percent) {
            return changes > 0 && noticed * 100L >= (long) percent * changes;
        }

        private Score with(boolean wasNoticed) {
            return new Score(noticed + (wasNoticed ? 1 : 0), changes + 1);
        }
    }

    /**
     * Reads PIT's CSV: file, class, mutator, method, line, outcome, test.
     *
     * @param lines without a heading
     */
    static MutationReport of(List<String> lines) {
        Map<String, Score> packages = new TreeMap<>();
        MONEY.forEach(name -> packages.put(name, new Score(0, 0)));
        for (String line : lines) {
            String[] cells = line.split(",", 7);
            if (cells.length < 6 || cells[5].equals(CHANGED_NOTHING)) {
                continue;
            }
            String name = cells[1].substring(0, cells[1].lastIndexOf('.'));
            Score before = packages.getOrDefault(name, new Score(0, 0));
            packages.put(name, before.with(NOTICED.contains(cells[5])));
        }
        return new MutationReport(packages);
    }

    boolean reaches(int percent) {
        return packages.values().stream().allMatch(score -> score.reaches(percent));
    }

    /** One line a package. */
    String text() {
        StringBuilder text = new StringBuilder();
        packages.forEach((name, score) ->
                text.append(
                        "%-26s %,5d件の変更のうち %,5d件に試験が気づいた（%.1f%%）%n"
                                .formatted(
                                        name,
                                        score.changes(),
                                        score.noticed(),
                                        100.0 * score.noticed() / Math.max(1, score.changes()))));
        return text.toString();
    }
}
