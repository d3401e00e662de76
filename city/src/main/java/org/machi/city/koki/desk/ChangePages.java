package org.machi.city.koki.desk;

import java.time.LocalDate;
import java.util.Optional;
import org.machi.platform.desk.Listing;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 賦課更正の一覧. */
@Controller
class ChangePages {

    private final ChangeList changes;
    private final BusinessDate businessDate;

    ChangePages(ChangeList changes, BusinessDate businessDate) {
        this.changes = changes;
        this.businessDate = businessDate;
    }

    /** Without days the corrections of the last month. */
    @GetMapping("/koki/changes")
    @RequiresDuty(KokiDesk.WORK)
    @Audited(action = "照会", object = "賦課更正の一覧")
    String list(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> to,
            @RequestParam(defaultValue = "1") int page,
            Trace trace,
            Model model) {
        LocalDate last = to.orElse(businessDate.today());
        LocalDate first = from.orElse(last.minusMonths(1));
        trace.note("受けた日", first + "から" + last);
        Listing<ChangeList.Line> listing = changes.between(first, last, page);
        trace.people(listing.rows().stream().map(ChangeList.Line::personNo).distinct().toList());
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute("listing", listing);
        model.addAttribute("path", "/koki/changes?from=%s&to=%s".formatted(first, last));
        return "city/koki/changes";
    }
}
