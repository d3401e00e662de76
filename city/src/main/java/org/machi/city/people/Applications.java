package org.machi.city.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.protection.Stops;
import org.machi.formats.layout.DecisionFile;
import org.machi.formats.layout.UnionApplyFile;
import org.machi.platform.desk.Show;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 届出・申請 as pages show them: of one person, and all that wait for their confirmation. */
@Component
class Applications {

    static final int MOST = 200;

    private final JdbcClient db;

    Applications(JdbcClient db) {
        this.db = db;
    }

    /**
     * One application.
     *
     * @param checks 来庁者 and by what the clerk made sure, empty when it came by file
     * @param tone style of the state
     */
    public record Line(
            String receptionNo,
            long personNo,
            String name,
            String kind,
            LocalDate receivedOn,
            LocalDate occurredOn,
            String more,
            String checks,
            String enteredBy,
            @Nullable Instant enteredAt,
            String state,
            String tone,
            String verdict,
            boolean atCounter,
            boolean hidden) {

        /** Of somebody whom the clerk may not see only the number and the kind. */
        private Line shown() {
            return hidden
                    ? new Line(
                            receptionNo,
                            personNo,
                            NOT_SHOWN,
                            kind,
                            receivedOn,
                            occurredOn,
                            NOT_SHOWN,
                            "",
                            enteredBy,
                            enteredAt,
                            state,
                            tone,
                            "",
                            atCounter,
                            true)
                    : this;
        }
    }

    private static final String NOT_SHOWN = "（表示できません）";

    List<Line> of(long personNo) {
        return db.sql(LINES + " where a.person_no = :no order by a.reception_no desc limit " + MOST)
                .param("no", personNo)
                .query((row, _) -> line(row, false))
                .list();
    }

    /** What waits; of people whom the clerk may not see only the number. */
    List<Line> waiting(Clerk clerk) {
        return db.sql(LINES + " where c.state = 'ENTERED' order by c.entered_at limit " + MOST)
                .query((row, _) -> {
                    boolean may = Stops.mayLook(row.getBoolean("guarded"), clerk);
                    return line(row, row.getBoolean("look") && !may).shown();
                })
                .list();
    }

    long countWaiting() {
        return db.sql("select count(*) from people.counter_entry where state = 'ENTERED'")
                .query(Long.class)
                .single();
    }

    private static final String LINES =
            """
            select a.reception_no, a.person_no, p.name, coalesce(s.look, false) as look, coalesce(s.guarded, false) as guarded, a.kind, a.cancelled,
                   a.received_on, a.occurred_on, a.until_on, a.disability, a.facility, a.note, a.sent_on, c.came_as,
                   c.agent_name, c.number_check, c.identity_check, c.agent_check, c.entered_by, c.entered_at, c.state,
                   c.confirmed_by, c.return_reason, a.reported_on, a.reason, a.revenue, a.disease, a.card_kind, a.share, a.koki_household_no, a.at_window,
                   v.result, v.decided_on, v.effective_on, v.until_on as effective_until, v.reason as verdict_reason
            from people.application a
            join people.person p using (person_no)
            left join people.v_stop s using (person_no)
            left join people.counter_entry c using (reception_no)
            left join lateral (select * from people.application_verdict v
                               where v.reception_no = a.reception_no order by v.verdict_no desc limit 1) v on true
            """;

    private static Line line(ResultSet row, boolean hidden) throws SQLException {
        @Nullable String state = row.getString("state");
        boolean sent = row.getObject("sent_on") != null;
        @Nullable OffsetDateTime entered = row.getObject("entered_at", OffsetDateTime.class);
        return new Line(
                row.getString("reception_no"),
                row.getLong("person_no"),
                row.getString("name"),
                word(UnionApplyFile.KIND.type().meanings(), row.getString("kind"))
                        + ("1".equals(row.getString("cancelled")) ? "（取消）" : ""),
                row.getObject("received_on", LocalDate.class),
                row.getObject("occurred_on", LocalDate.class),
                more(row),
                state == null ? "" : checks(row),
                row.getBoolean("at_window")
                        ? "広域連合の窓口端末"
                        : state == null ? "庁内連携" : row.getString("entered_by"),
                entered == null ? null : entered.toInstant(),
                state(state, sent, row),
                "RETURNED".equals(state) ? "bad" : sent ? "good" : "warn",
                verdict(row),
                state != null,
                hidden);
    }

    /** What the union decided, and why; empty as long as nothing came. */
    private static String verdict(ResultSet row) throws SQLException {
        @Nullable String result = row.getString("result");
        if (result == null) {
            return "";
        }
        @Nullable LocalDate from = row.getObject("effective_on", LocalDate.class);
        @Nullable LocalDate until = row.getObject("effective_until", LocalDate.class);
        Show show = new Show();
        return "%s（%s）%s%s　%s"
                .formatted(
                        word(DecisionFile.RESULT.type().meanings(), result),
                        show.shortDate(row.getObject("decided_on", LocalDate.class)),
                        from == null ? "" : "　" + show.shortDate(from) + "から",
                        until == null ? "" : show.shortDate(until) + "まで",
                        row.getString("verdict_reason"));
    }

    private static String state(@Nullable String state, boolean sent, ResultSet row)
            throws SQLException {
        if ("RETURNED".equals(state)) {
            return "差戻し：" + row.getString("return_reason");
        }
        if (row.getBoolean("at_window")) {
            return "窓口端末で受付";
        }
        if (sent) {
            return "広域連合へ送付済";
        }
        return "ENTERED".equals(state) ? "確認待ち" : "送付待ち";
    }

    private static String more(ResultSet row) throws SQLException {
        List<String> parts = new ArrayList<>();
        parts.add(word(UnionApplyFile.reasons(row.getString("kind")), row.getString("reason")));
        parts.add(word(UnionApplyFile.DISABILITY.type().meanings(), row.getString("disability")));
        parts.add(word(UnionApplyFile.DISEASE.type().meanings(), row.getString("disease")));
        parts.add(word(UnionApplyFile.CARD_KIND.type().meanings(), row.getString("card_kind")));
        parts.add(word(UnionApplyFile.SHARE.type().meanings(), row.getString("share")));
        if (row.getObject("revenue") != null) {
            parts.add("収入額 %,d円".formatted(row.getLong("revenue")));
        }
        if (row.getObject("koki_household_no") != null) {
            parts.add("後期世帯番号 " + row.getLong("koki_household_no"));
        }
        @Nullable LocalDate until = row.getObject("until_on", LocalDate.class);
        parts.add(until == null ? "" : new Show().shortDate(until) + "まで");
        parts.add(Objects.requireNonNullElse(row.getString("facility"), ""));
        parts.add(Objects.requireNonNullElse(row.getString("note"), ""));
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("　"));
    }

    private static String checks(ResultSet row) throws SQLException {
        @Nullable String agent = row.getString("agent_check");
        return "%s／番号：%s／身元：%s%s"
                .formatted(
                        Presence.CameAs.valueOf(row.getString("came_as")).label(),
                        Presence.NumberCheck.valueOf(row.getString("number_check")).label(),
                        Presence.IdentityCheck.valueOf(row.getString("identity_check")).label(),
                        agent == null
                                ? ""
                                : "／代理人：%s（%s）"
                                        .formatted(
                                                Objects.requireNonNullElse(
                                                        row.getString("agent_name"), ""),
                                                Presence.AgentCheck.valueOf(agent).label()));
    }

    private static String word(Map<String, String> words, @Nullable String code) {
        return code == null ? "" : words.getOrDefault(code, code);
    }
}
