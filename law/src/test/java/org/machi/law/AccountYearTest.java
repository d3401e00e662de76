package org.machi.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.machi.law.instalment.CollectionPolicy;
import org.machi.law.instalment.DueDates;

/** 地方自治法施行令142条, 160条, 165条の7 and 165条の8, by the dates of their text. */
class AccountYearTest {
    private static final AccountYear R5 = new AccountYear(2023);

    /** D-1 茅ヶ崎市: the period of March 令和6年 ends on a Sunday and is due on April 1. */
    @Test
    void an_instalment_belongs_to_the_year_of_its_period_even_when_it_is_due_in_april() {
        CollectionPolicy nine = CollectionPolicy.nine();
        LevyYear levied = new LevyYear(2023);
        LocalDate due = DueDates.of(nine, levied, BusinessCalendar.standard()).getLast();
        assertThat(due).isEqualTo("2024-04-01");
        LocalDate nominal = DueDates.nominalOn(nine, levied, 3);
        assertThat(nominal).isEqualTo("2024-03-31");
        assertThat(AccountYear.ofInstalment(nominal)).isEqualTo(R5);
        assertThat(AccountYear.ofExtra(LocalDate.of(2024, 3, 31))).isEqualTo(R5);
        assertThat(AccountYear.ofExtra(LocalDate.of(2024, 4, 1))).isEqualTo(new AccountYear(2024));
    }

    /** 出納整理期間 to May 31. */
    @Test
    void receipts_after_the_books_are_closed_belong_to_the_next_year() {
        assertThat(R5.ofReceipt(LocalDate.of(2024, 3, 31))).isEqualTo(R5);
        assertThat(R5.ofReceipt(LocalDate.of(2024, 5, 31))).isEqualTo(R5);
        assertThat(R5.ofReceipt(LocalDate.of(2024, 6, 1))).isEqualTo(new AccountYear(2024));
        assertThat(R5.ofReceipt(LocalDate.of(2025, 4, 1))).isEqualTo(new AccountYear(2025));
    }

    @Test
    void a_refund_goes_out_of_the_revenue_until_the_books_are_closed() {
        assertThat(R5.isRepaidFromRevenue(LocalDate.of(2024, 5, 31))).isTrue();
        assertThat(R5.isRepaidFromRevenue(LocalDate.of(2024, 6, 1))).isFalse();
    }
}
