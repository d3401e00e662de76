package org.machi.platform.line;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FileName;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 相手方と証明書, and 送付の予定 of each. */
@Controller
class LinePartnerPages {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String PATH = "/line/partners";

    private final LineLists lists;
    private final Partners partners;
    private final Schedules schedules;

    LinePartnerPages(LineLists lists, Partners partners, Schedules schedules) {
        this.lists = lists;
        this.partners = partners;
        this.schedules = schedules;
    }

    @GetMapping(PATH)
    @RequiresDuty(LineDuties.PARTNERS)
    @Audited(action = "照会", object = "回線の相手方・送付の予定")
    String partners(Model model) {
        model.addAttribute("contacts", lists.contacts());
        model.addAttribute("revoked", lists.revoked());
        model.addAttribute("schedules", schedules.all());
        model.addAttribute("kinds", LinePages.kinds());
        model.addAttribute("rhythms", Schedules.Rhythm.values());
        model.addAttribute("warning", LocalDate.now(JAPAN).plusDays(LineDesk.WARNING_DAYS));
        Optional<LineKey> key = partners.key();
        model.addAttribute("own", key.map(k -> LineKey.fingerprint(k.own())).orElse(""));
        model.addAttribute(
                "ownUntil",
                key.map(k -> LocalDate.ofInstant(k.own().getNotAfter().toInstant(), JAPAN))
                        .orElse(null));
        return "platform/line-partners";
    }

    @PostMapping(PATH)
    @RequiresDuty(LineDuties.PARTNERS)
    @Audited(action = "更新", object = "回線の相手方の登録")
    String register(
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam String address,
            @RequestParam String certificate,
            Trace trace,
            RedirectAttributes next) {
        trace.note("相手方", code);
        return LinePages.answer(
                PATH,
                next,
                () -> {
                    if (!FileName.isOrganisation(code) || name.isBlank()) {
                        throw new NotAsAgreed("団体コードと名称を入れてください。");
                    }
                    if (!address.isBlank() && !address.matches("https://[A-Za-z0-9.:-]+")) {
                        throw new NotAsAgreed("接続先は https:// で始まるアドレスだけです。");
                    }
                    if (!partners.register(
                            code,
                            name.strip(),
                            certificate.strip().getBytes(StandardCharsets.US_ASCII),
                            address.strip(),
                            trace.clerk().staffNo())) {
                        throw new NotAsAgreed(
                                "この回線の認証局が発行した証明書（PEM）でないか、失効させた証明書です。相手方に新しい証明書を求めてください。");
                    }
                    return name.strip() + "の証明書を登録しました。前の証明書はもう使えません。";
                });
    }

    @PostMapping(PATH + "/{code}/revoke")
    @RequiresDuty(LineDuties.PARTNERS)
    @Audited(action = "失効", object = "回線の相手方 {code} の証明書")
    String revoke(
            @PathVariable String code,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        trace.reason(reason);
        return LinePages.answer(
                PATH,
                next,
                () -> {
                    if (reason.isBlank()) {
                        throw new NotAsAgreed("失効の理由を入れてください。");
                    }
                    if (!partners.revoke(code, reason.strip(), trace.clerk().staffNo())) {
                        throw new NotAsAgreed("この相手方の使える証明書はありません。ほかの職員が先に失効させたか、登録がありません。");
                    }
                    return "証明書を失効させました。新しい証明書を登録するまで、この相手方とは送受信できません。待つファイルは残ります。";
                });
    }

    @PostMapping("/line/schedules")
    @RequiresDuty(LineDuties.PARTNERS)
    @Audited(action = "更新", object = "送付の予定")
    String schedule(
            @RequestParam String partner,
            @RequestParam String kind,
            @RequestParam String way,
            @RequestParam String rhythm,
            @RequestParam(defaultValue = "0") int day,
            @RequestParam String from,
            @RequestParam String source,
            Trace trace,
            RedirectAttributes next) {
        trace.note("相手方", partner).note("種別", kind).reason(source);
        return LinePages.answer(
                PATH,
                next,
                () -> {
                    if (FileKind.find(kind).isEmpty() || source.isBlank()) {
                        throw new NotAsAgreed("種別と根拠を入れてください。");
                    }
                    try {
                        schedules.change(
                                new Schedules.Entry(
                                        partner,
                                        kind,
                                        way.equals(Way.MEDIUM.name()),
                                        Schedules.Rhythm.valueOf(rhythm),
                                        day,
                                        LocalDate.parse(from),
                                        source.strip()),
                                trace.clerk().staffNo());
                    } catch (IllegalArgumentException
                            | DateTimeException
                            | DataIntegrityViolationException wrong) {
                        throw new NotAsAgreed("周期・日・適用の初日を確かめてください。同じ日から始まる予定は改められません。");
                    }
                    return "予定を改めました。";
                });
    }
}
