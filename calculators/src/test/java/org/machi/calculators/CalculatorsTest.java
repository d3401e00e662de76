package org.machi.calculators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.machi.calculators.Asked.answer;
import static org.machi.calculators.Asked.refusal;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machi.calculators.cases.CsvCases;
import org.machi.calculators.cases.JsonCases;
import org.machi.calculators.cases.Outcome;
import org.machi.calculators.cases.Tally;
import org.machi.calculators.facts.Problem;
import org.machi.calculators.facts.Refused;

/** A clerk's questions and the answers that the municipalities published. */
class CalculatorsTest {

    /** E-2 福岡市 (1か月) and E-3 中野区 (3か月). */
    @ParameterizedTest
    @CsvSource({"1か月, 4960, 4900, 2025-10-01", "3か月, 3360, 3300, 2025-12-01"})
    void a_late_charge_as_fukuoka_and_nakano_explain_it(
            String low, String sum, String charge, String lowUntil) {
        Answer answer =
                answer(
                        "late-charge",
                        "滞納額",
                        "152,500",
                        "納期限",
                        "令和7年9月1日",
                        "納付日",
                        "R08.02.05",
                        "低い率の期間",
                        low);
        assertThat(answer.value("計算額")).isEqualTo(sum);
        assertThat(answer.value("延滞金")).isEqualTo(charge);
        assertThat(answer.value("低い率の最終日")).isEqualTo(lowUntil);
        assertThat(answer.explanation().toText()).contains("152,000円", "9.1%", "地附則3条の2");
    }

    /** A remission of the whole time leaves nothing to pay. */
    @Test
    void a_grace_that_lets_off_everything_leaves_no_charge() {
        assertThat(
                        answer(
                                        "late-charge",
                                        "principal",
                                        "152500",
                                        "due-on",
                                        "2025-09-01",
                                        "paid-on",
                                        "2026-02-05",
                                        "graces",
                                        "2025-09-02/2026-02-05/全額免除")
                                .value("延滞金"))
                .isEqualTo("0");
    }

    /** 500,000 × 1.3% × 334日 ÷ 365 = 5,947 → 5,900 (日野市's rules). */
    @Test
    void interest_on_a_refund_runs_from_the_day_after_payment_when_the_office_reduced() {
        Answer answer =
                answer(
                        "refund-interest",
                        "過誤納額",
                        "500999",
                        "納付日",
                        "2026-01-31",
                        "支出決定日",
                        "2026-12-31");
        assertThat(answer.value("還付加算金")).isEqualTo("5900");
        assertThat(answer.value("起算日")).isEqualTo("2026-02-01");
        assertThat(
                        refusal(
                                "refund-interest",
                                "過誤納額",
                                "500999",
                                "納付日",
                                "2026-01-31",
                                "支出決定日",
                                "2026-12-31",
                                "事由",
                                "更正の請求"))
                .contains("請求日", "更正の請求のときに要る日です");
    }

    /** 茅ヶ崎市 R5: September's period on October 2, December's on January 4, March's on April 1. */
    @Test
    void due_dates_as_chigasaki_published_them() {
        Answer answer = answer("due-dates", "相当年度", "2023", "納期の型", "9期");
        assertThat(answer.value("第3期納期限")).isEqualTo("2023-10-02");
        assertThat(answer.value("第6期納期限")).isEqualTo("2024-01-04");
        assertThat(answer.value("第9期納期限")).isEqualTo("2024-04-01");
        assertThat(answer.explanation().toText()).contains("土曜日に当たるため", "日曜日に当たるため");
    }

    /** 真狩村 R6: 4/15, 6/14, 8/15, 10/15, 12/13, 2/14; periods 7/31, 9/2, 10/31, 1/6, 2/28. */
    @Test
    void pay_days_and_odd_months_as_makkari_published_them() {
        Answer answer = answer("due-dates", "相当年度", "2024", "納期の月", "7,8,10,12,2");
        assertThat(answer.results().stream().map(Answer.Result::value))
                .containsExactly(
                        "2024-07-31",
                        "2024-09-02",
                        "2024-10-31",
                        "2025-01-06",
                        "2025-02-28",
                        "2024-04-15",
                        "2024-06-14",
                        "2024-08-15",
                        "2024-10-15",
                        "2024-12-13",
                        "2025-02-14");
    }

    /** 76,600 ÷ 9 = 8,511 → 8,500 × 9 = 76,500, the 100 yen left in the first. */
    @Test
    void instalments_put_the_remainder_into_the_first_period() {
        Answer answer = answer("instalments", "保険料", "76600", "相当年度", "2026");
        assertThat(answer.value("第1期")).isEqualTo("8600");
        assertThat(answer.value("第9期")).isEqualTo("8500");
    }

    /**
     * 40,000 in 5 periods of 8,000; lowered to 30,000 with two paid: the last gives 8,000, the
     * fourth 2,000.
     */
    @Test
    void a_decrease_is_taken_from_the_last_periods_first() {
        Answer answer =
                answer(
                        "instalments",
                        "保険料",
                        "30000",
                        "相当年度",
                        "2026",
                        "納期の型",
                        "5期",
                        "最初の期",
                        "3",
                        "今の期割",
                        "8000/8000;8000/8000;8000;8000;8000");
        assertThat(answer.results().subList(0, 5).stream().map(Answer.Result::value))
                .containsExactly("8000", "8000", "8000", "6000", "0");
        assertThat(refusal("instalments", "保険料", "1", "相当年度", "2026", "今の期割", "1/0"))
                .contains("今の期割「1期分」", "9期分を書いてください");
    }

    /** Rules §1.2: 780,000 ÷ 6 ÷ 2 = 65,000; 12,600 + 52,500 is more, so collected ordinarily. */
    @Test
    void half_of_the_pension_decides_between_deduction_and_ordinary_collection() {
        String[] facts = {"相当年度", "2026", "年金額", "780000", "保険料", "157500", "介護の1回分", "12600"};
        assertThat(answer("pension-deduction", facts).value("普徴事由")).contains("2分の1を超える");
        facts[7] = "12500";
        Answer allowed = answer("pension-deduction", facts);
        assertThat(allowed.value("徴収方法")).isEqualTo("特別徴収");
        assertThat(allowed.value("10月")).isEqualTo("52500");
        assertThat(allowed.value("4月")).isEqualTo("0");
    }

    /**
     * Continued from February 10,000: 30,000 in the first half, 31,000 over three = 10,300 + 1,00
     * in October.
     */
    @Test
    void who_goes_on_pays_in_april_as_in_february() {
        Answer answer =
                answer(
                        "pension-deduction",
                        "相当年度",
                        "2026",
                        "年金額",
                        "1500000",
                        "保険料",
                        "61000",
                        "開始月",
                        "4月",
                        "前年度2月の額",
                        "10000",
                        "資格取得日",
                        "2026-05-10");
        assertThat(answer.results().subList(1, 7).stream().map(Answer.Result::value))
                .containsExactly("10000", "10000", "10000", "10400", "10300", "10300");
        assertThat(answer.value("捕捉日")).isEqualTo("2026-10-01");
        assertThat(answer.value("最初の天引き")).isEqualTo("2027-04");
        assertThat(
                        refusal(
                                "pension-deduction",
                                "相当年度",
                                "2026",
                                "年金額",
                                "1",
                                "保険料",
                                "1",
                                "開始月",
                                "4月"))
                .contains("前年度保険料", "要ります");
    }

    /**
     * 法160条: two years from the day after the due date; anew from the day after the
     * acknowledgement.
     */
    @Test
    void a_claim_lives_two_years_and_longer_after_an_acknowledgement() {
        assertThat(answer("limitation", "起点", "2024-07-31").value("時効完成日")).isEqualTo("2026-08-01");
        Answer renewed =
                answer(
                        "limitation",
                        "起点",
                        "2024-07-31",
                        "出来事",
                        "承認/2025-01-10",
                        "基準日",
                        "2026-11-21");
        assertThat(renewed.value("時効完成日")).isEqualTo("2027-01-11");
        assertThat(renewed.value("基準日の権利")).isEqualTo("ある");
    }

    /**
     * 法67条: taxable 1,450,000 and a revenue of 3,830,000 make 3割; one yen less revenue lifts it.
     */
    @Test
    void the_share_at_the_counter_depends_on_taxable_income_and_revenue() {
        assertThat(
                        answer(
                                        "burden-ratio",
                                        "基準日",
                                        "2026-08-01",
                                        "被保険者",
                                        "1940-01-01/1450000/1400000/3830000/3500000")
                                .value("負担割合"))
                .isEqualTo("3割");
        assertThat(
                        answer(
                                        "burden-ratio",
                                        "基準日",
                                        "2026-08-01",
                                        "被保険者",
                                        "1940-01-01/1450000/1400000/3829999/3500000")
                                .value("負担割合"))
                .isEqualTo("2割");
    }

    @Test
    void what_cannot_be_taken_is_named_with_value_reason_and_what_to_do() {
        assertThat(refusal("late-charge", "滞納額", "十万", "納期限", "2025-02-30", "率", "1"))
                .isEqualTo(
                        """
                        率「1」: この名前の項目はありません。滞納額・納期限・納付日・内入れ・猶予・免除・低い率の期間・円未満の切捨てから選んでください。
                        滞納額「十万」: 円単位の数字ではありません。0から999,999,999までの数字で書いてください（コンマは使えます）。
                        納期限「2025-02-30」: 日付ではありません。2026-07-31、令和8年7月31日、R08.07.31の形で書いてください。
                        納付日「」: 書かれていません。日付を書いてください。\
                        """);
        assertThat(refusal("late-charge", "滞納額", "50000", "納期限", "2025-09-01", "納付日", "2027-06-01"))
                .contains("未告示");
    }

    @Test
    void every_calculator_refuses_an_empty_question_and_no_item_comes_that_is_not_announced() {
        for (Calculator calculator : Calculators.all()) {
            assertThat(refusal(calculator.code())).isNotBlank();
        }
        Answer answer = answer("instalments", "保険料", "100", "相当年度", "2026", "最初の期", "10");
        assertThat(answer.value("随時期")).isEqualTo("100");
        assertThat(Calculators.find("instalments").orElseThrow().items())
                .containsAll(answer.results().stream().map(Answer.Result::item).toList());
    }

    @Test
    void a_file_of_cases_is_answered_line_by_line_and_a_bad_line_stops_nobody() {
        StringWriter out = new StringWriter();
        List<Problem> problems = new ArrayList<>();
        Tally tally =
                new CsvCases(
                                Calculators.find("late-charge").orElseThrow(),
                                Map.of("paid-on", "2026-02-05"))
                        .tellingProblems(problems::add)
                        .run(
                                new StringReader(
                                        "\uFEFF滞納額,納期限,納付日\n152500,2025-09-01,\n1,2,3\n56400,2026-02-02,2026-05-29\n1,2\n"),
                                out);
        assertThat(tally).isEqualTo(new Tally(4, 2));
        assertThat(problems).extracting(Problem::place).containsOnly("3行目", "5行目");
        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).isEqualTo("滞納額,納期限,納付日,延滞金,計算額,低い率の最終日,誤り");
        assertThat(lines.get(1)).isEqualTo("152500,2025-09-01,,4900,4960,2025-10-01,");
        assertThat(lines.get(3)).startsWith("56400,2026-02-02,2026-05-29,1300,1348,");
        assertThat(lines.get(4)).contains("見出しは3項目、この行は2項目です");
    }

    @Test
    void a_file_with_an_unknown_or_double_heading_or_without_a_case_is_refused_whole() {
        CsvCases cases = new CsvCases(Calculators.find("due-dates").orElseThrow(), Map.of());
        assertThatThrownBy(() -> cases.run(new StringReader("年度\n2026\n"), new StringWriter()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("1行目 見出し「年度」");
        assertThatThrownBy(
                        () -> cases.run(new StringReader("相当年度,相当年度\n1,1\n"), new StringWriter()))
                .hasMessageContaining("二度");
        assertThatThrownBy(() -> cases.run(new StringReader("相当年度\n"), new StringWriter()))
                .hasMessageContaining("計算する行がありません");
    }

    @Test
    void json_cases_may_write_lists_as_objects() {
        Calculator limitation = Calculators.find("limitation").orElseThrow();
        List<Map<String, String>> cases =
                JsonCases.read(
                        limitation,
                        """
                        [{"起点": "2024-07-31", "出来事": [{"出来事": "督促", "日": "2024-08-31"}]}, {"since": "2024-07-31"}]
                        """);
        assertThat(cases.getFirst()).containsEntry("出来事", "督促/2024-08-31/");
        Outcome.Answered first = (Outcome.Answered) Outcome.of(limitation, cases.getFirst(), "1件目");
        assertThat(JsonCases.write(limitation, first.answer()))
                .contains("\"時効完成日\":\"2026-09-01\"", "\"rule\":\"limitation.claim\"");
        assertThatThrownBy(() -> JsonCases.read(limitation, "{\"起点\": [1]}"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("起点");
        assertThatThrownBy(() -> JsonCases.read(limitation, "{"))
                .hasMessageContaining("JSONとして読めません");
    }
}
