package org.machi.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
}
