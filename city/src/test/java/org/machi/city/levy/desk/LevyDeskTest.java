package org.machi.city.levy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.machi.city.levy.desk.LevyOffice.MONTH_END;
import static org.machi.city.levy.desk.LevyOffice.act;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.city.levy.LedgerVerify;
import org.machi.formats.file.FileKind;
import org.machi.platform.desk.Browser;
import org.machi.platform.proof.Requirement;

/** What clerks do by hand on the evening of July 31, after the day's books were closed. */
class LevyDeskTest {

    private static final LocalDate PAID = MONTH_END.minusDays(1);
    private static final LocalDate NEXT_DAY = LocalDate.of(2026, 8, 3);
    private static LevyOffice office;
    private static Browser yamada;

    @BeforeAll
    static void open() {
        office = new LevyOffice();
        office.city.send(
                FileKind.BANK_RECEIPT,
                "BANK",
                MONTH_END,
                List.of(
                        LevyOffice.stamped(1, "1111111111", 9_800, PAID),
                        LevyOffice.stamped(2, "2222222222", 700, PAID),
                        office.stamped(3, 3, 1, 9_300, PAID),
                        office.stamped(4, 4, 1, 9_300, PAID),
                        office.stamped(5, 4, 1, 9_300, PAID),
                        office.stamped(6, 5, 1, 5_000, PAID),
                        office.stamped(7, 6, 1, 9_300, PAID)));
        office.city.day("2026-07-31");
        yamada = office.signedIn("100");
    }

    @AfterAll
    static void close() {
        assertThat(office.city.get(LedgerVerify.class).verify()).isEmpty();
        office.close();
    }

    private static long receipt(String shownNo) {
        return office.db()
                .sql("SELECT receipt_id FROM levy.receipt WHERE shown_no = ?")
                .param(shownNo)
                .query(Long.class)
                .single();
    }

    private static long receiptOf(long person) {
        return office.db()
                .sql("SELECT receipt_id FROM levy.receipt WHERE person_no = ? ORDER BY 1 LIMIT 1")
                .param(person)
                .query(Long.class)
                .single();
    }

    private static Map<String, String> money(long person, int period, String amount) {
        return Map.of(
                "instalment",
                String.valueOf(office.instalment(person, period)),
                "amount",
                amount,
                "paidOn",
                MONTH_END.toString());
    }

    @Test
    @Requirement({"R03", "L07"})
    void money_of_nobody_is_given_to_an_instalment_first_on_trial_and_then_for_good() {
        long receipt = receipt("1111111111");
        String page = "/levy/receipts/" + receipt;
        assertThat(yamada.get(page + "?person=1").body())
                .as("no 宛名番号 in the address")
                .doesNotContain("充てる期");
        String shown = yamada.post(page, Map.of("person", "1")).body();
        assertThat(shown).contains("充てる期", "第1期");
        String matched =
                act(
                        yamada,
                        page,
                        page + "/match",
                        Map.of(
                                "seen",
                                LevyOffice.seen(shown),
                                "person",
                                "1",
                                "instalment",
                                String.valueOf(office.instalment(1, 1)),
                                "reason",
                                "本人の申出"));
        assertThat(matched).contains("仮消込しました");
        assertThat(office.balance(1, 1)).containsEntry("open", 9_300L);
        assertThat(yamada.get("/levy/exceptions?kind=MATCHED").body()).contains("1111111111");
        assertThat(act(yamada, page, page + "/settle", Map.of())).contains("消し込みました");
        assertThat(office.balance(1, 1))
                .containsEntry("open", 0L)
                .containsEntry("collected", 9_800L)
                .containsEntry("over_held", 500L);
        assertThat(
                        office.db()
                                .sql(
                                        "SELECT balance FROM levy.account_balance WHERE kind = 'SUSPENSE' AND account_id = ?")
                                .param(receipt)
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(act(yamada, page, page + "/settle", Map.of("seen", "2"))).contains("先に仮消込");
    }

    @Test
    @Requirement({"R08", "L04"})
    void extra_periods_and_former_closings_are_named_and_not_numbered() {
        long person = LevyOffice.LATE_CHARGED;
        for (String path : List.of("/people/", "/levy/people/")) {
            assertThat(yamada.get(path + person).body())
                    .as(path)
                    .contains("第2期", "随時1期", "決算分")
                    .doesNotContain("第13期", "第99期");
        }
    }

    @Test
    @Requirement({"R01", "R02", "R04"})
    void the_counter_takes_a_part_on_the_next_open_day_and_never_more_than_is_open() {
        String page = act(yamada, 2, "counter", money(2, 1, "4,300"));
        assertThat(page).contains("4,300円 を受け取りました", "令和8年8月3日", "市役所窓口");
        assertThat(office.balance(2, 1)).containsEntry("open", 5_000L);
        assertThat(
                        office.db()
                                .sql("SELECT booked_on FROM levy.receipt WHERE person_no = 2")
                                .query(LocalDate.class)
                                .single())
                .isEqualTo(NEXT_DAY);
        assertThat(act(yamada, 2, "counter", money(2, 1, "5,001")))
                .contains("行っていません", "この期の未済額（手数料・延滞金を含む）は 5,000円");
        assertThat(act(yamada, 2, "counter", money(2, 1, "五千"))).contains("金額は数字で入れてください");
        assertThat(office.balance(2, 1)).containsEntry("open", 5_000L);
    }

    @Test
    @Requirement({"R06"})
    void a_receipt_is_taken_back_by_opposite_postings_and_the_closed_day_keeps_its_seal() {
        byte[] seal = seal();
        long receipt = receiptOf(3);
        assertThat(act(yamada, 3, "receipts/" + receipt + "/reverse", Map.of("reason", "")))
                .contains("取消の理由を入れてください");
        assertThat(act(yamada, 3, "receipts/" + receipt + "/reverse", Map.of("reason", "他市の納付書")))
                .contains("9,300円 の収納を取り消しました", "収納の取消");
        assertThat(office.balance(3, 1))
                .containsEntry("open", 9_300L)
                .containsEntry("collected", 0L);
        assertThat(seal()).isEqualTo(seal);
        assertThat(act(yamada, 3, "receipts/" + receipt + "/reverse", Map.of("reason", "もう一度")))
                .contains("すでに取り消されています");
    }

    private static byte[] seal() {
        return office.db()
                .sql("SELECT levy.seal_of(date '2026-07-31')")
                .query(byte[].class)
                .single();
    }

    @Test
    @Requirement({"R03", "H01"})
    void each_kind_of_exception_has_its_list_until_somebody_has_looked() {
        assertThat(yamada.get("/levy/exceptions").body()).contains("2222222222", "納付書の番号が台帳にない");
        String amounts = yamada.get("/levy/exceptions?kind=AMOUNT").body();
        assertThat(amounts).contains("5,000", "納付書と金額が違う").doesNotContain("2222222222");
        assertThat(yamada.get("/levy/exceptions?kind=DOUBLE").body())
                .contains("/levy/people/4", "9,300");
        yamada.post(
                "/levy/receipts/" + receiptOf(5) + "/checked",
                Map.of("kind", "AMOUNT", "reason", "電話済"));
        assertThat(yamada.get("/levy/exceptions?kind=AMOUNT").body()).contains("該当するものはありません");
    }

    @Test
    @Requirement({"C09"})
    void of_two_clerks_who_saw_the_same_account_the_second_learns_who_was_faster_with_what() {
        Browser suzuki = office.signedIn("110");
        String seen = LevyOffice.seen(yamada.get("/levy/people/7").body());
        act(yamada, 7, "counter", money(7, 1, "1000"));
        Map<String, String> late = new LinkedHashMap<>(money(7, 1, "2000"));
        late.put("seen", seen);
        suzuki.get("/levy/people/7");
        HttpResponse<String> answer = suzuki.post("/levy/people/7/counter", late);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("山田 一郎さんが「窓口収納 1,000円", "あなたの操作は行われていません");
        assertThat(office.balance(7, 1)).containsEntry("open", 8_300L);
    }

    @Test
    @Requirement({"A07", "A09", "X06"})
    void a_write_off_needs_grounds_and_the_approval_of_a_second_person() {
        Map<String, String> proposal =
                Map.of(
                        "instalment",
                        String.valueOf(office.instalment(21, 1)),
                        "writeOffReason",
                        "OTHER",
                        "reason",
                        "相続人全員が放棄（家庭裁判所の証明）");
        assertThat(act(yamada, 21, "write-off", proposal)).contains("承認を待っています");
        assertThat(act(yamada, 21, "write-off", proposal)).contains("起案がすでにあります");
        long id =
                office.db()
                        .sql("SELECT proposal_id FROM levy.write_off_proposal WHERE person_no = 21")
                        .query(Long.class)
                        .single();
        String list = "/levy/write-offs";
        assertThat(yamada.get(list).body()).contains("ほかの職員の承認待ち");
        assertThat(act(yamada, list, list + "/" + id + "/approve", Map.of("seen", "1")))
                .contains("起案した職員は承認できません");
        assertThat(office.balance(21, 1)).containsEntry("open", 9_300L);
        Browser suzuki = office.signedIn("110");
        assertThat(act(suzuki, list, list + "/" + id + "/approve", Map.of()))
                .contains("9,300円 を不納欠損としました");
        assertThat(office.balance(21, 1))
                .containsEntry("open", 0L)
                .containsEntry("written_off", 9_300L);
        assertThat(yamada.get("/levy/people/21").body()).contains("その他（相続放棄など）による不納欠損");
    }

    @Test
    @Requirement({"R08", "L04"})
    void the_account_tells_in_sentences_what_is_open_what_comes_next_and_how_it_was_paid() {
        String page = yamada.get("/levy/people/6").body();
        assertThat(page)
                .contains(
                        "納期限を過ぎた納め残しはありません",
                        "次は 令和8年8月31日、介護保険料 第2期 9,000円 です。納付書で納めていただきます。",
                        "最後の納付は 令和8年7月30日、金融機関窓口 9,300円 です。",
                        "介護保険料 調定",
                        "金融機関窓口（領収日 R8.7.30）");
    }

    @Test
    void a_clerk_who_may_only_look_sees_no_form_and_can_do_nothing() {
        Browser sato = office.signedIn("200");
        assertThat(sato.get("/levy/people/8").body())
                .contains("収納台帳")
                .doesNotContain("収納する", "取り消す", "停止する");
        assertThat(
                        sato.post(
                                        "/levy/people/8/counter",
                                        Map.of("seen", "0", "instalment", "1", "amount", "1"))
                                .statusCode())
                .isEqualTo(403);
    }

    @Test
    void without_the_token_of_the_form_nothing_is_done() {
        Map<String, String> forged = new LinkedHashMap<>(money(9, 1, "100"));
        forged.put("seen", "0");
        forged.put("_csrf", "forged");
        assertThat(yamada.post("/levy/people/9/counter", forged).statusCode()).isEqualTo(403);
        assertThat(office.balance(9, 1)).containsEntry("open", 9_300L);
    }
}
