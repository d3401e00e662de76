package org.machi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.platform.audit.Actor;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.database.DatabaseAccess;
import org.machi.platform.database.OrganisationDatabase;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.jobs.JobRuns;
import org.machi.platform.proof.TestDatabase;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrganisationTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

    private static OrganisationSettings provide(String code, Path home) {
        DatabaseAccess access =
                OrganisationDatabase.provide(TestDatabase.server(), code, home.resolve("keys"));
        return new OrganisationSettings(
                code,
                "試験" + code,
                OrganisationSettings.Kind.CITY,
                access,
                home,
                home.resolve("exchange"),
                0);
    }

    @Test
    void two_cities_in_one_program_share_nothing(@org.junit.jupiter.api.io.TempDir Path folder)
            throws Exception {
        OrganisationSettings a = provide("131016", folder.resolve("a"));
        OrganisationSettings b = provide("131024", folder.resolve("b"));
        try (Organisation first = Organisation.start(SampleApplication.class, a);
                Organisation second = Organisation.start(SampleApplication.class, b)) {
            first.get(BusinessDate.class).open(DAY);
            second.get(BusinessDate.class).open(DAY.plusYears(1));
            first.get(JobRunner.class).run("T100", DAY);
            first.get(AuditTrail.class)
                    .record(Deed.of(Actor.timetable(), "試験", "照会", "画面").aboutPerson(1));
            assertThat(second.get(JobRuns.class).newest(10)).isEmpty();
            assertThat(
                            second.get(JdbcClient.class)
                                    .sql("SELECT count(*) FROM audit.event")
                                    .query(Long.class)
                                    .single())
                    .isZero();
            assertThat(second.get(BusinessDate.class).today()).isEqualTo(DAY.plusYears(1));
            assertThat(cookie(first)).isNotEqualTo(cookie(second));
        }
        assertThatThrownBy(() ->
                        DriverManager.getConnection(
                                b.database().url(),
                                a.database().app().user(),
                                a.database().app().password()))
                .hasMessageContaining("permission denied for database");
        dropEverything("131016", "131024");
    }

    private static String cookie(Organisation organisation) {
        return organisation
                .context()
                .getEnvironment()
                .getRequiredProperty("server.servlet.session.cookie.name");
    }

    private static void dropEverything(String... codes) throws Exception {
        try (var connection = TestDatabase.server().superuserConnection("postgres");
                var statement = connection.createStatement()) {
            for (String code : codes) {
                statement.execute("DROP DATABASE m" + code + " WITH (FORCE)");
            }
        }
    }

    @Test
    void an_organisation_starts_quickly() {
        TestDatabase.startCity(SampleApplication.class).close();
        long start = System.nanoTime();
        TestDatabase.startCity(SampleApplication.class).close();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("organisation started and stopped in %.2f s%n", seconds);
        assertThat(seconds).isLessThan(10);
    }
}
