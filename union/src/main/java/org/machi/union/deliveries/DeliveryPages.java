package org.machi.union.deliveries;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 配信ファイル at the union: what went to whom, who fetched it, and a publication beside the schedule.
 */
@Controller
class DeliveryPages {

    private static final String PATH = "/deliveries";

    private final DeliveryLists lists;
    private final DeliveryDefinitions definitions;
    private final Deliveries deliveries;
    private final BusinessDate businessDate;
    private final Duties duties;
    private final JdbcClient db;

    DeliveryPages(
            DeliveryLists lists,
            DeliveryDefinitions definitions,
            Deliveries deliveries,
            BusinessDate businessDate,
            Duties duties,
            JdbcClient db) {
        this.lists = lists;
        this.definitions = definitions;
        this.deliveries = deliveries;
        this.businessDate = businessDate;
        this.duties = duties;
        this.db = db;
    }

    /** A member city, for choosing. */
    record Receiver(String code, String name) {}

    static List<Receiver> cities(JdbcClient db) {
        return db.sql("SELECT city_code, name FROM register.city ORDER BY position")
                .query((row, n) -> new Receiver(row.getString(1), row.getString(2)))
                .list();
    }

    @GetMapping(PATH)
    @RequiresDuty(DeliveryDesk.LOOK)
    @Audited(action = "照会", object = "配信ファイルの取得状況")
    String list(
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> to,
            @RequestParam(defaultValue = "1") int page,
            Clerk clerk,
            Model model) {
        LocalDate today = businessDate.today();
        DeliveryLists.Wanted wanted =
                new DeliveryLists.Wanted(
                        city, code, state, from.orElse(today.minusMonths(6)), to.orElse(today));
        model.addAttribute("wanted", wanted);
        model.addAttribute("today", today);
        model.addAttribute("listing", lists.find(wanted, today, page));
        model.addAttribute(
                "path",
                "/deliveries?city=%s&code=%s&state=%s&from=%s&to=%s"
                        .formatted(city, code, state, wanted.from(), wanted.to()));
        model.addAttribute("cities", cities(db));
        model.addAttribute("definitions", definitions.on(today));
        model.addAttribute("publishes", clerk.may(DeliveryDesk.PUBLISH));
        return "union/deliveries";
    }

    @GetMapping(PATH + "/{number}")
    @RequiresDuty(DeliveryDesk.LOOK)
    @Audited(action = "照会", object = "配信ファイル {number}")
    String one(@PathVariable long number, Model model) {
        model.addAttribute("line", lists.find(number).orElseThrow(NothingThere::new));
        model.addAttribute("seen", lists.seen(number));
        model.addAttribute("today", businessDate.today());
        return "union/delivery";
    }

    @PostMapping(PATH)
    @RequiresDuty(DeliveryDesk.PUBLISH)
    @Audited(action = "配信", object = "臨時の配信ファイル {code}")
    String publish(
            @RequestParam String code,
            @RequestParam(defaultValue = "") List<String> cities,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        trace.note("定義", code).note("期間", from + "から" + to).reason(reason);
        LocalDate today = businessDate.today();
        Optional<DeliveryDefinitions.Line> line = definitions.find(code, today);
        Optional<Deliveries.Span> span = span(from, to);
        if (line.isEmpty()) {
            next.addFlashAttribute("refused", "この定義は今日の配信に使えません。定義の適用期間を確かめてください。");
        } else if (span.isEmpty()) {
            next.addFlashAttribute("refused", "対象期間の日を、始まりから終わりの順に入れてください。");
        } else if (reason.isBlank()) {
            next.addFlashAttribute("refused", "臨時に配信する理由を入れてください。");
        } else {
            List<Long> published =
                    deliveries.publishNow(
                            line.get(), cities, span.get(), today, actor(trace.clerk()));
            next.addFlashAttribute(
                    published.isEmpty() ? "refused" : "told",
                    published.isEmpty()
                            ? "選んだ市区町村は、この定義の配信先ではありません。"
                            : line.get().content().name()
                                    + "を"
                                    + published.size()
                                    + "市区町村へ配信しました。次の送受信で届きます。");
        }
        return "redirect:" + PATH;
    }

    private static Optional<Deliveries.Span> span(String from, String to) {
        return day(from)
                .flatMap(first ->
                        day(to).filter(last -> !last.isBefore(first))
                                .map(last -> new Deliveries.Span(first, last)));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private Actor actor(Clerk clerk) {
        return new Actor(
                clerk.staffNo(),
                clerk.terminal(),
                clerk.office(),
                duties.nameOf(DeliveryDesk.PUBLISH));
    }
}
