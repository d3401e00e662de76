package org.machi.city.levy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.FormerFiles;
import org.machi.platform.database.DatabaseAccess;
import org.machi.platform.proof.Requirement;

/**
 * The books hold against hands that reach into them, against late postings, and let go what the law
 * lets go.
 */
class BooksTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 7, 15);

    private TollHouse house;

    @BeforeEach
    void open() {
        house = new TollHouse();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void asOwner(String... statements) throws SQLException {
        DatabaseAccess access = house.city.settings().database();
        try (Connection connection =
                        DriverManager.getConnection(
                                access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void not_even_the_tables_owner_changes_or_removes_a_posting() {
        house.charge(DECIDED, 1, 1_000);
        assertThatThrownBy(() -> asOwner("UPDATE levy.posting SET amount = 1"))
                .hasMessageContaining("追加しかできません");
        assertThatThrownBy(() -> asOwner("DELETE FROM levy.posting"))
                .hasMessageContaining("追加しかできません");
        assertThatThrownBy(() -> asOwner("TRUNCATE levy.posting"))
                .hasMessageContaining("追加しかできません");
    }

    @Test
    void a_closed_day_takes_no_more_postings() {
        house.charge(DECIDED, 1, 1_000);
        house.in(() -> house.city.get(DailyClosing.class).close(DECIDED));
        assertThatThrownBy(() -> house.charge(DECIDED, 1, 2_000))
                .rootCause()
                .hasMessageContaining("締め済み");
        house.charge(DECIDED.plusDays(1), 1, 2_000);
        assertThat(house.balance(1, 1)).containsEntry("charged", 2_000L);
    }

    @Test
    void a_balance_changed_by_hand_is_named() throws SQLException {
        house.charge(DECIDED, 1, 1_000);
        asOwner("UPDATE levy.instalment_balance SET charged = 900, open = 900");
        assertThat(house.city.get(LedgerVerify.class).verify())
                .extracting(LedgerFault::row)
                .contains("levy.instalment_balance " + house.instalment(1, 1));
    }

    @Test
    void a_posting_changed_by_hand_is_found_by_the_seal_of_its_day_and_by_its_balance()
            throws SQLException {
        house.charge(DECIDED, 1, 1_000);
        house.in(() -> house.city.get(DailyClosing.class).close(DECIDED));
        asOwner(
                "ALTER TABLE levy.posting DISABLE TRIGGER posting_append_only",
                "UPDATE levy.posting SET amount = 999",
                "ALTER TABLE levy.posting ENABLE TRIGGER posting_append_only");
        assertThat(house.city.get(LedgerVerify.class).verify())
                .extracting(LedgerFault::row)
                .contains(
                        "levy.posting 2026-07-15",
                        "levy.instalment_balance " + house.instalment(1, 1));
    }

    private static Row arrears(long person, LocalDate due, LocalDate goneOn) {
        return FormerFiles.Arrears.LAYOUT
                .row()
                .set(FormerFiles.Arrears.PERSON_NO, person)
                .set(FormerFiles.Arrears.INSURED_NO, "00000018")
                .set(FormerFiles.Arrears.LEVY_YEAR, 2023L)
                .set(FormerFiles.Arrears.DECISION_YEAR, 2023L)
                .set(FormerFiles.Arrears.ASSESSMENT_NO, "0000001801")
                .set(FormerFiles.Arrears.PERIOD, 1L)
                .set(FormerFiles.Arrears.DUE_ON, due)
                .set(FormerFiles.Arrears.CHARGED, 9_000L)
                .set(FormerFiles.Arrears.RECEIVED, 2_000L)
                .set(FormerFiles.Arrears.UNPAID, 7_000L)
                .set(FormerFiles.Arrears.DEMAND_FEE, 0L)
                .set(FormerFiles.Arrears.DEMAND_FEE_PAID, 0L)
                .set(FormerFiles.Arrears.LATE_CHARGE_PAID, 0L)
                .set(FormerFiles.Arrears.LIMITATION_FROM, goneOn.minusYears(2))
                .set(FormerFiles.Arrears.LIMITATION_BY, "2")
                .set(FormerFiles.Arrears.LIMITATION_ON, goneOn)
                .build();
    }

    @Test
    @Requirement({"A07", "A10"})
    void
            arrears_of_the_former_system_are_carried_over_and_written_off_when_two_years_have_passed() {
        house.person(1, "見本　太郎");
        LocalDate start = LocalDate.of(2026, 4, 1);
        new Neighbours(house.city.settings())
                .send(
                        FileKind.MIG_ARREARS,
                        "OLD",
                        start,
                        arrears(1, LocalDate.of(2023, 7, 31), LocalDate.of(2026, 6, 20)));
        house.day(start);
        assertThat(house.balance(1, 1)).containsEntry("open", 7_000L);
        house.day(LocalDate.of(2026, 5, 29));
        house.day(LocalDate.of(2026, 6, 1));
        assertThat(
                        house.db
                                .sql("SELECT generation FROM levy.carry_over ORDER BY account_year")
                                .query(Integer.class)
                                .list())
                .containsExactly(2, 3);
        assertThat(house.balance(1, 1)).containsEntry("open", 7_000L);
        house.day(LocalDate.of(2026, 6, 30));
        assertThat(house.balance(1, 1))
                .containsEntry("open", 0L)
                .containsEntry("written_off", 7_000L);
        assertThat(house.city.get(LedgerVerify.class).verify()).isEmpty();
    }

    @Test
    @Requirement({"H01", "H06"})
    void over_payments_of_the_former_system_are_held_and_then_paid_back() {
        house.person(1, "見本　太郎");
        LocalDate start = LocalDate.of(2026, 4, 1);
        Row overpaid =
                FormerFiles.Overpaid.LAYOUT
                        .row()
                        .set(FormerFiles.Overpaid.PERSON_NO, 1L)
                        .set(FormerFiles.Overpaid.INSURED_NO, "00000018")
                        .set(FormerFiles.Overpaid.LEVY_YEAR, 2025L)
                        .set(FormerFiles.Overpaid.DECISION_YEAR, 2025L)
                        .set(FormerFiles.Overpaid.ASSESSMENT_NO, "0000001801")
                        .set(FormerFiles.Overpaid.METHOD, "2")
                        .set(FormerFiles.Overpaid.PERIOD, 3L)
                        .set(FormerFiles.Overpaid.PAID_ON, LocalDate.of(2025, 9, 30))
                        .set(FormerFiles.Overpaid.AROSE_ON, LocalDate.of(2025, 10, 1))
                        .set(FormerFiles.Overpaid.REASON, "1")
                        .set(FormerFiles.Overpaid.AMOUNT, 4_200L)
                        .build();
        new Neighbours(house.city.settings()).send(FileKind.MIG_OVERPAID, "OLD", start, overpaid);
        house.day(start);
        assertThat(house.balance(1, 3))
                .containsEntry("charged", 0L)
                .containsEntry("over_arisen", 4_200L)
                .containsEntry("over_refunded", 4_200L);
        assertThat(
                        house.db
                                .sql("SELECT principal FROM levy.refund WHERE state = 'WAITING'")
                                .query(Long.class)
                                .single())
                .isEqualTo(4_200);
        assertThat(house.city.get(LedgerVerify.class).verify()).isEmpty();
    }

    @Test
    @Requirement("A07")
    void a_migrated_demand_fee_goes_with_its_premium_when_it_is_written_off() {
        house.person(1, "見本　太郎");
        LocalDate start = LocalDate.of(2026, 4, 1);
        Row withFee =
                arrears(1, LocalDate.of(2023, 7, 31), LocalDate.of(2026, 4, 20))
                        .copy()
                        .set(FormerFiles.Arrears.DEMANDED_ON, LocalDate.of(2023, 8, 20))
                        .set(FormerFiles.Arrears.DEMAND_FEE, 100L)
                        .build();
        new Neighbours(house.city.settings()).send(FileKind.MIG_ARREARS, "OLD", start, withFee);
        house.day(start);
        assertThat(house.balance(1, 1))
                .containsEntry("open", 7_000L)
                .containsEntry("fee_open", 100L);
        house.day(LocalDate.of(2026, 4, 30));
        assertThat(house.balance(1, 1))
                .containsEntry("open", 0L)
                .containsEntry("written_off", 7_000L)
                .containsEntry("fee_open", 0L);
        assertThat(house.city.get(LedgerVerify.class).verify()).isEmpty();
    }
}
