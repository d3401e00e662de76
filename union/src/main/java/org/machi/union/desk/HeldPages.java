package org.machi.union.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.desk.Listing;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
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

/**
 * 賦課の保留: whom a run could not decide, or decided more than 賦課情報 can tell, why, and what somebody
 * did about it.
 */
@Controller
class HeldPages {

    private static final int LINES = 50;

    private final JdbcClient db;
    private final BusinessDate businessDate;

    HeldPages(JdbcClient db, BusinessDate businessDate) {
        this.db = db;
        this.businessDate = businessDate;
    }

    /**
     * One person of one levy year.
     *
     * @param decided 賦課情報 was sent, but can't tell everything
     */
    public record HeldLine(
            long heldId,
            String insuredNo,
            int naturalId,
            String name,
            @Nullable String city,
            int levyYear,
            String reason,
            String note,
            boolean decided,
            LocalDate knownOn) {}

    @GetMapping("/held")
    @RequiresDuty(UnionDesk.HELD)
    @Audited(action = "照会", object = "賦課の保留")
    String held(@RequestParam(defaultValue = "1") int page, Trace trace, Model model) {
        int shown = Listing.page(page);
        List<HeldLine> lines =
                db.sql(
                                """
                                SELECT h.held_id, h.insured_no, coalesce(i.natural_id, 0) AS natural_id,
                                       coalesce(p.name, '') AS name, p.city, h.levy_year, h.reason, h.note, h.decided, h.known_on
                                  FROM assessment.held h
                                  LEFT JOIN eligibility.insured i USING (insured_no)
                                  LEFT JOIN LATERAL (
                                        SELECT q.name, c.name AS city FROM register.person q
                                          JOIN register.city c USING (city_code)
                                         WHERE q.natural_id = i.natural_id
                                         ORDER BY q.known_on DESC, q.person_id DESC LIMIT 1) p ON true
                                 WHERE h.settled_on IS NULL
                                 ORDER BY h.known_on, h.insured_no, h.held_id LIMIT ? OFFSET ?
                                """)
                        .param(LINES)
                        .param(Listing.offset(shown, LINES))
                        .query(HeldLine.class)
                        .list();
        long total =
                db.sql("SELECT count(*) FROM assessment.held WHERE settled_on IS NULL")
                        .query(Long.class)
                        .single();
        trace.people(
                lines.stream()
                        .filter(line -> line.naturalId() > 0)
                        .map(line -> (long) line.naturalId())
                        .toList());
        model.addAttribute("listing", new Listing<>(lines, shown, LINES, total));
        return "union/held";
    }

    @PostMapping("/held/{heldId}")
    @RequiresDuty(UnionDesk.HELD)
    @Audited(action = "更新", object = "賦課の保留 {heldId}")
    String settle(
            @PathVariable long heldId,
            @RequestParam String outcome,
            Trace trace,
            RedirectAttributes next) {
        if (outcome.isBlank()) {
            next.addFlashAttribute("refused", "どう処理したかを入れてください。");
            return "redirect:/held";
        }
        Long naturalId =
                db.sql(
                                """
                                SELECT coalesce(i.natural_id, 0)
                                  FROM assessment.held h LEFT JOIN eligibility.insured i USING (insured_no)
                                 WHERE h.held_id = ?
                                """)
                        .param(heldId)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(NothingThere::new);
        if (naturalId > 0) {
            trace.person(naturalId);
        }
        trace.reason(outcome);
        int settled =
                db.sql(
                                """
                                UPDATE assessment.held SET settled_on = ?, settled_by = ?, outcome = ?
                                 WHERE held_id = ? AND settled_on IS NULL
                                """)
                        .param(businessDate.today())
                        .param(trace.clerk().staffNo())
                        .param(outcome.strip())
                        .param(heldId)
                        .update();
        if (settled == 0) {
            throw new ChangedMeanwhile("ほかの職員が先に処理しました。");
        }
        next.addFlashAttribute("told", "処理を記録しました。");
        return "redirect:/held";
    }
}
