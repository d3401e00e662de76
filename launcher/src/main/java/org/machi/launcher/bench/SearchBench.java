package org.machi.launcher.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.machi.city.people.SearchProbe;
import org.machi.launcher.demo.Outcome;
import org.machi.platform.Organisation;
import org.machi.platform.desk.Browser;
import org.machi.platform.staff.Duties;
import org.machi.platform.staff.Duty;
import org.machi.platform.staff.StaffDirectory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the search of people by kana through the console's page, with sign-in, duty, audit event
 * and HTML, beside the same SQL straight to the database, by as many clients in the same run.
 */
final class SearchBench {

    private static final int NAMES = 4_000;
    private static final int[] CLIENTS = {8, 32};

    /** The console of an office runs all day: its first minute says nothing. */
    private static final Duration WARMING = Duration.ofSeconds(60);

    private static final String STAFF = "8%03d";
    private static final String PASSWORD = "計測のための長い合言葉2026";
    private static final LocalDate SINCE = LocalDate.of(2020, 4, 1);
    private static final String FOUND = "宛名番号";

    private final BigCity city;
    private final Duration each;

    SearchBench(BigCity city, Duration each) {
        this.city = city;
        this.each = each;
    }

    /**
     * One way with so many clients.
     *
     * @param micros of every search, sorted
     */
    record Way(String name, int clients, long[] micros, Duration each) {

        double percentile(int percent) {
            return micros[(int) ((long) (micros.length - 1) * percent / 100)] / 1000.0;
        }

        void print(PrintStream out) {
            out.printf(
                    "  %-20s %2d クライアント  p50 %7.1f ms  p99 %7.1f ms  最大 %7.1f ms  %,d 件/秒%n",
                    name,
                    clients,
                    percentile(50),
                    percentile(99),
                    percentile(100),
                    micros.length / Math.max(1, each.toSeconds()));
        }
    }

    void measure(PrintStream out) {
        city.world().sendAll();
        city.office().runMorning(city.world().firstDay());
        Organisation office = city.office().organisation();
        SearchProbe probe = office.get(SearchProbe.class);
        List<String> names = probe.names(NAMES);
        List<Browser> browsers = browsers(office);
        for (int clients : CLIENTS) {
            Way straight = run("同じSQL", clients, each, names, _ -> name -> probe.find(name) > 0);
            Way page =
                    run(
                            "画面（HTTP）",
                            clients,
                            WARMING,
                            names,
                            client ->
                                    name -> {
                                        Browser browser = browsers.get(client);
                                        return browser.post("/people", Map.of("kana", name))
                                                .body()
                                                .contains(FOUND);
                                    });
            straight.print(out);
            page.print(out);
            out.printf("  p99の比 %.1f%n", page.percentile(99) / straight.percentile(99));
        }
    }

    private List<Browser> browsers(Organisation office) {
        StaffDirectory staff = office.get(StaffDirectory.class);
        List<String> all = office.get(Duties.class).all().stream().map(Duty::code).toList();
        staff.office("K99", "計測");
        List<Browser> browsers = new ArrayList<>();
        for (int client = 0; client < Arrays.stream(CLIENTS).max().orElseThrow(); client++) {
            String number = STAFF.formatted(client);
            staff.enter(number, "計測 " + client, "K99", SINCE, PASSWORD);
            staff.grant(number, all, SINCE, "計測");
        }
        office.get(JdbcClient.class)
                .sql("update staff.member set must_change_password = false")
                .update();
        for (int client = 0; client < Arrays.stream(CLIENTS).max().orElseThrow(); client++) {
            Browser browser = new Browser("http://127.0.0.1:" + city.settings().port());
            browser.signIn(STAFF.formatted(client), PASSWORD);
            browser.get("/people");
            browsers.add(browser);
        }
        return browsers;
    }

    /** Warms up, then measures. */
    private Way run(
            String name,
            int clients,
            Duration warming,
            List<String> names,
            IntFunction<Function<String, Boolean>> searches) {
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            long begin = System.nanoTime() + warming.toNanos();
            List<Future<List<Long>>> parts =
                    IntStream.range(0, clients)
                            .mapToObj(client ->
                                    threads.submit(() ->
                                            client(
                                                    searches.apply(client),
                                                    names,
                                                    client * 97,
                                                    begin)))
                            .toList();
            long[] micros =
                    parts.stream()
                            .map(Outcome::of)
                            .flatMap(List::stream)
                            .mapToLong(Long::longValue)
                            .sorted()
                            .toArray();
            return new Way(name, clients, micros, each);
        }
    }

    private List<Long> client(
            Function<String, Boolean> search, List<String> names, int from, long begin) {
        List<Long> micros = new ArrayList<>();
        long end = begin + each.toNanos();
        int at = from;
        long start = System.nanoTime();
        while (start < end) {
            String name = names.get(at++ % names.size());
            if (!search.apply(name)) {
                throw new IllegalStateException("nobody was found: " + name);
            }
            long done = System.nanoTime();
            if (start >= begin) {
                micros.add((done - start) / 1_000);
            }
            start = done;
        }
        return micros;
    }
}
