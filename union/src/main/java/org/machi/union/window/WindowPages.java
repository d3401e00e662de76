package org.machi.union.window;

import jakarta.servlet.http.HttpSession;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.NotPermitted;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 窓口端末の検索と個人の画面. The reason is chosen once per visit; it stands in the record of each look. There
 * is no list of people, no extract and no 個人番号 (the union has none).
 */
@Controller
class WindowPages {

    static final List<String> PURPOSES =
            List.of("窓口での届出・申請", "窓口での相談", "電話での問合せ", "証の交付", "届出書の確認");

    private static final String PURPOSE = "window.purpose";

    private final Seats seats;
    private final WindowLookUp lookUp;
    private final Entries entries;
    private final BusinessDate businessDate;

    WindowPages(Seats seats, WindowLookUp lookUp, Entries entries, BusinessDate businessDate) {
        this.seats = seats;
        this.lookUp = lookUp;
        this.entries = entries;
        this.businessDate = businessDate;
    }

    /** What was asked for. */
    public record Query(String kana, String birth, String number, String purpose) {}

    @GetMapping("/window")
    @RequiresDuty(WindowDesk.LOOK)
    @Audited(action = "表示", object = "窓口端末 検索")
    String form(Trace trace, HttpSession session, Model model) {
        Seat seat = seats.take(trace);
        return show(seat, new Query("", "", "", purpose(session)), List.of(), trace, model);
    }

    @PostMapping("/window")
    @RequiresDuty(WindowDesk.LOOK)
    @Audited(action = "検索", object = "窓口端末")
    String search(
            @RequestParam(defaultValue = "") String kana,
            @RequestParam(defaultValue = "") String birth,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String purpose,
            Trace trace,
            HttpSession session,
            Model model) {
        Seat seat = seats.take(trace);
        Query query = new Query(kana.strip(), birth.strip(), number.strip(), purpose);
        if (!PURPOSES.contains(purpose)) {
            model.addAttribute("refused", "処理事由を選んでください。");
            return show(seat, query, List.of(), trace, model);
        }
        session.setAttribute(PURPOSE, purpose);
        trace.reason(purpose);
        return show(seat, query, found(seat, query, trace, model), trace, model);
    }

    private List<WindowLookUp.Person> found(Seat seat, Query query, Trace trace, Model model) {
        if (!query.number().isEmpty()) {
            trace.note("被保険者番号", query.number().matches("[0-9]{8}") ? query.number() : "誤り");
            List<WindowLookUp.Person> found = lookUp.byNumber(seat, query.number());
            if (found.isEmpty() && lookUp.isElsewhere(query.number())) {
                trace.note("結果", "他の市区町村の被保険者");
            }
            return told(found, trace, model);
        }
        Optional<LocalDate> birth = date(query.birth());
        if (query.kana().length() < 2 || birth.isEmpty()) {
            model.addAttribute("refused", "氏名カナ（2文字以上）と生年月日の両方か、被保険者番号を入れてください。");
            return List.of();
        }
        trace.note("カナ", query.kana()).note("生年月日", birth.get());
        return told(lookUp.byName(seat, query.kana(), birth.get()), trace, model);
    }

    private static List<WindowLookUp.Person> told(
            List<WindowLookUp.Person> found, Trace trace, Model model) {
        if (found.size() > WindowLookUp.FOUND_AT_MOST) {
            model.addAttribute("refused", "該当が10人を超えます。氏名カナを長くするか、被保険者番号で検索してください。");
            return List.of();
        }
        trace.people(found.stream().map(WindowLookUp.Person::naturalId).toList());
        model.addAttribute("none", found.isEmpty());
        return found;
    }

    private String show(
            Seat seat, Query query, List<WindowLookUp.Person> found, Trace trace, Model model) {
        model.addAttribute("seat", seat);
        model.addAttribute("query", query);
        model.addAttribute("purposes", PURPOSES);
        model.addAttribute("found", found);
        model.addAttribute(
                "own", entries.ofClerk(seat, trace.clerk().staffNo(), businessDate.today()));
        return "union/window";
    }

    @GetMapping("/window/people/{personNo}")
    @RequiresDuty(WindowDesk.LOOK)
    @Audited(action = "照会", object = "窓口端末 個人 {personNo}")
    String person(@PathVariable long personNo, Trace trace, HttpSession session, Model model) {
        Seat seat = seats.take(trace);
        WindowLookUp.Person person = find(lookUp, seat, personNo, trace);
        if (purpose(session).isEmpty()) {
            return "redirect:/window";
        }
        trace.reason(purpose(session));
        model.addAttribute("seat", seat);
        model.addAttribute("person", person);
        model.addAttribute("periods", lookUp.periods(seat, person.insuredNo()));
        model.addAttribute("share", lookUp.share(seat, person.insuredNo()).orElse(null));
        model.addAttribute("cards", lookUp.cards(seat, person.insuredNo()));
        model.addAttribute("premiums", lookUp.premiums(seat, person.insuredNo()));
        model.addAttribute("applications", lookUp.applications(seat, personNo));
        return "union/window-person";
    }

    /** A person of the own city; another's looks like nobody's, and only the trail knows better. */
    static WindowLookUp.Person find(WindowLookUp lookUp, Seat seat, long personNo, Trace trace) {
        WindowLookUp.Person person =
                lookUp.person(seat, personNo)
                        .orElseThrow(() ->
                                lookUp.isElsewhere(seat, personNo)
                                        ? NotPermitted.unseen(WindowDesk.LOOK, "他の市区町村の人")
                                        : new NothingThere());
        trace.person(person.naturalId());
        return person;
    }

    static String purpose(HttpSession session) {
        @Nullable Object purpose = session.getAttribute(PURPOSE);
        return purpose == null ? "" : purpose.toString();
    }

    static Optional<LocalDate> date(String words) {
        try {
            return words.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(words));
        } catch (DateTimeException notInCalendar) {
            return Optional.empty();
        }
    }
}
