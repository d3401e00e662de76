package org.machi.law.deduction;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * One capture of the pension service (捕捉) and what follows from it.
 *
 * @param captureOn day whose situation counts: April 1, June 1, … February 1
 * @param noticeBy the pension service tells the municipality by this day
 * @param requestBy the municipality asks for the deduction by this day
 * @param firstMonth month of the first deduction
 * @param payments deductions until the turn of the half-year: 3, 2 or 1
 * @param provisional true for April to August (仮徴収), false for October to February (本徴収)
 */
public record CaptureSchedule(
        LocalDate captureOn,
        LocalDate noticeBy,
        LocalDate requestBy,
        YearMonth firstMonth,
        int payments,
        boolean provisional) {}
