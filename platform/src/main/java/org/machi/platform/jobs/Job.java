package org.machi.platform.jobs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A named sequence of steps that an office runs for a business date.
 *
 * @param code short and lasting, such as {@code K110}; also the name of the job's lock
 * @param name the Japanese name that the console shows
 * @param duty the duty that may start it from the console
 */
public record Job(String code, String name, String duty, List<Step> steps) {

    public Job {
        steps = List.copyOf(steps);
        Set<String> names = new HashSet<>();
        for (Step step : steps) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException(code + " has the step twice: " + step.name());
            }
        }
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(code + " has no steps");
        }
    }

    public static Job of(String code, String name, String duty, Step... steps) {
        return new Job(code, name, duty, List.of(steps));
    }
}
