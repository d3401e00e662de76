package org.machi.city.koki.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.PrintResultFile;
import org.machi.platform.desk.TabbedKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 返戻の一覧 of all letters, and what is known of a person's whereabouts. */
@Component
class ReturnedMail {

    static final int MOST = 200;

    /** 帳票種別 of letters that carry a 証. */
    private static final Set<String> CARD_LETTERS = Set.of("15", "17", "18");

    static final Map<String, String> DEEDS =
            Map.of(
                    "RESENT",
                    "再送",
                    "INQUIRED",
                    "調査",
                    "UNKNOWN",
                    "居所不明の登録",
                    "PUBLISHED",
                    "公示送達",
                    "FOUND",
                    "居所判明",
                    "UNDONE",
                    "処理の取消",
                    "CAME_BACK",
                    "返戻の登録",
                    "CLOSED",
                    "処理済");

    private final JdbcClient db;

    ReturnedMail(JdbcClient db) {
        this.db = db;
    }

    /** Which of the register. */
    enum Kind implements TabbedKind {
        OPEN("open", "未処理", "戻ったまま、まだ何もしていない郵便です"),
        INQUIRING("inquiring", "調査中・居所不明", "居所を調べている郵便です。判明しなければ公示送達にします"),
        PUBLISHED("published", "公示送達", "掲示によって送達した、又は掲示中の郵便です"),
        DONE("done", "再送・処理済", "再送したか、処理を終えた郵便です");

        private final String code;
        private final String title;
        private final String text;

        Kind(String code, String title, String text) {
            this.code = code;
            this.title = title;
            this.text = text;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public String text() {
            return text;
        }

        private String where() {
            return switch (this) {
                case OPEN -> "m.state is null";
                case INQUIRING -> "m.state = 'INQUIRING'";
                case PUBLISHED -> "m.state = 'PUBLISHED'";
                case DONE -> "m.state in ('RESENT', 'CLOSED')";
            };
        }
    }

    /**
     * A letter that came back.
     *
     * @param personNo to whom it went
     * @param aboutNo about whom it is: the insured person of a letter to a 連帯納付義務者
     * @param cause 返戻の理由
     * @param demand a 督促状 to the insured person, whose 公示送達 is entered with the account
     */
    public record Line(
            String letterNo,
            long personNo,
            long aboutNo,
            String personName,
            String title,
            String cause,
            LocalDate issuedOn,
            LocalDate returnedOn,
            String state,
            String tone,
            @Nullable LocalDate resentOn,
            @Nullable LocalDate publishedOn,
            @Nullable LocalDate effectiveOn,
            @Nullable String noticeNo,
            boolean demand,
            boolean card) {

        /** What was done about it can be taken back. */
        public boolean undoable() {
            return state.equals("再送済") || state.equals("公示送達") || state.equals("処理済");
        }
    }

    List<Line> lines(Kind kind) {
        return db.sql(
                        LINES
                                + " where "
                                + kind.where()
                                + " order by b.result_on desc, b.letter_no limit "
                                + MOST)
                .query((row, _) -> line(row))
                .list();
    }

    List<Line> of(long personNo) {
        return db.sql(
                        LINES
                                + " where b.person_no = any (people.numbers_of(?)) order by b.result_on desc, b.letter_no limit "
                                + MOST)
                .param(personNo)
                .query((row, _) -> line(row))
                .list();
    }

    Optional<Line> find(long personNo, String letterNo) {
        return of(personNo).stream().filter(one -> one.letterNo().equals(letterNo)).findFirst();
    }

    long open() {
        return db.sql(
                        """
                        select count(*) from koki.v_undelivered b
                        where not exists (select from koki.mail_case m
                                          where m.letter_no = b.letter_no and m.changed_on >= b.result_on)
                        """)
                .query(Long.class)
                .single();
    }

    /** 居所不明 since, when it is. */
    Optional<LocalDate> unknownSince(long personNo) {
        return db.sql(
                        "select unknown_from from koki.whereabouts where person_no = ? and known_on is null")
                .param(personNo)
                .query(LocalDate.class)
                .optional();
    }

    /** Whether somebody looked for the person since he was found last. */
    boolean isInquired(long personNo) {
        return db.sql(
                        """
                        select exists (
                            select from koki.whereabouts_inquiry i
                            where i.person_no = :person
                              and i.at > coalesce((select max(d.at) from koki.mail_deed d
                                                   where d.person_no = :person and d.deed = 'FOUND'), '-infinity'))
                        """)
                .param("person", personNo)
                .query(Boolean.class)
                .single();
    }

    /** Whether the union knows the person as insured. */
    boolean isInsured(long personNo) {
        return db.sql("select exists (select from koki.insured where person_no = ?)")
                .param(personNo)
                .query(Boolean.class)
                .single();
    }

    boolean isDead(long personNo) {
        return db.sql("select died_on is not null from people.v_person where person_no = ?")
                .param(personNo)
                .query(Boolean.class)
                .single();
    }

    /** A letter as it was posted, and to whom. */
    public record Posted(
            String letterNo, long personNo, String kind, String title, LocalDate issuedOn) {}

    Optional<Posted> posted(String letterNo) {
        return db.sql(
                        """
                        select letter_no, person_no, kind, title, issued_on from koki.letter where letter_no = :no
                        union all
                        select letter_no, person_no, kind, title, issued_on from koki.notice where letter_no = :no
                        union all
                        select letter_no, coalesce(addressee_no, person_no), kind, title, issued_on from levy.v_letter
                        where letter_no = :no
                        """)
                .param("no", letterNo)
                .query(Posted.class)
                .optional();
    }

    /** One inquiry about the whereabouts, or another deed. */
    public record Entry(LocalDate on, String what, String note, String staff, Instant at) {}

    List<Entry> inquiries(long personNo) {
        return entries(
                """
                select on_day, how as what, result as note, staff, at from koki.whereabouts_inquiry
                where person_no = ? order by inquiry_no desc
                """,
                personNo);
    }

    List<Entry> deeds(long personNo) {
        return entries(
                """
                select on_day, deed as what, coalesce(letter_no || '　', '') || note as note, staff, at from koki.mail_deed
                where person_no = ? order by deed_no desc
                """,
                personNo);
    }

    private List<Entry> entries(String query, long personNo) {
        return db.sql(query)
                .param(personNo)
                .query((row, _) ->
                        new Entry(
                                row.getObject("on_day", LocalDate.class),
                                DEEDS.getOrDefault(row.getString("what"), row.getString("what")),
                                row.getString("note"),
                                row.getString("staff"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static final String LINES =
            """
            select b.letter_no, b.person_no, coalesce(l.person_no, b.person_no) as about_no, b.kind, b.result, b.result_on, v.name, v.protected,
                   coalesce(k.title, n.title, l.title, '') as title, coalesce(k.issued_on, n.issued_on, l.issued_on) as issued_on,
                   m.state, m.resent_on, m.published_on, m.effective_on, m.notice_no
            from koki.v_undelivered b
            join people.v_person v using (person_no)
            left join koki.letter k on k.letter_no = b.letter_no
            left join koki.notice n on n.letter_no = b.letter_no
            left join levy.v_letter l on l.letter_no = b.letter_no
            left join koki.mail_case m on m.letter_no = b.letter_no and m.changed_on >= b.result_on
            """;

    private static Line line(ResultSet row) throws SQLException {
        @Nullable String state = row.getString("state");
        LocalDate returned = row.getObject("result_on", LocalDate.class);
        @Nullable LocalDate issued = row.getObject("issued_on", LocalDate.class);
        return new Line(
                row.getString("letter_no"),
                row.getLong("person_no"),
                row.getLong("about_no"),
                row.getBoolean("protected") ? "（表示できません）" : row.getString("name"),
                row.getString("title"),
                PrintResultFile.RESULT
                        .type()
                        .meanings()
                        .getOrDefault(row.getString("result"), row.getString("result"))
                        .replaceAll("返戻（(.*)）", "$1"),
                issued == null ? returned : issued,
                returned,
                word(state),
                state == null ? "bad" : state.equals("INQUIRING") ? "warn" : "good",
                row.getObject("resent_on", LocalDate.class),
                row.getObject("published_on", LocalDate.class),
                row.getObject("effective_on", LocalDate.class),
                row.getString("notice_no"),
                row.getString("kind").equals("08")
                        && row.getLong("about_no") == row.getLong("person_no"),
                CARD_LETTERS.contains(row.getString("kind")));
    }

    private static String word(@Nullable String state) {
        return switch (state) {
            case null -> "未処理";
            case "RESENT" -> "再送済";
            case "INQUIRING" -> "調査中";
            case "PUBLISHED" -> "公示送達";
            default -> "処理済";
        };
    }
}
