package org.machi.launcher.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.machi.formats.file.FileKind;
import org.machi.world.DayReport;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the first morning of a whole city: residents with their households, 住登外者 and tax facts
 * through the intake with its checks and error list, and the extract for the union, beside COPY of
 * the same rows; then a day of events through the same morning.
 */
final class ImportBench {

    private final BigCity city;
    private final int events;

    ImportBench(BigCity city, int events) {
        this.city = city;
        this.events = events;
    }

    /**
     * What was measured, milliseconds.
     *
     * @param parts of the first morning
     * @param morning the first morning
     * @param limit parts of the limit
     * @param day parts of the day of events, its morning last
     */
    record Result(
            Map<String, Long> parts,
            long morning,
            Map<String, Long> limit,
            Map<String, Long> counts,
            Map<String, Long> day) {

        long limitSum() {
            return limit.values().stream().mapToLong(Long::longValue).sum();
        }

        void print(PrintStream out) {
            counts.forEach((name, n) -> out.printf("  %-28s %,10d 件%n", name, n));
            parts.forEach((part, ms) -> out.printf("  %-28s %,10d ms%n", part, ms));
            out.printf("全件の取込と広域連合への抽出 %,d ms%n", morning);
            limit.forEach((part, ms) -> out.printf("  %-28s %,10d ms%n", part, ms));
            out.printf(
                    "限界（同じ行のCOPYと索引） %,d ms　比 %.2f%n",
                    limitSum(), (double) morning / Math.max(1, limitSum()));
            day.forEach((part, ms) -> out.printf("  %-28s %,10d ms%n", part, ms));
        }
    }

    Result measure() throws IOException, SQLException {
        city.world().sendAll();
        Path kept = keepBeside(FileKind.JUKI_ALL, FileKind.TAX_ALL);
        LocalDate day = city.world().firstDay();
        long morning = morning(day);
        Map<String, Long> parts = parts(day);
        Map<String, Long> counts = counts(day);
        Map<String, Long> limit = limit(kept);
        Map<String, Long> later = new LinkedHashMap<>();
        if (events > 0) {
            DayReport report = city.world().sendEvents(events);
            long took = morning(report.day());
            report.files().forEach(file -> later.put(file.kind().label() + "（行数）", file.rows()));
            later.putAll(parts(report.day()));
            later.put("異動のある朝", took);
        }
        return new Result(parts, morning, limit, counts, later);
    }

    private long morning(LocalDate day) {
        long start = System.nanoTime();
        city.office().runMorning(day);
        return (System.nanoTime() - start) / 1_000_000;
    }

    /** The intake empties the inbox, so the limit gets links of its own. */
    private Path keepBeside(FileKind... kinds) throws IOException {
        Path kept = Files.createDirectories(city.settings().folder().resolve("kept"));
        try (Stream<Path> files = Files.list(city.world().inbox())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (List.of(kinds).stream().anyMatch(kind -> name.startsWith(kind.code()))) {
                    Files.createLink(kept.resolve(name), file);
                }
            }
        }
        return kept;
    }

    private Map<String, Long> limit(Path kept) throws IOException, SQLException {
        Map<String, Long> limit = new LinkedHashMap<>();
        try (CopyLimit copy = new CopyLimit(city.settings().database());
                Stream<Path> files = Files.list(kept)) {
            for (Path file : files.sorted().toList()) {
                boolean people = file.getFileName().toString().startsWith("JUKI_ALL");
                FileKind kind = people ? FileKind.JUKI_ALL : FileKind.TAX_ALL;
                limit.put(
                        "COPY " + kind.label(),
                        copy.load(
                                kind.code(),
                                kind.layout(),
                                file,
                                people
                                        ? List.of("person_no", "household_no")
                                        : List.of("person_no, levy_year")));
            }
            limit.put(
                    "COPY 抽出した人",
                    copy.unload(
                            """
                            select p.* from people.union_extract x join people.person p using (person_no)
                            where x.inside
                            """));
            limit.put(
                    "COPY 抽出した人の課税情報",
                    copy.unload(
                            "select t.* from people.tax_fact t join people.tax_sent"
                                    + " using (person_no, levy_year, version)"));
        }
        return limit;
    }

    private JdbcClient db() {
        return city.office().organisation().get(JdbcClient.class);
    }

    /** Each file from its receipt to the end of its checks and to its end, then the other steps. */
    private Map<String, Long> parts(LocalDate day) {
        return milliseconds(
                """
                with step as (
                    select s.step_no, s.name, s.started_at, s.ended_at
                    from jobs.job_run r join jobs.job_step s on s.run_id = r.id
                    where r.business_date = :day and r.job = 'CITY_MORNING'),
                came as (
                    select id, kind, made_at, checked_at, ended_at,
                           coalesce(lag(ended_at) over (order by id), max(made_at) over ()) as begun_at
                    from files.file
                    where business_date = :day and direction = 'IN' and state = 'APPLIED'),
                part (place, name, took) as (
                    select 0, '保管（全ファイル）', max(made_at) - (select started_at from step where name like '庁内%')
                    from came
                    union all
                    select 2 * id, kind || ' 検査と受入', checked_at - begun_at from came
                    union all
                    select 2 * id + 1, kind || ' 反映', ended_at - checked_at from came
                    union all
                    select 10000000 + step_no, name, ended_at - started_at from step)
                select name, (1000 * extract(epoch from took))::bigint from part order by place
                """,
                day);
    }

    private Map<String, Long> counts(LocalDate day) {
        return milliseconds(
                """
                select kind || case direction when 'IN' then ' 受信' else ' 送信' end, row_count
                from files.file where business_date = :day order by id
                """,
                day);
    }

    private Map<String, Long> milliseconds(String sql, LocalDate day) {
        Map<String, Long> named = new LinkedHashMap<>();
        db().sql(sql)
                .param("day", day)
                .query(row -> {
                    named.merge(row.getString(1), row.getLong(2), Long::sum);
                });
        return named;
    }
}
