package org.machi.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PremiumFile;

class KilledRunTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final int KILLED = 137;

    /** The same thirty people with the same incomes. */
    private static UnionScene people() {
        UnionScene union = new UnionScene();
        List<Row> people = new ArrayList<>();
        List<Row> taxes = new ArrayList<>();
        for (int n = 1; n <= 30; n++) {
            SamplePerson person =
                    new SamplePerson(
                            UnionScene.CITY_A, n, "ヒト", LocalDate.of(1935, 1, 1).plusDays(n * 91L));
            people.add(person.initial());
            taxes.add(person.pension(2026, 1_100_000 + n * 100_000L, n * 100_000L));
        }
        union.send(FileKind.U_PERSON, UnionScene.CITY_A, APRIL, people);
        union.send(FileKind.U_TAX, UnionScene.CITY_A, APRIL, taxes);
        union.day(APRIL);
        union.collect(FileKind.U_INSURED, UnionScene.CITY_A);
        return union;
    }

    private static int runApart(UnionScene union, String crash) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.add("-Duser.timezone=Asia/Tokyo");
        command.add("-Dmachi.crash=" + crash);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(UnionDayProgram.class.getName());
        command.addAll(List.of(UnionDayProgram.arguments(union.settings(), JULY)));
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return process.waitFor();
    }

    @Test
    void a_kill_in_the_july_run_and_a_second_start_give_what_a_run_without_it_gives()
            throws Exception {
        List<Row> expected;
        try (UnionScene whole = people()) {
            whole.day(JULY);
            expected = whole.collect(FileKind.U_PREMIUM, UnionScene.CITY_A);
        }
        try (UnionScene killed = people()) {
            assertThat(runApart(killed, "UNION_DAILY.当初賦課.written")).isEqualTo(KILLED);
            assertThat(killed.count("SELECT count(*) FROM assessment.result")).isZero();
            assertThat(runApart(killed, "UNION_DAILY.賦課情報の送付.after")).isEqualTo(KILLED);
            killed.day(JULY);
            List<Row> rows = killed.collect(FileKind.U_PREMIUM, UnionScene.CITY_A);
            assertThat(rows).isEqualTo(expected).hasSize(30);
            assertThat(killed.count("SELECT count(*) FROM assessment.run")).isEqualTo(1);
            assertThat(rows.getFirst().get(PremiumFile.ASSESSMENT_VERSION)).isEqualTo(1);
        }
    }
}
