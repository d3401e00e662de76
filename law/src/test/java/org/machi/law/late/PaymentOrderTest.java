package org.machi.law.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.machi.law.LawException;
import org.machi.law.Seeded;
import org.machi.law.late.PaymentOrder.Amounts;
import org.machi.law.late.PaymentOrder.Covered;

class PaymentOrderTest {
    private static final Amounts OPEN = new Amounts(10_000, 100, 1_500);

    @Test
    void the_ordinance_chooses_what_is_paid_first() {
        assertThat(PaymentOrder.FEE_FIRST.cover(5_000, OPEN).amounts())
                .isEqualTo(new Amounts(4_900, 100, 0));
        assertThat(PaymentOrder.PRINCIPAL_FIRST.cover(10_050, OPEN).amounts())
                .isEqualTo(new Amounts(10_000, 50, 0));
        assertThat(PaymentOrder.CHARGE_FIRST.cover(2_000, OPEN).amounts())
                .isEqualTo(new Amounts(400, 100, 1_500));
        assertThat(PaymentOrder.FEE_FIRST.cover(12_000, OPEN)).isEqualTo(new Covered(OPEN, 400));
        assertThat(PaymentOrder.FEE_FIRST.cover(50, OPEN).amounts())
                .isEqualTo(new Amounts(0, 50, 0));
        assertThatThrownBy(() -> new Amounts(-1, 0, 0)).isInstanceOf(LawException.class);
        assertThatThrownBy(() -> new Amounts(0, -1, 0)).isInstanceOf(LawException.class);
        assertThatThrownBy(() -> new Amounts(0, 0, -1)).isInstanceOf(LawException.class);
    }

    @Test
    void nothing_is_lost() {
        Seeded.check(
                81,
                2_000,
                random -> {
                    Amounts open =
                            new Amounts(
                                    random.nextLong(20_000),
                                    random.nextLong(200),
                                    random.nextLong(3_000));
                    long paid = random.nextLong(25_000);
                    for (PaymentOrder order : PaymentOrder.values()) {
                        Covered covered = order.cover(paid, open);
                        assertThat(covered.amounts().total() + covered.rest()).isEqualTo(paid);
                        assertThat(covered.rest()).isEqualTo(Math.max(0, paid - open.total()));
                        assertThat(covered.amounts().principal()).isBetween(0L, open.principal());
                        assertThat(covered.amounts().fee()).isBetween(0L, open.fee());
                        assertThat(covered.amounts().charge()).isBetween(0L, open.charge());
                    }
                });
    }
}
