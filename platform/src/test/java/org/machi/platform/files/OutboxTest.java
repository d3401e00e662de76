package org.machi.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatReader;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.audit.Actor;
import org.machi.platform.proof.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class OutboxTest {

    private static Organisation city;
    private static Outbox outbox;
    private static TransactionTemplate transaction;

    @BeforeAll
    static void start() {
        city = TestDatabase.startCity(SampleApplication.class);
        outbox = city.get(Outbox.class);
        transaction = city.get(TransactionTemplate.class);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @BeforeEach
    void empty() throws IOException {
        city.get(JdbcClient.class).sql("DELETE FROM files.file").update();
        city.get(JdbcClient.class).sql("DELETE FROM files.serial").update();
        for (String name : inOutbox()) {
            Files.delete(city.settings().outbox().resolve(name));
        }
    }

    private static Dispatch toBank() {
        return Dispatch.of(FileKind.SEIHO, "BANK", SampleFiles.DAY, Actor.timetable());
    }

    private static List<String> inOutbox() throws IOException {
        try (Stream<Path> files = Files.list(city.settings().outbox())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static FileRecord send(int people) {
        FileRecord sent =
                transaction.execute(status ->
                        outbox.send(
                                toBank(),
                                file -> {
                                    for (long person = 1; person <= people; person++) {
                                        file.write(SampleFiles.welfareRow(person));
                                    }
                                }));
        assertThat(sent).isNotNull();
        return sent;
    }

    @Test
    void a_file_appears_whole_when_its_transaction_commits() throws IOException {
        FileRecord sent = send(3);
        assertThat(sent.state()).isEqualTo(FileState.READY);
        assertThat(sent.rows()).isEqualTo(3);
        assertThat(inOutbox()).containsExactly("SEIHO_131016_BANK_000001.csv");
        List<Row> read = new ArrayList<>();
        try (var in = Files.newInputStream(city.settings().outbox().resolve(sent.name()))) {
            FormatReader.read(sent.name(), in, read::add, finding -> {});
        }
        assertThat(read).hasSize(3);
        outbox.sent(List.of(sent.name()));
        assertThat(outbox.ready()).isEmpty();
    }

    @Test
    void numbers_have_no_gaps_after_a_transaction_that_was_rolled_back() throws IOException {
        send(1);
        transaction.executeWithoutResult(status -> {
            outbox.send(toBank(), file -> file.write(SampleFiles.welfareRow(1)));
            status.setRollbackOnly();
        });
        assertThat(inOutbox()).containsExactly("SEIHO_131016_BANK_000001.csv");
        assertThat(send(2).name()).isEqualTo("SEIHO_131016_BANK_000002.csv");
    }

    @Test
    void a_file_that_was_not_finished_never_existed() throws IOException {
        assertThatThrownBy(() ->
                        transaction.execute(status ->
                                outbox.send(
                                        toBank(),
                                        file -> {
                                            throw new IllegalStateException("no rows");
                                        })))
                .hasMessage("no rows");
        assertThat(inOutbox()).isEmpty();
        assertThat(outbox.ready()).isEmpty();
    }

    @Test
    void what_travels_beside_a_file_appears_with_it_and_is_kept() throws IOException {
        transaction.executeWithoutResult(status -> {
            try (OutgoingFile file = outbox.open(toBank())) {
                try (OutputStream pdf = file.attach("pdf")) {
                    pdf.write("%PDF".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                file.write(SampleFiles.welfareRow(1));
                file.finish();
            }
        });
        assertThat(inOutbox())
                .containsExactly("SEIHO_131016_BANK_000001.csv", "SEIHO_131016_BANK_000001.pdf");
    }

    @Test
    void files_are_sent_inside_a_transaction_only() {
        assertThatThrownBy(() -> outbox.open(toBank())).isInstanceOf(IllegalStateException.class);
    }
}
