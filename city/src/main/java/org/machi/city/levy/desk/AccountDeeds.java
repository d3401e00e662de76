package org.machi.city.levy.desk;

import org.machi.city.levy.desk.AccountDesk.Sent;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * What is done on a person's account by hand: money taken, a receipt taken back, demands stopped, a
 * write-off proposed. Each form carries the version of the account that its clerk saw.
 */
@Controller
class AccountDeeds {

    private final CounterPayments counter;
    private final ReceiptReversals reversals;
    private final Suppressions suppressions;
    private final Publications publications;
    private final WriteOffProposals proposals;
    private final AccountDesk account;
    private final JointDesk joint;

    AccountDeeds(
            CounterPayments counter,
            ReceiptReversals reversals,
            Suppressions suppressions,
            Publications publications,
            WriteOffProposals proposals,
            AccountDesk account,
            JointDesk joint) {
        this.joint = joint;
        this.counter = counter;
        this.reversals = reversals;
        this.suppressions = suppressions;
        this.publications = publications;
        this.proposals = proposals;
        this.account = account;
    }

    @PostMapping("/levy/people/{personNo}/counter")
    @RequiresDuty(LevyDesk.SETTLE)
    @Audited(action = "更新", object = "窓口収納")
    String pay(@PathVariable long personNo, Sent sent) {
        return account.work(
                personNo,
                sent,
                (form, act) ->
                        counter.take(
                                personNo,
                                form.number("instalment"),
                                form.number("amount"),
                                form.day("paidOn"),
                                act));
    }

    @PostMapping("/levy/people/{personNo}/receipts/{receiptId}/reverse")
    @RequiresDuty(LevyDesk.SETTLE)
    @Audited(action = "更新", object = "収納の取消 {receiptId}")
    String reverse(@PathVariable long personNo, @PathVariable long receiptId, Sent sent) {
        return account.work(
                personNo, sent, (form, act) -> reversals.reverse(personNo, receiptId, act));
    }

    @PostMapping("/levy/people/{personNo}/suppression")
    @RequiresDuty(LevyDesk.DEMAND)
    @Audited(action = "更新", object = "督促の停止")
    String stop(@PathVariable long personNo, Sent sent) {
        return account.work(
                personNo,
                sent,
                (form, act) ->
                        suppressions.stop(
                                personNo,
                                form.text("levy"),
                                form.one("kind", Suppressions.Kind.class),
                                form.day("from"),
                                form.day("to"),
                                act));
    }

    @PostMapping("/levy/people/{personNo}/suppression/end")
    @RequiresDuty(LevyDesk.DEMAND)
    @Audited(action = "更新", object = "督促の停止の終わり")
    String resume(@PathVariable long personNo, Sent sent) {
        return account.work(
                personNo,
                sent,
                (form, act) ->
                        suppressions.resume(personNo, form.text("levy"), form.day("from"), act));
    }

    @PostMapping("/levy/people/{personNo}/published")
    @RequiresDuty(LevyDesk.DEMAND)
    @Audited(action = "更新", object = "督促状の公示送達")
    String publish(@PathVariable long personNo, Sent sent) {
        return account.work(
                personNo,
                sent,
                (form, act) ->
                        publications.publish(
                                personNo, form.number("instalment"), form.day("publishedOn"), act));
    }

    @PostMapping("/levy/people/{personNo}/joint")
    @RequiresDuty(LevyDesk.DEMAND)
    @Audited(action = "更新", object = "連帯納付義務者への督促")
    String askJointly(@PathVariable long personNo, Sent sent) {
        return account.work(
                personNo, sent, (form, act) -> joint.ask(personNo, form.text("claim"), act));
    }

    @PostMapping("/levy/people/{personNo}/write-off")
    @RequiresDuty(LevyDesk.PROPOSE)
    @Audited(action = "更新", object = "不納欠損の起案")
    String propose(@PathVariable long personNo, Sent sent) {
        return account.work(
                personNo,
                sent,
                (form, act) ->
                        proposals.propose(
                                personNo,
                                form.number("instalment"),
                                form.one("writeOffReason", WriteOffProposals.Reason.class),
                                act));
    }
}
