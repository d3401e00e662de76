package org.machi.union.window;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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

/** 窓口端末の記録の月次点検, at the union for every city and at a city's 管理端末 for its own. */
@Controller
class LogReviewPages {

    private final Seats seats;
    private final LogReviews reviews;
    private final BusinessDate businessDate;

    LogReviewPages(Seats seats, LogReviews reviews, BusinessDate businessDate) {
        this.seats = seats;
        this.reviews = reviews;
        this.businessDate = businessDate;
    }

    @GetMapping("/reviews")
    @RequiresDuty(WindowDesk.REVIEW)
    @Audited(action = "照会", object = "窓口端末の記録の点検")
    String ofUnion(Model model) {
        model.addAttribute("months", reviews.months(null, businessDate.today()));
        model.addAttribute("base", "/reviews");
        return "union/reviews";
    }

    @GetMapping("/reviews/{city}/{month}")
    @RequiresDuty(WindowDesk.REVIEW)
    @Audited(action = "照会", object = "窓口端末の記録の点検 {city} {month}")
    String month(@PathVariable String city, @PathVariable String month, Trace trace, Model model) {
        return show(scope(city, month), LogReviews.UNION, "/reviews", trace, model);
    }

    @PostMapping("/reviews/{city}/{month}")
    @RequiresDuty(WindowDesk.REVIEW)
    @Audited(action = "署名", object = "窓口端末の記録の点検 {city} {month}")
    String sign(
            @PathVariable String city,
            @PathVariable String month,
            @RequestParam String remark,
            Trace trace,
            RedirectAttributes next) {
        sign(scope(city, month), LogReviews.UNION, remark, trace, next);
        return "redirect:/reviews/{city}/{month}";
    }

    @GetMapping("/window/reviews")
    @RequiresDuty(WindowDesk.CITY_REVIEW)
    @Audited(action = "照会", object = "窓口端末の記録の点検")
    String ofCity(Trace trace, Model model) {
        Seat seat = seats.take(trace);
        model.addAttribute("months", reviews.months(seat.city(), businessDate.today()));
        model.addAttribute("base", "/window/reviews");
        return "union/reviews";
    }

    @GetMapping("/window/reviews/{city}/{month}")
    @RequiresDuty(WindowDesk.CITY_REVIEW)
    @Audited(action = "照会", object = "窓口端末の記録の点検 {city} {month}")
    String monthOfCity(
            @PathVariable String city, @PathVariable String month, Trace trace, Model model) {
        own(seats.take(trace), city);
        return show(scope(city, month), LogReviews.CITY, "/window/reviews", trace, model);
    }

    @PostMapping("/window/reviews/{city}/{month}")
    @RequiresDuty(WindowDesk.CITY_REVIEW)
    @Audited(action = "署名", object = "窓口端末の記録の点検 {city} {month}")
    String signOfCity(
            @PathVariable String city,
            @PathVariable String month,
            @RequestParam String remark,
            Trace trace,
            RedirectAttributes next) {
        own(seats.takeToSend(trace, WindowDesk.CITY_REVIEW), city);
        sign(scope(city, month), LogReviews.CITY, remark, trace, next);
        return "redirect:/window/reviews/{city}/{month}";
    }

    private static void own(Seat seat, String city) {
        if (!seat.city().equals(city)) {
            throw new NothingThere();
        }
    }

    private static LogReviews.Scope scope(String city, String month) {
        try {
            return new LogReviews.Scope(city, YearMonth.parse(month));
        } catch (DateTimeException notAMonth) {
            throw new NothingThere();
        }
    }

    private String show(
            LogReviews.Scope scope, String party, String base, Trace trace, Model model) {
        LocalDate today = businessDate.today();
        List<LogReviews.Line> lines = reviews.lines(scope);
        trace.people(
                lines.stream().map(LogReviews.Line::naturalId).filter(Objects::nonNull).toList());
        model.addAttribute("scope", scope);
        model.addAttribute("path", base + "/" + scope.city() + "/" + scope.month());
        model.addAttribute("base", base);
        model.addAttribute("summary", reviews.summary(scope));
        model.addAttribute("lines", lines);
        model.addAttribute("signatures", reviews.signatures(scope));
        model.addAttribute(
                "objection", reviews.objection(scope, party, trace.clerk(), today).orElse(null));
        return "union/review";
    }

    private void sign(
            LogReviews.Scope scope,
            String party,
            String remark,
            Trace trace,
            RedirectAttributes next) {
        LocalDate today = businessDate.today();
        Optional<String> objection =
                remark.isBlank()
                        ? Optional.of("所見を入れてください。印のついた記録について、確かめたことを書きます。")
                        : reviews.objection(scope, party, trace.clerk(), today);
        if (objection.isPresent()) {
            trace.note("結果", "署名せず");
            next.addFlashAttribute("refused", objection.get());
            return;
        }
        reviews.sign(scope, party, trace.clerk(), remark.strip(), today);
        next.addFlashAttribute("told", "点検の署名をしました。");
    }
}
