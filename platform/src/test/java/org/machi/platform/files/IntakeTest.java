package org.machi.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.formats.file.FileKind;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.audit.Actor;
import org.machi.platform.proof.TestDatabase;

class IntakeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static Organisation city;

    @BeforeAll
    static void start() {
        city = TestDatabase.startCity(SampleApplication.class);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private static List<FileRecord> takeAll() {
        return city.get(Intake.class).takeAll(List.of(FileKind.SEIHO), DAY, Actor.timetable());
    }

    @Test
    void a_whole_file_is_applied_and_leaves_the_inbox() throws IOException {
        Path file = city.settings().inbox().resolve("SEIHO_FUKUSHI_131016_000001.csv");
        Files.writeString(file, SampleFiles.welfare(1, 5), StandardCharsets.UTF_8);
        List<FileRecord> taken = takeAll();
        assertThat(taken).extracting(FileRecord::state).containsExactly(FileState.APPLIED);
        assertThat(file).doesNotExist();
    }
}
