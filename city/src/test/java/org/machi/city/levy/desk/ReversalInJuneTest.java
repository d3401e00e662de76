package org.machi.city.levy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.levy.desk.LevyOffice.act;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.levy.LedgerVerify;
import org.machi.formats.file.FileKind;
import org.machi.platform.proof.Requirement;

/**
 * A receipt of May that was told in June, booked in the year that ended, and is reversed: as long
 * as the old year's books are open, everything is as if it had never come.
 */
class ReversalInJuneTest {

    private static final LocalDate TOLD = LocalDate.of(2027, 6, 2);
    private LevyOffice office;

    @BeforeEach
    void open() {
        office = new LevyOffice();
        office.city.day("2027-06-01");
    }

    @AfterEach
    void close() {
        assertThat(office.city.get(LedgerVerify.class).verify()).isEmpty();
        office.close();
    }

    private void paidInMay(long person) {
        LocalDate may = LocalDate.of(2027, 5, 31);
        office.city.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                TOLD,
                List.of(office.stamped(1, person, 1, 9_300, may)));
        office.city.day("2027-06-02");
    }

    private String reversed(long person) {
        long receipt =
                office.db()
                        .sql("SELECT receipt_id FROM levy.receipt WHERE person_no = ?")
                        .param(person)
                        .query(Long.class)
                        .single();
        return act(
                office.signedIn("100"),
                person,
                "receipts/" + receipt + "/reverse",
                Map.of("reason", "他市の納付書"));
    }

    /** Arrears carried over and the closing of each account. */
    private List<String> books() {
        return office.db()
                .sql(
                        """
                        SELECT 'carried ' || instalment_id || ' ' || carried || ' ' || collected FROM levy.carry_over
                        UNION ALL
                        SELECT 'closing ' || fund_id || ' ' || collected || ' ' || open || ' ' || over_arisen || ' ' || over_held
                        FROM levy.year_total ORDER BY 1
                        """)
                .query(String.class)
                .list();
    }

    /** Account years of the two postings of the receipt, and what moved between the years. */
    private List<String> postings(long person) {
        return office.db()
                .sql(
                        """
                        SELECT p.cause || ' ' || p.account_year || ' ' || p.debit_kind || ' ' || p.amount
                        FROM levy.receipt r JOIN levy.posting p ON p.source = 'RECEIPT' AND p.source_id = r.receipt_id
                        WHERE r.person_no = ? AND p.cause IN ('RECEIPT', 'CARRY_BACK', 'CARRY_OVER') ORDER BY p.posting_id
                        """)
                .param(person)
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"R06", "A10"})
    void before_the_books_are_closed_it_is_reversed_in_the_old_year_and_carried_over_again() {
        List<String> before = books();
        paidInMay(1);
        assertThat(books()).isNotEqualTo(before);
        assertThat(reversed(1)).contains("9,300円 の収納を取り消しました");
        assertThat(books()).isEqualTo(before);
        assertThat(postings(1))
                .containsExactly(
                        "RECEIPT 2026 CASH 9300",
                        "CARRY_BACK 2027 INCOME 9300",
                        "RECEIPT 2026 RECEIVABLE 9300",
                        "CARRY_OVER 2027 INCOME 9300");
        office.city.day("2027-06-03");
    }

    @Test
    @Requirement({"R06", "A10"})
    void after_the_books_are_closed_the_reversal_belongs_to_the_new_year() {
        paidInMay(2);
        office.city.day("2027-06-14");
        List<String> closed = books();
        assertThat(reversed(2)).contains("9,300円 の収納を取り消しました");
        assertThat(books()).isEqualTo(closed);
        assertThat(postings(2)).last().isEqualTo("RECEIPT 2027 RECEIVABLE 9300");
    }
}
