package org.machi.platform.desk;

import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 操作記録: who looked at this person, what did this member of staff do, is the trail whole. */
@Controller
class AuditPages {
    private static final int LINES_ON_A_PAGE = 50;
    private static final int NEWEST = 20;

    private final AuditRecords records;

    AuditPages(AuditRecords records) {
        this.records = records;
    }

    @GetMapping("/audit")
    @RequiresDuty(Duties.AUDIT_LOOK)
    @Audited(action = "照会", object = "操作記録")
    String audit(Model model) {
        model.addAttribute("seal", records.newestSeal());
        model.addAttribute("unsealed", records.unsealed());
        model.addAttribute("lines", records.newest(NEWEST));
        return "platform/audit";
    }

    /** Asking who looked at a person is itself a look at that person. */
    @GetMapping("/audit/person")
    @RequiresDuty(Duties.AUDIT_LOOK)
    @Audited(action = "検索", object = "操作記録（対象者）")
    String person(
            @RequestParam(defaultValue = "") String personNo,
            @RequestParam(defaultValue = "1") int page,
            Trace trace,
            Model model) {
        String digits = personNo.strip();
        if (!digits.matches("[0-9]{1,15}")) {
            model.addAttribute("refused", "宛名番号は15桁以内の数字で入力してください。");
            return audit(model);
        }
        long number = Long.parseLong(digits);
        trace.person(number);
        model.addAttribute("title", "宛名番号 " + number + " の情報に対する操作");
        model.addAttribute("path", "/audit/person?personNo=" + number);
        model.addAttribute(
                "listing", records.ofPerson(number, Listing.page(page), LINES_ON_A_PAGE));
        return "platform/audit-list";
    }

    @GetMapping("/audit/staff")
    @RequiresDuty(Duties.AUDIT_LOOK)
    @Audited(action = "検索", object = "操作記録（職員）")
    String staff(
            @RequestParam(defaultValue = "") String staffNo,
            @RequestParam(defaultValue = "1") int page,
            Trace trace,
            Model model) {
        String number = staffNo.strip();
        if (!number.matches("[0-9A-Za-z._-]{1,20}")) {
            model.addAttribute("refused", "職員番号は20文字以内の英数字で入力してください。");
            return audit(model);
        }
        trace.note("職員番号", number);
        model.addAttribute("title", "職員 " + number + " の操作");
        model.addAttribute("path", "/audit/staff?staffNo=" + number);
        model.addAttribute("listing", records.ofStaff(number, Listing.page(page), LINES_ON_A_PAGE));
        return "platform/audit-list";
    }
}
