package org.machi.city.levy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.levy.desk.LevyOffice.MONTH_END;
import static org.machi.city.levy.desk.LevyOffice.act;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.machi.city.levy.LedgerVerify;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.PrintIndexFile;
import org.machi.formats.layout.PrintResultFile;
import org.machi.formats.layout.TransferFile;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/** What the days after make of what a clerk entered: demands that stay away, transfers that go. */
class AfterTheDeskTest {

    private static final LocalDate PAID = MONTH_END.minusDays(1);
    private LevyOffice office;
    private Browser yamada;

    @BeforeEach
    void open() {
        office = new LevyOffice();
        yamada = office.signedIn("100");
    }

    @AfterEach
    void close() {
        assertThat(office.city.get(LedgerVerify.class).verify()).isEmpty();
        office.close();
    }

    /** Both people pay their first slip twice and owe nothing; one of them is dead. */
    private void paidTwice(long... people) {
        List<Row> rows = new ArrayList<>();
        for (long person : people) {
            for (int n = 0; n < 2; n++) {
                rows.add(office.stamped(rows.size() + 1L, person, 1, 9_300, PAID));
            }
        }
        office.city.send(FileKind.BANK_RECEIPT, "BANK", MONTH_END, rows);
        office.city.day("2026-07-31");
    }

    private static Map<String, String> account(String holder) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("levy", "KAIGO");
        fields.put("bankCode", "0991");
        fields.put("bankName", "みどり野銀行");
        fields.put("bankKana", "ミドリノ");
        fields.put("branchCode", "101");
        fields.put("branchName", "本店");
        fields.put("branchKana", "ホンテン");
        fields.put("accountKind", "1");
        fields.put("accountNo", "7654321");
        fields.put("holder", holder);
        return fields;
    }

    private List<String> refunds(long person) {
        return office.db()
                .sql("SELECT state FROM levy.refund WHERE person_no = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    @Test
    @Requirement({"A01"})
    void who_was_stopped_with_a_reason_gets_no_demand_and_the_neighbour_does() {
        Map<String, String> stop = new LinkedHashMap<>();
        stop.put("levy", "KAIGO");
        stop.put("kind", "NO_DEMAND");
        stop.put("from", "2026-07-10");
        stop.put("to", "2026-09-30");
        assertThat(act(yamada, 1, "suppression", stop)).contains("理由を入れてください");
        stop.put("reason", "入院中、家族と相談中");
        assertThat(act(yamada, 1, "suppression", stop)).contains("督促状を送らない", "登録しました");
        assertThat(act(yamada, 1, "suppression", stop)).contains("期間の重なる停止があります");
        office.city.day("2026-08-20");
        List<Long> demanded =
                office.city.printIndex().stream()
                        .filter(row -> row.get(PrintIndexFile.KIND).equals("08"))
                        .map(row -> row.get(PrintIndexFile.PERSON_NO))
                        .toList();
        assertThat(demanded).contains(2L).doesNotContain(1L);
        Map<String, String> end = Map.of("levy", "KAIGO", "from", "2026-07-10", "reason", "退院");
        assertThat(act(yamada, 1, "suppression/end", end)).contains("停止を終わらせました");
        assertThat(act(yamada, 1, "suppression/end", end)).contains("もう終わっています");
    }

    @Test
    @Requirement({"A01", "C11"})
    void a_demand_stands_in_the_persons_list_of_letters_and_opens_as_it_was_printed() {
        office.city.day("2026-08-20");
        assertThat(yamada.get("/people/2").body()).contains("督促状（PDF）", "納入通知書（PDF）");
        String letter =
                office.db()
                        .sql(
                                "SELECT letter_no FROM levy.letter WHERE person_no = 2 AND kind = '08'")
                        .query(String.class)
                        .single();
        HttpResponse<String> pdf = yamada.get("/people/2/letters/" + letter + ".pdf");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(yamada.get("/people/3/letters/" + letter + ".pdf").statusCode()).isEqualTo(404);
    }

    @Test
    @Requirement({"A01", "Q13"})
    void a_demand_that_came_back_is_published_from_the_day_of_its_return_on() {
        office.city.day("2026-08-20");
        String letter =
                office.db()
                        .sql(
                                "SELECT letter_no FROM levy.letter WHERE person_no = 2 AND kind = '08'")
                        .query(String.class)
                        .single();
        LocalDate back = LocalDate.of(2026, 8, 26);
        assertThat(yamada.get("/levy/people/2").body()).doesNotContain("返戻になった督促状");
        office.city.send(
                FileKind.PRINT_RESULT,
                "PRINT",
                back,
                List.of(
                        PrintResultFile.LAYOUT
                                .row()
                                .set(PrintResultFile.BUNDLE, "1")
                                .set(PrintResultFile.LETTER_NO, letter)
                                .set(PrintResultFile.KIND, "08")
                                .set(PrintResultFile.PERSON_NO, 2L)
                                .set(PrintResultFile.RESULT, "12")
                                .set(PrintResultFile.RESULT_ON, back)
                                .set(PrintResultFile.PAGES, 1L)
                                .build()));
        office.city.day("2026-08-26");
        Map<String, String> published = new LinkedHashMap<>();
        published.put("instalment", String.valueOf(office.instalment(2, 1)));
        published.put("publishedOn", "2026-08-20");
        published.put("reason", "宛所不明");
        assertThat(act(yamada, 2, "published", published)).contains("居所不明の登録がありません");
        office.db()
                .sql(
                        """
                        INSERT INTO koki.whereabouts (person_no, unknown_from, reason, entered_by)
                        VALUES (2, date '2026-08-26', '訪問・電話とも不在', '100')
                        """)
                .update();
        assertThat(act(yamada, 2, "published", published)).contains("公示の日は返戻の日");
        published.put("publishedOn", "2026-08-26");
        assertThat(act(yamada, 2, "published", published))
                .contains("公示送達（R8.8.26）を登録しました", "令和8年9月2日");
        assertThat(yamada.get("/levy/people/2").body()).contains("公示 R8.8.26");
    }

    @Test
    @Requirement({"H06", "H08", "J03"})
    void a_refund_waits_until_the_account_is_told_and_a_transfer_that_came_back_waits_again() {
        paidTwice(3);
        assertThat(refunds(3)).containsExactly("WAITING");
        assertThat(yamada.get("/levy/refunds").body()).contains("9,300", "口座の届出（請求）待ち", "1件");
        assertThat(act(yamada, 3, "refund-account", account("スズキ　ハナコ")))
                .contains("口座名義人「ｽｽﾞｷ ﾊﾅｺ」が、受け取る人のカナ「ﾀｶﾊｼ ﾀﾛｳ」と違います");
        assertThat(act(yamada, 3, "refund-account", account("タカハシ　タロウ"))).contains("還付口座を登録しました");
        office.city.day("2026-08-06");
        Row transfer = office.city.sent(FileKind.ZENGIN_TRANSFER).getLast();
        assertThat(transfer.get(TransferFile.ACCOUNT.amount())).isEqualTo(9_300);
        assertThat(transfer.get(TransferFile.ACCOUNT.holder())).isEqualTo("ﾀｶﾊｼ ﾀﾛｳ");
        office.city.day("2026-08-12");
        assertThat(refunds(3)).containsExactly("PAID");
        long refund =
                office.db()
                        .sql("SELECT refund_id FROM levy.refund WHERE person_no = 3")
                        .query(Long.class)
                        .single();
        assertThat(act(yamada, 3, "refunds/" + refund + "/failed", Map.of("reason", "口座解約")))
                .contains("振込不能としました");
        assertThat(refunds(3)).containsExactly("WAITING");
        office.city.day("2026-08-13");
        office.city.day("2026-08-19");
        assertThat(refunds(3)).containsExactly("PAID");
        assertThat(
                        office.db()
                                .sql(
                                        "SELECT balance FROM levy.account_balance WHERE kind = 'REFUND_PAYABLE'")
                                .query(Long.class)
                                .list())
                .containsExactly(0L);
    }

    @Test
    @Requirement({"H07", "H08", "J06"})
    void what_belongs_to_someone_who_died_is_paid_to_the_heir_who_receives_for_all() {
        paidTwice(20);
        Map<String, String> heir = account("タカハシ　ジロウ");
        assertThat(act(yamada, 20, "refund-account", heir)).contains("相続人代表者を届け出てください");
        assertThat(yamada.get("/levy/refunds").body()).contains("相続人代表者の届出待ち");
        heir.put("others", "2");
        assertThat(act(yamada, 20, "heir", heir)).contains("相続人代表者の指定がありません");
        office.db()
                .sql(
                        """
                        INSERT INTO people.representative (person_no, role, name, name_kana, relation, postal_code, address, evidence,
                            received_on, valid_from, entered_by, entered_on)
                        SELECT 20, 'HEIR', '髙橋　次郎', 'タカハシ　ジロウ', '子', '1000002', '東京都見本市北町1番', '相続人代表者指定届', day, day, '100', day
                        FROM office.business_date
                        """)
                .update();
        assertThat(act(yamada, 20, "heir", heir)).contains("相続人代表者を登録しました", "ほかの相続人 2人");
        office.city.day("2026-08-06");
        assertThat(
                        office.city
                                .sent(FileKind.ZENGIN_TRANSFER)
                                .getLast()
                                .get(TransferFile.ACCOUNT.holder()))
                .isEqualTo("ﾀｶﾊｼ ｼﾞﾛｳ");
        assertThat(refunds(20)).containsExactly("SENT");
    }

    @Test
    @Requirement({"R03"})
    void money_on_an_old_slip_after_a_cut_or_a_write_off_is_listed_as_such() {
        office.city.send(
                FileKind.KAIGO_CHARGE,
                "KAIGO",
                MONTH_END,
                List.of(LevyOffice.care(5, 1, MONTH_END, 0)));
        office.city.day("2026-07-31");
        Map<String, String> proposal =
                Map.of(
                        "instalment",
                        String.valueOf(office.instalment(6, 1)),
                        "writeOffReason",
                        "AT_ONCE",
                        "reason",
                        "財産なし");
        act(yamada, 6, "write-off", proposal);
        Browser suzuki = office.signedIn("110");
        long id =
                office.db()
                        .sql("SELECT proposal_id FROM levy.write_off_proposal")
                        .query(Long.class)
                        .single();
        act(suzuki, "/levy/write-offs", "/levy/write-offs/" + id + "/approve", Map.of());
        LocalDate day = LocalDate.of(2026, 8, 4);
        office.city.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                day,
                List.of(
                        office.stamped(1, 5, 1, 9_300, day.minusDays(1)),
                        office.stamped(2, 6, 1, 9_300, day.minusDays(1))));
        office.city.day("2026-08-04");
        assertThat(yamada.get("/levy/exceptions?kind=CORRECTED").body())
                .contains("/levy/people/5\"");
        assertThat(yamada.get("/levy/exceptions?kind=WRITTEN_OFF").body())
                .contains("/levy/people/6\"")
                .doesNotContain("/levy/people/5\"");
    }

    @Test
    @Requirement({"A03", "L10"})
    void a_late_charge_shows_its_rates_and_marks_one_that_is_not_announced_yet() {
        office.city.send(
                FileKind.KAIGO_CHARGE,
                "KAIGO",
                MONTH_END,
                List.of(LevyOffice.care(7, 3, LocalDate.of(2026, 9, 30), 150_000)));
        office.city.day("2026-07-31");
        office.city.day("2026-10-20");
        LocalDate paid = LocalDate.of(2027, 2, 1);
        office.city.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                paid.plusDays(1),
                List.of(office.stamped(1, 7, 3, 150_000, paid)));
        office.city.day("2027-02-02");
        // 150,000 x 2.8% x 31/365 = 356; 150,000 x 9.1% x (61 + 32)/365 = 3,477; together 3,833.
        assertThat(office.balance(7, 3)).containsEntry("late_open", 3_800L);
        assertThat(yamada.get("/levy/people/7").body())
                .contains("延滞金の計算", "2.8%", "9.1%", "未告示のため、仮の値で計算しています");
    }
}
