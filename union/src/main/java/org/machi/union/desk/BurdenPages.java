package org.machi.union.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.Listing;
import org.machi.platform.desk.NothingThere;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.machi.union.burden.BurdenHistory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * 負担割合の確認: whose share a clerk has to look after, and why: an income that is not known, somebody
 * who did not declare, a revenue to apply with, a child whose income is missing.
 */
@Controller
class BurdenPages {

    private static final int LINES = 50;

    private static final String OPEN =
            """
              FROM (SELECT d.insured_no, d.share, d.valid_from, d.note FROM burden.decision d
                     WHERE d.note IS NOT NULL
                       AND NOT EXISTS (SELECT FROM burden.decision later
                                        WHERE later.insured_no = d.insured_no
                                          AND (later.valid_from, later.decision_id) > (d.valid_from, d.decision_id))
                    UNION ALL
                    SELECT e.insured_no, NULL, e.insured_from, '世帯の被保険者の所得が分からない'
                      FROM eligibility.period e
                     WHERE e.valid @> :today AND e.copay IS NULL
                       AND NOT EXISTS (SELECT FROM burden.decision x
                                        WHERE x.insured_no = e.insured_no AND x.valid_from >= e.insured_from)) d
              JOIN eligibility.insured i USING (insured_no)
              JOIN eligibility.period e ON e.insured_no = d.insured_no AND e.valid @> :today
              JOIN register.person p ON p.person_id = e.person_id
              JOIN register.city c ON c.city_code = e.city_code
            """;

    private final JdbcClient db;
    private final BurdenHistory history;
    private final BusinessDate businessDate;

    BurdenPages(JdbcClient db, BurdenHistory history, BusinessDate businessDate) {
        this.db = db;
        this.history = history;
        this.businessDate = businessDate;
    }

    /** One person with the latest judgement. */
    public record Line(
            String insuredNo,
            long naturalId,
            String name,
            String city,
            @Nullable String share,
            LocalDate validFrom,
            String note) {

        /** 3割, or that nothing is decided. */
        public String words() {
            return share == null ? "判定できない" : share + "割";
        }
    }

    @PostMapping("/burden/{insuredNo}")
    @RequiresDuty(UnionDesk.VERDICTS)
    @Audited(action = "決定", object = "負担割合 {insuredNo}")
    String decide(
            @PathVariable String insuredNo,
            @RequestParam String share,
            @RequestParam String reason,
            Trace trace,
            RedirectAttributes next) {
        trace.reason(reason)
                .person(
                        db.sql("SELECT natural_id FROM eligibility.insured WHERE insured_no = ?")
                                .param(insuredNo)
                                .query(Long.class)
                                .optional()
                                .orElseThrow(NothingThere::new));
        if (reason.isBlank() || !share.matches("[123]")) {
            next.addFlashAttribute("refused", "割合と、そう決める理由を入れてください。");
        } else if (history.decide(
                insuredNo, share, reason.strip(), businessDate.today(), trace.clerk().staffNo())) {
            next.addFlashAttribute("told", share + "割と決定しました。次の日次処理で資格と証に反映します。所得が分かると判定し直します。");
        } else {
            next.addFlashAttribute("refused", "この人の割合は決まっています。画面を開き直してください。");
        }
        return "redirect:/burden";
    }

    @GetMapping("/burden")
    @RequiresDuty(UnionDesk.INSURED_LOOK)
    @Audited(action = "照会", object = "負担割合の確認")
    String open(@RequestParam(defaultValue = "1") int page, Trace trace, Model model) {
        model.addAttribute("mayDecide", trace.clerk().may(UnionDesk.VERDICTS));
        int shown = Listing.page(page);
        LocalDate today = businessDate.today();
        List<Line> lines =
                db.sql(
                                "SELECT d.insured_no, i.natural_id, p.name, c.name AS city, d.share, d.valid_from, d.note"
                                        + OPEN
                                        + " ORDER BY d.insured_no LIMIT :lines OFFSET :offset")
                        .param("today", today)
                        .param("lines", LINES)
                        .param("offset", Listing.offset(shown, LINES))
                        .query(Line.class)
                        .list();
        long total =
                db.sql("SELECT count(*)" + OPEN).param("today", today).query(Long.class).single();
        trace.people(lines.stream().map(Line::naturalId).toList());
        model.addAttribute("listing", new Listing<>(lines, shown, LINES, total));
        return "union/shares";
    }
}
