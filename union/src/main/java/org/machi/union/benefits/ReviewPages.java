package org.machi.union.benefits;

import java.util.List;
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

    private static final int MOST_DIGITS = 9;

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
            @RequestParam String result,
            @RequestParam(defaultValue = "") String recognised,
            @RequestParam(defaultValue = "") String reason,
            Trace trace,
            RedirectAttributes next) {
        Reviews.Line line =
                reviews.waiting().stream()
                        .filter(one -> one.applicationId() == applicationId)
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        trace.person(line.naturalId()).reason(reason);
        Reviews.Verdict verdict =
                new Reviews.Verdict(result.equals("1"), yen(recognised), reason.strip());
        Optional<String> refused = reviews.refusal(line, verdict);
        if (refused.isPresent()) {
            next.addFlashAttribute("refused", refused.get());
            return "redirect:/benefits/reviews";
        }
        if (!reviews.enter(line, verdict, businessDate.today(), trace.clerk().staffNo())) {
            throw new ChangedMeanwhile("ほかの職員が先に決定しました。");
        }
        next.addFlashAttribute(
                "told",
                "決定しました（支給額 %,d円）。次の日次処理で市区町村へ送ります。".formatted(reviews.amount(line, verdict)));
        return "redirect:/benefits/reviews";
    }

    private static long yen(String text) {
        String digits = text.replace(",", "").strip();
        return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Long.parseLong(digits) : 0;
    }
}
