package org.machi.union.window;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Terminals;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.machi.union.register.Cities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 窓口端末の台帳: which terminals stand where, since when, and who may still sign in from them. */
@Controller
class TerminalPages {

    private final Terminals terminals;
    private final Cities cities;
    private final BusinessDate businessDate;
    private final JdbcClient db;

    TerminalPages(Terminals terminals, Cities cities, BusinessDate businessDate, JdbcClient db) {
        this.terminals = terminals;
        this.cities = cities;
        this.businessDate = businessDate;
        this.db = db;
    }

    /** A line of the register. */
    record Line(
            String name,
            String city,
            boolean management,
            String place,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable Instant enrolledAt,
            boolean coded,
            @Nullable String retiredBy,
            @Nullable String retiredReason,
            @Nullable Instant signedInAt) {
        public String state() {
            if (retiredBy != null) {
                return "停止";
            }
            return enrolledAt != null ? "登録済" : coded ? "登録コード発行中" : "未登録";
        }
    }

    @GetMapping("/terminals")
    @RequiresDuty(WindowDesk.TERMINALS)
    @Audited(action = "照会", object = "窓口端末の台帳")
    String list(Model model) {
        model.addAttribute(
                "lines",
                db.sql(
                                """
                                SELECT t.name, c.name AS city, t.kind = 'MANAGEMENT' AS management, t.place,
                                       lower(t.valid) AS since, upper(t.valid) - 1 AS until, t.enrolled_at,
                                       coalesce(t.code_until > now(), false) AS coded, t.retired_by, t.retired_reason,
                                       (SELECT max(e.at) FROM staff.member m JOIN audit.event e ON e.staff = m.staff_no
                                         WHERE m.site = t.site AND e.terminal = t.name AND e.action = 'サインイン'
                                           AND e.result = 'DONE') AS signed_in_at
                                  FROM staff.terminal t JOIN register.city c ON c.city_code = t.site
                                 ORDER BY c.position, t.retired_at IS NOT NULL, t.name
                                """)
                        .query((row, _) ->
                                new Line(
                                        row.getString("name"),
                                        row.getString("city"),
                                        row.getBoolean("management"),
                                        row.getString("place"),
                                        row.getObject("since", LocalDate.class),
                                        row.getObject("until", LocalDate.class),
                                        instant(row.getTimestamp("enrolled_at")),
                                        row.getBoolean("coded"),
                                        row.getString("retired_by"),
                                        row.getString("retired_reason"),
                                        instant(row.getTimestamp("signed_in_at"))))
                        .list());
        model.addAttribute("cities", cities.all());
        model.addAttribute("today", businessDate.today());
        return "union/terminals";
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    @PostMapping("/terminals")
    @RequiresDuty(WindowDesk.TERMINALS)
    @Audited(action = "登録", object = "窓口端末")
    String enter(
            @RequestParam String name,
            @RequestParam String city,
            @RequestParam String kind,
            @RequestParam String place,
            @RequestParam String since,
            @RequestParam(defaultValue = "") String until,
            Trace trace,
            RedirectAttributes next) {
        trace.object("窓口端末 " + name.strip());
        Optional<LocalDate> first = WindowPages.date(since);
        Optional<LocalDate> last = WindowPages.date(until);
        boolean known = cities.all().stream().anyMatch(one -> one.code().equals(city));
        if (!name.strip().matches("\\S.{0,28}\\S?")
                || place.isBlank()
                || !known
                || first.isEmpty()) {
            return refused("市区町村、端末名（30文字まで）、設置場所、使用開始日を入れてください。", trace, next);
        }
        if (last.isPresent() && last.get().isBefore(first.get())) {
            return refused("使用終了日が使用開始日より前です。", trace, next);
        }
        boolean entered =
                terminals.enter(
                        new Terminals.Placed(
                                name.strip(),
                                city,
                                kind.equals("MANAGEMENT"),
                                place.strip(),
                                first.get(),
                                last.orElse(null)),
                        trace.clerk().staffNo());
        if (!entered) {
            return refused("「" + name.strip() + "」という端末は登録されています。別の名前にしてください。", trace, next);
        }
        next.addFlashAttribute("told", "端末「" + name.strip() + "」を台帳に載せました。登録コードを発行し、端末で入力してください。");
        return "redirect:/terminals";
    }

    private static String refused(String why, Trace trace, RedirectAttributes next) {
        trace.note("結果", "登録せず");
        next.addFlashAttribute("refused", why);
        return "redirect:/terminals";
    }

    /** The code is shown once, in this answer, and kept nowhere. */
    @PostMapping("/terminals/code")
    @RequiresDuty(WindowDesk.TERMINALS)
    @Audited(action = "登録コードの発行", object = "窓口端末")
    String code(@RequestParam String name, Trace trace, Model model) {
        trace.object("窓口端末 " + name);
        model.addAttribute("code", terminals.code(name).orElseThrow(NothingThere::new));
        model.addAttribute("codeOf", name);
        return list(model);
    }

    @PostMapping("/terminals/stop")
    @RequiresDuty(WindowDesk.TERMINALS)
    @Audited(action = "停止", object = "窓口端末")
    String stop(
            @RequestParam String name,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        trace.object("窓口端末 " + name).reason(reason);
        if (reason.isBlank()) {
            return refused("停止の理由を入れてください。", trace, next);
        }
        if (!terminals.stop(name, trace.clerk().staffNo(), reason.strip())) {
            return refused("この端末はないか、すでに停止しています。", trace, next);
        }
        next.addFlashAttribute("told", "端末「" + name + "」を停止しました。開いている画面も次の操作から使えません。");
        return "redirect:/terminals";
    }
}
