package org.machi.platform.line;

import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 媒体による授受: which media there are, what is on them, writing, reading, erasing. */
@Controller
class LineMediaPages {

    private static final String PATH = "/line-media";
    private static final String DUTY = "媒体による授受";
    private static final int SHOWN = 100;

    private final LineMedia media;
    private final MediaBook book;
    private final Partners partners;
    private final OrganisationSettings settings;
    private final BusinessDate businessDate;
    private final JdbcClient db;

    LineMediaPages(
            LineMedia media,
            MediaBook book,
            Partners partners,
            OrganisationSettings settings,
            BusinessDate businessDate,
            JdbcClient db) {
        this.media = media;
        this.book = book;
        this.partners = partners;
        this.settings = settings;
        this.businessDate = businessDate;
        this.db = db;
    }

    private LineMedia.Hand hand(Clerk clerk) {
        return new LineMedia.Hand(LinePages.actor(clerk, DUTY), businessDate.today());
    }

    @GetMapping(PATH)
    @RequiresDuty(LineDuties.MEDIA)
    @Audited(action = "照会", object = "媒体")
    String media(Clerk clerk, Model model) {
        model.addAttribute("inserted", media.inserted());
        model.addAttribute("registered", book.registered());
        model.addAttribute("uses", book.uses(SHOWN));
        model.addAttribute("partners", partners.all());
        model.addAttribute("managed", media.isManaged(clerk.terminal()));
        model.addAttribute("terminal", clerk.terminal());
        model.addAttribute("lends", settings.kind() == OrganisationSettings.Kind.UNION);
        model.addAttribute("registers", clerk.may(LineDuties.PARTNERS));
        return "platform/line-media";
    }

    @PostMapping("/line-media/terminal")
    @RequiresDuty(LineDuties.PARTNERS)
    @Audited(action = "更新", object = "管理端末の登録")
    String terminal(@RequestParam String name, Trace trace, RedirectAttributes next) {
        trace.note("端末", name);
        return LinePages.answer(
                PATH,
                next,
                () -> {
                    int rows =
                            db.sql(
                                            """
                                            INSERT INTO line.managed_terminal (name, registered_by)
                                            SELECT name, ? FROM staff.terminal
                                             WHERE name = ? AND retired_at IS NULL
                                            ON CONFLICT (name) DO UPDATE SET retired_at = NULL
                                            """)
                                    .params(trace.clerk().staffNo(), name)
                                    .update();
                    if (rows == 0) {
                        throw new NotAsAgreed("登録された端末ではありません。先に端末を登録してください。");
                    }
                    return name + "を管理端末にしました。";
                });
    }

    @PostMapping("/line-media/register")
    @RequiresDuty(LineDuties.PARTNERS)
    @Audited(action = "更新", object = "貸与媒体の登録")
    String register(
            @RequestParam String number,
            @RequestParam String label,
            Trace trace,
            RedirectAttributes next) {
        trace.note("媒体", number);
        return LinePages.answer(
                PATH,
                next,
                () -> {
                    if (settings.kind() != OrganisationSettings.Kind.UNION) {
                        throw new NotAsAgreed("媒体を登録し貸与するのは広域連合です。");
                    }
                    media.register(number, label, hand(trace.clerk()));
                    return "媒体 " + number + " を登録しました。";
                });
    }

    @PostMapping("/line-media/retire")
    @RequiresDuty(LineDuties.PARTNERS)
    @Audited(action = "更新", object = "貸与媒体の廃止")
    String retire(@RequestParam String number, Trace trace, RedirectAttributes next) {
        trace.note("媒体", number);
        return LinePages.answer(
                PATH,
                next,
                () -> {
                    media.retire(number);
                    return "媒体 " + number + " を廃止しました。";
                });
    }

    @PostMapping("/line-media/write")
    @RequiresDuty(LineDuties.MEDIA)
    @Audited(action = "出力", object = "媒体への書出し")
    String write(
            @RequestParam String number,
            @RequestParam String partner,
            Trace trace,
            RedirectAttributes next) {
        trace.note("媒体", number).note("相手方", partner);
        LineMedia.Hand hand = hand(trace.clerk());
        return LinePages.answer(
                PATH,
                next,
                () ->
                        "送信票%d件を書き出しました。"
                                .formatted(
                                        LinePages.apart(() -> media.write(number, partner, hand))));
    }

    @PostMapping("/line-media/read")
    @RequiresDuty(LineDuties.MEDIA)
    @Audited(action = "取込", object = "媒体からの読取り")
    String read(@RequestParam String number, Trace trace, RedirectAttributes next) {
        trace.note("媒体", number);
        LineMedia.Hand hand = hand(trace.clerk());
        return LinePages.answer(
                PATH,
                next,
                () -> {
                    var results = LinePages.apart(() -> media.read(number, hand));
                    return results.isEmpty() ? "この団体あてのものはありません。" : String.join("、", results);
                });
    }

    @PostMapping("/line-media/erase")
    @RequiresDuty(LineDuties.MEDIA)
    @Audited(action = "消去", object = "媒体の消去")
    String erase(@RequestParam String number, Trace trace, RedirectAttributes next) {
        trace.note("媒体", number);
        LineMedia.Hand hand = hand(trace.clerk());
        return LinePages.answer(PATH, next, () -> media.erase(number, hand) + "件を消去しました。");
    }
}
