package org.machi.city.levy;

import java.util.ArrayList;
import java.util.List;
import org.machi.formats.file.FileKind;
import org.machi.platform.files.Intake;
import org.machi.platform.jobs.Job;
import org.machi.platform.jobs.Step;
import org.machi.platform.staff.Duties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 収納日次: the collection office's business day as a job of its own. */
@Configuration(proxyBeanMethods = false)
class LevyJob {

    /** The files of the day in the order in which they may build on each other. */
    static final List<FileKind> FILES =
            List.of(
                    FileKind.MIG_ARREARS,
                    FileKind.MIG_OVERPAID,
                    FileKind.KAIGO_CHARGE,
                    FileKind.CVS_PROMPT,
                    FileKind.CVS_CANCEL,
                    FileKind.CVS_FINAL,
                    FileKind.BANK_RECEIPT,
                    FileKind.ZENGIN_DEBIT_RESULT,
                    FileKind.PRINT_RESULT);

    @Bean
    Job levyDailyJob(LevyDay day, Intake intake) {
        List<Step> steps = new ArrayList<>(day.beforeFiles());
        steps.add(
                Step.repeatable(
                        "収納ファイルの受入れ",
                        step ->
                                step.count(
                                        "ファイル",
                                        intake.takeAll(FILES, step.businessDate(), step.actor())
                                                .size())));
        steps.addAll(day.afterFiles());
        steps.addAll(day.closing());
        return new Job("L100", "収納日次", Duties.JOBS_RUN, steps);
    }
}
