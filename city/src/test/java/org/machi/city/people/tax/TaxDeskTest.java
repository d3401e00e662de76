package org.machi.city.people.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.TaxScene.tax;
import static org.machi.city.TaxScene.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.CityScene;
import org.machi.city.TaxScene;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.TaxFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.line.Schedules;
import org.machi.platform.office.Parameters;
import org.machi.platform.proof.Requirement;

/**
 * 所得・課税情報 at the console: 1 is insured and declared, 2 lives with 1 and didn't declare, 3 is
 * insured and didn't declare, 4 is insured, undeclared and protected.
 */
class TaxDeskTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    private TaxScene scene;
    private CityScene city;

    @BeforeEach
    void open() {
        scene = new TaxScene();
        city = scene.city();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private Browser at(String staffNo, String path) {
        return scene.at(staffNo, path);
    }

    @Test
    @Requirement("F01")
    void all_sixty_three_items_of_every_version_stand_on_the_persons_page_by_year() {
        city.send(
                FileKind.TAX_DIFF,
                "TAX",
                APRIL,
                List.of(
                        tax(1, "0")
                                .copy()
                                .set(TaxFile.CHANGE, "2")
                                .set(TaxFile.CORRECTION_REASON, "02")
                                .set(TaxFile.CORRECTED_ON, LocalDate.of(2026, 4, 2))
                                .set(TaxFile.PENSION, 3_000_000L)
                                .build()));
        city.day("2026-04-02");
        String page = at("100", "/people/1/tax").get("/people/1/tax").body();
        for (var column : TaxFile.LAYOUT.columns()) {
            assertThat(page).contains(column.item());
        }
        assertThat(TaxFile.LAYOUT.columns()).hasSize(63);
        assertThat(page).contains("令和8年度", "第1版", "第2版", "2,345,678", "3,000,000", "02 修正申告");
        assertThat(at("100", "/people/1").get("/people/1").body()).contains("2版　未申告区分 0 申告済");
    }

    @Test
    @Requirement({"F02", "C04"})
    void who_did_not_declare_gets_a_form_and_the_confirmed_answer_goes_to_the_union()
            throws IOException {
        Browser clerk = at("100", "/people/undeclared");
        assertThat(clerk.get("/people/undeclared").body())
                .contains("無申　三子", "申告　二郎", "世帯員", "発行抑止")
                .doesNotContain("申告　一子");
        String pdf = clerk.post("/people/undeclared/forms", Map.of()).body();
        assertThat(pdf).startsWith("%PDF");
        ByteArrayOutputStream forms = new ByteArrayOutputStream();
        city.get(DeclarationPaper.class).print(List.of(2L, 3L), 2026, APRIL, APRIL, forms);
        assertThat(text(forms.toByteArray())).contains("簡易申告書", "申告二郎", "無申三子", "令和7年中の収入");
        assertThat(
                        city.db()
                                .sql("select person_no from people.declaration order by 1")
                                .query(Long.class)
                                .list())
                .as("nothing is issued of the protected one")
                .containsExactly(2L, 3L);
        assertThat(clerk.post("/people/4/declaration.pdf", Map.of()).statusCode()).isEqualTo(409);

        clerk.get("/people/3/tax");
        clerk.post("/people/3/declaration", Map.of("none", "false"));
        assertThat(clerk.get("/people/3/tax").body()).contains("円単位の数字で");
        clerk.post("/people/3/declaration", Map.of("none", "false", "pension", "780,000"));
        String confirm = "/people/3/declaration/2026/confirm";
        clerk.get("/people/undeclared");
        clerk.post(confirm, Map.of());
        assertThat(clerk.get("/people/undeclared").body()).contains("自分の入力です");
        Browser second = at("300", "/people/undeclared");
        assertThat(second.post(confirm, Map.of("seen", "1:0:0:0:0:0:0")).statusCode())
                .as("what was entered is not what the clerk saw")
                .isEqualTo(409);
        second.post(confirm, Map.of("seen", seen(second)));
        assertThat(clerk.get("/people/undeclared").body()).doesNotContain("無申　三子");
        city.emptyOutbox();
        city.day("2026-04-02");
        assertThat(city.sent(FileKind.U_TAX))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(TaxFile.PERSON_NO)).isEqualTo(3);
                    assertThat(row.get(TaxFile.UNDECLARED)).isEqualTo("2");
                    assertThat(row.get(TaxFile.CORRECTION_REASON)).isEqualTo("04");
                    assertThat(row.get(TaxFile.PENSION)).isEqualTo(780_000);
                });
        assertThat(clerk.get("/people/3/tax").body()).contains("2 簡易申告", "窓口での入力");
    }

    /** What the form of the only answer that waits sends back. */
    private static String seen(Browser browser) {
        Matcher field =
                Pattern.compile("name=\"seen\" value=\"([0-9:]+)\"")
                        .matcher(browser.get("/people/undeclared").body());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private long versions(long personNo) {
        return city.db()
                .sql("select count(*) from people.tax_fact where person_no = ?")
                .param(personNo)
                .query(Long.class)
                .single();
    }

    @Test
    @Requirement("F02")
    void a_declaration_never_writes_over_what_the_tax_office_knows() {
        Browser clerk = at("100", "/people/1/tax");
        clerk.post("/people/1/declaration", Map.of("none", "true"));
        assertThat(clerk.get("/people/1/tax").body()).contains("未申告ではありません");
        for (String year : List.of("2023", "2027", "abcd")) {
            clerk.post("/people/3/declaration", Map.of("none", "true", "year", year));
            assertThat(clerk.get("/people/3/tax").body()).contains("2024年度から2026年度まで");
        }
        assertThat(clerk.get("/people/undeclared").body()).contains("確認待ちはありません");
        clerk.post("/people/3/declaration", Map.of("none", "true"));
        city.send(
                FileKind.TAX_DIFF,
                "TAX",
                APRIL,
                List.of(tax(3, "0").copy().set(TaxFile.CHANGE, "2").build()));
        city.day("2026-04-02");
        Browser second = at("300", "/people/undeclared");
        second.post("/people/3/declaration/2026/confirm", Map.of("seen", seen(second)));
        assertThat(second.get("/people/undeclared").body()).contains("確認せずに戻しました", "確認待ちはありません");
        assertThat(versions(3)).as("the tax office's own version is the last one").isEqualTo(2);
    }

    @Test
    @Requirement("F02")
    void a_form_that_cannot_be_drawn_is_not_said_to_be_printed() {
        city.db()
                .sql("update people.person set name = :name where person_no = 3")
                .param("name", "無申　" + Character.toString(0x30000))
                .update();
        Browser clerk = at("100", "/people/undeclared");
        assertThat(clerk.post("/people/undeclared/forms", Map.of()).body()).startsWith("%PDF");
        assertThat(clerk.get("/people/undeclared").body()).contains("宛名番号3", "U+30000");
        assertThat(
                        city.db()
                                .sql("select person_no from people.declaration")
                                .query(Long.class)
                                .list())
                .containsExactly(2L);
        assertThat(clerk.post("/people/undeclared/forms", Map.of()).statusCode()).isEqualTo(302);
    }

    @Test
    @Requirement({"F01", "I08"})
    void a_city_chooses_the_day_of_the_month_on_which_incomes_go_to_the_union() {
        city.get(Schedules.class)
                .change(
                        new Schedules.Entry(
                                city.get(Parameters.class)
                                        .text("union.code", LocalDate.of(2026, 4, 2)),
                                "U_TAX",
                                false,
                                Schedules.Rhythm.MONTH_DAY,
                                12,
                                LocalDate.of(2026, 4, 2),
                                "試験"),
                        "1001");
        city.send(
                FileKind.TAX_DIFF,
                "TAX",
                APRIL,
                List.of(tax(1, "0").copy().set(TaxFile.PENSION, 1L).build()));
        city.emptyOutbox();
        city.day("2026-04-02");
        city.day("2026-04-10");
        assertThat(city.sent(FileKind.U_TAX)).as("the 12th is a Sunday").isEmpty();
        city.day("2026-04-13");
        assertThat(city.sent(FileKind.U_TAX)).hasSize(1);
    }
}
