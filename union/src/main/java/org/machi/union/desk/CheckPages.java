package org.machi.union.desk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.platform.desk.Listing;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.staff.Trace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 突合の相違: where a city's report and the union's decision differ, the oldest first. */
@Controller
class CheckPages {

    private static final int LINES = 50;

    private final JdbcClient db;

    CheckPages(JdbcClient db) {
        this.db = db;
    }

    /** One difference. */
    record DifferenceLine(
            String insuredNo,
            int naturalId,
            String city,
            int levyYear,
            String item,
            @Nullable String unionValue,
            @Nullable String cityValue,
            long difference,
            LocalDate since) {}

    @GetMapping("/checks")
    @RequiresDuty(UnionDesk.CHECKS_LOOK)
    @Audited(action = "照会", object = "突合の相違")
    String checks(@RequestParam(defaultValue = "1") int page, Trace trace, Model model) {
        int shown = Listing.page(page);
        List<DifferenceLine> lines =
                db.sql(
                                """
                                SELECT d.insured_no, coalesce(i.natural_id, 0) AS natural_id, c.name AS city,
                                       d.levy_year, d.item, d.union_value, d.city_value, d.difference, d.since
                                  FROM reconciliation.difference d
                                  JOIN register.city c USING (city_code)
                                  LEFT JOIN eligibility.insured i USING (insured_no)
                                 ORDER BY d.since, d.insured_no, d.item, d.period LIMIT ? OFFSET ?
                                """)
                        .param(LINES)
                        .param(Listing.offset(shown, LINES))
                        .query(DifferenceLine.class)
                        .list();
        long total =
                db.sql("SELECT count(*) FROM reconciliation.difference").query(Long.class).single();
        trace.people(lines.stream().map(line -> (long) line.naturalId()).toList());
        model.addAttribute("listing", new Listing<>(lines, shown, LINES, total));
        return "union/checks";
    }
}
