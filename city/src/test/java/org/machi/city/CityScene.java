package org.machi.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.machi.city.day.CityDay;
import org.machi.city.levy.Payee;
import org.machi.city.levy.Slips;
import org.machi.formats.column.Row;
import org.machi.formats.file.FileHeader;
import org.machi.formats.file.FileKind;
import org.machi.formats.file.FormatReader;
import org.machi.formats.file.FormatWriter;
import org.machi.platform.Organisation;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.database.OrganisationSettings.Kind;
import org.machi.platform.jobs.JobRunner;
import org.machi.platform.office.Parameter;
import org.machi.platform.office.Parameters;
import org.machi.platform.proof.TestDatabase;
import org.machi.platform.time.BusinessDate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A city named 見本市 over a fresh database: files go in, its days run, files come out. */
public final class CityScene implements AutoCloseable {

    public static final String CITY = "131016";
    public static final String UNION = "39131016";
    private static final LocalDate ALWAYS = LocalDate.of(2000, 4, 1);

    private final OrganisationSettings settings;
    private final Organisation city;
    private final Map<String, Integer> serials = new HashMap<>();

    public CityScene() {
        this(0);
    }

    /** With the console on a port. */
    public CityScene(int port) {
        OrganisationSettings fresh = TestDatabase.fresh(CityApplication.class, Kind.CITY, CITY);
        settings =
                new OrganisationSettings(
                        fresh.code(),
                        "見本市",
                        fresh.kind(),
                        fresh.database(),
                        fresh.folder(),
                        fresh.exchange(),
                        port);
        city = Organisation.start(CityApplication.class, settings);
        get(Parameters.class)
                .add(
                        List.of(
                                value("union.code", UNION),
                                value("koki.periods", "8"),
                                value("koki.requestDay", "24"),
                                value("koki.noticeDay", "14"),
                                value("koki.slipUseByDays", "30"),
                                value("letter.symbol", "見保"),
                                value("letter.mayor", "町田　花子"),
                                value("letter.union", "東京都後期高齢者医療広域連合"),
                                value("letter.unionHead", "山川　太郎"),
                                value("letter.section", "健康福祉部 保険年金課 後期高齢者医療係"),
                                value("letter.postcode", "100-8000"),
                                value("letter.address", "東京都見本市中央一丁目1番1号"),
                                value("letter.phone", "03-0000-0000"),
                                value("letter.reviewBoard", "東京都後期高齢者医療審査会"),
                                value("letter.careReviewBoard", "東京都介護保険審査会"),
                                value("letter.levySection", "財務部 収納課 収納管理係"),
                                value("letter.levySymbol", "見収"),
                                value("letter.places", "市指定の金融機関、コンビニエンスストア、市役所")));
        get(Slips.class)
                .setPayee(
                        new Payee(
                                CITY,
                                UNION,
                                "912345",
                                "0000123456",
                                "ﾐﾎﾝｼ",
                                "0991",
                                "ﾐﾄﾞﾘﾉ",
                                "101",
                                "ﾎﾝﾃﾝ",
                                "0000001"));
    }

    private static Parameter value(String code, String value) {
        return new Parameter(code, value, ALWAYS, LocalDate.MAX, "試験", 'D');
    }

    public <T> T get(Class<T> component) {
        return city.get(component);
    }

    public Organisation city() {
        return city;
    }

    public JdbcClient db() {
        return get(JdbcClient.class);
    }

    /** Puts a file of these rows into the city's inbox under the next number. */
    public void send(FileKind kind, String from, LocalDate day, List<Row> rows) {
        int serial = serials.merge(kind + from, 1, Integer::sum);
        FileHeader header = FileHeader.of(kind, from, CITY, serial, day);
        try (FormatWriter writer = FormatWriter.create(settings.inbox(), header)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the jobs of a business day. */
    public void day(String date) {
        LocalDate day = LocalDate.parse(date);
        get(BusinessDate.class).open(day);
        CityDay.JOBS.forEach(job -> get(JobRunner.class).run(job, day));
    }

    /** The state of the last file of a kind that came in, with its message. */
    public String lastFile(FileKind kind) {
        return db().sql(
                        """
                        select state || ' ' || bad_rows || ' ' || coalesce(message, '') from files.file
                        where kind = :kind and direction = 'IN' order by id desc limit 1
                        """)
                .param("kind", kind.code())
                .query(String.class)
                .single();
    }

    /** What the last file of a kind made the city list: line, item, value and reason. */
    public List<String> findings(FileKind kind) {
        return db().sql(
                        """
                        select concat_ws(' ', line, item, value, reason) from files.finding
                        where file_id = (select max(id) from files.file where kind = :kind and direction = 'IN')
                        order by line
                        """)
                .param("kind", kind.code())
                .query(String.class)
                .list();
    }

    /** The rows of the index files in the outbox. */
    public List<Row> printIndex() {
        return sent(FileKind.PRINT_INDEX);
    }

    /** The rows of all files of a kind that lie in the outbox. */
    public List<Row> sent(FileKind kind) {
        List<Row> rows = new ArrayList<>();
        for (Path path : files(kind)) {
            try (InputStream in = Files.newInputStream(path)) {
                FormatReader.read(
                        path.getFileName().toString(),
                        in,
                        rows::add,
                        finding -> {
                            throw new IllegalStateException(finding.message());
                        });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return rows;
    }

    /** The bundles that lie in the outbox. */
    public List<Path> bundles() {
        return outgoing("PRINT_INDEX", ".pdf");
    }

    /** The files of a kind that lie in the outbox, letters apart. */
    public List<Path> files(FileKind kind) {
        return outgoing(
                kind.code(),
                switch (kind.codec()) {
                    case CSV -> ".csv";
                    case PENSION -> ".DTA";
                    case ZENGIN -> ".txt";
                });
    }

    private List<Path> outgoing(String begin, String end) {
        try (Stream<Path> paths = Files.list(settings.outbox())) {
            return paths.filter(path -> path.getFileName().toString().startsWith(begin))
                    .filter(path -> path.getFileName().toString().endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The carrier takes everything away. */
    public void emptyOutbox() {
        outgoing("", "").forEach(path -> path.toFile().delete());
    }

    @Override
    public void close() {
        city.close();
    }
}
