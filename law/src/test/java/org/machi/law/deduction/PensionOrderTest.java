package org.machi.law.deduction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.machi.law.LawException;
import org.machi.law.deduction.PensionKind.Group;
import org.machi.law.deduction.PensionOrder.Pension;

/** 介護保険法施行令42条1項 and 高齢者医療確保法施行令24条, by their text. */
class PensionOrderTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2016, 5, 1);

    private static Pension pension(int order, long annual, LocalDate awardedOn) {
        return new Pension(PensionKind.ofOrder(order).orElseThrow(), annual, awardedOn);
    }

    @Test
    void the_38_kinds_are_in_the_order_of_the_law() {
        assertThat(PensionKind.all())
                .extracting(PensionKind::order)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 38).boxed().toList());
        assertThat(PensionKind.all().getFirst().japanese()).isEqualTo("国民年金法による老齢基礎年金");
        assertThat(kind(2)).isEqualTo("旧国民年金法による老齢年金、通算老齢年金");
        assertThat(kind(3)).isEqualTo("旧厚生年金保険法による老齢年金、通算老齢年金、特例老齢年金");
        assertThat(kind(6)).isEqualTo("国民年金法による障害基礎年金");
        assertThat(kind(13)).isEqualTo("国民年金法による遺族基礎年金");
        assertThat(kind(14)).isEqualTo("厚生年金保険法による遺族厚生年金");
        assertThat(kind(38)).isEqualTo("旧地共済法による遺族年金、通算遺族年金");
        assertThat(PensionKind.ofOrder(39)).isEmpty();
        assertThatThrownBy(() -> new PensionKind(0, "", "", Group.OLD_AGE))
                .isInstanceOf(LawException.class);
    }

    private static String kind(int order) {
        return PensionKind.ofOrder(order).orElseThrow().japanese();
    }

    /** 源泉徴収票 shows what a taxed pension paid; disability and survivors' pensions are not taxed. */
    @Test
    void only_old_age_pensions_are_taxed() {
        assertThat(PensionKind.all())
                .allMatch(kind -> kind.group().isTaxed() == (kind.group() == Group.OLD_AGE));
        assertThat(Group.SURVIVOR.japanese()).isEqualTo("遺族");
        assertThat(PensionKind.ofOrder(13).orElseThrow().group()).isEqualTo(Group.SURVIVOR);
    }

    @Test
    void the_first_in_the_order_is_taken_whatever_its_amount() {
        Pension basic = pension(1, 190_000, LONG_AGO);
        Pension survivor = pension(14, 1_500_000, LONG_AGO.minusYears(3));
        assertThat(PensionOrder.first(List.of(survivor, basic))).contains(basic);
        Pension later = pension(14, 1_000_000, LONG_AGO);
        assertThat(PensionOrder.first(List.of(later, survivor)))
                .as("of one kind the older one")
                .contains(survivor);
        assertThat(PensionOrder.first(List.of())).isEmpty();
    }

    /** 令24条: awarded in November 2025 (令和7年度), so the present one goes on to 2026-09-30. */
    @Test
    void a_better_pension_waits_until_the_end_of_september_of_the_next_year() {
        Pension current = pension(14, 1_500_000, LONG_AGO);
        Pension better = pension(1, 780_000, LocalDate.of(2025, 11, 10));
        List<Pension> both = List.of(current, better);
        assertThat(PensionOrder.keepsUntil(better.awardedOn())).isEqualTo("2026-09-30");
        assertThat(PensionOrder.keepsUntil(LocalDate.of(2026, 3, 31))).isEqualTo("2026-09-30");
        assertThat(PensionOrder.keepsUntil(LocalDate.of(2026, 4, 1))).isEqualTo("2027-09-30");
        assertThat(PensionOrder.on(LocalDate.of(2026, 9, 30), current, both)).isEqualTo(current);
        assertThat(PensionOrder.on(LocalDate.of(2026, 10, 1), current, both)).isEqualTo(better);
        Pension worse = pension(20, 2_000_000, LONG_AGO);
        assertThat(PensionOrder.on(LocalDate.of(2026, 10, 1), current, List.of(worse, current)))
                .isEqualTo(current);
    }

    /** 令22条: from August 10 months to the next May, and two less each payment. */
    @Test
    void the_months_until_may_follow_the_first_payment() {
        assertThat(DeductionEligibility.monthsUntilMay(Month.JUNE)).isEqualTo(12);
        assertThat(DeductionEligibility.monthsUntilMay(Month.AUGUST)).isEqualTo(10);
        assertThat(DeductionEligibility.monthsUntilMay(Month.OCTOBER)).isEqualTo(8);
        assertThat(DeductionEligibility.monthsUntilMay(Month.DECEMBER)).isEqualTo(6);
        assertThat(DeductionEligibility.monthsUntilMay(Month.FEBRUARY)).isEqualTo(4);
        assertThat(DeductionEligibility.monthsUntilMay(Month.APRIL)).isEqualTo(2);
        assertThat(DeductionEligibility.monthsUntilMay(Month.MARCH)).isEqualTo(4);
    }

    /** 通知内容コード 41 and 22 with their 各種区分 (collection-rules §6.5). */
    @Test
    void each_reason_to_stop_has_its_side_and_code() {
        assertThat(DeductionStop.DEATH.isAsked()).isTrue();
        assertThat(DeductionStop.DEATH.code()).isEqualTo("01");
        assertThat(DeductionStop.MOVED_OUT.code()).isEqualTo("02");
        assertThat(DeductionStop.ACCOUNT_DEBIT.code()).isEqualTo("03");
        assertThat(DeductionStop.LOSS.code()).isEqualTo("04");
        assertThat(DeductionStop.PENSION_ENDED.isAsked()).isFalse();
        assertThat(DeductionStop.PENSION_ENDED.code()).isEqualTo("01");
        assertThat(DeductionStop.PENSION_SUSPENDED.code()).isEqualTo("02");
        assertThat(DeductionStop.PENSION_SHORT.code()).isEqualTo("03");
        assertThat(DeductionStop.OTHER_DEDUCTION.code()).isEqualTo("05");
        assertThat(DeductionStop.values()).allMatch(stop -> !stop.japanese().isBlank());
    }
}
