package org.machi.city.koki.deliveries;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.DeliverySeenFile;
import org.machi.platform.desk.Listing;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lists that came, their rows, and who fetched them. */
@Repository
public class DeliveryBook {

    private static final int LINES = 50;
    private static final int ROWS = 100;
    private static final String HIDDEN = "（表示できません）";

    private final JdbcClient db;

    DeliveryBook(JdbcClient db) {
        this.db = db;
    }

    /** What was done with a list; the code of the file's item. */
    public enum Deed {
        LOOKED("2"),
        DOWNLOADED("3"),
        PRINTED("4");

        private final String code;

        Deed(String code) {
            this.code = code;
        }
    }

    /** A list that came. */
    public record Line(
            long number,
            String code,
            String name,
            LocalDate from,
            LocalDate to,
            LocalDate keepUntil,
            List<String> items,
            long rows,
            LocalDate arrivedOn,
            @Nullable LocalDate clearedOn,
            @Nullable String fetchedBy,
            @Nullable Instant fetchedAt) {

        public String label(LocalDate today) {
            return fetchedAt != null ? "取得済" : keepUntil.isBefore(today) ? "期限までに取得なし" : "未取得";
        }

        public String tone(LocalDate today) {
            return fetchedAt != null ? "good" : keepUntil.isBefore(today) ? "bad" : "warn";
        }
    }

    /**
     * A row of a list.
     *
     * @param personNo 0 when it is about nobody
     * @param hidden whether its person is protected, so that nothing but the number is shown
     */
    public record Entry(long rowNo, long personNo, boolean hidden, List<String> cells) {}

    /** A deed on record. */
    public record Seen(
            String deed,
            LocalDate doneOn,
            Instant doneAt,
            String staffNo,
            String staffName,
            String terminal,
            @Nullable LocalDate toldOn) {
        public String deedName() {
            return DeliverySeenFile.DEED.meaning(deed);
        }
    }

    /**
     * What is sought.
     *
     * @param words in name or code, empty for all
     * @param state OPEN or FETCHED, empty for both
     */
    record Wanted(String words, String state, LocalDate from, LocalDate to) {}

    private static final String LISTS =
            """
            from koki.delivery d
            left join lateral (
                select (array_agg(s.staff_name order by s.seen_no))[1] as fetched_by, min(s.done_at) as fetched_at
                from koki.delivery_seen s where s.delivery_no = d.delivery_no and s.deed <> '1') s on true
            """;

    private static final String WHERE =
            """
            where (:words = '' or position(:words in d.name) > 0 or position(upper(:words) in d.code) > 0)
              and d.arrived_on between :from and :to
              and case :state when 'OPEN' then s.fetched_at is null when 'FETCHED' then s.fetched_at is not null
                              else true end
            """;

    Listing<Line> find(Wanted wanted, int page) {
        int shown = Listing.page(page);
        List<Line> lines =
                ask(
                                "select d.*, s.* "
                                        + LISTS
                                        + WHERE
                                        + "order by d.delivery_no desc limit :limit offset :offset",
                                wanted)
                        .param("limit", LINES)
                        .param("offset", Listing.offset(shown, LINES))
                        .query(DeliveryBook::line)
                        .list();
        long total = ask("select count(*) " + LISTS + WHERE, wanted).query(Long.class).single();
        return new Listing<>(lines, shown, LINES, total);
    }

    private JdbcClient.StatementSpec ask(String sql, Wanted wanted) {
        return db.sql(sql)
                .param("words", wanted.words())
                .param("state", wanted.state())
                .param("from", wanted.from())
                .param("to", wanted.to());
    }

    Optional<Line> find(long number) {
        return db.sql("select d.*, s.* " + LISTS + "where d.delivery_no = ?")
                .param(number)
                .query(DeliveryBook::line)
                .optional();
    }

    /** Lists that nobody fetched and that can be fetched still. */
    public List<Long> open(LocalDate today) {
        return db.sql(
                        "select d.delivery_no "
                                + LISTS
                                + "where s.fetched_at is null and d.keep_until >= ? order by 1")
                .param(today)
                .query(Long.class)
                .list();
    }

    private static final String ROW =
            """
            from koki.delivery_row r
            left join people.v_person v on v.person_no = r.person_no
            where r.delivery_no = :number
              and (:words = '' or not coalesce(v.protected, false) and position(:words in array_to_string(r.cells, ' ')) > 0
                   or r.person_no::text = ltrim(:words, '0'))
            """;

    /**
     * Rows in which these words stand, or of this 宛名番号; a protected person is found by number only.
     */
    Listing<Entry> rows(long number, String words, int page) {
        int shown = Listing.page(page);
        List<Entry> rows =
                entries(
                        "select r.*, coalesce(v.protected, false) as hidden "
                                + ROW
                                + "order by r.row_no limit %d offset %d"
                                        .formatted(ROWS, Listing.offset(shown, ROWS)),
                        number,
                        words);
        long total =
                db.sql("select count(*) " + ROW)
                        .param("number", number)
                        .param("words", words)
                        .query(Long.class)
                        .single();
        return new Listing<>(rows, shown, ROWS, total);
    }

    /** All rows, as they leave the console. */
    List<Entry> all(long number) {
        return entries(
                "select r.*, coalesce(v.protected, false) as hidden " + ROW + "order by r.row_no",
                number,
                "");
    }

    private List<Entry> entries(String sql, long number, String words) {
        return db.sql(sql)
                .param("number", number)
                .param("words", words)
                .query(DeliveryBook::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        boolean hidden = row.getBoolean("hidden");
        List<String> cells = List.of((String[]) row.getArray("cells").getArray());
        return new Entry(
                row.getLong("row_no"),
                row.getLong("person_no"),
                hidden,
                hidden ? Collections.nCopies(cells.size(), HIDDEN) : cells);
    }

    /** A list as it leaves the console, 宛名番号 first if it is about people. */
    record Whole(Line line, List<Entry> rows) {

        List<String> items() {
            return withNumber("宛名番号", line.items());
        }

        List<List<String>> cells() {
            return rows.stream()
                    .map(row ->
                            withNumber(
                                    row.personNo() == 0 ? "" : String.valueOf(row.personNo()),
                                    row.cells()))
                    .toList();
        }

        private List<String> withNumber(String number, List<String> cells) {
            List<String> all = new ArrayList<>(cells);
            if (rows.stream().anyMatch(row -> row.personNo() > 0)) {
                all.addFirst(number);
            }
            return all;
        }
    }

    /** Who fetched a list, and where. */
    public record By(String staffNo, String name, String terminal) {
        static By of(Clerk clerk) {
            return new By(clerk.staffNo(), clerk.name(), clerk.terminal());
        }
    }

    /** Puts on record that a clerk fetched a list; the union is told with the next file. */
    public void fetched(long number, Deed deed, By by, LocalDate today) {
        db.sql(
                        """
                        insert into koki.delivery_seen (delivery_no, deed, done_on, staff_no, staff_name, terminal)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(number, deed.code, today, by.staffNo(), by.name(), by.terminal())
                .update();
    }

    List<Seen> seen(long number) {
        return db.sql(
                        """
                        select deed, done_on, done_at, staff_no, staff_name, terminal, told_on
                        from koki.delivery_seen where delivery_no = ? order by seen_no
                        """)
                .param(number)
                .query((row, n) ->
                        new Seen(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                row.getTimestamp(3).toInstant(),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getObject(7, LocalDate.class)))
                .list();
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("delivery_no"),
                row.getString("code"),
                row.getString("name"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getObject("keep_until", LocalDate.class),
                List.of((String[]) row.getArray("items").getArray()),
                row.getLong("row_count"),
                row.getObject("arrived_on", LocalDate.class),
                row.getObject("cleared_on", LocalDate.class),
                row.getString("fetched_by"),
                Optional.ofNullable(row.getTimestamp("fetched_at"))
                        .map(at -> at.toInstant())
                        .orElse(null));
    }
}
