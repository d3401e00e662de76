package org.machi.union.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.Listing;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 負担割合の確認: whose share a clerk has to look after, and why: an income that is not known, somebody
 * who did not declare, a revenue to apply with, a child whose income is missing.
 */
@Controller
class BurdenPages {

    private static final int LINES = 50;

    private static final String OPEN =
            """
              FROM burden.decision d
              JOIN eligibility.insured i USING (insured_no)
              JOIN eligibility.period e ON e.insured_no = d.insured_no AND e.valid @> :today
              JOIN register.person p ON p.person_id = e.person_id
              JOIN register.city c ON c.city_code = e.city_code
             WHERE d.note IS NOT NULL
               AND NOT EXISTS (SELECT FROM burden.decision later
                                WHERE later.insured_no = d.insured_no
                                  AND (later.valid_from, later.decision_id) > (d.valid_from, d.decision_id))
            """;

    private final JdbcClient db;
    private final BusinessDate businessDate;

    BurdenPages(JdbcClient db, BusinessDate businessDate) {
        this.db = db;
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

    @GetMapping("/burden")
    @RequiresDuty(UnionDesk.INSURED_LOOK)
    @Audited(action = "照会", object = "負担割合の確認")
    String open(@RequestParam(defaultValue = "1") int page, Trace trace, Model model) {
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
