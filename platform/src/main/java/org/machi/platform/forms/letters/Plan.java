package org.machi.platform.forms.letters;

import java.util.List;

/**
 * 期別: how the premium is collected.
 *
 * @param pension 特別徴収の対象年金, such as 老齢基礎年金（日本年金機構）; empty without deduction
 * @param deductions 特別徴収, at most 6 (April … February); empty when there is none
 * @param instalments 普通徴収, at most 14 including 随時期; empty when there is none
 * @param methodText how to pay in words, such as 口座振替 with the masked account
 */
public record Plan(
        String pension,
        List<Instalment> deductions,
        List<Instalment> instalments,
        String methodText) {
    public Plan {
        if (deductions.size() > 6 || instalments.size() > 14) {
            throw new IllegalArgumentException("期別の表に入らない期数です");
        }
    }

    long deducted() {
        return deductions.stream().mapToLong(Instalment::yen).sum();
    }

    long ordinary() {
        return instalments.stream().mapToLong(Instalment::yen).sum();
    }
}
