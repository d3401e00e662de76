package org.machi.platform.line;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.Party;
import org.machi.platform.audit.Actor;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 回線（送受信の状況）: what went and came, what waits, what was refused, and what is to go again. */
@Controller
class LinePages {

    private static final int SHOWN = 100;

    private final LineLists lists;
    private final LineCaller caller;
    private final Partners partners;
    private final BusinessDate businessDate;
    private final JdbcClient db;

    LinePages(
            LineLists lists,
            LineCaller caller,
            Partners partners,
            BusinessDate businessDate,
            JdbcClient db) {
        this.lists = lists;
        this.caller = caller;
        this.partners = partners;
        this.businessDate = businessDate;
        this.db = db;
    }

    /** Kinds that a union and its cities exchange. */
    static List<FileKind> kinds() {
        return Arrays.stream(FileKind.values())
                .filter(kind ->
                        kind.sender() == Party.CITY && kind.receiver() == Party.UNION
                                || kind.sender() == Party.UNION && kind.receiver() == Party.CITY)
                .toList();
    }

    @GetMapping("/line")
    @RequiresDuty(LineDuties.LOOK)
    @Audited(action = "照会", object = "回線の送受信の状況")
    String line(Clerk clerk, Model model) {
        model.addAttribute("shipments", lists.newest(SHOWN));
        model.addAttribute("waiting", lists.waiting());
        model.addAttribute("resends", lists.resends(SHOWN));
        model.addAttribute("contacts", lists.contacts());
        model.addAttribute("kinds", kinds());
        model.addAttribute("works", clerk.may(LineDuties.WORK));
        model.addAttribute("calls", partners.all().stream().anyMatch(Partner::isCalled));
        return "platform/line";
    }

    @GetMapping("/line/shipments/{direction}/{partner}/{number}")
    @RequiresDuty(LineDuties.LOOK)
    @Audited(action = "照会", object = "送信票 {direction} {partner} {number}")
    String shipment(
            @PathVariable String direction,
            @PathVariable String partner,
            @PathVariable long number,
            Model model) {
        LineLists.Line line = lists.find(direction, partner, number).orElseThrow(NothingThere::new);
        model.addAttribute("line", line);
        model.addAttribute("items", lists.items(line));
        return "platform/line-shipment";
    }

    @PostMapping("/line/exchange")
    @RequiresDuty(LineDuties.WORK)
    @Audited(action = "実行", object = "回線の送受信")
    String exchange(Trace trace, RedirectAttributes next) {
        Actor actor = actor(trace.clerk(), "回線の送受信・再送");
        return answer(
                "/line",
                next,
                () -> {
                    LineCaller.Exchanged done =
                            apart(() -> caller.exchange(businessDate.today(), actor, true));
                    if (!done.error().isEmpty()) {
                        throw new NotAsAgreed(done.error());
                    }
                    return "送信した送信票%d件、受け取った送信票%d件、拒否%d件"
                            .formatted(done.sent(), done.fetched(), done.refused());
                });
    }

    /** What is exchanged commits by itself: the partner relies on each answer at once. */
    static <T> T apart(Supplier<T> work) {
        Executor another = Thread::startVirtualThread;
        try {
            return CompletableFuture.supplyAsync(work, another).join();
        } catch (CompletionException broken) {
            if (broken.getCause() instanceof NotAsAgreed why) {
                throw why;
            }
            throw broken;
        }
    }

    @PostMapping("/line/resend")
    @RequiresDuty(LineDuties.WORK)
    @Audited(action = "更新", object = "再送の依頼")
    String resend(
            @RequestParam String direction,
            @RequestParam String partner,
            @RequestParam String kind,
            @RequestParam int first,
            @RequestParam int last,
            Trace trace,
            RedirectAttributes next) {
        trace.note("相手方", partner).note("種別", kind).note("通番", first + "-" + last);
        return answer(
                "/line",
                next,
                () -> {
                    boolean sensible =
                            List.of("IN", "OUT").contains(direction)
                                    && partners.find(partner).isPresent()
                                    && FileKind.find(kind).isPresent()
                                    && first > 0
                                    && last >= first;
                    if (!sensible) {
                        throw new NotAsAgreed("相手方・種別・通番（から、まで）を正しく入れてください。");
                    }
                    if (direction.equals("OUT") && !hasSent(partner, kind, first, last)) {
                        throw new NotAsAgreed("この範囲に送信したファイルはありません。");
                    }
                    ShipmentRows.ask(
                            db,
                            direction,
                            partner,
                            List.of(new Manifest.Range(kind, first, last)),
                            trace.clerk().staffNo());
                    return direction.equals("OUT") ? "次の送信票に載せて再送します。" : "次の送信票で相手方に再送を依頼します。";
                });
    }

    private boolean hasSent(String partner, String kind, int first, int last) {
        return db.sql(
                        """
                        SELECT EXISTS (SELECT FROM files.file
                                        WHERE direction = 'OUT' AND receiver = ? AND kind = ?
                                          AND serial BETWEEN ? AND ?)
                        """)
                .params(partner, kind, first, last)
                .query(Boolean.class)
                .single();
    }

    static String answer(String path, RedirectAttributes next, Supplier<String> deed) {
        try {
            next.addFlashAttribute("told", deed.get());
        } catch (NotAsAgreed refused) {
            next.addFlashAttribute("refused", refused.reason());
        }
        return "redirect:" + path;
    }

    static Actor actor(Clerk clerk, String duty) {
        return new Actor(clerk.staffNo(), clerk.terminal(), clerk.office(), duty);
    }
}
