package org.machi.launcher.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.launcher.proof.MutationReport.Score;

class MutationReportTest {
    private static String line(String type, String outcome) {
        return "X.java,org.machi.law.%s,org.pitest.MathMutator,of,12,%s,a.[method:b(c, d)]"
                .formatted(type, outcome);
    }

    @Test
    void changes_are_counted_by_package_and_what_cannot_run_is_left_out() {
        MutationReport report =
                MutationReport.of(
                        List.of(
                                line("late.LateCharge", "KILLED"),
                                line("late.Grace", "TIMED_OUT"),
                                line("late.Grace$Kind", "SURVIVED"),
                                line("late.Grace", "NON_VIABLE"),
                                line("refund.RefundInterest", "NO_COVERAGE")));
        assertThat(report.packages())
                .containsEntry("org.machi.law.late", new Score(2, 3))
                .containsEntry("org.machi.law.refund", new Score(0, 1))
                .containsEntry("org.machi.law.premium", new Score(0, 0));
        assertThat(report.text()).contains("org.machi.law.late", "66.7%");
    }

    /** 9 of 10 is 90%; a package without any change was not tried. */
    @Test
    void every_package_must_reach_the_threshold() {
        List<String> lines = new ArrayList<>();
        for (String name : MutationReport.MONEY) {
            String type = name.replace("org.machi.law.", "") + ".X";
            lines.addAll(Collections.nCopies(9, line(type, "KILLED")));
            lines.add(line(type, "SURVIVED"));
        }
        assertThat(MutationReport.of(lines).reaches(90)).isTrue();
        assertThat(MutationReport.of(lines).reaches(91)).isFalse();
        lines.removeIf(line -> line.contains("law.burden."));
        assertThat(MutationReport.of(lines).reaches(90)).isFalse();
        assertThat(MutationReport.of(List.of()).reaches(1)).isFalse();
    }
}
