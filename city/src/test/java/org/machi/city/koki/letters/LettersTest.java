package org.machi.city.koki.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.SamplePeople.care;
import static org.machi.city.SamplePeople.deduction;
import static org.machi.city.SamplePeople.insured;
import static org.machi.city.SamplePeople.premium;
import static org.machi.city.SamplePeople.resident;
import static org.machi.city.SamplePeople.residentBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.CityDeskScene;
import org.machi.city.CityScene;
import org.machi.city.SamplePeople;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.ResidentFile;
import org.machi.formats.slip.OcrLine;
import org.machi.platform.forms.IndexEntry;
import org.machi.platform.forms.LetterId;
import org.machi.platform.forms.PageCut;
import org.machi.platform.proof.Requirement;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/**
 * One year of letters of five people: 1 pays by slips (base 1,000,000: 144,000 + 3,800), 2 by
 * debit, 3 by deduction, 4 has a name that no font has, 5 is protected and lives with 6.
 */
class LettersTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static CityDeskScene desk;
    private static CityScene city;
    private static List<Row> april;
    private static List<Row> july;
    private static List<Row> august;
    private static byte[] julyBundle;
    private static byte[] augustBundle;

    @BeforeAll
    static void aYear() throws IOException {
        desk = new CityDeskScene();
        city = desk.city();
        city.send(FileKind.JUKI_ALL, "JUKI", APRIL, residents());
        city.send(FileKind.MIG_DEDUCTION, "OLD", APRIL, List.of(deduction(3, 2_000)));
        city.send(FileKind.ACCOUNT_REG, "BANK", APRIL, List.of(SamplePeople.account(2)));
        city.send(FileKind.KAIGO_DED, "KAIGO", APRIL, List.of(care(3, 5_000)));
        city.send(FileKind.U_INSURED, CityScene.UNION, APRIL, register());
        city.day("2026-04-01");
        april = city.printIndex();
        city.emptyOutbox();
        LocalDate decided = LocalDate.of(2026, 7, 1);
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                decided,
                List.of(
                        premium(1, 1, 1_000_000, decided),
                        premium(2, 1, 1_000_000, decided),
                        premium(3, 1, 0, decided),
                        premium(4, 1, 0, decided),
                        premium(5, 1, 0, decided)));
        city.day("2026-07-01");
        city.day("2026-07-13");
        assertThat(city.printIndex()).as("nothing before the notice day").isEmpty();
        city.day("2026-07-14");
        july = city.printIndex();
        julyBundle = Files.readAllBytes(city.bundles().getFirst());
        city.emptyOutbox();
        LocalDate changed = LocalDate.of(2026, 8, 5);
        city.send(
                FileKind.U_PREMIUM,
                CityScene.UNION,
                changed,
                List.of(premium(1, 2, 600_000, changed)));
        city.day("2026-08-05");
        assertThat(city.printIndex()).as("not on the day of the plan").isEmpty();
        city.day("2026-08-06");
        august = city.printIndex();
        augustBundle = Files.readAllBytes(city.bundles().getFirst());
        Files.write(Path.of("target", "july.pdf"), julyBundle);
        Files.write(Path.of("target", "august.pdf"), augustBundle);
    }

    private static List<Row> residents() {
        return List.of(
                resident(1, 101, "見本　太郎", "ミホン　タロウ"),
                resident(2, 102, "口座　振子", "コウザ　フリコ"),
                resident(3, 103, "年金　花子", "ネンキン　ハナコ"),
                resident(4, 104, "\uD880\uDEDE田　四郎", "ビャンダ　シロウ"),
                residentBuilder(5, 105, "支援　五子", "シエン　イツコ")
                        .set(ResidentFile.PROTECTION, "1")
                        .build(),
                residentBuilder(6, 105, "支援　六郎", "シエン　ロクロウ")
                        .set(ResidentFile.HEAD_NO, 5L)
                        .set(ResidentFile.RELATION_NAME, "夫")
                        .build());
    }

    private static List<Row> register() {
        return List.of(
                insured(1, "見本　太郎", "ミホン　タロウ"),
                insured(2, "口座　振子", "コウザ　フリコ"),
                insured(3, "年金　花子", "ネンキン　ハナコ"),
                insured(4, "\uD880\uDEDE田　四郎", "ビャンダ　シロウ"),
                insured(5, "支援　五子", "シエン　イツコ"));
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    private static List<String> kinds(List<Row> index, long personNo) {
        return index.stream()
                .filter(row -> row.get(PrintIndexFile.PERSON_NO) == personNo)
                .map(row -> row.get(PrintIndexFile.KIND))
                .distinct()
                .toList();
    }

    private static List<Row> slips(List<Row> index, long personNo) {
        return index.stream()
                .filter(row -> row.get(PrintIndexFile.PERSON_NO) == personNo)
                .filter(row -> row.has(PrintIndexFile.SLIP_NO))
                .toList();
    }

    /** The text of a person's letter of a kind, without spaces. */
    private static String text(byte[] bundle, List<Row> index, long personNo, String kind)
            throws IOException {
        Row row =
                index.stream()
                        .filter(r -> r.get(PrintIndexFile.PERSON_NO) == personNo)
                        .filter(r -> r.get(PrintIndexFile.KIND).equals(kind))
                        .findFirst()
                        .orElseThrow();
        StringBuilder text = new StringBuilder();
        try (PdfReader reader = new PdfReader(bundle)) {
            long first = row.get(PrintIndexFile.FIRST_PAGE);
            for (long page = first; page < first + row.get(PrintIndexFile.PAGES); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage((int) page));
            }
        }
        return text.toString().replaceAll("[\\s　]", "");
    }

    @Test
    @Requirement({"T06"})
    void provisional_deductions_are_told_on_the_first_of_april() {
        assertThat(april).hasSize(1);
        assertThat(kinds(april, 3)).containsExactly("05");
        assertThat(
                        city.db()
                                .sql(
                                        "select count(*) from koki.plan where provisional and noticed_on = :day")
                                .param("day", APRIL)
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    @Requirement({"F03", "D02", "I29"})
    void the_decision_names_person_calculation_and_periods() throws IOException {
        assertThat(kinds(july, 1)).containsExactly("01", "02");
        assertThat(text(julyBundle, july, 1, "01"))
                .contains("見本太郎", "後期高齢者医療保険料額決定通知書", "147,800円")
                .contains("1,000,000円", "9.67%", "96,700円", "47,300円", "144,000円", "3,800円")
                .contains("第1期", "R8.7.31", "19,000", "第8期", "R9.3.1", "18,400");
    }

    @Test
    @Requirement({"N01"})
    void each_slip_asks_for_one_period_and_carries_the_digits_that_come_back() throws IOException {
        List<Row> slips = slips(july, 1);
        assertThat(slips).hasSize(8);
        assertThat(slips)
                .extracting(row -> row.get(PrintIndexFile.AMOUNT))
                .containsExactly(
                        19_000L, 18_400L, 18_400L, 18_400L, 18_400L, 18_400L, 18_400L, 18_400L);
        Row first = slips.getFirst();
        assertThat(first.get(PrintIndexFile.DUE_ON)).isEqualTo("2026-07-31");
        assertThat(first.get(PrintIndexFile.USE_BY)).isEqualTo("2026-08-30");
        OcrLine line =
                OcrLine.parse(first.get(PrintIndexFile.OCR_LINE), OcrLine.Check.MOD10_WEIGHT_31);
        assertThat(line.slipNo()).isEqualTo(first.get(PrintIndexFile.SLIP_NO));
        assertThat(line.amount()).isEqualTo(19_000);
        assertThat(first.get(PrintIndexFile.BARCODE)).startsWith("91912345" + "13101");
        assertThat(text(julyBundle, july, 1, "02"))
                .contains("納入済通知書", "¥19,000", "令和8年7月31日", first.get(PrintIndexFile.OCR_LINE));
    }

    @Test
    @Requirement({"J03"})
    void who_pays_by_debit_gets_no_slip_and_reads_the_account_masked() throws IOException {
        assertThat(kinds(july, 2)).containsExactly("01");
        assertThat(text(julyBundle, july, 2, "01"))
                .contains("口座振替（みどりの銀行本店", "＊＊＊＊567")
                .doesNotContain("1234567");
    }

    @Test
    @Requirement({"D03"})
    void a_continued_deduction_shows_what_is_left_of_the_year() throws IOException {
        assertThat(kinds(july, 3)).containsExactly("01");
        assertThat(text(julyBundle, july, 3, "01"))
                .contains("14,500円", "10月", "2,900", "12月", "2,800", "日本年金機構");
    }

    @Test
    void a_name_that_no_font_has_is_set_aside_with_its_character() {
        assertThat(kinds(july, 4)).isEmpty();
        assertThat(
                        city.db()
                                .sql(
                                        """
                                        select distinct l.pulled_out || ' ' || s.code_points from koki.letter l
                                        join koki.letter_set_aside s using (letter_no) where l.person_no = 4
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("描けない文字 U+302DE");
    }

    @Test
    @Requirement({"C04", "C11"})
    void a_protected_person_in_a_shared_home_is_pulled_out() {
        assertThat(kinds(july, 5)).isEmpty();
        assertThat(
                        city.db()
                                .sql(
                                        "select distinct pulled_out from koki.letter where person_no = 5")
                                .query(String.class)
                                .list())
                .containsExactly("発行抑止（担当課へ）");
    }

    @Test
    @Requirement({"F05", "D09"})
    void a_change_shows_before_and_after_and_replaces_the_slips_that_changed() throws IOException {
        assertThat(kinds(august, 1)).containsExactly("06", "02");
        assertThat(text(augustBundle, august, 1, "06"))
                .contains("変更前147,800円", "変更後108,100円", "所得更正", "600,000円", "58,020円");
        assertThat(slips(august, 1))
                .allSatisfy(slip -> {
                    OcrLine line =
                            OcrLine.parse(
                                    slip.get(PrintIndexFile.OCR_LINE),
                                    OcrLine.Check.MOD10_WEIGHT_31);
                    assertThat(line.reissue()).isEqualTo(1);
                });
    }

    @Test
    @Requirement("F05")
    void a_correction_is_listed_with_what_changed_and_the_notice_that_went_out() {
        String list = desk.page("/koki/changes?from=2026-08-01&to=2026-08-31");
        assertThat(list)
                .contains("見本　太郎", "所得更正", "147,800", "108,100", "△39,700")
                .contains("賦課のもととなる所得金額　1,000,000 → 600,000")
                .contains("R8.8.6　保険料額変更決定通知書、納入通知書")
                .doesNotContain("通知書がない", "口座　振子");
        assertThat(desk.page("/koki/changes?from=2026-07-01&to=2026-07-31"))
                .contains("この期間に更正はありません");
    }

    @Test
    void one_persons_pages_are_found_again_in_the_kept_bundle() throws IOException {
        var letter =
                city.db()
                        .sql(
                                """
                                select letter_no, first_page, pages from koki.letter
                                where person_no = 1 and kind = '01'
                                """)
                        .query((row, n) ->
                                new IndexEntry(
                                        1,
                                        new LetterId(row.getString(1), 1, "01"),
                                        row.getInt(2),
                                        row.getInt(3)))
                        .single();
        byte[] pages = PageCut.cut(julyBundle, letter);
        try (PdfReader reader = new PdfReader(pages)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(2);
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("[\\s　]", ""))
                    .contains("見本太郎", letter.letter().letterNo());
        }
    }

    @Test
    void a_plan_is_told_only_once() {
        city.emptyOutbox();
        city.day("2026-08-07");
        assertThat(city.printIndex()).isEmpty();
    }
}
