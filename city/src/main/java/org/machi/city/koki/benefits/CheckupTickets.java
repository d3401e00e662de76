package org.machi.city.koki.benefits;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.machi.law.AccountYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 健康診査受診券: one a fiscal year and insured person, again when it was lost; the result once it was
 * used.
 */
@Component
class CheckupTickets {

    private final JdbcClient db;

    CheckupTickets(JdbcClient db) {
        this.db = db;
    }

    /** One ticket. */
    public record Ticket(
            String ticketNo,
            String insuredNo,
            int fiscalYear,
            int issue,
            LocalDate issuedOn,
            LocalDate validUntil,
            @Nullable LocalDate takenOn,
            @Nullable String institution,
            @Nullable String result,
            boolean last) {

        /** 判定 in words. */
        public String resultName() {
            return switch (result == null ? "" : result) {
                case "1" -> "異常なし";
                case "2" -> "要指導";
                case "3" -> "要医療";
                default -> last ? "未受診" : "再発行により無効";
            };
        }
    }

    List<Ticket> of(long personNo) {
        return db.sql(
                        """
                        select ticket_no, insured_no, fiscal_year, issue, issued_on, valid_until, taken_on, institution, result,
                               issue = max(issue) over (partition by insured_no, fiscal_year) as last
                        from koki.checkup_ticket where person_no = ? order by issued_on desc, issue desc
                        """)
                .param(personNo)
                .query(Ticket.class)
                .list();
    }

    /** Why no ticket can be issued, if none can. */
    Optional<String> refusal(long personNo, LocalDate today) {
        boolean insured =
                db.sql(
                                """
                                select exists (select from koki.insured k where k.person_no = :person and k.acquired_on <= :today
                                               and (k.lost_on is null or k.lost_on > :today))
                                """)
                        .param("person", personNo)
                        .param("today", today)
                        .query(Boolean.class)
                        .single();
        if (!insured) {
            return Optional.of("今日の時点で被保険者ではないため、受診券を発行できません。");
        }
        int year = AccountYear.containing(today).year();
        boolean used =
                of(personNo).stream().anyMatch(t -> t.fiscalYear() == year && t.takenOn() != null);
        return used ? Optional.of("この年度の健康診査は受診済みです。") : Optional.empty();
    }

    /** Issues the year's ticket, or the next one after a loss; returns its number. */
    String issue(long personNo, LocalDate today, String staff) {
        int year = AccountYear.containing(today).year();
        return db.sql(
                        """
                        insert into koki.checkup_ticket
                            (ticket_no, person_no, insured_no, fiscal_year, issue, issued_on, valid_until, issued_by)
                        select lpad(nextval('koki.ticket_no')::text, 10, '0'), :person, k.insured_no, :year,
                               coalesce((select max(t.issue) from koki.checkup_ticket t
                                         where t.insured_no = k.insured_no and t.fiscal_year = :year), 0) + 1,
                               :today, make_date(:year + 1, 3, 31), :staff
                        from koki.insured k where k.person_no = :person and k.acquired_on <= :today
                         and (k.lost_on is null or k.lost_on > :today)
                        order by k.acquired_on desc limit 1
                        returning ticket_no
                        """)
                .param("person", personNo)
                .param("year", year)
                .param("today", today)
                .param("staff", staff)
                .query(String.class)
                .single();
    }

    /**
     * 一斉発行: the year's ticket for everybody who is insured and has none yet.
     *
     * @return how many
     */
    static int issueAll(JdbcClient db, LocalDate today) {
        return db.sql(
                        """
                        insert into koki.checkup_ticket
                            (ticket_no, person_no, insured_no, fiscal_year, issue, issued_on, valid_until, issued_by, by_mail)
                        select lpad(nextval('koki.ticket_no')::text, 10, '0'), k.person_no, k.insured_no, :year, 1, :today,
                               make_date(:year + 1, 3, 31), '一斉', true
                        from (select distinct on (k.insured_no) k.insured_no, k.person_no
                              from koki.insured k
                              join people.v_person v using (person_no)
                              where k.acquired_on <= :today and (k.lost_on is null or k.lost_on > :today) and v.died_on is null
                                and not exists (select from koki.checkup_ticket t
                                                where t.insured_no = k.insured_no and t.fiscal_year = :year)
                              order by k.insured_no, k.acquired_on desc) k
                        order by k.insured_no
                        """)
                .param("year", AccountYear.containing(today).year())
                .param("today", today)
                .update();
    }

    /** Notes that a ticket was used; false when it can't be, or was. */
    boolean taken(
            long personNo,
            String ticketNo,
            LocalDate on,
            String institution,
            String result,
            String staff) {
        return db.sql(
                                """
                                update koki.checkup_ticket t
                                set taken_on = :on, institution = :institution, result = :result, recorded_by = :staff
                                where person_no = :person and ticket_no = :no and taken_on is null
                                  and :on between issued_on and valid_until
                                  and not exists (select from koki.checkup_ticket n where n.insured_no = t.insured_no
                                                  and n.fiscal_year = t.fiscal_year and n.issue > t.issue)
                                """)
                        .param("on", on)
                        .param("institution", institution)
                        .param("result", result)
                        .param("staff", staff)
                        .param("person", personNo)
                        .param("no", ticketNo)
                        .update()
                == 1;
    }
}
