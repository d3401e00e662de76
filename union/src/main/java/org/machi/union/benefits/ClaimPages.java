package org.machi.union.benefits;

import java.util.List;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.NothingThere;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 第三者求償: the claims, and what became of them. */
@Controller
class ClaimPages {

    private static final String FASTER = "ほかの職員が先に処理したか、額が請求額を超えています。";

    private final Claims claims;
    private final BusinessDate businessDate;

    ClaimPages(Claims claims, BusinessDate businessDate) {
        this.claims = claims;
        this.businessDate = businessDate;
    }

    @GetMapping("/benefits/claims")
    @RequiresDuty(BenefitDesk.REVIEW)
    @Audited(action = "照会", object = "第三者求償")
    String all(Trace trace, Model model) {
        List<Claims.Line> lines = claims.all();
        trace.people(lines.stream().map(Claims.Line::naturalId).toList());
        model.addAttribute("lines", lines);
        return "union/benefits-claims";
    }

    @PostMapping("/benefits/claims/{claimId}/claimed")
    @RequiresDuty(BenefitDesk.REVIEW)
    @Audited(action = "登録", object = "求償の請求 {claimId}")
    String claimed(
            @PathVariable long claimId,
            @RequestParam String amount,
            Trace trace,
            RedirectAttributes next) {
        Claims.Line line = line(claimId, trace);
        long yen = yen(amount);
        if (yen <= 0 || yen > line.paidOut()) {
            next.addFlashAttribute(
                    "refused", "請求額は、給付した額（%,d円）までの円単位の数字です。".formatted(line.paidOut()));
            return "redirect:/benefits/claims";
        }
        return done(
                claims.claim(claimId, yen, businessDate.today(), trace.clerk().staffNo()),
                "請求を記録しました。",
                next);
    }

    @PostMapping("/benefits/claims/{claimId}/received")
    @RequiresDuty(BenefitDesk.REVIEW)
    @Audited(action = "登録", object = "求償の収納 {claimId}")
    String received(
            @PathVariable long claimId,
            @RequestParam String amount,
            Trace trace,
            RedirectAttributes next) {
        line(claimId, trace);
        long yen = yen(amount);
        if (yen <= 0) {
            next.addFlashAttribute("refused", "収納した額は円単位の数字です。");
            return "redirect:/benefits/claims";
        }
        return done(
                claims.receive(claimId, yen, businessDate.today(), trace.clerk().staffNo()),
                "収納を記録しました。",
                next);
    }

    @PostMapping("/benefits/claims/{claimId}/closed")
    @RequiresDuty(BenefitDesk.REVIEW)
    @Audited(action = "登録", object = "求償の終了 {claimId}")
    String closed(
            @PathVariable long claimId,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        line(claimId, trace);
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "請求しない理由を入れてください。");
            return "redirect:/benefits/claims";
        }
        trace.reason(reason);
        return done(
                claims.close(claimId, reason.strip(), trace.clerk().staffNo()),
                "請求しないものとして終了しました。",
                next);
    }

    private Claims.Line line(long claimId, Trace trace) {
        Claims.Line line =
                claims.all().stream()
                        .filter(one -> one.claimId() == claimId)
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        trace.person(line.naturalId());
        return line;
    }

    private static String done(boolean done, String told, RedirectAttributes next) {
        if (!done) {
            throw new ChangedMeanwhile(FASTER);
        }
        next.addFlashAttribute("told", told);
        return "redirect:/benefits/claims";
    }

    private static long yen(String text) {
        String digits = text.replace(",", "").strip();
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : 0;
    }
}
