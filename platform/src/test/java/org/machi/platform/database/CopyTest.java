package org.machi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.proof.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class CopyTest {

    private static Organisation city;
    private static Copy copy;
    private static JdbcClient db;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void start() {
        city = TestDatabase.startCity(SampleApplication.class);
        copy = city.get(Copy.class);
        db = city.get(JdbcClient.class);
        transaction = city.get(TransactionTemplate.class);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @Test
    void every_type_comes_back_as_it_went() {
        UUID uuid = UUID.randomUUID();
        Instant instant = Instant.parse("2026-04-01T01:02:03.123456Z");
        LocalDate old = LocalDate.of(1868, 1, 25);
        transaction.executeWithoutResult(status -> {
            db.sql(
                            """
                            CREATE TEMP TABLE kinds (a bigint, b integer, c smallint,
                                d boolean, e text, f date, g timestamptz, h uuid, i bytea)
                            ON COMMIT DROP
                            """)
                    .update();
            try (CopyWriter writer =
                    copy.into("kinds", "a", "b", "c", "d", "e", "f", "g", "h", "i")) {
                writer.row().put(Long.MIN_VALUE).put(-1).put((short) -2).put(true);
                writer.put("𠮷野\t家\n\"'\\").put(old).put(instant).put(uuid);
                writer.put(new byte[] {0, -1});
                writer.row();
                for (int i = 0; i < 9; i++) {
                    writer.putNull();
                }
                assertThat(writer.finish()).isEqualTo(2);
            }
            try (CopyReader row = copy.from("SELECT * FROM kinds ORDER BY a")) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong()).isEqualTo(Long.MIN_VALUE);
                assertThat(row.getInt()).isEqualTo(-1);
                assertThat(row.getShort()).isEqualTo((short) -2);
                assertThat(row.getBoolean()).isTrue();
                assertThat(row.getText()).isEqualTo("𠮷野\t家\n\"'\\");
                assertThat(row.getDate()).isEqualTo(old);
                assertThat(row.getInstantOrNull()).isEqualTo(instant);
                assertThat(row.getUuid()).isEqualTo(uuid);
                assertThat(row.getBytesOrNull()).containsExactly(0, -1);
                assertThat(row.next()).isTrue();
                assertThat(row.getLongOr(7)).isEqualTo(7);
                assertThat(row.getIntOr(8)).isEqualTo(8);
                assertThat(row.getIntOr(9)).isEqualTo(9);
                assertThat(row.getTextOrNull()).isNull();
                assertThat(row.getTextOrNull()).isNull();
                assertThat(row.getDateOrNull()).isNull();
                assertThat(row.getInstantOrNull()).isNull();
                assertThat(row.getTextOrNull()).isNull();
                assertThat(row.getBytesOrNull()).isNull();
                assertThat(row.next()).isFalse();
            }
        });
    }

    @Test
    void many_rows_go_in_and_out() {
        int rows = 200_000;
        transaction.executeWithoutResult(status -> {
            try (CopyWriter writer = copy.into("sample.thing", "id", "size", "name")) {
                for (int i = 0; i < rows; i++) {
                    writer.row().put((long) i).put(i % 7).put("人" + i);
                }
                writer.finish();
            }
            long sum = 0;
            try (CopyReader row =
                    copy.from("SELECT id, size, name FROM sample.thing ORDER BY id")) {
                while (row.next()) {
                    sum += row.getLong() + row.getInt() + row.getText().length();
                }
            }
            Long expected =
                    db.sql("SELECT sum(id + size + length(name)) FROM sample.thing")
                            .query(Long.class)
                            .single();
            assertThat(sum).isEqualTo(expected);
            status.setRollbackOnly();
        });
    }

    @Test
    void a_writer_that_is_not_finished_leaves_nothing_and_the_connection_usable() {
        transaction.executeWithoutResult(status -> {
            db.sql("SAVEPOINT before").update();
            CopyWriter writer = copy.into("sample.thing", "id");
            writer.row().put(1L);
            writer.close();
            db.sql("ROLLBACK TO SAVEPOINT before").update();
            assertThat(db.sql("SELECT count(*) FROM sample.thing").query(Long.class).single())
                    .isZero();
        });
    }

    @Test
    void a_field_too_many_or_too_few_is_noticed_before_the_database_sees_it() {
        transaction.executeWithoutResult(status -> {
            try (CopyWriter writer = copy.into("sample.thing", "id", "size")) {
                writer.row().put(1L);
                assertThatThrownBy(writer::row).isInstanceOf(IllegalStateException.class);
            }
            status.setRollbackOnly();
        });
    }
}
