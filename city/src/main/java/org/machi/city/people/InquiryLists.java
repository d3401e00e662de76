package org.machi.city.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.machi.city.people.protection.Stops;
import org.machi.formats.layout.IncomeAnswerFile;
import org.machi.platform.desk.ChangedMeanwhile;
import org.machi.platform.staff.Clerk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 所得照会 as lists to work off: those received that the machine does not answer, and those sent. */
@Component
class InquiryLists {

    static final int MOST = 200;

    private final JdbcClient db;

    InquiryLists(JdbcClient db) {
        this.db = db;
    }

    /** What a clerk decides about a question. */
    enum Decision {
        /** Answer from the tax facts of the person given. */
        ANSWER,
        /** Nobody here fits. */
        NOT_HERE,
        /** No answer by file; the asker is told in another way or not at all. */
        WITHHOLD
    }

    /**
     * A question of another municipality.
     *
     * @param hidden it is about a protected person whom the clerk may not see
     */
    public record Received(
            String asker,
            String inquiryNo,
            LocalDate receivedOn,
            long levyYear,
            @Nullable Long personNo,
            String name,
            String birthOn,
            String reason,
            boolean hidden) {}

    /** An answer that one clerk typed in and another one must confirm. */
    public record Typed(
            long personNo,
            String name,
            String kind,
            long levyYear,
            String to,
            String enteredBy,
            LocalDate enteredOn) {}

    /** A question to another municipality. */
    public record Sent(
            String inquiryNo,
            long personNo,
            String name,
            long levyYear,
            String to,
            LocalDate askedOn,
            LocalDate answerDue,
            @Nullable LocalDate remindedOn,
            String state,
            String tone) {}

    List<Received> toDecide(Clerk clerk) {
        boolean may = clerk.may(PeopleDesk.PROTECTED);
        return db.sql(
                        """
                        select * from people.received_inquiry where state = 'CLERK'
                        order by received_on, asker, inquiry_no limit :most
                        """)
                .param("most", MOST)
                .query((row, _) -> {
                    String reason = row.getString("reason");
                    boolean hidden = "PROTECTED".equals(reason) && !may;
                    return new Received(
                            row.getString("asker"),
                            row.getString("inquiry_no"),
                            row.getObject("received_on", LocalDate.class),
                            row.getLong("levy_year"),
                            hidden ? null : row.getObject("person_no", Long.class),
                            hidden ? "（責任者が処理します）" : row.getString("name"),
                            hidden ? "" : row.getString("birth_on"),
                            hidden ? "" : reason(reason),
                            hidden);
                })
                .list();
    }

    private static String reason(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "PROTECTED" -> "支援措置の対象者です";
            case "SEVERAL" -> "氏名カナ・生年月日・性別が同じ人が複数います";
            case "NO_FACTS" -> "1月1日に住民でしたが課税資料がありません";
            default -> "";
        };
    }

    long countToDecide() {
        return db.sql("select count(*) from people.received_inquiry where state = 'CLERK'")
                .query(Long.class)
                .single();
    }

    /** A protected newcomer about whom nobody was asked yet. */
    public record ToAsk(long personNo, String name, boolean hidden, LocalDate movedInOn) {}

    /** Newcomers of whom something is stopped: whether and how to ask is a clerk's decision. */
    List<ToAsk> toAsk(LocalDate today, Clerk clerk) {
        return db.sql(
                        "select p.person_no, p.name, p.moved_in_on, s.look, s.guarded "
                                + UnionFiles.NEWCOMERS.replace(
                                        "where x.inside",
                                        "join people.v_stop s on s.person_no = p.person_no and s.issue where x.inside")
                                + """
                                  and not exists (select from people.income_inquiry q
                                                  where q.person_no = p.person_no and q.kind = 'INCOME'
                                                    and q.levy_year = extract(year from cast(:today as date) - interval '3 months'))
                                order by p.moved_in_on, p.person_no limit 200
                                """)
                .param("today", today)
                .query((row, _) -> {
                    boolean hidden =
                            row.getBoolean("look")
                                    && !Stops.mayLook(row.getBoolean("guarded"), clerk);
                    return new ToAsk(
                            row.getLong("person_no"),
                            hidden ? "（責任者が処理します）" : row.getString("name"),
                            hidden,
                            row.getObject("moved_in_on", LocalDate.class));
                })
                .list();
    }

    /** 確認待ちの回答, the oldest first. */
    List<Typed> toConfirm() {
        return db.sql(
                        """
                        select q.*, v.name, coalesce(v.look_stopped, false) as guarded
                        from people.income_inquiry q join people.v_person v using (person_no)
                        where q.answered_on is null and q.entered_by is not null
                        order by q.entered_on, q.inquiry_no limit :most
                        """)
                .param("most", MOST)
                .query((row, _) ->
                        new Typed(
                                row.getLong("person_no"),
                                row.getBoolean("guarded") ? "（表示できません）" : row.getString("name"),
                                row.getString("kind").equals("INCOME") ? "所得照会" : "住基照会",
                                row.getLong("levy_year"),
                                row.getString("to_code"),
                                row.getString("entered_by"),
                                row.getObject("entered_on", LocalDate.class)))
                .list();
    }

    long countToConfirm() {
        return db.sql(
                        "select count(*) from people.income_inquiry where answered_on is null and entered_by is not null")
                .query(Long.class)
                .single();
    }

    /** Those without an answer, the longest waiting first, and answers that told no income. */
    List<Sent> sent(LocalDate today) {
        return db.sql(
                        """
                        select q.*, p.name, coalesce(s.look, false) as guarded
                        from people.income_inquiry q join people.person p using (person_no)
                        left join people.v_stop s using (person_no)
                        where q.answered_on is null or q.answer in ('4', '5') and not exists (
                            select from people.tax_fact t
                            where t.person_no = q.person_no and t.levy_year = q.levy_year and t.current)
                        order by q.answered_on is not null desc, q.answer_due, q.inquiry_no limit :most
                        """)
                .param("most", MOST)
                .query((row, _) -> {
                    LocalDate due = row.getObject("answer_due", LocalDate.class);
                    @Nullable String answer = row.getString("answer");
                    boolean typed = answer == null && row.getString("entered_by") != null;
                    boolean late = answer == null && !typed && due.isBefore(today);
                    return new Sent(
                            row.getString("inquiry_no"),
                            row.getLong("person_no"),
                            row.getBoolean("guarded") ? "（表示できません）" : row.getString("name"),
                            row.getLong("levy_year"),
                            row.getString("to_code"),
                            row.getObject("asked_on", LocalDate.class),
                            due,
                            row.getObject("reminded_on", LocalDate.class),
                            answer == null ? typed ? "確認待ち" : late ? "期限超過" : "回答待ち" : word(answer),
                            answer != null || late ? "bad" : "warn");
                })
                .list();
    }

    private static String word(String answer) {
        Map<String, String> words = IncomeAnswerFile.ANSWER.type().meanings();
        return words.getOrDefault(answer, answer);
    }

    /** Whom a question is about as far as it is known, for the audit trail; 0 for nobody. */
    long personOf(String asker, String inquiryNo) {
        return db.sql(
                        """
                        select coalesce(person_no, 0) from people.received_inquiry
                        where asker = :asker and inquiry_no = :no
                        """)
                .param("asker", asker)
                .param("no", inquiryNo)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Whether a clerk without the duty for protected people may decide about a question. */
    boolean guarded(String asker, String inquiryNo) {
        return db.sql(
                        """
                        select coalesce(bool_or(reason = 'PROTECTED'), false) from people.received_inquiry
                        where asker = :asker and inquiry_no = :no
                        """)
                .param("asker", asker)
                .param("no", inquiryNo)
                .query(Boolean.class)
                .single();
    }

    /** Keeps the decision; answers go with the next morning's file. */
    void decide(String asker, String inquiryNo, Decided decided) {
        int rows =
                db.sql(
                                """
                                update people.received_inquiry set
                                    person_no = case when :decision = 'ANSWER' then coalesce(:person, person_no) else person_no end,
                                    state = case :decision when 'ANSWER' then 'WAITING' when 'NOT_HERE' then 'READY' else 'WITHHELD' end,
                                    answer = case when :decision = 'NOT_HERE' then '4' end,
                                    approved = :decision = 'ANSWER' and exists (
                                        select from people.v_stop s
                                        where s.person_no = coalesce(:person, received_inquiry.person_no) and s.issue),
                                    reason = null,
                                    decided_by = :clerk, decided_on = :today, note = nullif(:note, '')
                                where asker = :asker and inquiry_no = :no and state = 'CLERK'
                                """)
                        .param("decision", decided.decision().name())
                        .param("person", decided.personNo())
                        .param("clerk", decided.clerk())
                        .param("today", decided.on())
                        .param("note", decided.note())
                        .param("asker", asker)
                        .param("no", inquiryNo)
                        .update();
        if (rows == 0) {
            throw new ChangedMeanwhile("この照会は、ほかの職員が先に処理しました。");
        }
    }

    /** A decision with who made it, why, and for ANSWER about whom. */
    record Decided(
            Decision decision, @Nullable Long personNo, String note, String clerk, LocalDate on) {}
}
