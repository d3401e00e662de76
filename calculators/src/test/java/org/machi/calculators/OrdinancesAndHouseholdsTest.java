package org.machi.calculators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.calculators.Asked.answer;
import static org.machi.calculators.Asked.refusal;

import org.junit.jupiter.api.Test;

/** Questions whose answer depends on what a municipality chose or on a whole household. */
class OrdinancesAndHouseholdsTest {
    /** 滝沢市: nobody taxed and pensions up to 806,700円 are 低所得Ⅰ; 3,800,000 is 現役並みⅡ. */
    @Test
    void the_income_level_follows_the_household() {
        String[] facts = {"基準日", "2025-08-01", "被保険者", "1940-01-01/0", "世帯員", "いいえ/806700;いいえ/0"};
        assertThat(answer("burden-ratio", facts).value("所得区分")).isEqualTo("低所得Ⅰ（区分Ⅰ）");
        facts[5] = "いいえ/806701;いいえ/0";
        assertThat(answer("burden-ratio", facts).value("所得区分")).isEqualTo("低所得Ⅱ（区分Ⅱ）");
        facts[5] = "いいえ/806701;はい/3000000";
        assertThat(answer("burden-ratio", facts).value("所得区分")).isEqualTo("一般Ⅰ");
        assertThat(
                        answer("burden-ratio", "基準日", "2025-08-01", "被保険者", "1940-01-01/0")
                                .value("所得区分"))
                .isEmpty();
        Answer rich =
                answer(
                        "burden-ratio",
                        "基準日",
                        "2025-08-01",
                        "被保険者",
                        "1940-01-01/3800000/3800000/9000000/9000000");
        assertThat(rich.value("所得区分")).isEqualTo("現役並み所得Ⅱ");
        assertThat(rich.value("所得の年")).isEqualTo("2024年");
        Answer eased =
                answer(
                        "burden-ratio",
                        "基準日",
                        "2025-09-30",
                        "被保険者",
                        "1940-01-01/280000/0/0/2000000");
        assertThat(eased.value("配慮措置")).contains("3,000円");
    }

    /** T-4 土浦市: 48,000, February 4,000, levelled in August. */
    @Test
    void a_municipality_may_level_in_august() {
        Answer answer =
                answer(
                        "pension-deduction",
                        "相当年度",
                        "2024",
                        "年金額",
                        "1500000",
                        "保険料",
                        "48000",
                        "開始月",
                        "4月",
                        "前年度2月の額",
                        "4000",
                        "平準化",
                        "8月で平準化");
        assertThat(answer.results().subList(1, 7).stream().map(Answer.Result::value))
                .containsExactly("4000", "4000", "16000", "8000", "8000", "8000");
        assertThat(answer.explanation().toText()).contains("準介136条2項", "24,000円");
    }

    /** T-6 宇部市: 60,200 × 4 ÷ 12 ÷ 2 → 10,000; 65,000 − 5,000 − 20,000 over three. */
    @Test
    void who_starts_in_june_pays_the_rest_from_october_on() {
        Answer answer =
                answer(
                        "pension-deduction",
                        "相当年度",
                        "2024",
                        "年金額",
                        "1500000",
                        "保険料",
                        "65000",
                        "開始月",
                        "6月",
                        "前年度保険料",
                        "60200",
                        "先に集める額",
                        "5000");
        assertThat(answer.results().subList(1, 7).stream().map(Answer.Result::value))
                .containsExactly("0", "10000", "10000", "13400", "13300", "13300");
    }

    /** D-4 大田区: 100,000 ÷ 12 → 8,300; 120,000 − 24,900 = 11,100 + 8 × 10,500. */
    @Test
    void provisional_months_are_followed_by_the_rest_of_the_year() {
        Answer answer =
                answer(
                        "instalments",
                        "保険料",
                        "120000",
                        "相当年度",
                        "2026",
                        "納期の型",
                        "12期",
                        "前年度保険料",
                        "100000");
        assertThat(answer.value("第3期")).isEqualTo("8300");
        assertThat(answer.value("第4期")).isEqualTo("11100");
        assertThat(answer.value("第12期")).isEqualTo("10500");
        assertThat(refusal("instalments", "保険料", "1", "相当年度", "2026", "前年度保険料", "1"))
                .contains("暫定賦課はありません");
        assertThat(answer("due-dates", "相当年度", "2025", "納期の型", "7期").value("第7期納期限"))
                .isEqualTo("2026-02-02");
    }

    @Test
    void a_timeline_tells_which_events_counted() {
        Answer answer =
                answer(
                        "limitation",
                        "起点",
                        "2024-07-31",
                        "出来事",
                        "督促/2024-08-30;催告/2026-06-01;督促/2025-08-30");
        assertThat(answer.value("時効完成日")).isEqualTo("2026-12-02");
        assertThat(answer.value("経過"))
                .isEqualTo(
                        "2024-08-01 起算（権利を行使できる日）；2024-08-30 督促（更新）；"
                                + "2025-08-30 督促（二度目のため効力なし）；2026-06-01 催告（完成猶予）");
    }
}
