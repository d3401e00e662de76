package org.machi.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LettersTest {
    private static final FontSet FONTS = FontSet.withoutVariants();

    private static byte[] print(Letter letter) {
        return PrintRun.single(FONTS, letter).pdf();
    }

    @Test
    void the_decision_notice_shows_both_calculations_and_every_instalment() throws IOException {
        byte[] pdf = print(SampleLetters.decision(1, "高橋　太郎"));
        assertThat(PdfPages.text(pdf, 1))
                .contains("令和8年度後期高齢者医療保険料額決定通知書")
                .contains("高橋太郎様", "〒360-0041", "01234567")
                .contains("見本県後期高齢者医療広域連合長", "令和8年7月15日")
                .contains("9.41%", "58,342円", "均等割軽減額（2割軽減）", "9,640円", "96,900円")
                .contains("0.18%", "1,116円", "1,800円", "98,700円")
                .contains("R8.7.31", "7,800", "R9.3.31", "36,900", "61,800円");
        assertThat(PdfPages.text(pdf, 2))
                .contains("見本県後期高齢者医療審査会に対して審査請求")
                .contains("3か月以内", "6か月以内", "裁決を経た後でなければ")
                .contains("048-000-1111");
    }

    @Test
    void the_change_notice_shows_before_and_after() throws IOException {
        assertThat(PdfPages.text(print(SampleLetters.change(1, "高橋　太郎")), 1))
                .contains("保険料額変更決定通知書", "令和8年10月14日")
                .contains("2割軽減→5割軽減", "変更前98,700円", "変更後74,300円", "所得の更正");
    }

    @Test
    void the_provisional_notice_names_months_and_basis() throws IOException {
        assertThat(PdfPages.text(print(SampleLetters.provisional(1, "高橋　太郎")), 1))
                .contains("仮徴収額決定通知書", "令和8年4月15日", "36,900円", "前年度2月の特別徴収額と同額");
    }

    @Test
    void a_demand_cites_the_law_and_sets_a_new_date() throws IOException {
        byte[] pdf = print(SampleLetters.demand(1, "高橋　太郎"));
        assertThat(PdfPages.text(pdf, 1))
                .contains("督促状", "地方自治法第231条の3第1項", "令和8年7月31日", "令和8年8月31日", "¥7,900");
        assertThat(PdfPages.text(pdf, 2)).contains("年9.1％", "差押え", "審査請求");
    }

    @Test
    void a_refund_shows_what_is_set_off_and_what_is_paid_back() throws IOException {
        assertThat(PdfPages.text(print(SampleLetters.refund(1, "高橋　太郎")), 1))
                .contains("過誤納金還付（充当）通知書", "重複納付", "11,100円", "5,000円", "6,100円");
    }

    @Test
    void beginning_and_end_of_the_deduction_are_told() throws IOException {
        assertThat(PdfPages.text(print(SampleLetters.start(1, "高橋　太郎")), 1))
                .contains("特別徴収開始通知書", "開始月", "令和8年10月");
        assertThat(PdfPages.text(print(SampleLetters.stop(1, "高橋　太郎")), 1))
                .contains("特別徴収中止通知書", "中止事由", "転出による資格の喪失");
    }
}
