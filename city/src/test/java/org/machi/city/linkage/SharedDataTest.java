package org.machi.city.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.platform.database.OrganisationDatabase;
import org.machi.platform.database.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 統合データベース: the database itself keeps who puts and who takes apart. */
class SharedDataTest {

    private static final String ARGUMENTS = "(date '2026-04-01', null, null, 'x', 'x', 'x', 'x')";

    private LinkageOffice office;

    @BeforeEach
    void open() {
        office = new LinkageOffice();
    }

    @AfterEach
    void close() {
        office.close();
    }

    private JdbcClient db() {
        return office.city().db();
    }

    private List<String> as(String receiver, String sql) {
        String role = office.city().get(OrganisationSettings.class).database().receiver(receiver);
        return office.city()
                .get(TransactionTemplate.class)
                .execute(status -> {
                    db().sql("set local role " + role).update();
                    List<String> rows = db().sql(sql).query((row, _) -> row.getString(1)).list();
                    db().sql("reset role").update();
                    return rows;
                });
    }

    @Test
    void the_application_neither_reads_nor_writes_what_is_shared() {
        for (String sql :
                List.of(
                        "select count(*) from share.insured",
                        "insert into share.insured (insured_no, person_no, changed_on, change_no) values"
                                + " ('1', 1, current_date, 1)",
                        "update share.insured set name = 'x'",
                        "delete from share.payment",
                        "delete from share.reading",
                        "update share.definition set items = '{name}'",
                        "update share.provision set items = '{}'",
                        "select share.make_reader('T3')",
                        "select * from share.read_t3" + ARGUMENTS)) {
            assertThatThrownBy(() -> db().sql(sql).query().listOfRows())
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void a_receiver_reads_its_definition_and_nothing_that_it_does_not_name() {
        assertThat(as("nanbyo", "select name from share.read_t8" + ARGUMENTS)).hasSize(3);
        assertThat(as("juki", "select acquired_on from share.read_t2" + ARGUMENTS)).hasSize(3);
        for (String sql :
                List.of(
                        "select name from share.insured",
                        "select * from share.read_t3" + ARGUMENTS,
                        "select * from people.person",
                        "select * from koki.insured",
                        "select share.put_insured(date '2026-04-01')::text",
                        "select staff from audit.event")) {
            assertThatThrownBy(() -> as("nanbyo", sql))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> as("juki", "select name from share.read_t2" + ARGUMENTS))
                .as("T2 names three items and the name is none of them")
                .hasStackTraceContaining("\"name\" does not exist");
    }

    @Test
    void every_reading_is_an_audit_event_with_its_people() {
        long before =
                Long.parseLong(
                        office.value("select count(*) from audit.event where action = '移転'"));
        as("kaigo", "select name from share.read_t6" + ARGUMENTS);
        assertThat(
                        Long.parseLong(
                                office.value(
                                        "select count(*) from audit.event where action = '移転'")))
                .isEqualTo(before + 1);
        assertThat(
                        office.value(
                                "select string_agg(person_no::text, ' ' order by person_no) from"
                                        + " audit.run_person where event_id = (select max(audit_id)"
                                        + " from share.reading)"))
                .isEqualTo("1 2 3");
    }

    @Test
    void each_receiver_has_a_role_without_login_that_the_application_must_step_into() {
        String prefix = office.city().get(OrganisationSettings.class).database().receiver("");
        assertThat(
                        db().sql(
                                        """
                                        select rolname from pg_roles
                                        where rolname like replace(:prefix, '_', '\\_') || '%' and not rolcanlogin and not rolsuper
                                        """)
                                .param("prefix", prefix)
                                .query(String.class)
                                .list())
                .hasSize(OrganisationDatabase.RECEIVERS.size());
        assertThat(
                        office.value(
                                "select count(*) from pg_auth_members where inherit_option and"
                                        + " roleid in (select oid from pg_roles where rolname like"
                                        + " '%\\_to\\_%')"))
                .isEqualTo("0");
    }
}
