package org.machi.city.levy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.ArrearsFile;
import org.machi.formats.layout.DebitFile;
import org.machi.formats.layout.ReceiptFile;
import org.machi.formats.layout.StoreReceiptFile;
import org.machi.formats.layout.TransferFile;
import org.machi.platform.proof.Requirement;

/** Days of the collection office: files come in, the job runs, files and letters go out. */
class CollectionOfficeTest {

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

    private Row store(String kind, long person, long amount, LocalDate paidOn) {
        String barcode =
                house.db
                        .sql("SELECT barcode FROM levy.slip WHERE slip_no = ?")
                        .param(house.slip(person, 1))
                        .query(String.class)
                        .single();
        return StoreReceiptFile.LAYOUT
                .row()
                .set(StoreReceiptFile.SEQ, 1L)
                .set(StoreReceiptFile.KIND, kind)
                .set(StoreReceiptFile.BARCODE, barcode)
                .set(StoreReceiptFile.CHAIN, "00001")
                .set(StoreReceiptFile.CHAIN_NAME, "まちマート")
                .set(StoreReceiptFile.STORE, "00123")
                .set(StoreReceiptFile.PAID_ON, paidOn)
                .set(StoreReceiptFile.PAID_AT, "1015")
                .set(StoreReceiptFile.DATA_ON, paidOn.plusDays(1))
                .set(StoreReceiptFile.AMOUNT, amount)
                .build();
    }

    @Test
    @Requirement({"R01", "R02", "R07"})
    void what_a_bank_stamped_is_allocated_and_the_union_hears_of_it_the_same_day() {
        premium(1, 7_600);
        LocalDate day = LocalDate.of(2026, 7, 29);
        neighbours.send(
                FileKind.BANK_RECEIPT, "BANK", day, house.stamped(1, 1, 7_600, day.minusDays(1)));
        house.day(day);
        assertThat(house.balance(1, 1))
                .containsEntry("open", 0L)
                .containsEntry("collected", 7_600L);
        Row told = neighbours.sent(FileKind.U_RECEIPT).getLast();
        assertThat(told.get(ReceiptFile.KIND)).isEqualTo("1");
        assertThat(told.get(ReceiptFile.CHANNEL)).isEqualTo("1");
        assertThat(told.get(ReceiptFile.AMOUNT)).isEqualTo(7_600);
        assertThat(told.get(ReceiptFile.PAID_ON)).isEqualTo(LocalDate.of(2026, 7, 28));
        assertThat(told.get(ReceiptFile.BOOKED_ON)).isEqualTo(day);
        assertThat(told.get(ReceiptFile.UNPAID_AFTER)).isZero();
    }

    @Test
    @Requirement({"R03", "H01"})
    void unknown_numbers_and_double_payments_are_kept_and_listed() {
        premium(1, 7_600);
        LocalDate day = LocalDate.of(2026, 7, 29);
        neighbours.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                day,
                house.stamped(1, 1, 7_600, day),
                house.stamped(2, 1, 7_600, day),
                TollHouse.bankRow(3, "1234567890", 500, day));
        house.day(day);
        assertThat(house.balance(1, 1))
                .containsEntry("over_arisen", 7_600L)
                .containsEntry("over_refunded", 7_600L);
        assertThat(
                        house.db
                                .sql("SELECT reason FROM levy.receipt WHERE state = 'SUSPENSE'")
                                .query(String.class)
                                .list())
                .containsExactly("納付書番号が台帳にない");
    }

    @Test
    @Requirement({"R06", "R03"})
    void a_store_payment_shows_at_once_is_taken_back_on_cancel_and_becomes_money_when_final() {
        premium(1, 7_600);
        premium(2, 6_000);
        LocalDate prompt = LocalDate.of(2026, 7, 29);
        LocalDate later = LocalDate.of(2026, 7, 30);
        neighbours.send(
                FileKind.CVS_PROMPT,
                "CVS",
                prompt,
                store("01", 1, 7_600, prompt),
                store("01", 2, 6_000, prompt).copy().set(StoreReceiptFile.SEQ, 2L).build());
        house.day(prompt);
        assertThat(house.balance(1, 1)).containsEntry("open", 7_600L);
        assertThat(states()).containsExactly("PROVISIONAL", "PROVISIONAL");
        neighbours.send(FileKind.CVS_CANCEL, "CVS", later, store("03", 1, 7_600, prompt));
        neighbours.send(FileKind.CVS_FINAL, "CVS", later, store("02", 2, 6_000, prompt));
        house.day(later);
        assertThat(states()).containsExactly("CANCELLED", "CONFIRMED", "FINAL");
        assertThat(house.balance(1, 1)).containsEntry("open", 7_600L);
        assertThat(house.balance(2, 1)).containsEntry("open", 0L);
    }

    private List<String> states() {
        return house.db
                .sql("SELECT state FROM levy.receipt ORDER BY receipt_id")
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"N04", "A09", "I11"})
    void a_failed_debit_brings_a_slip_and_without_payment_a_demand_follows_within_twenty_days() {
        premium(1, 7_600);
        house.account(1, "DEBIT");
        house.day(LocalDate.of(2026, 7, 21));
        Row asked = neighbours.sent(FileKind.ZENGIN_DEBIT).getLast();
        assertThat(asked.get(DebitFile.ACCOUNT.amount())).isEqualTo(7_600);
        LocalDate told = LocalDate.of(2026, 8, 4);
        Row head =
                house.in(() ->
                        DebitFile.SENDER
                                .layout()
                                .row()
                                .set(DebitFile.SENDER.clientNo(), "0000123456")
                                .set(DebitFile.SENDER.clientName(), "ﾐﾎﾝｼ")
                                .set(DebitFile.SENDER.mmdd(), "0731")
                                .set(DebitFile.SENDER.bank(), "0991")
                                .set(DebitFile.SENDER.branch(), "101")
                                .set(DebitFile.SENDER.accountKind(), "1")
                                .set(DebitFile.SENDER.accountNo(), "0000001")
                                .build());
        neighbours.send(
                FileKind.ZENGIN_DEBIT_RESULT,
                "BANK",
                told,
                head,
                List.of(asked.copy().set(DebitFile.RESULT, "1").build()));
        house.day(told);
        assertThat(house.balance(1, 1)).containsEntry("open", 7_600L);
        assertThat(neighbours.letters()).containsExactly("12");
        house.day(LocalDate.of(2026, 8, 19));
        assertThat(neighbours.letters()).containsExactly("12");
        house.day(LocalDate.of(2026, 8, 20));
        assertThat(neighbours.letters()).containsExactly("12", "08");
        Row arrears = neighbours.sent(FileKind.U_ARREARS).getLast();
        assertThat(arrears.get(ArrearsFile.DEMANDED_ON)).isEqualTo(LocalDate.of(2026, 8, 20));
        assertThat(arrears.get(ArrearsFile.LIMITATION_BY)).isEqualTo("2");
        assertThat(arrears.get(ArrearsFile.UNPAID)).isEqualTo(7_600);
    }

    @Test
    @Requirement({"A03", "R05"})
    void a_demanded_premium_paid_very_late_costs_a_late_charge() {
        premium(1, 120_000);
        house.day(LocalDate.of(2026, 8, 20));
        LocalDate paid = LocalDate.of(2026, 12, 21);
        neighbours.send(FileKind.BANK_RECEIPT, "BANK", paid, house.stamped(1, 1, 120_000, paid));
        house.day(paid);
        // 120,000 x 2.8% x 31/365 = 285; 120,000 x 9.1% x 112/365 = 3,350; together 3,635, cut to
        // 3,600.
        assertThat(house.balance(1, 1)).containsEntry("late_open", 3_600L);
        assertThat(neighbours.letters()).containsExactly("08", "07");
    }

    @Test
    @Requirement("A01")
    void the_union_hears_of_the_day_on_which_a_demand_was_published() {
        premium(1, 7_600);
        house.day(LocalDate.of(2026, 8, 20));
        LocalDate published = LocalDate.of(2026, 8, 26);
        house.db
                .sql("UPDATE levy.demand SET published_on = :day, published_known_on = :day")
                .param("day", published)
                .update();
        house.day(published);
        assertThat(
                        neighbours
                                .sent(FileKind.U_ARREARS)
                                .getLast()
                                .get(ArrearsFile.DEMAND_PUBLISHED_ON))
                .isEqualTo(published);
    }

    @Test
    @Requirement({"A03", "F07"})
    void days_of_a_grace_cost_the_lower_rate_and_days_without_execution_nothing() {
        premium(1, 120_000);
        premium(2, 120_000);
        house.day(LocalDate.of(2026, 8, 20));
        house.db
                .sql(
                        """
                        INSERT INTO levy.suppression (person_no, levy_code, valid_from, valid_to, kind, reason) VALUES
                            (1, 'KOKI', date '2026-09-01', date '2026-12-01', 'GRACE', '事業の休止'),
                            (2, 'KOKI', date '2026-09-01', NULL, 'SUSPENDED', '財産なし')
                        """)
                .update();
        LocalDate paid = LocalDate.of(2026, 12, 21);
        neighbours.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                paid,
                house.stamped(1, 1, 120_000, paid),
                house.stamped(2, 2, 120_000, paid));
        house.day(paid);
        // August 31 days 2.8%: 285; September to November 91 days 1.3%: 388; 21 days 9.1%: 628 →
        // 1,300
        assertThat(house.balance(1, 1)).containsEntry("late_open", 1_300L);
        assertThat(house.balance(2, 1))
                .as("285 yen of August are less than 1,000")
                .containsEntry("late_open", 0L);
        assertThat(
                        house.db
                                .sql("SELECT rate FROM levy.late_stretch ORDER BY from_on")
                                .query(String.class)
                                .list())
                .hasSize(3)
                .element(1)
                .asString()
                .contains("猶予中");
    }

    @Test
    @Requirement({"H02", "H03", "H08"})
    void an_over_payment_pays_the_oldest_debt_first_and_the_rest_goes_to_the_account() {
        premium(1, 7_600, 5_000);
        house.account(1, "REFUND");
        LocalDate day = LocalDate.of(2026, 9, 2);
        long second = house.slip(1, 2);
        String ocr =
                house.db
                        .sql("SELECT ocr_line FROM levy.slip WHERE slip_no = ?")
                        .param(second)
                        .query(String.class)
                        .single();
        neighbours.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                day,
                TollHouse.bankRow(1, ocr, 5_000, day.minusDays(2)),
                TollHouse.bankRow(2, ocr, 9_000, day.minusDays(1)));
        house.day(day);
        assertThat(house.balance(1, 1))
                .containsEntry("open", 0L)
                .containsEntry("offset_in", 7_600L);
        assertThat(neighbours.letters()).containsExactly("10");
        house.day(LocalDate.of(2026, 9, 3));
        Row transfer = neighbours.sent(FileKind.ZENGIN_TRANSFER).getLast();
        assertThat(transfer.get(TransferFile.ACCOUNT.amount())).isEqualTo(1_400);
        house.day(LocalDate.of(2026, 9, 8));
        assertThat(house.db.sql("SELECT state FROM levy.refund").query(String.class).list())
                .containsExactly("PAID");
    }

    @Test
    @Requirement({"H02"})
    void who_owes_as_much_as_he_paid_too_much_is_told_that_all_was_offset() {
        premium(1, 7_600, 5_000);
        LocalDate day = LocalDate.of(2026, 9, 2);
        String ocr =
                house.db
                        .sql("SELECT ocr_line FROM levy.slip WHERE slip_no = ?")
                        .param(house.slip(1, 2))
                        .query(String.class)
                        .single();
        neighbours.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                day,
                TollHouse.bankRow(1, ocr, 5_000, day.minusDays(2)),
                TollHouse.bankRow(2, ocr, 5_000, day.minusDays(1)));
        house.day(day);
        assertThat(house.balance(1, 1)).containsEntry("offset_in", 5_000L);
        assertThat(neighbours.letters()).containsExactly("11");
    }

    @Test
    @Requirement({"H02"})
    void a_pension_over_collection_is_announced_before_it_is_offset_and_waits_until_then() {
        premium(1, 7_600);
        LocalDate day = LocalDate.of(2026, 8, 17);
        LocalDate paid = LocalDate.of(2026, 8, 14);
        String deducted =
                TollHouse.row(1, 4, paid, 6_000)
                        .replace("2::smallint AS method", "1::smallint AS method");
        house.in(() -> house.charges.applyListed(DECIDED, deducted, "特別徴収"));
        long source = house.instalment(1, 4);
        house.in(() ->
                house.receipts.take(
                        paid,
                        Channel.PENSION,
                        house.payment(0, 6_000, paid)
                                .replace("0::bigint AS slip_no", "NULL::bigint AS slip_no")
                                .replace(
                                        "NULL::bigint AS instalment_id",
                                        source + "::bigint AS instalment_id")));
        String cut = deducted.replace("6000::bigint AS amount", "0::bigint AS amount");
        house.in(() -> house.charges.applyListed(paid, cut, "減額"));
        house.day(day);
        assertThat(neighbours.letters()).containsExactly("11");
        assertThat(house.balance(1, 4)).containsEntry("over_held", 6_000L);
        assertThat(house.balance(1, 1)).containsEntry("offset_in", 0L);
        house.day(LocalDate.of(2026, 8, 24));
        assertThat(house.balance(1, 4))
                .containsEntry("over_held", 0L)
                .containsEntry("over_offset", 6_000L);
        assertThat(house.balance(1, 1)).containsEntry("open", 1_600L);
    }

    @Test
    void a_debt_the_union_knows_of_that_is_cut_to_nothing_is_told_to_it_as_nothing() {
        premium(1, 7_600);
        house.day(LocalDate.of(2026, 8, 3));
        assertThat(neighbours.sent(FileKind.U_ARREARS).getLast().get(ArrearsFile.UNPAID))
                .isEqualTo(7_600);
        LocalDate day = LocalDate.of(2026, 8, 5);
        LocalDate due = LocalDate.of(2026, 7, 31);
        house.in(() -> house.charges.applyListed(day, TollHouse.row(1, 1, due, 0), "減額"));
        house.day(day);
        Row told = neighbours.sent(FileKind.U_ARREARS).getLast();
        assertThat(told.get(ArrearsFile.UNPAID)).isZero();
        assertThat(told.get(ArrearsFile.CHARGED)).isZero();
    }

    @Test
    @Requirement({"A01", "C11"})
    void a_demand_whose_name_cannot_be_drawn_waits_on_a_list_and_is_not_lost() {
        house.person(1, "見本　" + Character.toString(0xE000));
        house.charge(DECIDED, 1, 7_600);
        house.day(LocalDate.of(2026, 8, 20));
        assertThat(neighbours.files(FileKind.PRINT_INDEX)).isEmpty();
        PostedLetters book = house.city.get(PostedLetters.class);
        assertThat(book.waiting()).isOne();
        String letter =
                house.db.sql("SELECT letter_no FROM levy.letter").query(String.class).single();
        assertThat(house.db.sql("SELECT pulled_out FROM levy.letter").query(String.class).single())
                .contains("氏名");
        assertThat(book.settle(letter, LocalDate.of(2026, 8, 21))).isTrue();
        assertThat(book.waiting()).isZero();
    }
}
