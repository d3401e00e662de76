package org.machi.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.database.Login;
import org.machi.platform.proof.Requirement;
import org.machi.platform.proof.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTest {

    private static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    private static final Actor CLERK = new Actor("S001", "T01", "保険年金課", "資格");
    private static Organisation city;
    private static AuditTrail audit;
    private static JdbcClient db;

    @BeforeAll
    static void start() {
        city = TestDatabase.startCity(SampleApplication.class);
        audit = city.get(AuditTrail.class);
        db = city.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    /** An empty trail for each test; only a superuser can do this. */
    @BeforeEach
    void emptyTrail() throws SQLException, IOException {
        attack(
                """
                TRUNCATE audit.event, audit.run_person, audit.run_people, audit.seal;
                UPDATE audit.chain
                   SET length = 0, head = sha256(convert_to('machi audit ' || chain, 'UTF8'))
                """);
        Files.deleteIfExists(AuditSeals.file(city.settings()));
    }

    private static Deed look(long person) {
        return Deed.of(CLERK, "窓口照会", "照会", "個人画面").aboutPerson(person).on(DAY);
    }

    /** Three looks at person 7, a look at nobody, a run over three people, and a seal. */
    private static void live() {
        audit.record(look(7));
        audit.record(look(7).withDetail("𠮷野家 \"引用\" 改行\nあり"));
        audit.record(look(7));
        audit.record(Deed.of(CLERK, "窓口照会", "検索", "検索画面").on(DAY));
        audit.recordRun(Deed.of(CLERK, "賦課", "一括賦課", "年次賦課").on(DAY), new long[] {3, 1, 2, 2});
        city.get(AuditSeals.class).seal(DAY);
    }

    private static AuditVerdict verify() throws SQLException, IOException {
        try (Connection connection = connect(city.settings().database().app())) {
            return AuditVerifier.verify(connection, AuditSeals.file(city.settings()));
        }
    }

    private static Connection connect(Login login) throws SQLException {
        return DriverManager.getConnection(
                city.settings().database().url(), login.user(), login.password());
    }

    /** What a database administrator with bad intentions could do. */
    private static void attack(String sql) throws SQLException {
        String url = city.settings().database().url();
        try (Connection connection =
                        TestDatabase.server()
                                .superuserConnection(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    @Requirement({"C06"})
    void an_honest_trail_is_whole() throws Exception {
        live();
        AuditVerdict verdict = verify();
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.events()).isEqualTo(5);
        assertThat(verdict.seals()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "at| at + interval '1 microsecond'",
                "business_date| business_date + 1",
                "staff| 'S002'",
                "terminal| 'T02'",
                "office| '税務課'",
                "duty| '賦課'",
                "purpose| '別の目的'",
                "action| '更新'",
                "object| '別の画面'",
                "person_no| person_no + 256",
                "detail| detail || ' '",
                "result| 'REFUSED'",
                "people| 1",
                "hash| sha256(hash)"
            })
    void a_changed_column_names_the_record(String change) throws Exception {
        live();
        attack(
                "UPDATE audit.event SET "
                        + change.replaceFirst("[|]", "=")
                        + " WHERE chain = 7 AND chain_no = 2");
        Long id =
                db.sql("SELECT id FROM audit.event WHERE chain = 7 AND chain_no = 2")
                        .query(Long.class)
                        .single();
        assertThat(verify().faults().getFirst()).contains("記録" + id, "連鎖7の2番目");
    }

    @Test
    void a_deleted_record_is_missed_by_its_number() throws Exception {
        live();
        attack("DELETE FROM audit.event WHERE chain = 7 AND chain_no = 2");
        assertThat(verify().faults().getFirst()).contains("連鎖7の2番目がありません");
    }

    @Test
    void a_deleted_tail_is_missed_even_if_the_head_is_put_back() throws Exception {
        live();
        attack(
                """
                DELETE FROM audit.event WHERE chain = 7 AND chain_no = 3;
                UPDATE audit.chain SET length = 2, head = (SELECT hash FROM audit.event
                    WHERE chain = 7 AND chain_no = 2) WHERE chain = 7
                """);
        assertThat(verify().faults().getFirst()).contains("連鎖7は封印1のとき3件");
    }

    @Test
    void an_inserted_record_is_found() throws Exception {
        live();
        attack(
                """
                INSERT INTO audit.event
                SELECT nextval('audit.event_id'), chain, 4, at, business_date, staff, terminal,
                       office, duty, purpose, action, object, person_no, detail, result, people,
                       people_root, hash FROM audit.event WHERE chain = 7 AND chain_no = 3
                """);
        assertThat(verify().faults().getFirst()).contains("連鎖7の4番目");
    }

    @Test
    void a_chain_that_was_rewritten_with_right_hashes_breaks_the_seal() throws Exception {
        live();
        attack(
                """
                DELETE FROM audit.event WHERE chain = 7;
                UPDATE audit.chain SET length = 0, head = sha256('machi audit 7') WHERE chain = 7;
                SELECT audit.record('2026-04-01', 'S009', 'T', 'O', 'D', 'P', 'A', 'B', 7, '', 'DONE')
                  FROM generate_series(1, 3)
                """);
        assertThat(verify().faults().getFirst()).contains("連鎖7の3番目が封印1");
    }

    @Test
    void a_seal_rewritten_in_the_database_differs_from_the_copy_outside() throws Exception {
        live();
        attack(
                """
                DELETE FROM audit.seal;
                SELECT audit.make_seal('2026-04-02')
                """);
        assertThat(verify().faults()).anyMatch(fault -> fault.contains("データベースの外の控え"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM audit.run_person WHERE person_no = 2",
                "UPDATE audit.run_person SET person_no = 9 WHERE person_no = 2",
                "INSERT INTO audit.run_person SELECT year, event_id, 8 FROM audit.run_person LIMIT 1",
                "INSERT INTO audit.run_person VALUES (2026, 99999, 8)"
            })
    void a_changed_list_of_people_names_the_run(String sql) throws Exception {
        live();
        attack(sql);
        assertThat(verify().faults()).hasSize(1);
        assertThat(verify().faults().getFirst()).contains("対象者");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM audit.run_people WHERE 700 = ANY (people)",
                "UPDATE audit.run_people SET people = array_remove(people, 700::bigint)",
                "UPDATE audit.run_people SET people = array_replace(people, 700::bigint, 9700::bigint)",
                "INSERT INTO audit.run_person SELECT year, event_id, 8000 FROM audit.run_people LIMIT 1"
            })
    void a_changed_list_of_thousands_names_the_run(String sql) throws Exception {
        thousands();
        assertThat(verify().faults()).isEmpty();
        attack(sql);
        assertThat(verify().faults()).hasSize(1);
        assertThat(verify().faults().getFirst()).contains("対象者");
    }

    @Test
    void a_run_over_thousands_is_found_from_each_of_its_people_and_from_nobody_else() {
        thousands();
        audit.recordRun(Deed.of(CLERK, "賦課", "一括賦課", "随時賦課").on(DAY), new long[] {700, 7000});
        assertThat(runsOf(1)).isEqualTo(1);
        assertThat(runsOf(700)).isEqualTo(2);
        assertThat(runsOf(7000)).isEqualTo(2);
        assertThat(runsOf(7001)).isZero();
    }

    private static void thousands() {
        audit.recordRun(
                Deed.of(CLERK, "賦課", "一括賦課", "年次賦課").on(DAY),
                LongStream.rangeClosed(1, 7000).toArray());
    }

    private static long runsOf(long person) {
        return db.sql("SELECT count(*) FROM audit.runs_of(?)")
                .param(person)
                .query(Long.class)
                .single();
    }

    @Test
    void the_record_is_rolled_back_with_its_deed_but_a_refusal_stays() {
        TransactionTemplate transaction = city.get(TransactionTemplate.class);
        transaction.executeWithoutResult(status -> {
            audit.record(look(1));
            audit.recordRefused(look(2));
            status.setRollbackOnly();
        });
        assertThat(
                        db.sql("SELECT person_no, result FROM audit.event")
                                .query((row, n) -> row.getLong(1) + row.getString(2))
                                .list())
                .containsExactly("2REFUSED");
    }

    @Test
    void a_run_lists_the_people_that_its_query_names_at_that_moment() {
        TransactionTemplate transaction = city.get(TransactionTemplate.class);
        transaction.executeWithoutResult(status -> {
            db.sql("INSERT INTO sample.thing (id) VALUES (11), (12)").update();
            audit.recordRun(
                    Deed.of(CLERK, "試験", "一覧", "一覧").on(DAY),
                    "SELECT id FROM sample.thing WHERE id > :least",
                    Map.of("least", 11));
            db.sql("DELETE FROM sample.thing").update();
        });
        assertThat(db.sql("SELECT person_no FROM audit.run_person").query(Long.class).list())
                .containsExactly(12L);
    }

    @Test
    void the_application_may_only_add_through_the_functions_and_read() throws Exception {
        live();
        List<String> forbidden =
                List.of(
                        "INSERT INTO audit.chain VALUES (300, 0, '')",
                        "UPDATE audit.event SET staff = 'x'",
                        "DELETE FROM audit.event",
                        "TRUNCATE audit.event",
                        "UPDATE audit.chain SET length = 0",
                        "DELETE FROM audit.run_person",
                        "DELETE FROM audit.run_people",
                        "DELETE FROM audit.seal",
                        "SELECT audit.append(1::smallint, now()::date, '', '', '', '', '', '', '',"
                                + " 1, '', '', NULL, NULL)",
                        "DROP TABLE audit.event",
                        "ALTER TABLE audit.event DISABLE TRIGGER ALL",
                        "SET ROLE " + city.settings().database().audit().user());
        for (Login login :
                List.of(
                        city.settings().database().app(),
                        city.settings().database().owner(),
                        city.settings().database().vault())) {
            for (String sql : forbidden) {
                try (Connection connection = connect(login);
                        Statement statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute(sql))
                            .as(login.user() + ": " + sql)
                            .isInstanceOf(SQLException.class)
                            .hasMessageMatching("(?s).*(permission denied|must be owner).*");
                }
            }
        }
        assertThat(verify().whole()).isTrue();
    }

    @Test
    void the_real_grants_on_the_audit_tables_are_reading_only() {
        List<String> grants =
                db.sql(
                                """
                                SELECT DISTINCT privilege_type
                                  FROM information_schema.role_table_grants
                                 WHERE table_schema = 'audit' AND grantee <> grantor
                                """)
                        .query(String.class)
                        .list();
        assertThat(grants).containsExactly("SELECT");
    }
}
