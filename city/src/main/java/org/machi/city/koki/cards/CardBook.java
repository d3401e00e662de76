package org.machi.city.koki.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.PrintResultFile;
import org.machi.platform.desk.TabbedKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 証 as pages show them: of one person with what happened to each piece, and the work lists. */
@Component
class CardBook {

    static final int MOST = 200;

    static final Map<String, String> METHODS =
            Map.of("1", "窓口で手渡し", "2", "普通郵便", "3", "簡易書留", "4", "特定記録", "5", "本人限定受取", "9", "その他");

    static final Map<String, String> EVENTS =
            words(
                    "MIGRATED",
                    "旧システムで交付",
                    "MAILED",
                    "発送",
                    "PULLED_OUT",
                    "引抜き",
                    "HANDED",
                    "手渡し",
                    "MAIL_BACK",
                    "返戻",
                    "AGAIN",
                    "再発送の指示",
                    "LOST",
                    "紛失等の届出",
                    "RECOVERED",
                    "返還",
                    "WAIVED",
                    "回収不要",
                    "DROPPED",
                    "交付取りやめ",
                    "UNDONE",
                    "記録の取消");

    private final JdbcClient db;

    CardBook(JdbcClient db) {
        this.db = db;
    }

    /** What waits for somebody. */
    enum Work implements TabbedKind {
        WAITING("waiting", "交付待ち", "窓口で受け取る人の証、引き抜かれた証、まだ発送していない証です", "c.state = 'WAITING'"),
        BACK("back", "返戻", "郵便で戻った証です。送付先を確かめ、再発送するか窓口で渡してください", "c.state = 'MAIL_BACK'"),
        RECOVER(
                "recover",
                "回収する証",
                "新しい証に替わったか、資格を失ったのに、有効期限の前の古い証が返されていません",
                """
                c.state in ('ISSUED', 'MAIL_BACK') and (c.valid_until is null or c.valid_until >= :today)
                and not exists (select from koki.card_event e where e.card_no = c.card_no and e.event = 'WAIVED'
                                and not exists (select from koki.card_event u where u.undoes = e.event_no))
                and (exists (select from koki.card l where l.insured_no = c.insured_no and l.kind = c.kind
                             and l.card_no > c.card_no and l.state <> 'WAITING')
                     or exists (select from koki.insured k where k.insured_no = c.insured_no and k.lost_on <= :today))
                """);

        private final String code;
        private final String title;
        private final String text;
        private final String where;

        Work(String code, String title, String text, String where) {
            this.code = code;
            this.title = title;
            this.text = text;
            this.where = where;
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
    }

    /**
     * A piece with its state.
     *
     * @param posted what the print shop or the post office told last
     */
    public record Line(
            Card card,
            String personName,
            boolean hidden,
            String state,
            String tone,
            String method,
            @Nullable LocalDate givenOn,
            @Nullable String letterNo,
            String posted) {

        /** Nothing more can be done with it. */
        public boolean ended() {
            return state.equals("返還済") || state.equals("紛失等");
        }

        /** Still to be given, so that what is printed is the piece itself and no copy. */
        public boolean waits() {
            return state.equals("交付待ち") || state.equals("返戻");
        }
    }

    /** Something that happened to a piece. */
    public record Event(
            String cardNo,
            String event,
            LocalDate on,
            String method,
            String note,
            String staff,
            Instant at) {}

    List<Line> of(long personNo) {
        return db.sql(
                        LINES
                                + " where c.person_no = any (people.numbers_of(:no)) order by c.card_no desc limit "
                                + MOST)
                .param("no", personNo)
                .query((row, _) -> line(row))
                .list();
    }

    List<Line> waiting(Work work, LocalDate today) {
        return db.sql(LINES + " where " + work.where + " order by c.card_no limit " + MOST)
                .param("today", today)
                .query((row, _) -> line(row))
                .list();
    }

    long count(Work work, LocalDate today) {
        return db.sql("select count(*) from koki.card c where " + work.where)
                .param("today", today)
                .query(Long.class)
                .single();
    }

    List<Event> events(long personNo) {
        return db.sql(
                        """
                        select e.* from koki.card_event e where e.person_no = any (people.numbers_of(?)) order by e.event_no desc limit 200
                        """)
                .param(personNo)
                .query((row, _) ->
                        new Event(
                                row.getString("card_no"),
                                EVENTS.getOrDefault(row.getString("event"), ""),
                                row.getObject("on_day", LocalDate.class),
                                word(METHODS, row.getString("method")),
                                note(row.getString("event"), text(row.getString("note"))),
                                text(row.getString("staff")),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** How the person wants to get pieces; empty is by mail as the office does. */
    Optional<String> delivery(long personNo) {
        return db.sql("select method from koki.card_delivery where person_no = ?")
                .param(personNo)
                .query(String.class)
                .optional();
    }

    private static final String LINES =
            "select "
                    + Card.COLUMNS
                    + """
                    , v.name as person_name, v.protected, c.state, c.method, c.given_on, c.letter_no,
                      (select case when r.result = '01' then '発送済 ' when r.result < '11' then '作り直し ' else '返戻 ' end || r.result_on
                       from levy.letter_result r where r.letter_no = c.letter_no
                       order by r.result_on desc, r.result desc limit 1) as posted
                    from koki.card c join people.v_person v using (person_no)
                    """;

    private static Line line(ResultSet row) throws SQLException {
        String state = row.getString("state");
        boolean hidden = row.getBoolean("protected");
        return new Line(
                Card.of(row),
                hidden ? "（表示できません）" : row.getString("person_name"),
                hidden,
                switch (state) {
                    case "WAITING" -> "交付待ち";
                    case "ISSUED" -> "交付済";
                    case "MAIL_BACK" -> "返戻";
                    case "LOST" -> "紛失等";
                    case "DROPPED" -> "交付取りやめ";
                    default -> "返還済";
                },
                switch (state) {
                    case "ISSUED", "RECOVERED" -> "good";
                    case "WAITING" -> "warn";
                    default -> "bad";
                },
                word(METHODS, row.getString("method")),
                row.getObject("given_on", LocalDate.class),
                row.getString("letter_no"),
                text(row.getString("posted")));
    }

    /** Of a letter that came back the note is the code of the reason. */
    private static String note(String event, String note) {
        return event.equals("MAIL_BACK")
                ? PrintResultFile.RESULT.type().meanings().getOrDefault(note, note)
                : note;
    }

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return words;
    }

    private static String word(Map<String, String> words, @Nullable String code) {
        return code == null ? "" : words.getOrDefault(code, code);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
