package org.machi.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatableTest {
    private static final int RESIDENTS = 2_000;
    private static final List<LocalDate> DAYS = Demo.days(Demo.APRIL, LocalDate.of(2026, 5, 22));

    @TempDir Path one;
    @TempDir Path other;

    /** A plug pulled right after a file appeared. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void theSameSeedGivesTheSameBytes() {
        play(one);
        play(other);
        assertThat(Demo.contents(other)).isEqualTo(Demo.contents(one));
    }

    @Test
    void anotherSeedGivesOtherPeople() {
        Demo.open(one, RESIDENTS).migration();
        WorldSettings s = Demo.settings(other, RESIDENTS);
        World.open(new WorldSettings(other, 7, RESIDENTS, s.unionCode(), 2026, s.calendar()))
                .migration();
        assertThat(Demo.contents(other)).isNotEqualTo(Demo.contents(one));
    }

    @Test
    void aWorldKilledAfterAnyFileAndOpenedAgainGivesTheSameBytes() {
        play(one);
        playWithKills(other);
        assertThat(Demo.contents(other)).isEqualTo(Demo.contents(one));
    }

    @Test
    void aDayThatWasDoneIsToldAgainAndNotSentAgain() {
        World world = Demo.open(one, RESIDENTS);
        world.migration();
        DayReport first = world.morning(Demo.APRIL);
        Map<String, String> before = Demo.contents(one);
        World again = Demo.open(one, RESIDENTS);
        assertThat(again.migration().files()).isNotEmpty();
        assertThat(again.morning(Demo.APRIL)).isEqualTo(first);
        assertThat(Demo.contents(one)).isEqualTo(before);
    }

    private static void play(Path data) {
        World world = Demo.open(data, RESIDENTS);
        world.migration();
        for (LocalDate day : DAYS) {
            world.morning(day);
            world.evening(day);
        }
    }

    /** Kills after the first file, then after the second, and so on until a step gets through. */
    private static void playWithKills(Path data) {
        for (int step = -1; step < 2 * DAYS.size(); step++) {
            int survived = 1;
            while (!survives(data, step, survived)) {
                survived++;
            }
        }
    }

    private static boolean survives(Path data, int step, int filesUntilKill) {
        int[] left = {filesUntilKill};
        Progress plug =
                file -> {
                    if (--left[0] == 0) {
                        throw new Killed();
                    }
                };
        World world = World.open(Demo.settings(data, RESIDENTS), plug);
        try {
            if (step < 0) {
                world.migration();
            } else if (step % 2 == 0) {
                world.morning(DAYS.get(step / 2));
            } else {
                world.morning(DAYS.get(step / 2));
                world.evening(DAYS.get(step / 2));
            }
            return true;
        } catch (Killed killed) {
            return false;
        }
    }
}
