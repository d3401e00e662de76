package org.machi.union.window;

import java.time.LocalDate;
import java.util.Optional;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.machi.union.register.Cities;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * ユーザーID: the cities' requests at a 管理端末, those that came on paper, the union's decisions, and the
 * ledger as page and print.
 */
@Controller
class UserIdPages {

    private final Seats seats;
    private final UserIds ids;
    private final UserIdPaper paper;
    private final Cities cities;
    private final BusinessDate businessDate;

    UserIdPages(
            Seats seats, UserIds ids, UserIdPaper paper, Cities cities, BusinessDate businessDate) {
        this.seats = seats;
        this.ids = ids;
        this.paper = paper;
        this.cities = cities;
        this.businessDate = businessDate;
    }

    @GetMapping("/window/users")
    @RequiresDuty(WindowDesk.USERS)
    @Audited(action = "照会", object = "ユーザー管理台帳")
    String ofCity(Trace trace, Model model) {
        Seat seat = seats.take(trace);
        model.addAttribute("seat", seat);
        model.addAttribute("ledger", ids.ledger(seat.city()));
        model.addAttribute("requests", ids.requests(seat.city()));
        form(model);
        return "union/window-users";
    }

    private void form(Model model) {
        model.addAttribute("kinds", UserIds.Kind.values());
        model.addAttribute("choices", WindowDesk.OF_CITIES);
        model.addAttribute("today", businessDate.today());
    }

    @PostMapping("/window/users")
    @RequiresDuty(WindowDesk.USERS)
    @Audited(action = "申請", object = "ユーザーID変更申請書")
    String ask(
            @RequestParam MultiValueMap<String, String> fields,
            Trace trace,
            RedirectAttributes next) {
        Seat seat = seats.takeToSend(trace, WindowDesk.USERS);
        take(seat.city(), fields, trace, next);
        return "redirect:/window/users";
    }

    private void take(
            String city,
            MultiValueMap<String, String> fields,
            Trace trace,
            RedirectAttributes next) {
        LocalDate today = businessDate.today();
        Optional<UserIds.Wish> wish = UserIdForm.wish(city, fields);
        Optional<String> objection =
                wish.isEmpty()
                        ? Optional.of("申請の種別と使用開始日（廃止は使用終了日）を入れてください。")
                        : ids.objection(wish.get(), today);
        if (objection.isPresent()) {
            trace.note("結果", "受け付けず");
            next.addFlashAttribute("refused", objection.get());
            return;
        }
        Entries.By by = new Entries.By(trace.clerk().staffNo(), trace.clerk().terminal());
        long no = ids.ask(wish.orElseThrow(), by, today);
        trace.object("ユーザーID変更申請書 " + no).reason(wish.get().reason());
        next.addFlashAttribute("told", "申請番号 " + no + " で受け付けました。広域連合の職員が決定します。");
    }

    @GetMapping("/window/users/ledger")
    @RequiresDuty(WindowDesk.USERS)
    @Audited(action = "印刷", object = "ユーザー管理台帳")
    ResponseEntity<byte[]> ledgerOfCity(Trace trace) {
        Seat seat = seats.take(trace);
        return pdf(paper.ledger(seat.city(), seat.cityName(), businessDate.today()));
    }

    @GetMapping("/window/users/requests/{no}")
    @RequiresDuty(WindowDesk.USERS)
    @Audited(action = "印刷", object = "ユーザーID変更申請書 {no}")
    ResponseEntity<byte[]> requestOfCity(@PathVariable long no, Trace trace) {
        Seat seat = seats.take(trace);
        return pdf(
                paper.request(
                        ids.request(no)
                                .filter(one -> one.wish().city().equals(seat.city()))
                                .orElseThrow(NothingThere::new)));
    }

    @GetMapping("/user-ids")
    @RequiresDuty(WindowDesk.IDS)
    @Audited(action = "照会", object = "ユーザー管理台帳")
    String ofUnion(Trace trace, Model model) {
        model.addAttribute("ledger", ids.ledger(null));
        model.addAttribute("requests", ids.requests(null));
        model.addAttribute("cities", cities.all());
        model.addAttribute("own", trace.clerk().staffNo());
        form(model);
        return "union/user-ids";
    }

    /** A request that came on paper, such as the first of a city. */
    @PostMapping("/user-ids")
    @RequiresDuty(WindowDesk.IDS)
    @Audited(action = "申請", object = "ユーザーID変更申請書")
    String onPaper(
            @RequestParam String city,
            @RequestParam MultiValueMap<String, String> fields,
            Trace trace,
            RedirectAttributes next) {
        if (cities.all().stream().noneMatch(one -> one.code().equals(city))) {
            next.addFlashAttribute("refused", "市区町村を選んでください。");
        } else {
            take(city, fields, trace, next);
        }
        return "redirect:/user-ids";
    }

    /** The answer shows the 仮パスワード once; it is kept nowhere. */
    @PostMapping("/user-ids/{no}/agree")
    @RequiresDuty(WindowDesk.IDS)
    @Audited(action = "決定", object = "ユーザーID変更申請書 {no}")
    String agree(@PathVariable long no, Trace trace, Model model) {
        UserIds.Request request = ids.request(no).orElseThrow(NothingThere::new);
        trace.reason(request.wish().reason()).note("種別", request.wish().kind().label());
        model.addAttribute("request", request);
        model.addAttribute(
                "given", ids.agree(request, trace.clerk().staffNo(), businessDate.today()));
        return "union/user-id-given";
    }

    @PostMapping("/user-ids/{no}/refuse")
    @RequiresDuty(WindowDesk.IDS)
    @Audited(action = "不承認", object = "ユーザーID変更申請書 {no}")
    String refuse(
            @PathVariable long no,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        UserIds.Request request = ids.request(no).orElseThrow(NothingThere::new);
        if (reason.isBlank()) {
            next.addFlashAttribute("refused", "不承認の理由を入れてください。市区町村に知らせます。");
        } else {
            ids.refuse(request, trace.clerk().staffNo(), businessDate.today(), reason.strip());
            next.addFlashAttribute("told", "申請番号 " + no + " を不承認としました。");
        }
        return "redirect:/user-ids";
    }

    @GetMapping("/user-ids/ledger/{city}")
    @RequiresDuty(WindowDesk.IDS)
    @Audited(action = "印刷", object = "ユーザー管理台帳 {city}")
    ResponseEntity<byte[]> ledger(@PathVariable String city) {
        Cities.City found =
                cities.all().stream()
                        .filter(one -> one.code().equals(city))
                        .findFirst()
                        .orElseThrow(NothingThere::new);
        return pdf(paper.ledger(city, found.name(), businessDate.today()));
    }

    private static ResponseEntity<byte[]> pdf(byte[] bytes) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=users.pdf")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PDF)
                .body(bytes);
    }
}
