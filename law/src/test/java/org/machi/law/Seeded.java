package org.machi.law;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A small property harness: many cases from one seed; a failure names the seed of its case, so that
 * it can be run alone.
 */
public final class Seeded {
    /** One property on one random case. */
    @FunctionalInterface
    public interface Property {
        void holds(RandomGenerator random);
    }

    private Seeded() {}

    public static void check(long seed, int cases, Property property) {
        for (int i = 0; i < cases; i++) {
            long own = seed + i;
            try {
                property.holds(RandomGeneratorFactory.of("L64X128MixRandom").create(own));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + own + ": " + e.getMessage(), e);
            }
        }
    }
}
