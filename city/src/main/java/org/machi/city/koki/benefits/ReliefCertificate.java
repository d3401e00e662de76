package org.machi.city.koki.benefits;

import java.time.LocalDate;
import java.util.List;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.city.people.Issues;
import org.machi.city.people.ProtectedPeople;
import org.machi.law.LegalBasis;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.desk.Show;
import org.machi.platform.forms.letters.StatementLetter;
import org.machi.platform.forms.letters.StatementLetter.Line;
import org.machi.platform.forms.letters.StatementLetter.Signer;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 一部負担金減免等証明書: what somebody with a relief shows at the institution. */
@Controller
@LegalBasis("法69条")
class ReliefCertificate {

    private static final String CERTIFICATE = "24";

    private final BenefitBook book;
    private final ProtectedPeople people;
    private final AddresseeLookUp addressees;
    private final NoticePost post;
    private final BusinessDate businessDate;
    private final JdbcClient db;
    private final Show show = new Show();

    ReliefCertificate(
            BenefitBook book,
            ProtectedPeople people,
            AddresseeLookUp addressees,
            NoticePost post,
            BusinessDate businessDate,
            JdbcClient db) {
        this.book = book;
        this.people = people;
        this.addressees = addressees;
        this.post = post;
        this.businessDate = businessDate;
        this.db = db;
    }

    @GetMapping("/people/{personNo}/benefits/{decisionNo}/certificate")
    @Issues
    @RequiresDuty(BenefitDesk.APPLY)
    @Audited(action = "印刷", object = "一部負担金減免等証明書 {decisionNo}")
    ResponseEntity<byte[]> print(
            @PathVariable long personNo, @PathVariable String decisionNo, Trace trace) {
        trace.person(personNo);
        people.requireOpen(personNo, trace.clerk());
        BenefitBook.Decided decided =
                book.decided(personNo).stream()
                        .filter(one -> one.decisionNo().equals(decisionNo) && one.isCertified())
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        LocalDate today = businessDate.today();
        Addressee to = addressees.find(personNo, insuredNo(decisionNo), today);
        StatementLetter letter =
                new StatementLetter(
                        post.headings(List.of(to), CERTIFICATE, today).getFirst(),
                        "後期高齢者医療一部負担金減免等証明書",
                        Signer.UNION,
                        "次のとおり、一部負担金の減免等を受けていることを証明します。資格確認書等と一緒に医療機関等に示してください。",
                        List.of(
                                new Line("決定番号", decided.decisionNo()),
                                new Line("区分", decided.reliefName()),
                                new Line("適用開始年月日", show.date(decided.effectFrom())),
                                new Line("適用終了年月日", show.date(decided.effectUntil()))),
                        List.of("適用終了年月日の翌日からは使えません。", "資格を失ったとき、減免等の事由がなくなったときは、市役所に返してください。"));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=relief-" + decisionNo + ".pdf")
                .body(post.print(letter));
    }

    private String insuredNo(String decisionNo) {
        return db.sql("select insured_no from koki.benefit_decision where decision_no = ?")
                .param(decisionNo)
                .query(String.class)
                .single();
    }
}
