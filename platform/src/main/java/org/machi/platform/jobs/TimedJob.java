package org.machi.platform.jobs;

import java.time.LocalTime;

/** A job that the timetable starts every day at a time of the office's clock. */
public record TimedJob(String job, LocalTime at) {}
