package org.machi.platform.jobs;

/**
 * Named places where a test makes the program die as if by kill -9, to prove that work resumes.
 * Without the system property {@code machi.crash} (set by tests only) nothing happens.
 */
public final class CrashPoint {

    /** {@code name} or {@code name#n}: die when the place is reached the n-th time. */
    private static final String WANTED = System.getProperty("machi.crash", "");

    private static final int EXIT_CODE = 137;
    private static int timesReached;

    private CrashPoint() {}

    /** Dies here if the test asked for it. */
    public static void reached(String name) {
        if (!WANTED.isEmpty()) {
            dieIfWanted(name);
        }
    }

    private static synchronized void dieIfWanted(String name) {
        int hash = WANTED.lastIndexOf('#');
        String place = hash < 0 ? WANTED : WANTED.substring(0, hash);
        int times = hash < 0 ? 1 : Integer.parseInt(WANTED.substring(hash + 1));
        if (place.equals(name) && ++timesReached == times) {
            Runtime.getRuntime().halt(EXIT_CODE);
        }
    }
}
