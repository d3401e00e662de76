package org.machi.city.linkage;

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

/** 許可媒体: the media that may be used. */
@Controller
class MediaPages {

    private final Media media;
    private final BusinessDate businessDate;

    MediaPages(Media media, BusinessDate businessDate) {
        this.media = media;
        this.businessDate = businessDate;
    }

    @GetMapping("/transfer-media")
    @RequiresDuty(LinkageDesk.LOOK)
    @Audited(action = "照会", object = "許可媒体")
    String media(Trace trace, Model model) {
        model.addAttribute("media", media.all());
        model.addAttribute("mayRegister", trace.clerk().may(LinkageDesk.APPROVE));
        return "city/linkage/media";
    }

    @PostMapping("/transfer-media")
    @RequiresDuty(LinkageDesk.APPROVE)
    @Audited(action = "更新", object = "許可媒体の登録")
    String register(
            @RequestParam String number,
            @RequestParam String label,
            Trace trace,
            RedirectAttributes next) {
        trace.note("媒体", number);
        return TransferPages.answer(
                "/transfer-media",
                next,
                () -> {
                    if (!number.matches("[A-Za-z0-9-]{1,20}") || label.isBlank()) {
                        throw new Dispatches.Refused("媒体番号（英数字20字まで）と名称を入れてください。");
                    }
                    if (!media.register(
                            number, label.strip(), businessDate.today(), trace.clerk().staffNo())) {
                        throw new Dispatches.Refused("この媒体番号は登録されています。");
                    }
                    return "媒体 " + number + " を登録しました。";
                });
    }

    @PostMapping("/transfer-media/{number}/retire")
    @RequiresDuty(LinkageDesk.APPROVE)
    @Audited(action = "更新", object = "許可媒体 {number} の廃止")
    String retire(@PathVariable String number, RedirectAttributes next) {
        return TransferPages.answer(
                "/transfer-media",
                next,
                () -> {
                    if (!media.retire(number, businessDate.today())) {
                        throw new Dispatches.Refused("この媒体は廃止されているか、登録がありません。");
                    }
                    return "媒体 " + number + " を廃止しました。";
                });
    }
}
