package org.machi.city.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.formats.slip.Gs1Payment;
import org.machi.formats.slip.OcrLine;

class LedgerTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 7, 15);
    private static final LocalDate PAID = LocalDate.of(2026, 7, 28);
    private static TollHouse house;

    @BeforeAll
    static void open() {
        house = new TollHouse();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void a_charge_opens_each_instalment_and_the_same_charge_again_changes_nothing() {
        ChargeCount first = house.charge(DECIDED, 101, 7_600, 7_000, 7_000);
        ChargeCount second = house.charge(DECIDED, 101, 7_600, 7_000, 7_000);
        assertThat(first.raised()).isEqualTo(21_600);
        assertThat(second.raises() + second.cuts()).isZero();
        assertThat(house.balance(101, 1))
                .containsEntry("charged", 7_600L)
                .containsEntry("open", 7_600L);
    }

    @Test
    void an_instalment_that_the_new_plan_does_not_name_goes_to_nothing() {
        house.charge(DECIDED, 102, 5_000, 5_000, 5_000);
        house.charge(DECIDED.plusDays(30), 102, 5_000, 5_000);
        assertThat(house.balance(102, 3)).containsEntry("charged", 0L).containsEntry("open", 0L);
    }

    @Test
    void a_cut_below_what_was_paid_leaves_an_over_payment_and_a_raise_takes_it_back() {
        house.charge(DECIDED, 103, 7_000);
        house.slips(DECIDED, 103);
        house.pay(PAID, house.slip(103, 1), 7_000);
        house.charge(PAID, 103, 5_000);
        assertThat(house.balance(103, 1))
                .containsEntry("charged", 5_000L)
                .containsEntry("collected", 7_000L)
                .containsEntry("over_held", 2_000L);
        house.charge(PAID, 103, 8_000);
        assertThat(house.balance(103, 1))
                .containsEntry("over_held", 0L)
                .containsEntry("open", 1_000L);
    }

    @Test
    void a_slip_paid_twice_in_one_delivery_is_an_over_payment_the_second_time() {
        house.charge(DECIDED, 104, 4_000);
        house.slips(DECIDED, 104);
        long slip = house.slip(104, 1);
        String twice =
                house.payment(slip, 4_000, PAID) + " UNION ALL " + house.payment(slip, 4_000, PAID);
        ReceiptCount count = house.in(() -> house.receipts.take(PAID, Channel.BANK, twice));
        assertThat(count.taken()).isEqualTo(2);
        assertThat(house.balance(104, 1))
                .containsEntry("open", 0L)
                .containsEntry("collected", 8_000L)
                .containsEntry("over_held", 4_000L);
    }

    @Test
    void money_with_an_unknown_slip_number_waits_as_suspense() {
        ReceiptCount count = house.pay(PAID, 999_999_999L, 3_000);
        assertThat(count.unknown()).isEqualTo(1);
        assertThat(
                        house.db
                                .sql(
                                        """
                                        SELECT sum(balance) FROM levy.account_balance b JOIN levy.receipt r
                                        ON r.receipt_id = b.account_id
                                        WHERE b.kind = 'SUSPENSE' AND r.shown_no = '999999999'
                                        """)
                                .query(Long.class)
                                .single())
                .isEqualTo(3_000);
    }

    @Test
    void two_part_payments_settle_one_instalment() {
        house.charge(DECIDED, 105, 9_000);
        house.slips(DECIDED, 105);
        house.pay(PAID, house.slip(105, 1), 4_000);
        assertThat(house.balance(105, 1)).containsEntry("open", 5_000L);
        house.pay(PAID, house.slip(105, 1), 5_000);
        assertThat(house.balance(105, 1)).containsEntry("open", 0L).containsEntry("over_held", 0L);
    }

    @Test
    void the_same_payment_cannot_be_taken_twice() {
        house.charge(DECIDED, 106, 4_000);
        house.slips(DECIDED, 106);
        String payment = house.payment(house.slip(106, 1), 4_000, PAID);
        house.in(() -> house.receipts.take(PAID, Channel.BANK, payment));
        assertThatThrownBy(() -> house.in(() -> house.receipts.take(PAID, Channel.BANK, payment)))
                .rootCause()
                .hasMessageContaining("receipt_once");
    }

    @Test
    void stores_and_banks_can_read_the_slip_and_its_issues_are_counted() {
        house.charge(DECIDED, 107, 12_345);
        house.slips(DECIDED, 107);
        house.slips(DECIDED, 107);
        TollHouse.Paper slip = house.papers(107).getLast();
        Gs1Payment read = Gs1Payment.parse(slip.barcode());
        OcrLine line = OcrLine.parse(slip.ocrLine(), OcrLine.Check.MOD10_WEIGHT_31);
        assertThat(Long.parseLong(read.slipNo())).isEqualTo(house.slip(107, 1));
        assertThat(read.amount()).isEqualTo(12_345);
        assertThat(read.useBy()).isEqualTo(LocalDate.of(2026, 8, 30));
        assertThat(line.slipNo()).isEqualTo(read.slipNo());
        assertThat(line.amount()).isEqualTo(12_345);
        assertThat(read.reissue()).isEqualTo(1);
    }

    @Test
    void postings_cannot_be_changed_or_removed_by_the_application() {
        house.charge(DECIDED, 108, 1_000);
        assertThatThrownBy(() -> house.db.sql("UPDATE levy.posting SET amount = 1").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> house.db.sql("DELETE FROM levy.posting").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(
                        () -> house.db.sql("UPDATE levy.instalment_balance SET open = 0").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
