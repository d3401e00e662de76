package org.machi.platform.desk;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.machi.platform.staff.Audited;
import org.machi.platform.staff.Clerk;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.RequiresDuty;
import org.machi.platform.time.BusinessDate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** ホーム: what waits for this clerk today, and what this program is. */
@Controller
class HomePages {
    private static final int RUNS = 8;

    private final List<HomeTile> tiles;
    private final JobLists jobs;
    private final BusinessDate businessDate;

    HomePages(List<HomeTile> tiles, JobLists jobs, BusinessDate businessDate) {
        this.tiles = tiles.stream().sorted(Comparator.comparingInt(HomeTile::order)).toList();
        this.jobs = jobs;
        this.businessDate = businessDate;
    }

    @GetMapping("/")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "ホーム")
    String home(Clerk clerk, Model model) {
        LocalDate today = businessDate.today();
        model.addAttribute(
                "tiles",
                tiles.stream()
                        .filter(tile -> clerk.may(tile.duty()))
                        .map(tile -> tile.count(clerk, today))
                        .toList());
        model.addAttribute("runs", clerk.may(Duties.JOBS_LOOK) ? jobs.newest(RUNS) : List.of());
        return "platform/home";
    }

    @GetMapping("/about")
    @RequiresDuty(Duties.CONSOLE)
    @Audited(action = "照会", object = "このシステムについて")
    String about() {
        return "platform/about";
    }
}
