package org.machi.launcher.scene;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatReader;
import org.machi.formats.file.FormatWriter;
import org.machi.launcher.demo.Offices;
import org.machi.platform.Organisation;
import org.machi.platform.desk.Browser;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The offices while a scene is played: files in, deeds at the console, what one can see. */
public final class Stage {

    private final Offices offices;
    private final Path exchange;
    private final Clerks clerks;
    private final Map<String, Integer> serials = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private LocalDate today = Script.FIRST_DAY;
    private String scene = "";

    Stage(Offices offices, Path exchange, Clerks clerks) {
        this.offices = offices;
        this.exchange = exchange;
        this.clerks = clerks;
    }

    void turnTo(LocalDate day, String name) {
        today = day;
        scene = name;
    }

    public LocalDate today() {
        return today;
    }

    /** City 0 or 1. */
    public Organisation city(int number) {
        return offices.cities().get(number).organisation();
    }

    public Organisation union() {
        return offices.union().organisation();
    }

    /** Another office puts a file into an organisation's inbox. */
    public void send(FileKind kind, String from, Organisation to, List<Row> rows) {
        send(kind, from, to, rows, 0);
    }

    /**
     * One of the organisations sends what is wrong, under a number that its own files don't reach.
     */
    public void sendWrong(FileKind kind, Organisation from, Organisation to, List<Row> rows) {
        send(kind, from.settings().code(), to, rows, 900_000);
    }

    private void send(FileKind kind, String from, Organisation to, List<Row> rows, int above) {
        int serial = above + serials.merge(kind + from + to.settings().code(), 1, Integer::sum);
        FileHeader header = FileHeader.of(kind, from, to.settings().code(), serial, today);
        try (FormatWriter writer =
                FormatWriter.create(Files.createDirectories(to.settings().inbox()), header)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** 住民異動: the resident register of a city tells today's events. */
    public void register(int city, Row... events) {
        send(FileKind.JUKI_DIFF, "JUKI", city(city), Arrays.asList(events));
    }

    /** 税務: corrections and late declarations. */
    public void tax(int city, Row... rows) {
        send(FileKind.TAX_DIFF, "TAX", city(city), Arrays.asList(rows));
    }

    /**
     * The rows of the files of a kind that lie in the inbox of an office outside the demo; they are
     * read once.
     *
     * @param receiver code of the office, or the carrier's OTHER for another municipality
     */
    public List<Row> read(String receiver, FileKind kind) {
        Path inbox = exchange.resolve(receiver).resolve("in");
        List<Row> rows = new ArrayList<>();
        if (!Files.isDirectory(inbox)) {
            return rows;
        }
        try (Stream<Path> files = Files.list(inbox)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(kind.code() + "_") && !name.endsWith(".pdf")) {
                    read(file, rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The last file of which the name begins so in the inbox of an office outside the demo. */
    public String text(String receiver, String begin) {
        Path inbox = exchange.resolve(receiver).resolve("in");
        try (Stream<Path> files = Files.list(inbox)) {
            return Files.readString(
                    files.filter(file -> file.getFileName().toString().startsWith(begin))
                            .max(Path::compareTo)
                            .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path file, List<Row> rows) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            FormatReader.read(
                    file.getFileName().toString(),
                    in,
                    rows::add,
                    finding -> {
                        throw new IllegalStateException(finding.message());
                    });
        }
        Files.delete(file);
    }

    /** The clerk who enters: a browser that is signed in at an organisation's console. */
    public Browser clerk(Organisation at) {
        return clerks.first(at);
    }

    /** Another clerk, who confirms. */
    public Browser secondClerk(Organisation at) {
        return clerks.second(at);
    }

    /** A page as the first clerk sees it, without its tags. */
    public String page(Organisation at, String path) {
        HttpResponse<String> answer = clerk(at).get(path);
        if (answer.statusCode() >= 400) {
            return "（" + answer.statusCode() + " " + path + "）";
        }
        return answer.body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }

    /** The first clerk opens a page and must see these words. */
    public void sees(Organisation at, String path, String... words) {
        String page = page(at, path);
        for (String word : words) {
            if (!page.contains(word)) {
                fault(path + "に「" + word + "」がありません", page);
            }
        }
    }

    /** The first clerk opens a page and must not see these words. */
    public void seesNot(Organisation at, String path, String... words) {
        String page = page(at, path);
        for (String word : words) {
            if (page.contains(word)) {
                fault(path + "に「" + word + "」があってはなりません", page);
            }
        }
    }

    /** Something must be so. */
    public void expect(String what, Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            fault(what + "は" + expected + "のはずが" + actual, "");
        }
    }

    /** One value of an organisation's database, for what no page shows. */
    public String value(Organisation of, String sql, Object... parameters) {
        return of.get(JdbcClient.class)
                .sql(sql)
                .params(parameters)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void fault(String what, String page) {
        faults.add(scene + " " + today + ": " + what + (page.isEmpty() ? "" : "\n    " + page));
    }

    List<String> faults() {
        return faults;
    }
}
