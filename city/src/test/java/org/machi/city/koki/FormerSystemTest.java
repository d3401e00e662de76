package org.machi.city.koki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.insuredNo;
import static org.machi.city.SamplePeople.resident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.FormerFiles;

/** 移行: what the former system knew comes in; what can't be taken is listed and counted. */
class FormerSystemTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final String KNOWN = "\uE001";
    private static final String UNIDENTIFIED = "\uE002";
    private static final String UNMAPPED = "\uE003";

    private CityScene city;

    @BeforeEach
    void register() {
        city = new CityScene();
        city.send(
                FileKind.JUKI_ALL,
                "JUKI",
                APRIL,
                List.of(
                        resident(1, 101, "𠮷野　一", "ヨシノ　ハジメ"),
                        resident(2, 102, "見本　二郎", "ミホン　ジロウ"),
                        resident(3, 103, "見本　三郎", "ミホン　サブロウ"),
                        resident(4, 104, "見本　四郎", "ミホン　シロウ")));
        city.send(
                FileKind.MIG_CHARMAP,
                "OLD",
                APRIL,
                List.of(character("E001", "𠮷", "1"), character("E002", null, "9")));
    }

    @AfterEach
    void close() {
        city.close();
    }

    private static Row character(String code, @Nullable String character, String state) {
        return FormerFiles.CharMap.LAYOUT
                .row()
                .set(FormerFiles.CharMap.OLD_CODE, code)
                .set(FormerFiles.CharMap.OLD_SYSTEM_CODE, "F" + code)
                .set(FormerFiles.CharMap.CHARACTER, character)
                .set(FormerFiles.CharMap.STATE, state)
                .build();
    }

    private static Row.Builder insured(long person, String name) {
        return FormerFiles.Insured.LAYOUT
                .row()
                .set(FormerFiles.Insured.OLD_PERSON_NO, "K" + person)
                .set(FormerFiles.Insured.PERSON_NO, person)
                .set(FormerFiles.Insured.INSURED_NO, insuredNo(person))
                .set(FormerFiles.Insured.NAME, name)
                .set(FormerFiles.Insured.NAME_KANA, "ミホン")
                .set(FormerFiles.Insured.BIRTH_ON, "1945-05-01")
                .set(FormerFiles.Insured.SEX, "2")
                .set(FormerFiles.Insured.ACQUIRED_ON, LocalDate.of(2020, 5, 1))
                .set(FormerFiles.Insured.ACQUIRED_BY, "01")
                .set(FormerFiles.Insured.DEDUCTION_STOP, false);
    }

    private static Row closing(long person, long charged, long received, long unpaid) {
        return FormerFiles.Closing.LAYOUT
                .row()
                .set(FormerFiles.Closing.PERSON_NO, person)
                .set(FormerFiles.Closing.INSURED_NO, insuredNo(person))
                .set(FormerFiles.Closing.ACCOUNT_YEAR, 2025L)
                .set(FormerFiles.Closing.LEVY_YEAR, 2025L)
                .set(FormerFiles.Closing.DECISION_YEAR, 2025L)
                .set(FormerFiles.Closing.ASSESSMENT_NO, insuredNo(person) + "01")
                .set(FormerFiles.Closing.METHOD, "2")
                .set(FormerFiles.Closing.CHARGED, charged)
                .set(FormerFiles.Closing.RECEIVED, received)
                .set(FormerFiles.Closing.REFUNDED, 0L)
                .set(FormerFiles.Closing.UNREFUNDED, 0L)
                .set(FormerFiles.Closing.WRITTEN_OFF, 0L)
                .set(FormerFiles.Closing.UNPAID, unpaid)
                .build();
    }

    private List<String> list(String sql) {
        return city.db().sql(sql).query(String.class).list();
    }

    /** The former system writes something that no layout lets through. */
    private void spoil(FileKind kind, String right, String wrong) throws IOException {
        try (Stream<Path> files = Files.list(city.city().settings().inbox())) {
            Path file =
                    files.filter(f -> f.getFileName().toString().startsWith(kind.code()))
                            .findFirst()
                            .orElseThrow();
            Files.writeString(file, Files.readString(file).replace(right, wrong));
        }
    }

    @Test
    void characters_of_the_former_system_become_those_of_the_map_in_names_and_addresses() {
        city.send(
                FileKind.MIG_INSURED,
                "OLD",
                APRIL,
                List.of(
                        insured(1, KNOWN + "野　一")
                                .set(FormerFiles.Insured.MAIL_NAME, KNOWN + "野　花子")
                                .set(FormerFiles.Insured.MAIL_ADDRESS, "東京都見本市" + KNOWN + "田１")
                                .build()));
        city.day("2026-04-01");
        assertThat(list("select name from koki.former_insured")).containsExactly("𠮷野　一");
        assertThat(
                        list(
                                "select name || '/' || address from people.mailing_on(1, 'KOKI', date '2026-04-01')"))
                .containsExactly("𠮷野　花子/東京都見本市𠮷田１");
    }

    @Test
    void characters_that_nobody_identified_and_other_bad_rows_are_listed_and_counted()
            throws IOException {
        city.send(
                FileKind.MIG_INSURED,
                "OLD",
                APRIL,
                List.of(
                        insured(1, KNOWN + "野　一").build(),
                        insured(2, "見本　" + UNIDENTIFIED).build(),
                        insured(3, "見本　三郎")
                                .set(FormerFiles.Insured.MAIL_ADDRESS, "見本市" + UNMAPPED)
                                .build(),
                        insured(77, "見本　七").build(),
                        insured(4, "見本　四郎")
                                .set(FormerFiles.Insured.INSURED_NO, insuredNo(1))
                                .build(),
                        insured(4, "見本　四郎").build()));
        spoil(FileKind.MIG_INSURED, insuredNo(4), wrongCheckDigit(insuredNo(4)));
        city.day("2026-04-01");
        assertThat(city.findings(FileKind.MIG_INSURED))
                .hasSize(5)
                .anyMatch(f -> f.startsWith("4 氏名（漢字）") && f.endsWith("文字対応表にない外字があります"))
                .anyMatch(f -> f.startsWith("5 送付先住所") && f.endsWith("文字対応表にない外字があります"))
                .contains("6 宛名番号 77 宛名に登録のない人です")
                .contains("7 被保険者番号 " + insuredNo(1) + " 同じ被保険者番号が先の行にあります")
                .anyMatch(f -> f.startsWith("8 被保険者番号 " + wrongCheckDigit(insuredNo(4))));
        assertThat(city.lastFile(FileKind.MIG_INSURED)).startsWith("APPLIED 5");
        assertThat(list("select person_no::text from koki.former_insured")).containsExactly("1");
    }

    private static String wrongCheckDigit(String number) {
        int last = number.charAt(7) - '0';
        return number.substring(0, 7) + (last + 1) % 10;
    }

    @Test
    void what_was_closed_is_what_the_file_says_less_the_rows_that_do_not_add_up() {
        city.send(
                FileKind.MIG_CLOSING,
                "OLD",
                APRIL,
                List.of(
                        closing(1, 60_000, 50_000, 10_000),
                        closing(2, 40_000, 40_000, 0),
                        closing(3, 30_000, 10_000, 10_000)));
        city.day("2026-04-01");
        assertThat(city.findings(FileKind.MIG_CLOSING))
                .containsExactly("5 調定額 30000 調定額が収納額・不納欠損額・収入未済額と合いません");
        assertThat(
                        list(
                                """
                                select f.amount || ' = ' || (select sum(charged) from koki.former_closing) || ' + ' || x.value
                                from files.file f join files.finding x on x.file_id = f.id
                                where f.kind = 'MIG_CLOSING'
                                """))
                .containsExactly("130000 = 100000 + 30000");
    }

    @Test
    void a_second_deduction_of_one_number_is_listed_and_the_first_one_counts() {
        city.send(
                FileKind.MIG_DEDUCTION,
                "OLD",
                APRIL,
                List.of(deduction(1, 2_000), deduction(2, 3_000), deduction(1, 9_000)));
        city.day("2026-04-01");
        assertThat(city.findings(FileKind.MIG_DEDUCTION))
                .containsExactly("5 被保険者番号 " + insuredNo(1) + " 同じ被保険者番号が先の行にあります");
        assertThat(
                        list(
                                "select person_no || ' ' || february from koki.former_deduction order by 1"))
                .containsExactly("1 2000", "2 3000");
        assertThat(list("select distinct state from koki.deduction")).containsExactly("IN_FORCE");
    }
}
