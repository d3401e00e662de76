package org.machi.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.machi.formats.column.Finding;
import org.machi.formats.file.FileKind;
import org.machi.platform.Organisation;
import org.machi.platform.SampleApplication;
import org.machi.platform.audit.Actor;
import org.machi.platform.proof.Requirement;
import org.machi.platform.proof.TestDatabase;
import org.machi.platform.vault.NumberUse;
import org.machi.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;

class IntakeTest {

    private static final LocalDate DAY = SampleFiles.DAY;
    private static Organisation city;
    private static JdbcClient db;

    @BeforeAll
    static void start() {
        city = TestDatabase.startCity(SampleApplication.class);
        db = city.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        city.close();
    }

    @BeforeEach
    void nothingCameYet() {
        for (String table : List.of("files.finding", "files.file", "sample.thing")) {
            db.sql("DELETE FROM " + table).update();
        }
    }

    private static Path deliver(String name, String content) throws IOException {
        return deliver(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static Path deliver(String name, byte[] content) throws IOException {
        return Files.write(city.settings().inbox().resolve(name), content);
    }

    private static String name(int serial) {
        return "SEIHO_FUKUSHI_131016_%06d.csv".formatted(serial);
    }

    private static FileRecord take(Path source) {
        return city.get(Intake.class).take(source, DAY, Actor.timetable());
    }

    private static List<Finding> findings(FileRecord file) {
        return city.get(FileRecords.class).findings(file.id());
    }

    private static List<Long> things() {
        return db.sql("SELECT id FROM sample.thing ORDER BY id").query(Long.class).list();
    }

    private static List<String> folder(String name) throws IOException {
        Path folder = city.settings().inbox().resolveSibling(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void a_whole_file_is_kept_applied_recorded_and_leaves_the_inbox() throws IOException {
        String content = SampleFiles.welfare(77, 5);
        Path source = deliver(name(77), content);
        FileRecord file = take(source);
        assertThat(file.state()).isEqualTo(FileState.APPLIED);
        assertThat(file.rows()).isEqualTo(5);
        assertThat(things()).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(source).doesNotExist();
        assertThat(folder("done")).anyMatch(done -> done.startsWith(name(77)));
        try (InputStream kept = city.get(FileStore.class).open(file.storedAs())) {
            assertThat(new String(kept.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(content);
        }
        assertThat(
                        db.sql(
                                        """
                                        SELECT p.person_no FROM audit.run_person p
                                          JOIN audit.event e ON e.id = p.event_id
                                         WHERE e.object = ? ORDER BY 1
                                        """)
                                .param(name(77))
                                .query(Long.class)
                                .list())
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void the_kept_bytes_are_not_readable_on_disk_and_a_changed_byte_is_noticed()
            throws IOException {
        FileRecord file = take(deliver(name(2), SampleFiles.welfare(2, 5)));
        Path stored = city.settings().folder().resolve("files").resolve(file.storedAs());
        byte[] bytes = Files.readAllBytes(stored);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("生活保護", "SEIHO");
        bytes[bytes.length / 2] ^= 1;
        Files.write(stored, bytes);
        assertThatThrownBy(
                        () -> {
                            try (InputStream kept =
                                    city.get(FileStore.class).open(file.storedAs())) {
                                kept.readAllBytes();
                            }
                        })
                .isInstanceOf(IOException.class);
    }

    @Test
    @Requirement({"P14"})
    void the_same_bytes_again_have_no_effect_under_any_name() throws IOException {
        String content = SampleFiles.welfare(1, 3);
        FileRecord first = take(deliver(name(1), content));
        db.sql("DELETE FROM sample.thing").update();
        FileRecord again = take(deliver(name(1), content));
        FileRecord renamed = take(deliver(name(9), content));
        assertThat(List.of(again.state(), renamed.state()))
                .containsExactly(FileState.DUPLICATE, FileState.DUPLICATE);
        assertThat(again.sameAs()).isEqualTo(first.id());
        assertThat(again.message()).contains("2026-04-01", "受け取っています", "二重には取り込まれません");
        assertThat(things()).isEmpty();
        assertThat(folder("in")).isEmpty();
    }

    @Test
    void the_same_number_with_other_bytes_is_held_and_asks() throws IOException {
        FileRecord first = take(deliver(name(1), SampleFiles.welfare(1, 3)));
        FileRecord other = take(deliver(name(1), SampleFiles.welfare(1, 4)));
        assertThat(other.state()).isEqualTo(FileState.HELD);
        assertThat(other.sameAs()).isEqualTo(first.id());
        assertThat(findings(other).getFirst().reason()).contains("内容が違います");
        assertThat(things()).containsExactly(1L, 2L, 3L);
        assertThat(folder("held")).hasSize(1);
    }

    @Test
    void a_file_for_another_municipality_is_refused() throws IOException {
        FileRecord file =
                take(
                        deliver(
                                "SEIHO_FUKUSHI_131024_000001.csv",
                                SampleFiles.welfare("FUKUSHI", "131024", 1, 3)));
        assertThat(file.state()).isEqualTo(FileState.REFUSED);
        assertThat(findings(file).getFirst().item()).isEqualTo("送信先コード");
        assertThat(things()).isEmpty();
    }

    @Test
    void a_file_whose_header_names_another_municipality_than_its_name_is_refused()
            throws IOException {
        FileRecord file = take(deliver(name(1), SampleFiles.welfare("FUKUSHI", "131024", 1, 3)));
        assertThat(file.state()).isEqualTo(FileState.REFUSED);
        assertThat(things()).isEmpty();
    }

    @Test
    void a_file_from_someone_who_does_not_send_this_kind_is_refused() throws IOException {
        FileRecord file =
                take(
                        deliver(
                                "SEIHO_TAX_131016_000001.csv",
                                SampleFiles.welfare("TAX", "131016", 1, 3)));
        assertThat(file.state()).isEqualTo(FileState.REFUSED);
        assertThat(findings(file).getFirst().item()).isEqualTo("送信元コード");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
    void a_file_cut_off_at_any_tenth_changes_nothing(int tenth) throws IOException {
        byte[] content = SampleFiles.welfare(1, 50).getBytes(StandardCharsets.UTF_8);
        byte[] cut = java.util.Arrays.copyOf(content, content.length * tenth / 10);
        FileRecord file = take(deliver(name(1), cut));
        assertThat(file.state()).isEqualTo(FileState.REFUSED);
        assertThat(findings(file)).isNotEmpty();
        assertThat(things()).isEmpty();
        assertThat(folder("refused")).isNotEmpty();
        FileRecord whole = take(deliver(name(1), content));
        assertThat(whole.state())
                .as("the whole file may come afterwards")
                .isEqualTo(FileState.APPLIED);
    }

    @ParameterizedTest
    @CsvSource({"'T,3,0', 'T,4,0', 件数", "'T,3,0', 'T,3,1', 合計金額"})
    void a_trailer_that_does_not_add_up_refuses_the_file(String from, String to, String item)
            throws IOException {
        FileRecord file = take(deliver(name(1), SampleFiles.welfare(1, 3).replace(from, to)));
        assertThat(file.state()).isEqualTo(FileState.REFUSED);
        assertThat(findings(file)).extracting(Finding::item).contains(item);
        assertThat(things()).isEmpty();
    }

    @Test
    void a_row_with_a_word_for_a_number_is_listed_with_line_item_value_and_the_others_are_taken()
            throws IOException {
        String content = SampleFiles.welfare(1, 3).replace("000000000000002", "00000000000000二");
        FileRecord file = take(deliver(name(1), content));
        assertThat(file.state()).isEqualTo(FileState.APPLIED);
        assertThat(file.badRows()).isEqualTo(1);
        assertThat(things()).containsExactly(1L, 3L);
        Finding finding = findings(file).getFirst();
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.item()).isEqualTo("宛名番号");
        assertThat(finding.value()).isEqualTo("00000000000000二");
        assertThat(finding.reason()).isNotEmpty();
        assertThat(finding.whatToDo()).isNotEmpty();
    }

    @Test
    void a_broken_character_is_listed_and_never_becomes_a_question_mark() throws IOException {
        byte[] content =
                SampleFiles.welfare(1, 2)
                        .replace(",1000,", ",1?00,")
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '?') {
                content[i] = (byte) 0x82;
                break;
            }
        }
        FileRecord file = take(deliver(name(1), content));
        assertThat(findings(file)).anyMatch(finding -> finding.line() == 3);
        assertThat(
                        db.sql("SELECT count(*) FROM sample.thing WHERE name LIKE '%?%' AND id = 1")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void a_row_about_an_unknown_person_is_set_aside_and_the_totals_agree() throws IOException {
        FileRecord file =
                take(
                        deliver(
                                name(1),
                                SampleFiles.welfare(1, 3)
                                        .replace("000000000000002", "000000000000900")));
        assertThat(file.state()).isEqualTo(FileState.APPLIED);
        assertThat(file.rows()).isEqualTo(3);
        assertThat(file.badRows()).isEqualTo(1);
        assertThat(file.findings()).isEqualTo(1);
        assertThat(things()).containsExactly(1L, 3L);
        Finding finding = findings(file).getFirst();
        assertThat(finding.line()).isEqualTo(4);
        assertThat(finding.value()).isEqualTo("900");
        assertThat(finding.reason()).contains("住民台帳にない");
    }

    @Test
    void a_file_about_money_is_refused_whole_for_one_wrong_row() throws IOException {
        String content =
                SampleFiles.charges(1, 3, 100).replace("000000000000002", "00000000000000x");
        FileRecord file = take(deliver("KAIGO_CHARGE_KAIGO_131016_000001.csv", content));
        assertThat(file.state()).isEqualTo(FileState.REFUSED);
        assertThat(findings(file)).extracting(Finding::line).contains(4L);
        assertThat(things()).isEmpty();
    }

    @Test
    void rows_told_again_under_another_number_refuse_their_file_and_stop_nothing()
            throws IOException {
        take(deliver("KAIGO_CHARGE_KAIGO_131016_000001.csv", SampleFiles.charges(1, 1, 100)));
        FileRecord again =
                take(
                        deliver(
                                "KAIGO_CHARGE_KAIGO_131016_000002.csv",
                                SampleFiles.charges(2, 3, 100)));
        assertThat(again.state()).isEqualTo(FileState.REFUSED);
        assertThat(again.message()).contains("すでに取り込んだものと同じ行");
        assertThat(things()).hasSize(1);
    }

    @Test
    void a_handler_that_refuses_leaves_nothing_behind_but_its_reason() throws IOException {
        FileRecord file =
                take(
                        deliver(
                                "KAIGO_CHARGE_KAIGO_131016_000001.csv",
                                SampleFiles.charges(1, 3, 1_000_000)));
        assertThat(file.state()).isEqualTo(FileState.REFUSED);
        assertThat(file.message()).contains("金額を超えています");
        assertThat(things()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memo.txt",
                "SEIHO_FUKUSHI_131016_1.csv",
                "SEIHO_FUKUSHI_131016_000000.csv",
                "NOPE_FUKUSHI_131016_000001.csv",
                "TAX_DIFF_TAX_131016_000001.csv"
            })
    void a_name_or_kind_that_nobody_agreed_on_is_refused_visibly(String name) throws IOException {
        deliver(name, SampleFiles.welfare(1, 3));
        List<FileRecord> taken =
                city.get(Intake.class)
                        .takeAll(
                                List.of(FileKind.SEIHO, FileKind.TAX_DIFF), DAY, Actor.timetable());
        assertThat(taken).extracting(FileRecord::state).containsExactly(FileState.REFUSED);
        assertThat(things()).isEmpty();
    }

    @Test
    void garbage_is_refused_with_a_bounded_list() throws IOException {
        byte[] garbage = new byte[2_000_000];
        new java.util.Random(7).nextBytes(garbage);
        FileRecord file = take(deliver(name(1), garbage));
        assertThat(file.state()).isEqualTo(FileState.REFUSED);
        assertThat(findings(file)).hasSizeLessThanOrEqualTo(Findings.KEPT + 1);
    }

    @Test
    void a_file_still_being_written_is_left_alone() throws IOException {
        Path half = deliver(name(1) + ".tmp", "H,SEIHO");
        Path hidden = deliver("." + name(1) + ".tmp", "H,SEIHO");
        assertThat(city.get(Intake.class).takeAll(List.of(FileKind.SEIHO), DAY, Actor.timetable()))
                .isEmpty();
        assertThat(half).exists();
        Files.delete(half);
        Files.delete(hidden);
    }

    @Test
    void files_are_taken_in_the_given_order_of_kinds_and_by_number() throws IOException {
        deliver(name(2), SampleFiles.welfare(2, 2));
        deliver(name(1), SampleFiles.welfare(1, 1));
        deliver("KAIGO_CHARGE_KAIGO_131016_000001.csv", SampleFiles.charges(1, 1, 5));
        deliver("JUKI_DIFF_JUKI_131016_000001.csv", SampleFiles.resident(1, 500, "123456789018"));
        Intake intake = city.get(Intake.class);
        assertThat(
                        intake.takeAll(
                                List.of(FileKind.KAIGO_CHARGE, FileKind.SEIHO),
                                DAY,
                                Actor.timetable()))
                .extracting(file -> file.kind() + file.serial())
                .containsExactly("KAIGO_CHARGE1", "SEIHO1", "SEIHO2");
        assertThat(intake.takeAll(List.of(FileKind.JUKI_DIFF), DAY, Actor.timetable()))
                .extracting(FileRecord::state)
                .containsExactly(FileState.APPLIED);
    }

    @Test
    @Requirement({"J05"})
    void a_my_number_goes_to_the_vault_and_nowhere_else() throws IOException {
        FileRecord file =
                take(
                        deliver(
                                "JUKI_DIFF_JUKI_131016_000002.csv",
                                SampleFiles.resident(2, 600, "123456789018")));
        assertThat(file.state()).isEqualTo(FileState.APPLIED);
        NumberUse use =
                new NumberUse(
                        new Actor("S001", "T01", "保険年金課", "個人番号の取扱い"),
                        NumberUse.ELDERLY_MEDICAL,
                        DAY);
        assertThat(city.get(Vault.class).reveal(600, use)).contains("123456789018");
        assertThat(
                        db.sql("SELECT name FROM sample.thing WHERE id = 600")
                                .query(String.class)
                                .single())
                .isEqualTo("𠮷野　花子");
        FileRecord wrong =
                take(
                        deliver(
                                "JUKI_DIFF_JUKI_131016_000003.csv",
                                SampleFiles.resident(3, 601, "123456789018")
                                        .replace("123456789018", "123456789019")));
        assertThat(findings(wrong).getFirst().value()).isEqualTo("＊＊＊");
    }
}
