package org.machi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machi.platform.SampleApplication;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.proof.TestDatabase;

/** What keeps the database from starting is one sentence that says what to do. */
class StartsOnlyWhereItCanTest {

    @TempDir Path folder;

    @Test
    void another_system_or_machine_is_named() {
        assertThatCode(() -> PostgresBinaries.requirePlatform("Linux", "amd64"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PostgresBinaries.requirePlatform("Linux", "aarch64"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("this is Linux on aarch64");
        assertThatThrownBy(() -> PostgresBinaries.requirePlatform("Mac OS X", "amd64"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Mac OS X");
    }

    @Test
    void a_disk_without_room_is_named_before_anything_is_written() throws IOException {
        assertThatCode(() -> Room.require(folder, 1)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Room.require(folder, Long.MAX_VALUE))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MB are free where " + folder)
                .hasMessageContaining("--data");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_below_a_file_is_named() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> Room.require(file.resolve("data"), 1))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("can't be made");
    }

    @Test
    void data_of_another_version_are_left_as_they_are() throws SQLException {
        OrganisationSettings city =
                TestDatabase.fresh(SampleApplication.class, Kind.CITY, "131016");
        Login owner = city.database().owner();
        try (Connection connection =
                        DriverManager.getConnection(
                                city.database().url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE migration.flyway_history SET checksum = checksum + 1 WHERE version = '1.01'");
        }
        assertThatThrownBy(() -> Migrations.run(city.database(), "sample"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("another version of machi")
                .hasMessageContaining("--fresh")
                .message()
                .hasLineCount(1);
    }
}
