package org.machi.city.koki.benefits;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.ProtectedPeople;
import org.machi.formats.layout.BenefitApplyFile;
import org.machi.formats.layout.BenefitFile;
import org.machi.platform.desk.Show;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 給付 as pages show it: applications, decisions with the state of the money, calls. */
@Component
class BenefitBook {

    static final int MOST = 200;

    private final JdbcClient db;

    BenefitBook(JdbcClient db) {
        this.db = db;
    }

    /**
     * One application.
     *
     * @param hidden somebody whom the clerk may not see: only the number and the kind are shown
     */
    public record Line(
            String receptionNo,
            long personNo,
            String name,
            String kind,
            LocalDate receivedOn,
            String receivedAt,
            String channel,
            LocalDate occurredOn,
            String applicant,
            String relation,
            @Nullable String account,
            List<String> papers,
            List<String> missing,
            String enteredBy,
            String state,
            @Nullable LocalDate sentOn,
            @Nullable String returnReason,
            @Nullable String result,
            boolean hidden) {

        public String kindName() {
            return BenefitApplyFile.KIND.meaning(kind);
        }

        public String channelName() {
            return BenefitApplyFile.CHANNEL.meaning(channel);
        }

        public String relationName() {
            return BenefitApplyFile.RELATION.meaning(relation);
        }

        /** The state in words. */
        public String stateName() {
            return switch (state) {
                case "INCOMPLETE" -> "不備：" + String.join("、", missing);
                case "ENTERED" -> "確認待ち";
                case "RETURNED" -> "差戻し：" + returnReason;
                case "WITHDRAWN" -> "取下げ：" + returnReason;
                default -> sentOn == null ? "送付待ち" : "広域連合へ送付済";
            };
        }

        public String tone() {
            return switch (state) {
                case "INCOMPLETE", "ENTERED" -> "warn";
                case "RETURNED", "WITHDRAWN" -> "bad";
                default -> "good";
            };
        }

        public String resultName() {
            return result == null ? "" : BenefitFile.RESULT.meaning(result);
        }

        /** Whether it can be taken back: papers lack, or it is confirmed and not decided. */
        public boolean isWithdrawable() {
            return state.equals("INCOMPLETE")
                    || state.equals("CONFIRMED") && (result == null || result.equals("3"));
        }

        private Line shown() {
            return new Line(
                    receptionNo,
                    personNo,
                    "（表示できません）",
                    kind,
                    receivedOn,
                    receivedAt,
                    channel,
                    occurredOn,
                    "",
                    relation,
                    null,
                    List.of(),
                    missing,
                    enteredBy,
                    state,
                    sentOn,
                    null,
                    result,
                    true);
        }
    }

    private static final String LINES =
            """
            select a.*, p.name, coalesce(s.look, false) as look, coalesce(s.guarded, false) as guarded, d.result
            from koki.benefit_application a
            join people.v_person p using (person_no)
            left join people.v_stop s on s.person_no = a.person_no
            left join lateral (select d.result from koki.benefit_decision d where d.reception_no = a.reception_no
                               order by d.decision_no desc limit 1) d on true
            """;

    List<Line> of(long personNo) {
        return db.sql(LINES + " where a.person_no = ? order by a.reception_no desc limit " + MOST)
                .param(personNo)
                .query((row, _) -> line(row))
                .list();
    }

    /** What waits for papers or for a second clerk. */
    List<Line> open(Clerk clerk) {
        return db.sql(
                        LINES
                                + " where a.state in ('INCOMPLETE', 'ENTERED') order by a.state desc, a.reception_no limit "
                                + MOST)
                .query((row, _) -> {
                    boolean may = ProtectedPeople.mayLook(row.getBoolean("guarded"), clerk);
                    Line line = line(row);
                    return row.getBoolean("look") && !may ? line.shown() : line;
                })
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        String account = row.getString("account_no");
        return new Line(
                row.getString("reception_no"),
                row.getLong("person_no"),
                row.getString("name"),
                row.getString("kind"),
                row.getObject("received_on", LocalDate.class),
                row.getString("received_at"),
                row.getString("channel"),
                row.getObject("occurred_on", LocalDate.class),
                row.getString("applicant"),
                row.getString("relation"),
                account == null
                        ? null
                        : row.getString("holder_kana") + " ****" + account.substring(4),
                texts(row.getArray("papers")),
                texts(row.getArray("missing")),
                row.getString("entered_by"),
                row.getString("state"),
                row.getObject("sent_on", LocalDate.class),
                row.getString("return_reason"),
                row.getString("result"),
                false);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** One decision of the union. */
    public record Decided(
            String decisionNo,
            @Nullable String receptionNo,
            String kind,
            @Nullable LocalDate careMonth,
            String result,
            long amount,
            LocalDate decidedOn,
            String reason,
            String state,
            @Nullable LocalDate transferOn,
            @Nullable String account,
            @Nullable LocalDate effectFrom,
            @Nullable LocalDate effectUntil,
            @Nullable String relief,
            @Nullable String letterNo,
            @Nullable String posted) {

        public String kindName() {
            return BenefitFile.KIND.meaning(kind);
        }

        public String resultName() {
            return BenefitFile.RESULT.meaning(result);
        }

        public String stateName() {
            return result.equals("4")
                    ? state.equals("5") ? "返納済" : "返納待ち"
                    : BenefitFile.STATE.meaning(state);
        }

        /** 一部負担金減免区分 in words. */
        public String reliefName() {
            return relief == null ? "" : BenefitFile.RELIEF.meaning(relief);
        }

        /** 一部負担金減免: a certificate is shown at the institution. */
        public boolean isCertified() {
            return relief != null;
        }

        public String tone() {
            return state.equals("4") || result.equals("4") && !state.equals("5") ? "warn" : "quiet";
        }
    }

    List<Decided> decided(long personNo) {
        return db.sql(
                        """
                        select d.decision_no, d.reception_no, d.kind, d.care_month, d.result, d.amount, d.decided_on, d.reason,
                               d.state, d.transfer_on, d.account, d.effect_from, d.effect_until, d.relief, n.letter_no,
                               case when n.letter_no is null then null when n.pulled_out is not null then '引抜き：' || n.pulled_out
                                    else '発送' end as posted
                        from koki.benefit_decision d
                        left join lateral (select n.letter_no, n.pulled_out from koki.notice n
                                           where n.person_no = d.person_no and n.subject = d.decision_no and n.kind = '21'
                                           order by n.issued_on desc limit 1) n on true
                        where d.person_no = ? order by d.decision_no desc limit 200
                        """)
                .param(personNo)
                .query(Decided.class)
                .list();
    }

    /** One call that nobody answered yet. */
    public record Call(
            String kind, LocalDate careMonth, long amount, LocalDate lapsesOn, LocalDate knownOn) {

        /** What it is about, in words. */
        public String about(Show show) {
            String month = show.month(careMonth);
            return BenefitFile.KIND.meaning(kind)
                    + " "
                    + (kind.equals("31") ? month + "診療分" : month + "までの1年分");
        }
    }

    List<Call> calls(long personNo) {
        return db.sql(
                        """
                        select kind, care_month, amount, lapses_on, known_on from koki.benefit_call c
                        where person_no = ? and not exists (
                            select from koki.benefit_application a where a.person_no = c.person_no and (a.kind = c.kind or c.kind <> '33' and a.kind in ('31', '43'))
                               and a.received_on >= c.known_on and a.state in ('INCOMPLETE', 'ENTERED', 'CONFIRMED'))
                        order by known_on desc
                        """)
                .param(personNo)
                .query(Call.class)
                .list();
    }
}
