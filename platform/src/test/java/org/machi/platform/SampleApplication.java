package org.machi.platform;

import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** A small application over the platform, for the platform's own tests. */
@MachiApplication(migrations = "sample")
@ComponentScan(
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.ANNOTATION,
                        classes = SampleApplication.Part.class))
public class SampleApplication {

    /** A part of the sample application. */
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @interface Part {}

    @Bean
    Job threeSteps() {
        return Job.of(
                "T100",
                "三工程",
                "運用",
                Step.of("一", step -> step.count("件数", put(step, 1))),
                Step.of("二", step -> step.count("件数", put(step, 2))),
                Step.of("三", step -> step.count("件数", put(step, 3))));
    }

    @Bean
    Job nothing() {
        return Job.of("T200", "何もしない", "運用", Step.of("空", step -> {}));
    }

    private static int put(org.machi.platform.jobs.StepContext step, int id) {
        return step.db()
                .sql("INSERT INTO sample.thing (id, day) VALUES (?, ?)")
                .param(id)
                .param(step.businessDate())
                .update();
    }
}
