package org.machi.union.exchange;

import java.time.LocalDate;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.BenefitCallFile;
import org.machi.formats.layout.BenefitFile;
import org.machi.formats.layout.CareInsuredFile;
import org.machi.law.BusinessCalendar;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * What is told about benefits: each city its decisions and what became of the money (U_BENEFIT) and
 * whom to call for an application (U_BENEFIT_CALL), each row once; 国保連 once a month who was insured
 * in the month before (K_INSURED).
 */
@Component
public class BenefitNews {

    private static final String KOKUHO = "KOKUHO";

    private static final String DECISIONS =
            """
              FROM (SELECT DISTINCT decision_id FROM benefits.event WHERE event_id > %2$d AND event_id <= %3$d) e
              JOIN benefits.decision d USING (decision_id)
              JOIN benefits.v_state s USING (decision_id)
              JOIN eligibility.insured i ON i.insured_no = d.insured_no
              JOIN LATERAL (SELECT p.person_no FROM register.person p
                             WHERE p.natural_id = i.natural_id AND p.city_code = d.city_code
                             ORDER BY p.person_id DESC LIMIT 1) p ON true
              LEFT JOIN benefits.effect f USING (decision_id)
              LEFT JOIN benefits.application a ON a.application_id = d.application_id
              LEFT JOIN benefits.application b ON b.application_id = s.account_of
             WHERE d.city_code = '%1$s'
             ORDER BY d.decision_id
            """;

    private static final String CALLS =
            """
              FROM benefits.call c
              JOIN eligibility.insured i USING (insured_no)
              JOIN LATERAL (SELECT p.person_no FROM register.person p
                             WHERE p.natural_id = i.natural_id AND p.city_code = c.city_code
                             ORDER BY p.person_id DESC LIMIT 1) p ON true
             WHERE c.city_code = '%s' AND c.call_id > %d AND c.call_id <= %d
             ORDER BY c.call_id
            """;

    private static final String INSURED =
            """
              FROM eligibility.period e
             WHERE e.valid && daterange('%1$s', '%2$s')
               AND NOT EXISTS (SELECT FROM eligibility.period l WHERE l.insured_no = e.insured_no
                                  AND l.valid && daterange('%1$s', '%2$s') AND lower(l.valid) > lower(e.valid))
             ORDER BY e.insured_no
            """;

    private final NewRows news;
    private final SelectedRows decisions = decisions();
    private final SelectedRows calls = calls();
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    BenefitNews(NewRows news) {
        this.news = news;
    }

    private static SelectedRows decisions() {
        return new SelectedRows(BenefitFile.LAYOUT)
                .padded(BenefitFile.PERSON_NO, "p.person_no")
                .with(BenefitFile.INSURED_NO, "d.insured_no")
                .with(BenefitFile.DECISION_NO, "d.decision_no")
                .with(BenefitFile.RECEPTION_NO, "a.reception_no")
                .with(BenefitFile.KIND, "d.kind")
                .with(BenefitFile.CARE_MONTH, "d.care_month")
                .with(BenefitFile.RESULT, "d.result")
                .with(BenefitFile.AMOUNT, "d.amount")
                .with(BenefitFile.DECIDED_ON, "d.decided_on")
                .with(BenefitFile.REASON, "d.reason")
                .with(BenefitFile.STATE, "s.state")
                .with(BenefitFile.TRANSFER_ON, "s.transfer_on")
                .with(BenefitFile.ACCOUNT, "b.holder_kana || ' ****' || right(b.account_no, 3)")
                .with(BenefitFile.EFFECT_FROM, "f.from_on")
                .with(BenefitFile.EFFECT_UNTIL, "f.until_on")
                .with(BenefitFile.RELIEF, "f.relief");
    }

    private static SelectedRows calls() {
        return new SelectedRows(BenefitCallFile.LAYOUT)
                .padded(BenefitCallFile.PERSON_NO, "p.person_no")
                .with(BenefitCallFile.INSURED_NO, "c.insured_no")
                .with(BenefitCallFile.KIND, "c.kind")
                .with(BenefitCallFile.CARE_MONTH, "c.care_month")
                .with(BenefitCallFile.AMOUNT, "c.amount")
                .with(BenefitCallFile.LAPSES_ON, "c.lapses_on");
    }

    private static SelectedRows insured(LocalDate month) {
        return new SelectedRows(CareInsuredFile.LAYOUT)
                .with(CareInsuredFile.INSURED_NO, "e.insured_no")
                .with(CareInsuredFile.CARE_MONTH, "'" + month + "'::date")
                .with(CareInsuredFile.ACQUIRED_ON, "lower(e.valid)")
                .with(CareInsuredFile.LOST_ON, "nullif(upper(e.valid), 'infinity')")
                .with(CareInsuredFile.SHARE, "e.copay")
                .with(
                        CareInsuredFile.LIMIT,
                        """
                        (SELECT c.limit_class FROM cards.card c
                          WHERE c.insured_no = e.insured_no AND c.kind IN ('01', '02') ORDER BY c.card_id DESC LIMIT 1)\
                        """);
    }

    /** Decisions, states of payment and calls that a city has not been told yet. */
    public void send(StepContext step) {
        news.tell(
                step,
                new NewRows.News(FileKind.U_BENEFIT, DECISIONS, decisions, "給付の決定"),
                "SELECT coalesce(max(event_id), 0) FROM benefits.event");
        news.tell(
                step,
                new NewRows.News(FileKind.U_BENEFIT_CALL, CALLS, calls, "高額療養費の申請の勧奨"),
                "SELECT coalesce(max(call_id), 0) FROM benefits.call");
    }

    /** On the first business day of a month: who was insured in the month before. */
    public void sendInsured(StepContext step) {
        LocalDate day = step.businessDate();
        if (!day.equals(calendar.onOrAfter(day.withDayOfMonth(1)))) {
            return;
        }
        LocalDate month = day.withDayOfMonth(1).minusMonths(1);
        int next =
                step.db()
                        .sql(
                                "UPDATE benefits.mark SET listed_month = :month WHERE listed_month < :month")
                        .param("month", month)
                        .update();
        if (next == 1) {
            news.write(
                    step,
                    new NewRows.News(FileKind.K_INSURED, "", insured(month), "被保険者マスタ（国保連）"),
                    KOKUHO,
                    INSURED.formatted(month, month.plusMonths(1)));
        }
    }
}
