package org.machi.platform.staff;

import java.time.Duration;

/**
 * When repeated failures close an account for a while.
 *
 * @param failures how many wrong passwords in a row close it
 * @param closed how long it stays closed
 */
public record LockOut(int failures, Duration closed) {
    /** Five failures, thirty minutes. */
    public static final LockOut USUAL = new LockOut(5, Duration.ofMinutes(30));

    public LockOut {
        if (failures < 1 || closed.isNegative()) {
            throw new IllegalArgumentException("a lock-out needs at least one failure");
        }
    }
}
