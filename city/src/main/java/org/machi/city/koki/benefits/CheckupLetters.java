package org.machi.city.koki.benefits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.law.BusinessCalendar;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.desk.Show;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.forms.letters.StatementLetter;
import org.machi.platform.forms.letters.StatementLetter.Line;
import org.machi.platform.forms.letters.StatementLetter.Signer;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/** 健康診査受診券 on paper: one at the counter, and once a year for everybody by mail. */
@Component
class CheckupLetters {

    private static final String TICKET = "23";

    private final NoticePost post;
    private final Parameters office;
    private final AuditTrail audit;
    private final Show show = new Show();
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    CheckupLetters(NoticePost post, Parameters office, AuditTrail audit) {
        this.post = post;
        this.office = office;
        this.audit = audit;
    }

    /** What stands on a ticket. */
    record Printed(
            String ticketNo, int fiscalYear, LocalDate issuedOn, LocalDate validUntil, int issue) {

        static Printed of(CheckupTickets.Ticket ticket) {
            return new Printed(
                    ticket.ticketNo(),
                    ticket.fiscalYear(),
                    ticket.issuedOn(),
                    ticket.validUntil(),
                    ticket.issue());
        }
    }

    private record Due(Addressee to, Printed ticket) {}

    /** One ticket as a PDF of its own. */
    byte[] print(Printed ticket, Addressee to, LocalDate today) {
        return post.print(letter(ticket, post.headings(List.of(to), TICKET, today).getFirst()));
    }

    /** 一斉発行: on the first business day of the month that the office chose. */
    void issueAll(StepContext step) {
        LocalDate today = step.businessDate();
        int month = Math.toIntExact(office.number("koki.checkupMonth", today));
        if (today.getMonthValue() != month
                || !today.equals(calendar.onOrAfter(today.withDayOfMonth(1)))) {
            return;
        }
        int issued = CheckupTickets.issueAll(step.db(), today);
        if (issued == 0) {
            return;
        }
        List<Due> due =
                step.db()
                        .sql(MAILED.formatted(Addressees.COLUMNS, Addressees.SOURCE))
                        .param("today", today)
                        .query((row, _) -> due(row))
                        .list();
        List<Heading> headings = post.headings(due.stream().map(Due::to).toList(), TICKET, today);
        List<NoticePost.Notice> notices = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            Due one = due.get(i);
            StatementLetter letter = letter(one.ticket(), headings.get(i));
            notices.add(
                    new NoticePost.Notice(
                            letter, TICKET, letter.title(), one.ticket().ticketNo(), one.to()));
        }
        post.send(notices, today, step.actor());
        step.db().sql("update koki.checkup_ticket set by_mail = false where by_mail").update();
        step.count("健康診査受診券の一斉発行", issued);
        audit.recordRun(
                Deed.of(step.actor(), "給付", "健康診査受診券の一斉発行", "健康診査受診券").on(today),
                "select person_no from koki.checkup_ticket where issued_on = :day",
                Map.of("day", today));
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                Addressees.of(row, row.getString("insured_no")),
                new Printed(
                        row.getString("ticket_no"),
                        row.getInt("fiscal_year"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        row.getInt("issue")));
    }

    private StatementLetter letter(Printed ticket, Heading heading) {
        return new StatementLetter(
                heading,
                "後期高齢者健康診査受診券",
                Signer.UNION,
                "この券を実施機関に示して、年度に1回、健康診査を受けることができます。",
                List.of(
                        new Line("受診券番号", ticket.ticketNo()),
                        new Line("年度", show.fiscalYear(ticket.fiscalYear())),
                        new Line("発行年月日", show.date(ticket.issuedOn())),
                        new Line("有効期限", show.date(ticket.validUntil())),
                        new Line("発行回数", ticket.issue() + "回目")),
                List.of("資格を失った後は使えません。", "再発行を受けたときは、前の券は使えません。"));
    }

    private static final String MAILED =
            """
            select %s, a.insured_no, a.ticket_no, a.fiscal_year, a.issued_on, a.valid_until, a.issue
            from koki.checkup_ticket a
            join (%s) on v.person_no = a.person_no
            where a.by_mail order by a.ticket_no
            """;
}
