package org.machi.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.audit.Actor;
import org.machi.platform.database.Login;
import org.machi.platform.proof.Requirement;
import org.machi.platform.proof.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class VaultTest {

    private static final NumberUse USE =
            new NumberUse(
                    new Actor("S001", "T01", "保険年金課", "個人番号の取扱い"),
                    NumberUse.ELDERLY_MEDICAL,
                    LocalDate.of(2026, 4, 1));
    private static Organisation city;
    private static Vault vault;
    private static JdbcClient db;

    @BeforeAll
    static void start() {
        city = TestDatabase.startCity(SampleApplication.class);
        vault = city.get(Vault.class);
        db = city.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    private static List<String> actionsOn(long person) {
        return db.sql("SELECT action || detail FROM audit.event WHERE person_no = ? ORDER BY id")
                .param(person)
                .query(String.class)
                .list();
    }

    @Test
    void a_number_is_stored_shown_and_matched_and_each_leaves_its_record() {
        assertThat(vault.put(1, "123456789018", USE)).isTrue();
        assertThat(vault.put(1, "123456789018", USE)).isFalse();
        assertThat(vault.reveal(1, USE)).contains("123456789018");
        assertThat(vault.match("123456789018", USE)).containsExactly(1L);
        assertThat(actionsOn(1)).containsExactly("個人番号登録新規", "個人番号登録変更なし", "個人番号表示", "個人番号照合一致");
    }

    @Test
    void a_changed_number_replaces_the_old_one_which_no_longer_matches() {
        vault.put(2, "111111111118", USE);
        vault.put(2, "222222222226", USE);
        assertThat(vault.reveal(2, USE)).contains("222222222226");
        assertThat(vault.match("111111111118", USE)).isEmpty();
    }

    @Test
    void a_person_without_a_number_shows_none_and_the_look_is_recorded() {
        assertThat(vault.reveal(3, USE)).isEmpty();
        assertThat(actionsOn(3)).containsExactly("個人番号表示登録なし");
    }

    private static NumberUse use(String staff, String duty, String purpose) {
        return new NumberUse(
                new Actor(staff, "T01", "保険年金課", duty), purpose, LocalDate.of(2026, 4, 1));
    }

    private static List<String> refusals(String staff) {
        return db.sql(
                        """
                        SELECT action || ' ' || duty FROM audit.event
                         WHERE staff = ? AND result = 'REFUSED' ORDER BY id
                        """)
                .param(staff)
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"J05", "U09"})
    void a_duty_that_the_law_does_not_name_gets_no_number_and_the_attempt_stays_on_record() {
        vault.put(40, "123456789018", USE);
        NumberUse other = use("S040", "収納の管理", NumberUse.ELDERLY_MEDICAL);
        assertThatThrownBy(() -> vault.reveal(40, other))
                .isInstanceOf(NumberUseRefused.class)
                .hasMessageContaining("収納の管理");
        assertThatThrownBy(() -> vault.match("123456789018", other))
                .isInstanceOf(NumberUseRefused.class);
        assertThatThrownBy(() -> vault.put(40, "222222222226", other))
                .isInstanceOf(NumberUseRefused.class);
        assertThat(vault.reveal(40, USE)).contains("123456789018");
        assertThat(refusals("S040"))
                .containsExactly("個人番号表示 収納の管理", "個人番号照合 収納の管理", "個人番号登録 収納の管理");
    }

    @Test
    void the_timetable_stores_the_numbers_of_files_but_sees_none() {
        NumberUse timetable = use("S041", "定時処理", NumberUse.ELDERLY_MEDICAL);
        assertThat(vault.put(41, "123456789018", timetable)).isTrue();
        assertThatThrownBy(() -> vault.reveal(41, timetable)).isInstanceOf(NumberUseRefused.class);
        assertThat(refusals("S041")).containsExactly("個人番号表示 定時処理");
    }

    @Test
    void a_purpose_outside_of_the_law_is_refused_and_so_is_a_day_before_the_law() {
        NumberUse curious = use("S042", "個人番号の取扱い", "住民アンケート");
        assertThatThrownBy(() -> vault.reveal(40, curious)).isInstanceOf(NumberUseRefused.class);
        NumberUse early = new NumberUse(USE.actor(), USE.purpose(), LocalDate.of(2015, 12, 31));
        assertThatThrownBy(() -> vault.reveal(40, early)).isInstanceOf(NumberUseRefused.class);
        assertThat(refusals("S042")).hasSize(1);
    }

    @Test
    void a_refusal_stays_on_record_when_the_deed_around_it_is_rolled_back() {
        NumberUse other = use("S043", "収納の管理", NumberUse.ELDERLY_MEDICAL);
        TransactionTemplate transaction = city.get(TransactionTemplate.class);
        assertThatThrownBy(
                        () -> transaction.executeWithoutResult(status -> vault.reveal(40, other)))
                .isInstanceOf(NumberUseRefused.class);
        assertThat(refusals("S043")).hasSize(1);
    }

    @Test
    void nobody_but_the_vault_changes_what_is_permitted() throws SQLException {
        for (Login login :
                List.of(city.settings().database().app(), city.settings().database().owner())) {
            try (Connection connection =
                            DriverManager.getConnection(
                                    city.settings().database().url(),
                                    login.user(),
                                    login.password());
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() ->
                                statement.execute("UPDATE vault.permitted_use SET duty = '収納の管理'"))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void no_look_without_its_record_when_the_transaction_is_rolled_back() {
        vault.put(4, "666666666668", USE);
        city.get(TransactionTemplate.class)
                .executeWithoutResult(status -> {
                    vault.put(4, "222222222226", USE);
                    status.setRollbackOnly();
                });
        assertThat(vault.reveal(4, USE)).contains("666666666668");
    }

    @Test
    void the_numbers_of_a_file_come_in_one_go_with_the_list_of_their_people() {
        vault.put(10, "777777777776", USE);
        TransactionTemplate transaction = city.get(TransactionTemplate.class);
        try (NumberStage stage = vault.stage(77)) {
            stage.add(10, "777777777776");
            stage.add(11, "888888888884");
            stage.add(12, "222222222226");
            assertThat(stage.finish()).isEqualTo(3);
        }
        Long taken = transaction.execute(status -> vault.takeStaged(77, USE));
        assertThat(taken).isEqualTo(2);
        assertThat(vault.reveal(12, USE)).contains("222222222226");
        assertThat(
                        db.sql(
                                        """
                                        SELECT p.person_no FROM audit.run_person p
                                          JOIN audit.event e ON e.id = p.event_id
                                         WHERE e.action = '個人番号登録' ORDER BY 1
                                        """)
                                .query(Long.class)
                                .list())
                .containsExactly(11L, 12L);
        Long again = transaction.execute(status -> vault.takeStaged(77, USE));
        assertThat(again).isZero();
    }

    @Test
    void what_lies_in_the_database_is_not_the_number_and_the_key_lies_elsewhere() throws Exception {
        vault.put(20, "333333333334", USE);
        String url = city.settings().database().url();
        try (Connection connection =
                        TestDatabase.server()
                                .superuserConnection(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "SELECT count(*) FROM vault.number n WHERE n::text LIKE '%333333333334%'"
                                        + " OR position('333333333334'::bytea IN ciphertext) > 0")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
        assertThat(Files.getPosixFilePermissions(city.settings().keys().resolve("number.keyset")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void a_ciphertext_moved_to_another_person_does_not_open() throws Exception {
        vault.put(30, "444444444442", USE);
        vault.put(31, "555555555550", USE);
        String url = city.settings().database().url();
        try (Connection connection =
                        TestDatabase.server()
                                .superuserConnection(url.substring(url.lastIndexOf('/') + 1));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "UPDATE vault.number SET ciphertext = (SELECT ciphertext FROM vault.number"
                            + " WHERE person_no = 30) WHERE person_no = 31");
        }
        assertThatThrownBy(() -> vault.reveal(31, USE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_application_and_the_owner_reach_no_table_of_the_vault() throws SQLException {
        for (Login login :
                List.of(city.settings().database().app(), city.settings().database().owner())) {
            for (String sql :
                    List.of(
                            "SELECT * FROM vault.number",
                            "SELECT * FROM vault.staged",
                            "DELETE FROM vault.number",
                            "UPDATE vault.number SET current = true",
                            "TRUNCATE vault.number")) {
                try (Connection connection =
                                DriverManager.getConnection(
                                        city.settings().database().url(),
                                        login.user(),
                                        login.password());
                        Statement statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute(sql))
                            .as(login.user() + ": " + sql)
                            .hasMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void the_real_grants_are_one_entrance_and_nothing_else() {
        assertThat(
                        db.sql(
                                        """
                                        SELECT table_name || ' ' || privilege_type
                                          FROM information_schema.role_table_grants
                                         WHERE table_schema = 'vault' AND grantee <> grantor
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("staged INSERT");
    }

    @Test
    void the_application_owns_nothing_in_the_database() {
        assertThat(
                        db.sql(
                                        """
                                        SELECT c.oid::regclass::text FROM pg_class c
                                         WHERE c.relowner = current_user::regrole
                                           AND NOT pg_is_other_temp_schema(c.relnamespace)
                                           AND c.relnamespace <> pg_my_temp_schema()
                                           AND c.relpersistence <> 't'
                                        """)
                                .query(String.class)
                                .list())
                .isEmpty();
    }
}
