package org.machi.platform.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.desk.ConsoleTestOffice;
import org.machi.platform.jobs.JobFailed;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;
import org.machi.platform.proof.Chromium;

/** The common pages in a real browser. */
class ConsoleBrowserTest {
    /** Paths and the names of their screenshots. */
    private static final Map<String, String> PAGES =
            Map.ofEntries(
                    Map.entry("/", "home"),
                    Map.entry("/people", "people"),
                    Map.entry("/people/1001", "person"),
                    Map.entry("/jobs", "jobs"),
                    Map.entry("/jobs/runs/2", "job-run-broken"),
                    Map.entry("/files", "files"),
                    Map.entry("/audit", "audit"),
                    Map.entry("/parameters", "parameters"),
                    Map.entry("/calendar", "calendar"),
                    Map.entry("/staff/200", "staff-member"),
                    Map.entry("/password", "password"),
                    Map.entry("/nothing-here", "not-found"));

    private static @Nullable Chromium chromium;
    private static @Nullable ConsoleTestOffice office;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
        office = ConsoleTestOffice.open(Kind.CITY, "131016");
        JobRunner runner = office.organisation().get(JobRunner.class);
        runner.run("T100", LocalDate.of(2026, 7, 14));
        try {
            runner.run("T200", LocalDate.of(2026, 7, 14));
        } catch (JobFailed expected) {
            assertThat(expected.step()).isEqualTo("合計の照合");
        }
        office.organisation()
                .get(Parameters.class)
                .add(
                        List.of(
                                new Parameter(
                                        "納期限.第1期",
                                        "7月31日",
                                        LocalDate.of(2026, 4, 1),
                                        LocalDate.MAX,
                                        "後期高齢者医療に関する条例 第4条",
                                        'L')));
    }

    @AfterAll
    static void close() {
        if (office != null) {
            office.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Chromium chromium() {
        return java.util.Objects.requireNonNull(chromium);
    }

    private static String address() {
        return java.util.Objects.requireNonNull(office).address();
    }

    private static Page signedIn() {
        return chromium().signedIn(address(), "100", ConsoleTestOffice.PASSWORD);
    }

    @Test
    void every_common_page_is_free_of_barriers_and_of_forbidden_content() {
        List<String> barriers = new ArrayList<>();
        Page outside = chromium().window();
        outside.navigate(address() + "/sign-in?again");
        chromium().keep(outside, "sign-in");
        Chromium.barriers(outside).forEach(barrier -> barriers.add("/sign-in " + barrier));
        Page page = signedIn();
        PAGES.forEach((path, name) -> {
            page.navigate(address() + path);
            chromium().keep(page, name);
            Chromium.barriers(page).forEach(barrier -> barriers.add(path + " " + barrier));
        });
        assertThat(barriers).isEmpty();
        assertThat(chromium().complaints())
                .filteredOn(complaint -> !complaint.contains("/nothing-here"))
                .isEmpty();
    }

    @Test
    void the_slash_key_leads_to_the_search_and_the_arrows_through_its_rows() {
        Page page = signedIn();
        page.keyboard().press("/");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("head-search");
        page.keyboard().type("マチダ");
        page.keyboard().press("Enter");
        page.waitForURL("**/people");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/people/1002");
    }

    @Test
    void the_first_tab_stop_skips_the_navigation() {
        Page page = signedIn();
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }

    @Test
    void a_started_job_comes_to_its_end_before_the_clerks_eyes() {
        Page page = signedIn();
        page.navigate(address() + "/jobs");
        page.onDialog(dialog -> dialog.accept());
        page.click("button[aria-label='件数確認を実行']");
        page.waitForURL("**/jobs/**");
        page.waitForSelector("#run-state .mark.good");
        chromium().keep(page, "job-run");
        assertThat(page.textContent("#run-state")).contains("対象者の抽出", "1,250");
    }

    @Test
    void a_narrow_window_shows_everything_without_sideways_scrolling() {
        Page page = signedIn();
        page.setViewportSize(400, 800);
        for (String path : List.of("/", "/jobs", "/audit")) {
            page.navigate(address() + path);
            assertThat(page.evaluate("document.documentElement.scrollWidth <= 400"))
                    .as(path)
                    .isEqualTo(true);
        }
        chromium().keep(page, "narrow");
    }
}
