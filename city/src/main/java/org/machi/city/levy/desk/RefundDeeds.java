package org.machi.city.levy.desk;

import org.machi.city.levy.desk.AccountDesk.Sent;
import org.machi.platform.desk.Listing;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 還付: who waits for money, to which account it goes, and transfers that came back. */
@Controller
class RefundDeeds {

    private static final int ROWS = 50;

    private final RefundDesk desk;
    private final RefundClaims claims;
    private final AccountDesk account;
    private final BusinessDate businessDate;

    RefundDeeds(
            RefundDesk desk, RefundClaims claims, AccountDesk account, BusinessDate businessDate) {
        this.desk = desk;
        this.claims = claims;
        this.account = account;
        this.businessDate = businessDate;
    }

    @GetMapping("/levy/refunds")
    @RequiresDuty(LevyDesk.KEEP)
    @Audited(action = "照会", object = "還付未済")
    String waiting(@RequestParam(defaultValue = "1") int page, Trace trace, Model model) {
        Listing<RefundDesk.Waiting> refunds = desk.waiting(businessDate.today(), page, ROWS);
        trace.people(refunds.rows().stream().map(RefundDesk.Waiting::person).toList());
        model.addAttribute("refunds", refunds);
        model.addAttribute("sum", desk.sum());
        return "city/levy/refunds";
    }

    @PostMapping("/levy/people/{personNo}/refund-account")
    @RequiresDuty(LevyDesk.REFUND)
    @Audited(action = "更新", object = "還付口座")
    String account(@PathVariable long personNo, Sent sent) {
        return account.work(
                personNo,
                sent,
                (form, act) -> claims.account(personNo, form.text("levy"), form.account(), act));
    }

    @PostMapping("/levy/people/{personNo}/heir")
    @RequiresDuty(LevyDesk.REFUND)
    @Audited(action = "更新", object = "相続人代表者")
    String heir(@PathVariable long personNo, Sent sent) {
        return account.work(
                personNo,
                sent,
                (form, act) ->
                        claims.heir(personNo, (int) form.number("others"), form.account(), act));
    }

    @PostMapping("/levy/people/{personNo}/refunds/{refundId}/failed")
    @RequiresDuty(LevyDesk.REFUND)
    @Audited(action = "更新", object = "還付の振込不能 {refundId}")
    String failed(@PathVariable long personNo, @PathVariable long refundId, Sent sent) {
        return account.work(personNo, sent, (form, act) -> desk.failed(personNo, refundId, act));
    }
}
