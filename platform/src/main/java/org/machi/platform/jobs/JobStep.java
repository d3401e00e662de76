package org.machi.platform.jobs;

import java.time.Instant;
import java.util.Map;

/** A finished step of a run with what it counted. */
public record JobStep(
        int number, String name, Instant startedAt, Instant endedAt, Map<String, Long> counts) {}
