package org.machi.calculators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.calculators.Asked.answer;
import static org.machi.calculators.Asked.refusal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions whose answer is a decision rather than an amount. */
class DecisionsTest {

    /** D-5 福井県広域連合: of 令和5年度 nothing from 2025-05-11 (deduction) and 2025-08-01 (slips) on. */
    @ParameterizedTest
    @CsvSource({
        "2024-05-10, 2026-05-10, 2026-05-10, 過年度分の未納から減じ、納め過ぎは還付または充当",
        "2024-05-10, 2026-05-11, 2026-05-10, 期間制限により決定できない",
        "2024-07-31, 2026-07-31, 2026-07-31, 過年度分の未納から減じ、納め過ぎは還付または充当",
        "2024-07-31, 2026-08-01, 2026-07-31, 期間制限により決定できない"
    })
    void a_premium_is_changed_within_two_years_of_its_first_due_date(
            String firstDue, String decided, String last, String way) {
        Answer answer =
                answer(
                        "correction",
                        "相当年度",
                        "2024",
                        "変更前の保険料",
                        "60,000",
                        "変更後の保険料",
                        "50,000",
                        "最初の納期限",
                        firstDue,
                        "決定日",
                        decided);
        assertThat(answer.value("扱い")).isEqualTo(way);
        assertThat(answer.value("決定できる最後の日")).isEqualTo(last);
        assertThat(answer.value("差額")).isEqualTo("10000");
        assertThat(answer.value("増減")).isEqualTo("減額");
        assertThat(answer.value("賦課年度")).isEqualTo("令和8年度");
        assertThat(answer.explanation().toText())
                .contains("法160条の2", "50,000円 − 60,000円 ＝ −10,000円", "賦課決定の期間制限 = 2年");
    }

    /** The exception is not verified, and the answer that used it says so. */
    @Test
    void an_adjustment_between_insurers_may_lower_it_later() {
        Answer answer =
                answer(
                        "correction",
                        "levy-year",
                        "2024",
                        "before",
                        "60000",
                        "after",
                        "50000",
                        "first-due",
                        "2024-07-31",
                        "decided-on",
                        "2026-08-01",
                        "adjustment",
                        "はい");
        assertThat(answer.value("扱い")).startsWith("過年度分の未納から減じ");
        assertThat(answer.explanation().toText()).contains("期間制限の例外", "未確認");
        assertThat(
                        refusal(
                                "correction",
                                "levy-year",
                                "2024",
                                "before",
                                "1",
                                "after",
                                "2",
                                "first-due",
                                "2024-07-31",
                                "decided-on",
                                "2024-03-31"))
                .contains("相当年度の前の日です");
    }

    /** 法52条, 法53条: the birthday itself; the day after death; assistance on the day. */
    @ParameterizedTest
    @CsvSource({
        "死亡, 2027-03-31, 2027-04-01, 6, 10月から3月まで",
        "死亡, 2027-03-30, 2027-03-31, 5, 10月から2月まで",
        "生活保護開始, 2026-12-01, 2026-12-01, 2, 10月から11月まで",
        "転出, 2026-10-20, 2026-10-21, 0, なし"
    })
    void days_of_eligibility_and_months_to_pay_for(
            String by, String event, String lost, String count, String months) {
        Answer answer =
                answer(
                        "eligibility",
                        "生年月日",
                        "1951-10-15",
                        "喪失事由",
                        by,
                        "喪失事由の日",
                        event,
                        "相当年度",
                        "2026");
        assertThat(answer.value("資格取得日")).isEqualTo("2026-10-15");
        assertThat(answer.value("資格喪失日")).isEqualTo(lost);
        assertThat(answer.value("賦課月数")).isEqualTo(count);
        assertThat(answer.value("賦課する月")).isEqualTo(months);
    }

    @Test
    void who_moves_in_before_75_is_insured_from_the_birthday_and_with_a_disability_from_65() {
        assertThat(
                        answer(
                                        "eligibility",
                                        "birth",
                                        "1951-10-15",
                                        "acquired-by",
                                        "転入",
                                        "acquired-event",
                                        "2026-06-01")
                                .value("資格取得日"))
                .isEqualTo("2026-10-15");
        assertThat(
                        answer(
                                        "eligibility",
                                        "birth",
                                        "1958-10-15",
                                        "acquired-by",
                                        "障害認定",
                                        "acquired-event",
                                        "2026-06-01")
                                .value("資格取得日"))
                .isEqualTo("2026-06-01");
        assertThat(
                        answer(
                                        "eligibility",
                                        "birth",
                                        "1951-10-15",
                                        "lost-by",
                                        "転出",
                                        "lost-event",
                                        "2027-01-10",
                                        "new-address",
                                        "2027-01-10")
                                .value("資格喪失日"))
                .as("an address in another union's area from that day on")
                .isEqualTo("2027-01-10");
        assertThat(refusal("eligibility", "birth", "1951-10-15", "acquired-by", "転入"))
                .contains("取得事由の日");
        assertThat(
                        refusal(
                                "eligibility",
                                "birth",
                                "1951-10-15",
                                "lost-by",
                                "死亡",
                                "lost-event",
                                "2026-05-01"))
                .contains("より前の喪失になります");
    }

    /** 島本町・堺市: 半壊 7割, to be asked for within a year from the next month on; 60,000 × 6/12 × 70%. */
    @Test
    void relief_after_a_disaster_as_the_ordinance_of_osaka_has_it() {
        Answer answer =
                answer(
                        "relief",
                        "広域連合",
                        "27",
                        "相当年度",
                        "2026",
                        "事由",
                        "半壊・半焼",
                        "申請日・開始日",
                        "2026-10-05",
                        "損害の日",
                        "2026-09-12",
                        "年保険料額",
                        "60,000");
        assertThat(answer.value("減免割合")).isEqualTo("70%");
        assertThat(answer.value("減免する月")).isEqualTo("10月から3月まで");
        assertThat(answer.value("申請の期限")).isEqualTo("2027-09-30");
        assertThat(answer.value("減免額")).isEqualTo("21000");
        assertThat(answer.explanation().toText()).contains("大阪府広域連合: 半壊・半焼", "法111条");
        assertThat(refusal("relief", "union", "13", "levy-year", "2026", "from", "2026-10-05"))
                .contains("no parameter for relief.disaster.total");
    }

    /** 介令42条1項: the old-age basic pension goes before a survivor's, whichever came first. */
    @Test
    void the_pension_that_goes_first_by_law_and_how_sure_that_is() {
        Answer answer =
                answer(
                        "pension-deduction",
                        "相当年度",
                        "2026",
                        "年金額",
                        "780000",
                        "保険料",
                        "60000",
                        "年金の種類",
                        "13/2010-04-01;1/2012-05-01");
        assertThat(answer.value("対象年金")).isEqualTo("国民年金法による老齢基礎年金");
        assertThat(answer.explanation().toText()).contains("特別徴収の対象となる年金の順位 = 38種", "未確認");
        assertThat(
                        refusal(
                                "pension-deduction",
                                "levy-year",
                                "2026",
                                "pension",
                                "780000",
                                "annual",
                                "60000",
                                "pensions",
                                "39/2010-04-01"))
                .contains("この順位の年金はありません");
    }
}
