package org.machi.launcher.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.machi.launcher.FreePorts;
import org.machi.platform.desk.Browser;

/**
 * A member of staff with every duty who follows each link of the consoles of a played demo, a few
 * of every kind.
 */
final class PageWalk {

    private static final int OF_EACH_KIND = 4;
    private static final int MOST = 150;
    private static final String PASSWORD = "さくらと川のある町の朝の市";
    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)\"");

    private final Browser browser;
    private final Set<String> known = new HashSet<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> faults = new ArrayList<>();

    private PageWalk(Browser browser) {
        this.browser = browser;
    }

    /**
     * Pages that did not open, with their status; the start of each walk where nothing was found.
     */
    static List<String> faults(DemoSettings settings) throws IOException {
        List<String> faults = new ArrayList<>();
        int port = FreePorts.three();
        try (Demo demo =
                Demo.open(settings, port, new PrintStream(OutputStream.nullOutputStream()))) {
            for (int console = port; console < port + 3; console++) {
                Browser browser = new Browser("http://127.0.0.1:" + console);
                browser.signIn(DemoStaff.CLERK, DemoStaff.FIRST_PASSWORD);
                browser.get("/password");
                browser.post(
                        "/password",
                        Map.of(
                                "present", DemoStaff.FIRST_PASSWORD,
                                "chosen", PASSWORD,
                                "again", PASSWORD));
                faults.addAll(new PageWalk(browser).walk());
            }
        }
        return faults;
    }

    private List<String> walk() {
        found("/");
        int pages = 0;
        while (!open.isEmpty() && pages < MOST) {
            String path = open.removeFirst();
            HttpResponse<String> answer = browser.get(path);
            pages++;
            if (answer.statusCode() >= 400 && !isStopped(answer)) {
                faults.add(answer.statusCode() + " " + path);
            }
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (type.startsWith("text/html")) {
                Matcher link = LINK.matcher(answer.body());
                while (link.find()) {
                    found(link.group(1).replace("&amp;", "&"));
                }
            }
        }
        if (pages < 20) {
            faults.add("only " + known);
        }
        return faults;
    }

    /** 発行抑止: a protected person's letter is not issued without a release, and the page says so. */
    private static boolean isStopped(HttpResponse<String> answer) {
        return answer.statusCode() == 409 && answer.body().contains("発行抑止中です");
    }

    private void found(String path) {
        String kind = path.replaceAll("[0-9]+", "#");
        if (known.add(path) && kinds.merge(kind, 1, Integer::sum) <= OF_EACH_KIND) {
            open.addLast(path);
        }
    }
}
