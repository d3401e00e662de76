package org.machi.city.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.file.FileKind;
import org.machi.platform.proof.Requirement;

/** 出納整理期間, 滞納繰越 and the closing of the books, as files of banks tell of May in June. */
class YearEndTest {

    private static final LocalDate DECIDED = LocalDate.of(2026, 7, 15);

    private TollHouse house;
    private Neighbours neighbours;

    @BeforeEach
    void open() {
        house = new TollHouse();
        neighbours = new Neighbours(house.city.settings());
    }

    @AfterEach
    void close() {
        assertThat(house.city.get(LedgerVerify.class).verify()).isEmpty();
        house.close();
    }

    private void premium(long person, long... amounts) {
        house.person(person, "見本　太郎");
        house.charge(DECIDED, person, amounts);
        house.slips(DECIDED, person);
    }

    @Test
    @Requirement("A10")
    void what_is_open_on_may_31_is_carried_over_and_the_old_year_takes_no_more_postings() {
        premium(1, 7_600);
        house.day(LocalDate.of(2027, 6, 1));
        assertThat(
                        house.db
                                .sql("SELECT kind || account_year FROM levy.v_summary")
                                .query(String.class)
                                .list())
                .containsExactly("CARRIED2027");
        assertThat(
                        house.db
                                .sql(
                                        "SELECT carried FROM levy.carry_over WHERE account_year = 2027")
                                .query(Long.class)
                                .single())
                .isEqualTo(7_600);
        LocalDate day = LocalDate.of(2027, 6, 2);
        neighbours.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                day,
                house.stamped(1, 1, 7_600, LocalDate.of(2027, 6, 1)));
        house.day(day);
        assertThat(receiptYears()).containsExactly("1 2027");
    }

    private List<String> receiptYears() {
        return house.db
                .sql(
                        """
                        SELECT i.person_no || ' ' || p.account_year FROM levy.posting p
                        JOIN levy.instalment i ON i.instalment_id = p.credit_id
                        WHERE p.cause = 'RECEIPT' AND p.credit_kind = 'RECEIVABLE' ORDER BY 1
                        """)
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"R02", "A10"})
    void what_a_bank_stamped_by_may_31_belongs_to_the_old_year_though_it_is_told_in_june() {
        premium(1, 7_600);
        premium(2, 5_000);
        premium(3, 3_000);
        house.day(LocalDate.of(2027, 6, 1));
        LocalDate told = LocalDate.of(2027, 6, 2);
        LocalDate may = LocalDate.of(2027, 5, 31);
        neighbours.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                told,
                house.stamped(1, 1, 7_600, may),
                house.stamped(2, 2, 5_000, told.minusDays(1)));
        house.day(told);
        assertThat(receiptYears()).containsExactly("1 2026", "2 2027");
        assertThat(
                        house.db
                                .sql(
                                        """
                                        SELECT collected || ' ' || carried FROM levy.carry_over JOIN levy.instalment USING (instalment_id)
                                        WHERE levy.carry_over.account_year = 2027 ORDER BY person_no
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("7600 0", "0 5000", "0 3000");
        assertThat(
                        house.db
                                .sql("SELECT collected || ' ' || open FROM levy.year_total")
                                .query(String.class)
                                .list())
                .containsExactly("7600 8000");
        house.day(LocalDate.of(2027, 6, 14));
        LocalDate late = LocalDate.of(2027, 6, 15);
        neighbours.send(FileKind.BANK_RECEIPT, "BANK", late, house.stamped(3, 3, 3_000, may));
        house.day(late);
        assertThat(receiptYears())
                .as("the books are closed on the tenth business day")
                .containsExactly("1 2026", "2 2027", "3 2027");
    }
}
