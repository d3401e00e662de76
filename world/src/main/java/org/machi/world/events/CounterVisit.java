package org.machi.world.events;

import java.time.LocalDate;

/**
 * Someone comes to a counter with an application that no other office sends by file.
 *
 * @param city 0 or 1
 * @param personNo 宛名番号
 * @param kind 届出種別コード: 03 障害認定申請, 04 障害認定撤回
 * @param disability 障害区分, such as 12 身体2級
 */
public record CounterVisit(
        int city, long personNo, String kind, LocalDate cameOn, String disability) {}
