package org.machi.city.koki.benefits;

import java.time.LocalDate;
import java.util.List;
import org.machi.formats.file.FileKind;
import org.machi.law.BusinessCalendar;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.line.Schedules;
import org.machi.platform.office.Parameters;
import org.springframework.stereotype.Component;

/** What 給付 does of an afternoon: sends the confirmed applications, writes the letters. */
@Component
public class BenefitsDay {

    private final BenefitLetters letters;
    private final CheckupLetters tickets;
    private final Outbox outbox;
    private final Parameters office;
    private final Schedules schedules;
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    BenefitsDay(
            BenefitLetters letters,
            CheckupLetters tickets,
            Outbox outbox,
            Parameters office,
            Schedules schedules) {
        this.letters = letters;
        this.tickets = tickets;
        this.outbox = outbox;
        this.office = office;
        this.schedules = schedules;
    }

    public List<Step> steps() {
        return List.of(
                Step.of("給付の申請の送付", this::send),
                Step.of("給付の決定の通知と申請のお知らせ", letters::write),
                Step.of("健康診査受診券の一斉発行", tickets::issueAll));
    }

    private void send(StepContext step) {
        LocalDate today = step.businessDate();
        if (!schedules.isDue(
                office.text("union.code", today),
                FileKind.U_BENEFIT_APPLY.code(),
                today,
                calendar::isBusinessDay)) {
            return;
        }
        int applications =
                step.db()
                        .sql(
                                """
                                update koki.benefit_application set sent_on = :today
                                where state = 'CONFIRMED' and sent_on is null
                                """)
                        .param("today", today)
                        .update();
        int withdrawn =
                step.db()
                        .sql(
                                """
                                update koki.benefit_application set withdrawn_sent_on = :today
                                where state = 'WITHDRAWN' and withdrawn_sent_on is null
                                """)
                        .param("today", today)
                        .update();
        if (applications + withdrawn == 0) {
            return;
        }
        outbox.send(
                Dispatch.of(
                        FileKind.U_BENEFIT_APPLY,
                        office.text("union.code", today),
                        today,
                        step.actor()),
                file ->
                        step.count(
                                "給付の申請", file.writeAll(step.db().sql(ROWS).param("today", today))));
    }

    private static final String ROWS =
            """
            select person_no, insured_no, reception_no, kind, case state when 'WITHDRAWN' then '1' else '0' end as cancelled,
                   received_on, channel, occurred_on, expense, paid, care_paid, days, applicant, relation, applicant_address,
                   bank_code, bank_kana, branch_code, branch_kana, account_kind, account_no, holder_kana, note
            from koki.benefit_application
            where state = 'CONFIRMED' and sent_on = :today
               or state = 'WITHDRAWN' and withdrawn_sent_on = :today and sent_on is not null
            order by reception_no
            """;
}
