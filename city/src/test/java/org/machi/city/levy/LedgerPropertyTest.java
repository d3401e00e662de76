package org.machi.city.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random years of random people: the ledger and a plain recomputation always agree. */
class LedgerPropertyTest {

    private static final int PEOPLE = 12;
    private static final int DAYS = 50;
    private static final int PERIODS = 4;

    @ParameterizedTest
    @ValueSource(longs = {20260401, 7, 4711})
    void whatever_happens_in_a_year_the_books_agree_with_a_plain_recomputation(long seed) {
        try (TollHouse house = new TollHouse()) {
            Year year = new Year(house, new Random(seed));
            for (int n = 0; n < DAYS; n++) {
                year.day(LocalDate.of(2026, 7, 15).plusDays(n * 5L));
            }
            year.compare();
            assertThat(house.city.get(LedgerVerify.class).verify()).isEmpty();
            year.compareSummary();
        }
    }

    private static final class Year {
        private final TollHouse house;
        private final Random random;
        private final PlainLedger plain = new PlainLedger();

        Year(TollHouse house, Random random) {
            this.house = house;
            this.random = random;
        }

        void day(LocalDate day) {
            for (int n = 0; n < 4; n++) {
                long person = 1L + random.nextInt(PEOPLE);
                switch (random.nextInt(7)) {
                    case 0, 1 -> charge(day, person);
                    case 2, 3 -> pay(day, person);
                    case 4 -> announce(day, person);
                    case 5 -> offset(day);
                    case 6 -> refund(day);
                    default -> throw new IllegalStateException();
                }
            }
            house.in(() -> house.city.get(DailyClosing.class).close(day));
        }

        private void charge(LocalDate day, long person) {
            long[] amounts = new long[1 + random.nextInt(PERIODS)];
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = random.nextInt(4) == 0 ? 0 : 100L * (1L + random.nextInt(80));
            }
            house.charge(day, person, amounts);
            plain.charge(person, amounts);
            house.slips(day, person);
        }

        /** Up to three payments in one delivery: right, too little or too much, old slips too. */
        private void pay(LocalDate day, long person) {
            List<TollHouse.Paper> slips = house.papers(person);
            List<String> rows = new ArrayList<>();
            for (int n = 0; n < 3 && !slips.isEmpty(); n++) {
                TollHouse.Paper slip = slips.get(random.nextInt(slips.size()));
                long amount = slip.amount();
                long paid = random.nextInt(3) == 0 ? 1L + random.nextInt(12_000) : amount;
                rows.add(house.payment(slip.slipNo(), paid, day));
                plain.pay(person, slip.period(), paid);
            }
            if (!rows.isEmpty()) {
                String sql = String.join(" UNION ALL ", rows);
                house.in(() -> house.receipts.take(day, Channel.BANK, sql));
            }
        }

        /** A store announces a payment, then takes it back or confirms it. */
        private void announce(LocalDate day, long person) {
            List<TollHouse.Paper> slips = house.papers(person);
            if (slips.isEmpty()) {
                return;
            }
            TollHouse.Paper slip = slips.get(random.nextInt(slips.size()));
            long number = slip.slipNo();
            long amount = slip.amount();
            house.in(() ->
                    house.receipts.announce(
                            day, Channel.STORE, house.payment(number, amount, day)));
            if (random.nextBoolean()) {
                String gone =
                        "SELECT '%s'::text AS barcode, %d::bigint AS amount, date '%s' AS paid_on"
                                .formatted(slip.barcode(), amount, day);
                assertThat((int) house.in(() -> house.receipts.cancel(gone))).isEqualTo(1);
            } else {
                house.in(() ->
                        house.receipts.take(
                                day, Channel.STORE, house.payment(number, amount, day)));
                plain.pay(person, slip.period(), amount);
            }
        }

        private void offset(LocalDate day) {
            house.in(() -> house.city.get(Offsets.class).offset(day));
            plain.offset(day);
        }

        private void refund(LocalDate day) {
            house.in(() -> house.city.get(Refunds.class).decide(day));
            plain.refundAll();
        }

        void compare() {
            for (PlainLedger.Account account : plain.all()) {
                if (account.charged == 0 && account.collected == 0 && account.arisen == 0) {
                    continue;
                }
                assertThat(house.balance(account.person, account.period))
                        .as("person %d period %d", account.person, account.period)
                        .containsEntry("charged", account.charged)
                        .containsEntry("collected", account.collected)
                        .containsEntry("offset_in", account.offsetIn)
                        .containsEntry("open", account.open)
                        .containsEntry("over_arisen", account.arisen)
                        .containsEntry("over_refunded", account.refunded)
                        .containsEntry("over_offset", account.offsetOut)
                        .containsEntry("over_held", account.held());
            }
        }

        void compareSummary() {
            Map<String, Object> sum =
                    house.db
                            .sql(
                                    """
                                    SELECT sum(charged - collected - offset_in - written_off - open) AS charge_gap,
                                        sum(overpaid - refunded - offset_out - lapsed - held) AS overpaid_gap, sum(charged) AS charged
                                    FROM levy.v_summary
                                    """)
                            .query()
                            .singleRow();
            long charged = 0;
            for (PlainLedger.Account account : plain.all()) {
                charged += account.charged;
            }
            assertThat(sum.get("charge_gap")).hasToString("0");
            assertThat(sum.get("overpaid_gap")).hasToString("0");
            assertThat(sum.get("charged")).hasToString(String.valueOf(charged));
        }
    }
}
