package org.machi.platform;

import java.util.Set;
import java.util.stream.IntStream;
import org.machi.formats.column.Finding;
import org.machi.formats.file.FileKind;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.FileDuty;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.FileRefused;
import org.machi.platform.files.IncomingFile;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.springframework.context.annotation.Bean;

/** A small application over the platform, for the platform's own tests. */
@MachiApplication(migrations = "sample")
public class SampleApplication {

    private static volatile Step.Body asked = step -> {};

    /** Says what the job T300 does from now on. */
    public static void ask(Step.Body body) {
        asked = body;
    }

    @Bean
    FileDuty everyFile() {
        return new FileDuty("files.rows", Set.of(FileKind.values()));
    }

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

    @Bean
    Job asTheTestSays() {
        return Job.of("T300", "試験の通り", "運用", Step.of("仕事", step -> asked.run(step)));
    }

    /** Sends one empty file. */
    @Bean
    Job sending(Outbox outbox) {
        return Job.of(
                "T500",
                "送信",
                "運用",
                Step.of(
                        "送信",
                        step ->
                                outbox.send(
                                        Dispatch.of(
                                                FileKind.SEIHO,
                                                "BANK",
                                                step.businessDate(),
                                                step.actor()),
                                        file -> {})));
    }

    @Bean
    Job fifteenEmptySteps() {
        return new Job(
                "T400",
                "空の十五工程",
                "運用",
                IntStream.rangeClosed(1, 15).mapToObj(n -> Step.of("空" + n, step -> {})).toList());
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

    /** Takes residents; their 個人番号 goes to the vault by itself. */
    @Bean
    FileHandler residents() {
        return FileHandler.of(
                FileKind.JUKI_DIFF,
                file ->
                        file.count(
                                "登録",
                                """
                                INSERT INTO sample.thing (id, name)
                                SELECT person_no, name FROM incoming ON CONFLICT DO NOTHING
                                """));
    }

    /** Money: nothing is taken when one row is wrong. */
    @Bean
    FileHandler careCharges() {
        return FileHandler.of(
                FileKind.KAIGO_CHARGE,
                file -> {
                    if (file.summary().amount() > 1_000_000) {
                        throw new FileRefused(Finding.refuse(0, "合計金額", "", "一度に受け取れる金額を超えています"));
                    }
                    file.count(
                            "調定",
                            "INSERT INTO sample.thing (id, size) SELECT line, 1 FROM incoming");
                });
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
