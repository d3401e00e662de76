package org.machi.world.events;

import java.time.LocalDate;

/**
 * 生活保護 begins or ends.
 *
 * @param change 1 開始, 2 廃止, 9 取消 of a 開始
 */
public record WelfareEvent(
        int person, int city, String change, LocalDate changedOn, LocalDate decidedOn) {}
