package org.machi.union.window;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.formats.layout.UnionApplyFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 窓口端末での入力: what was entered, what became of it, and what was printed. */
@Repository
class Entries {

    private final Seats seats;
    private final JdbcClient db;

    Entries(Seats seats, JdbcClient db) {
        this.seats = seats;
        this.db = db;
    }

    /** What became of an entry. */
    enum State {
        DECIDED("即時決定", "good"),
        HELD("保留", "warn"),
        REFUSED("却下", "bad"),
        WAITING("送信待ち", "warn"),
        SENT("送信済", "good"),
        DROPPED("取りやめ", "");

        private final String label;
        private final String tone;

        State(String label, String tone) {
            this.label = label;
            this.tone = tone;
        }

        public String label() {
            return label;
        }

        public String tone() {
            return tone;
        }
    }

    /**
     * An entry.
     *
     * @param details items of 届出・申請情報 by their codes
     * @param newcomer a 先行入力
     */
    record Entry(
            String receptionNo,
            String city,
            long personNo,
            String kind,
            LocalDate occurredOn,
            Map<String, String> details,
            boolean newcomer,
            EntryForm.Presence presence,
            LocalDate receivedOn,
            By by) {}

    /** Who did it, at which terminal. */
    record By(String staff, String terminal) {}

    /** An entry with what became of it. */
    record Line(
            Entry entry,
            State state,
            @Nullable String cardNo,
            String note,
            Instant enteredAt,
            @Nullable String sentBy) {
        public String kindName() {
            return UnionApplyFile.KIND.type().meanings().getOrDefault(entry.kind(), entry.kind());
        }
    }

    String nextReception() {
        return db.sql("SELECT nextval('windows.reception_no')::text").query(String.class).single();
    }

    void keep(Entry entry, State state, @Nullable String cardNo, String note) {
        db.sql(
                        """
                        INSERT INTO windows.entry
                            (reception_no, city_code, person_no, kind, occurred_on, details, newcomer, came_as, agent,
                             identity_check, state, card_no, note, received_on, entered_by, terminal)
                        VALUES (:reception, :city, :person, :kind, :occurred,
                                jsonb_object(:names::text[], :values::text[]), :newcomer, :came, :agent,
                                :identity, :state, :card, :note, :received, :staff, :terminal)
                        """)
                .param("reception", entry.receptionNo())
                .param("city", entry.city())
                .param("person", entry.personNo())
                .param("kind", entry.kind())
                .param("occurred", entry.occurredOn())
                .param("names", entry.details().keySet().toArray(String[]::new))
                .param("values", entry.details().values().toArray(String[]::new))
                .param("newcomer", entry.newcomer())
                .param("came", entry.presence().cameAs())
                .param("agent", entry.presence().agent())
                .param("identity", entry.presence().identity())
                .param("state", state.name())
                .param("card", cardNo)
                .param("note", note)
                .param("received", entry.receivedOn())
                .param("staff", entry.by().staff())
                .param("terminal", entry.by().terminal())
                .update();
    }

    /** What a clerk entered today, so that a jammed paper is printed again. */
    List<Line> ofClerk(Seat seat, String staff, LocalDate today) {
        return lines(
                seat,
                "entered_by = ? AND received_on = ? ORDER BY reception_no DESC",
                staff,
                today);
    }

    List<Line> waiting(Seat seat) {
        return lines(seat, "state = 'WAITING' ORDER BY reception_no LIMIT 200");
    }

    Optional<Line> find(Seat seat, String receptionNo) {
        return lines(seat, "reception_no = ?", receptionNo).stream().findFirst();
    }

    private List<Line> lines(Seat seat, String where, Object... values) {
        return seats.ask(
                seat,
                view ->
                        view.sql(
                                        """
                                        SELECT e.*, ARRAY(SELECT x.key FROM jsonb_each_text(details) x ORDER BY x.key) AS names,
                                               ARRAY(SELECT x.value FROM jsonb_each_text(details) x ORDER BY x.key) AS values
                                          FROM windows.v_entry e WHERE
                                        """
                                                + where)
                                .params(values)
                                .query((row, _) -> line(row))
                                .list());
    }

    private static Line line(ResultSet row) throws SQLException {
        Map<String, String> details = new LinkedHashMap<>();
        String[] names = (String[]) row.getArray("names").getArray();
        String[] values = (String[]) row.getArray("values").getArray();
        for (int i = 0; i < names.length; i++) {
            details.put(names[i], values[i]);
        }
        return new Line(
                new Entry(
                        row.getString("reception_no"),
                        row.getString("city_code"),
                        row.getLong("person_no"),
                        row.getString("kind"),
                        row.getObject("occurred_on", LocalDate.class),
                        details,
                        row.getBoolean("newcomer"),
                        new EntryForm.Presence(
                                row.getString("came_as"),
                                row.getString("agent"),
                                row.getString("identity_check")),
                        row.getObject("received_on", LocalDate.class),
                        new By(row.getString("entered_by"), row.getString("terminal"))),
                State.valueOf(row.getString("state")),
                row.getString("card_no"),
                row.getString("note"),
                row.getTimestamp("entered_at").toInstant(),
                row.getString("sent_by"));
    }

    /** SENT or DROPPED by a second clerk; false when somebody was faster or it is the own entry. */
    boolean settle(String receptionNo, State state, String note, By by) {
        return db.sql(
                                """
                                UPDATE windows.entry
                                   SET state = :state, note = :note, sent_by = :staff, sent_terminal = :terminal,
                                       sent_at = now()
                                 WHERE reception_no = :reception AND state = 'WAITING' AND entered_by <> :staff
                                """)
                        .param("state", state.name())
                        .param("note", note)
                        .param("staff", by.staff())
                        .param("terminal", by.terminal())
                        .param("reception", receptionNo)
                        .update()
                == 1;
    }

    void printed(String receptionNo, String cardNo, byte[] hash, By by, LocalDate day) {
        db.sql(
                        """
                        INSERT INTO windows.print (reception_no, card_no, sha256, staff, terminal, on_day)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(receptionNo, cardNo, hash, by.staff(), by.terminal(), day)
                .update();
    }

    long prints(String receptionNo) {
        return db.sql("SELECT count(*) FROM windows.print WHERE reception_no = ?")
                .param(receptionNo)
                .query(Long.class)
                .single();
    }
}
