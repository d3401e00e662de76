package org.machi.platform.proof;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Debian's Chromium for browser tests; where it is missing the test is skipped and says so. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts Chromium, or skips the calling test with a message. */
    public static Chromium start() {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM),
                "browser tests skipped: no " + PROGRAM + " (apt-get install chromium)");
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(PROGRAM)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
        return new Chromium(playwright, browser);
    }

    /** A new window; what its console complains of (content policy, scripts) is collected. */
    public Page window() {
        Page page =
                browser.newPage(
                        new Browser.NewPageOptions()
                                .setViewportSize(WIDTH, HEIGHT)
                                .setLocale("ja-JP"));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    /** Signs in through the form, as people do. */
    public Page signedIn(String address, String staffNo, String password) {
        Page page = window();
        page.navigate(address + "/sign-in");
        page.fill("#staffNo", staffNo);
        page.fill("#password", password);
        page.press("#password", "Enter");
        page.waitForURL(address + "/**");
        return page;
    }

    /** Keeps what the window shows as {@code target/screenshots/<name>.png}. */
    public void keep(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENSHOTS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    /** What axe finds against WCAG 2.2 A and AA, one line each. */
    public static List<String> barriers(Page page) {
        return new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule ->
                                rule.getId()
                                        + ": "
                                        + rule.getHelp()
                                        + " "
                                        + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    /** What the browser's console complained of in all windows. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
