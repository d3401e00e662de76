package org.machi.platform;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.springframework.context.annotation.Bean;

/** A small application over the platform, for the platform's own tests. */
@MachiApplication(migrations = "sample")
public class SampleApplication {

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

    private static int put(StepContext step, int id) {
        return step.db()
                .sql("INSERT INTO sample.thing (id, day) VALUES (?, ?)")
                .param(id)
                .param(step.businessDate())
                .update();
    }

    /** Takes people up to 899; the others are unknown. */
    @Bean
    FileHandler welfare() {
        return FileHandler.of(FileKind.SEIHO, SampleApplication::takeWelfare);
    }

    private static void takeWelfare(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "住民台帳にない人です", "i.person_no >= 900");
        file.count(
                "登録",
                """
                INSERT INTO sample.thing (id, name, day)
                SELECT person_no, case_no, changed_on FROM incoming ON CONFLICT DO NOTHING
                """);
    }
}
