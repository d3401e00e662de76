package org.machi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.calculators.Calculator;
import org.machi.calculators.Calculators;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.proof.TestDatabase;
import org.machi.union.UnionApplication;

/** 試算 and 法令のルール in a served console. */
class CalculatorPagesTest {
    private static ServedOffice union;

    @BeforeAll
    static void open() {
        union =
                ServedOffice.union(
                        TestDatabase.fresh(UnionApplication.class, Kind.UNION, "39131016"));
    }

    @AfterAll
    static void close() {
        union.shut();
    }

    private static String page(String path) {
        HttpResponse<String> answer = union.get(ServedOffice.EVERYTHING, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** A line of the letter, an article and a part of a name lead to the same rule. */
    @Test
    void a_clerk_finds_the_rule_behind_a_line_of_a_notice() {
        assertThat(page("/law?q=premium.cap"))
                .contains("賦課限度額", "令18条1項7号")
                .doesNotContain("延滞金額の切捨て");
        assertThat(page("/law?q=" + encoded("限度超過額"))).contains("令18条1項7号");
        assertThat(page("/law?q=" + encoded("地20条の4の2"))).contains("延滞金額の切捨て", "大津市");
        assertThat(page("/law?q=" + encoded("そのような項目"))).contains("当てはまるルールはありません");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void every_calculator_has_a_form_with_its_facts() {
        String list = page("/calculate");
        for (Calculator calculator : Calculators.all()) {
            assertThat(list).contains("/calculate/" + calculator.code());
            String form = page("/calculate/" + calculator.code());
            calculator
                    .fields()
                    .forEach(
                            field -> assertThat(form).contains("name=\"" + field.english() + "\""));
            assertThat(form).doesNotContain("計算根拠</h2>");
        }
        assertThat(union.get(ServedOffice.EVERYTHING, "/calculate/nothing").statusCode())
                .isEqualTo(404);
    }

    /** E-2 福岡市. */
    @Test
    void a_late_charge_is_answered_with_its_steps_and_what_cannot_be_taken_is_named() {
        assertThat(
                        page(
                                "/calculate/late-charge?principal=152500&due-on=2025-09-01&paid-on=2026-02-05"))
                .contains("4,900円", "地附則3条の2", "value=\"152500\"");
        assertThat(page("/calculate/late-charge?principal=x&due-on=2025-09-01"))
                .contains("円単位の数字ではありません", "書かれていません");
    }

    @Test
    void many_cases_are_pasted_and_come_back_as_a_file_of_the_same_lines_with_answers() {
        HttpResponse<String> answers =
                cases("滞納額,納期限,納付日\r\n152500,2025-09-01,2026-02-05\r\nx,2025-09-01,2026-02-05\r\n");
        assertThat(answers.headers().firstValue("Content-Disposition")).isPresent();
        List<String> lines = answers.body().lines().toList();
        assertThat(lines.get(1)).startsWith("152500,2025-09-01,2026-02-05,4900");
        assertThat(lines.get(2)).contains("円単位の数字ではありません");
        assertThat(cases("色\r\n赤\r\n").body()).contains("この名前の項目はありません");
    }

    private static HttpResponse<String> cases(String csv) {
        page("/calculate/late-charge");
        return union.post(
                ServedOffice.EVERYTHING, "/calculate/late-charge/cases", Map.of("cases", csv));
    }

    private static String sent(String path, Map<String, String> fields) {
        page("/calculate/premium");
        HttpResponse<String> answer = union.post(ServedOffice.EVERYTHING, path, fields);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Fields and values of a form, between blanks. */
    private static Map<String, String> form(String words) {
        return Arrays.stream(words.split(" "))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    /** tokyo-ikiiki.net R8: 203,600 and the steps behind it, each with a way to its rule. */
    @Test
    void a_household_is_entered_and_each_step_leads_to_its_rule() {
        assertThat(page("/calculate")).contains("<a href=\"/calculate/premium\">保険料</a>");
        assertThat(page("/calculate/premium"))
                .contains("<option value=\"13\" selected=\"selected\">東京都</option>")
                .contains("<option value=\"2026\" selected=\"selected\">令和8年度</option>")
                .contains("<label for=\"birth-1\">生年月日</label>", "6人目", "繰越純損失額");
        String answer =
                sent(
                        "/calculate/premium",
                        form(
                                "union=13 year=2026 name-1=夫 birth-1=1945-05-05 head-1=1"
                                        + " acquired-1=2020-05-05 pension-1=3,000,000"
                                        + " declaration-1=申告済 declaration-2=申告済 declaration-3=申告済"
                                        + " birth-2=1946-01-01 acquired-2=2021-01-01"
                                        + " other-2=営業所得額 otherYen-2=0"));
        assertThat(answer)
                .contains("夫　保険料 203,600円（医療分 198,500円、子ども分 5,100円）")
                .contains("被保険者2　保険料")
                .contains("href=\"/law?q=premium.incomePart\"")
                .contains("均等割額（医療分） 53,300円")
                .contains("value=\"3,000,000\"")
                .contains("selected=\"selected\">営業所得額</option>")
                .doesNotContain("medical.perCapita</");
        assertThat(page("/law?q=premium.incomePart")).contains("令18条1項2号");
    }

    @Test
    void what_cannot_be_taken_of_a_household_is_named_by_person() {
        assertThat(
                        sent(
                                "/calculate/premium",
                                Map.of("birth-1", "昭和の日", "pension-1", "x", "head-1", "1")))
                .contains("1人目 生年月日「昭和の日」: 日付ではありません")
                .contains("1人目 公的年金収入額「x」")
                .contains("資格取得日のある人がいません");
        assertThat(sent("/calculate/premium", Map.of())).contains("人の行がありません");
        assertThat(
                        sent(
                                "/calculate/premium",
                                Map.of(
                                        "birth-1", "1945-05-05",
                                        "head-1", "1",
                                        "acquired-1", "2020-05-05",
                                        "year", "2027")))
                .contains("令和9年度");
    }

    /** P-19 and P-20 of Tokyo. */
    @Test
    void many_households_are_pasted_and_read_or_taken_as_a_file() {
        String csv =
                "世帯,氏名,生年月日,世帯主,資格取得日,公的年金収入額\r\n"
                        + "1,山田,1945-05-05,1,2020-05-05,3000000\r\n"
                        + "2,鈴木,1945-05-05,1,2020-05-05,3500000\r\n";
        Map<String, String> fields = Map.of("union", "13", "year", "2026", "households", csv);
        assertThat(sent("/calculate/premium/households", fields))
                .contains("山田　保険料 203,600円", "鈴木　保険料 249,100円", "/law?q=premium.final");
        List<String> lines = sent("/calculate/premium/cases", fields).lines().toList();
        assertThat(lines.get(1)).startsWith("1,山田,13,2026,").contains(",203600,");
        assertThat(lines.get(2)).startsWith("2,鈴木,13,2026,").contains(",249100,");
        assertThat(sent("/calculate/premium/cases", Map.of("households", "色\r\n赤\r\n")))
                .contains("この名前の項目はありません");
    }

    /**
     * What applies at a day to the union, by Japanese names, with source and mark; and what is
     * missing.
     */
    @Test
    void the_page_of_parameters_shows_the_laws_values_of_the_union() {
        assertThat(page("/parameters?on=2026-07-01"))
                .contains("法令の値　保険料率（東京都後期高齢者医療広域連合）")
                .contains("均等割額（医療分）", "53,300円", "賦課限度額（子ども分）", "21,000円")
                .contains("広域連合独自の所得割軽減の割合（第1段階）")
                .contains("7割軽減の割合（医療分）", "72%")
                .doesNotContain("59,963円", "47,300円", "medical.perCapita");
        assertThat(page("/parameters?on=2025-07-01")).contains("47,300円").doesNotContain("53,300円");
        assertThat(page("/parameters?on=2027-07-01")).contains("値がありません", "令和9年度の子ども分は未公表");
    }
}
