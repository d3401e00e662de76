package org.machi.union.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** 給付の審査: applications whose papers a clerk weighs. */
@Controller
class ReviewPages {

    private final Reviews reviews;
    private final BusinessDate businessDate;

    ReviewPages(Reviews reviews, BusinessDate businessDate) {
        this.reviews = reviews;
        this.businessDate = businessDate;
    }

    @GetMapping("/benefits/reviews")
    @RequiresDuty(BenefitDesk.REVIEW)
    @Audited(action = "照会", object = "給付の審査")
    String open(Trace trace, Model model) {
        List<Reviews.Line> lines = reviews.waiting();
        trace.people(lines.stream().map(Reviews.Line::naturalId).toList());
        model.addAttribute("lines", lines);
        return "union/benefits-reviews";
    }

    @PostMapping("/benefits/reviews/{applicationId}")
    @RequiresDuty(BenefitDesk.REVIEW)
    @Audited(action = "決定", object = "給付の審査 {applicationId}")
    String decide(
            @PathVariable long applicationId,
            @RequestParam Map<String, String> fields,
            Trace trace,
            RedirectAttributes next) {
        Reviews.Line line =
                reviews.waiting().stream()
                        .filter(one -> one.applicationId() == applicationId)
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        ReviewForm form = new ReviewForm(fields);
        Reviews.Verdict verdict = form.verdict(line);
        trace.person(line.naturalId()).reason(verdict.reason());
        LocalDate today = businessDate.today();
        Optional<String> refused = form.fault().or(() -> reviews.refusal(line, verdict, today));
        if (refused.isPresent()) {
            next.addFlashAttribute("refused", refused.get());
            return "redirect:/benefits/reviews";
        }
        long amount = reviews.amount(line, verdict);
        if (!reviews.enter(line, verdict, today, trace.clerk().staffNo())) {
            throw new ChangedMeanwhile("ほかの職員が先に決定しました。");
        }
        next.addFlashAttribute("told", "決定しました（支給額 %,d円）。次の日次処理で市区町村へ送ります。".formatted(amount));
        return "redirect:/benefits/reviews";
    }
}
