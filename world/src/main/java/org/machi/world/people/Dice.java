package org.machi.world.people;

/**
 * Repeatable randomness: the same seed, topic and item always give the same sequence.
 *
 * <p>SplitMix64 (Steele, Lea, Flood 2014); every fact draws from its own topic, so that a new fact
 * never changes an old one.
 */
public final class Dice {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    public static Dice of(long seed, Topic topic, long item) {
        return new Dice(mix(mix(seed + GAMMA * (topic.ordinal() + 1)) ^ mix(item + GAMMA)));
    }

    /** Dice for a fact about two things, such as a person and a year. */
    public static Dice of(long seed, Topic topic, long item, long second) {
        return of(seed, topic, mix(item) + GAMMA * (second + 1));
    }

    /** A well mixed number from a text, the same on every machine. */
    public static long hash(String text) {
        long h = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001B3L;
        }
        return mix(h);
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    public long nextLong() {
        state += GAMMA;
        return mix(state);
    }

    /** A number from 0 to bound - 1. */
    public int below(int bound) {
        return (int) ((nextLong() >>> 33) % bound);
    }

    /** A number from low to high, both included. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** True in so many of a thousand cases. */
    public boolean permille(int chances) {
        return below(1000) < chances;
    }

    /** The index of one of the weights, drawn in proportion to them. */
    public int weighted(int... weights) {
        int sum = 0;
        for (int w : weights) {
            sum += w;
        }
        int at = below(sum);
        int i = 0;
        while (at >= weights[i]) {
            at -= weights[i];
            i++;
        }
        return i;
    }

    /** A whole number whose average is milli / 1000: the rest decides by chance. */
    public int count(long milli) {
        int whole = (int) (milli / 1000);
        int rest = (int) (milli % 1000);
        return whole + (below(1000) < rest ? 1 : 0);
    }
}
