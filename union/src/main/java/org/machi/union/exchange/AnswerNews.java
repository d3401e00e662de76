package org.machi.union.exchange;

import java.time.LocalDate;
import org.machi.formats.file.FileKind;
import org.machi.formats.layout.CardFile;
import org.machi.formats.layout.DecisionFile;
import org.machi.formats.layout.ExceptionFile;
import org.machi.law.BusinessCalendar;
import org.machi.platform.database.OrganisationSettings;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * What the union answers a city beside the register: the verdicts about its 届出・申請 (U_DECISION),
 * what is to be printed on 証 (U_CARD), each row once; and on the first business day of the month
 * everybody with 住所地特例 (U_EXCEPTION), whole.
 */
@Component
public class AnswerNews {

    private static final String VERDICTS =
            """
              FROM eligibility.verdict v
              JOIN eligibility.application a USING (application_id)
              JOIN register.person p USING (person_id)
              LEFT JOIN eligibility.insured i USING (natural_id)
             WHERE v.city_code = '%s' AND v.verdict_id > %d AND v.verdict_id <= %d
             ORDER BY v.verdict_id
            """;

    private static final String CARDS =
            """
              FROM cards.card c
              JOIN register.person p USING (person_id)
              LEFT JOIN cards.handed h USING (card_no)
             WHERE c.city_code = '%s' AND c.card_id > %d AND c.card_id <= %d
             ORDER BY c.card_id
            """;

    private static final String EXCEPTIONS =
            """
              FROM eligibility.period e
              JOIN register.person p USING (person_id)
              %s
             WHERE e.city_code = '%s' AND e.exception AND e.valid @> '%s'::date
             ORDER BY p.person_no
            """;

    private final NewRows news;
    private final SentMarks marks;
    private final SelectedRows verdicts = verdicts();
    private final SelectedRows cards;
    private final SelectedRows exceptions = exceptions();
    private final BusinessCalendar calendar = BusinessCalendar.standard();

    AnswerNews(NewRows news, SentMarks marks, OrganisationSettings settings) {
        this.news = news;
        this.marks = marks;
        this.cards = cards(InsurerCode.of(settings));
    }

    private static SelectedRows verdicts() {
        return new SelectedRows(DecisionFile.LAYOUT)
                .padded(DecisionFile.PERSON_NO, "p.person_no")
                .with(DecisionFile.INSURED_NO, "i.insured_no")
                .with(DecisionFile.RECEPTION_NO, "a.reception_no")
                .with(DecisionFile.KIND, "a.kind")
                .with(DecisionFile.RESULT, "v.result")
                .with(DecisionFile.DECIDED_ON, "v.decided_on")
                .with(DecisionFile.EFFECTIVE_ON, "v.effective_on")
                .with(DecisionFile.UNTIL_ON, "v.until_on")
                .with(DecisionFile.REASON, "v.reason")
                .with(DecisionFile.AT_WINDOW, "a.at_window")
                .with(DecisionFile.RECEIVED_ON, "a.received_on")
                .with(DecisionFile.OCCURRED_ON, "a.occurred_on");
    }

    private static SelectedRows cards(String insurer) {
        return new SelectedRows(CardFile.LAYOUT)
                .with(CardFile.INSURER_NO, "'" + insurer + "'")
                .padded(CardFile.PERSON_NO, "p.person_no")
                .with(CardFile.INSURED_NO, "c.insured_no")
                .with(CardFile.CARD_NO, "c.card_no")
                .with(CardFile.KIND, "c.kind")
                .with(CardFile.REASON, "c.reason")
                .with(CardFile.ISSUED_ON, "c.issued_on")
                .with(CardFile.VALID_FROM, "c.valid_from")
                .with(CardFile.VALID_UNTIL, "c.valid_until")
                .with(CardFile.ACQUIRED_ON, "c.acquired_on")
                .with(CardFile.COPAY, "c.copay")
                .with(CardFile.COPAY_FROM, "c.copay_from")
                .with(CardFile.LIMIT, "c.limit_class")
                .with(CardFile.LIMIT_SHOWN, "c.limit_class IS NOT NULL")
                .with(CardFile.LIMIT_FROM, "c.limit_from")
                .with(CardFile.LONG_STAY_FROM, "c.long_stay_from")
                .with(CardFile.DISEASE, "c.disease")
                .with(CardFile.DISEASE_FROM, "c.disease_from")
                .with(CardFile.NAME, "c.name")
                .with(CardFile.NAME_KANA, "p.name_kana")
                .with(CardFile.BIRTH_ON, "p.birth_text")
                .with(CardFile.SEX, "p.sex")
                .with(CardFile.ADDRESS, "c.address")
                .with(CardFile.HANDED_ON, "h.handed_on");
    }

    private static SelectedRows exceptions() {
        return new SelectedRows(ExceptionFile.LAYOUT)
                .padded(ExceptionFile.PERSON_NO, "p.person_no")
                .with(ExceptionFile.INSURED_NO, "e.insured_no")
                .with(ExceptionFile.HOME_CODE, "e.city_code")
                .with(ExceptionFile.LIVING_CODE, "coalesce(f.other_code, p.municipality_code)")
                .with(ExceptionFile.NAME, "p.name")
                .with(ExceptionFile.NAME_KANA, "p.name_kana")
                .with(ExceptionFile.BIRTH_ON, "p.birth_text")
                .with(
                        ExceptionFile.EXCEPTION_FROM,
                        "coalesce(f.began_on, p.exception_from, lower(e.valid))")
                .with(ExceptionFile.FACILITY, "f.facility");
    }

    /** Verdicts that a city has not been told yet. */
    public void sendVerdicts(StepContext step) {
        news.tell(
                step,
                new NewRows.News(FileKind.U_DECISION, VERDICTS, verdicts, "届出・申請の決定"),
                "SELECT coalesce(max(verdict_id), 0) FROM eligibility.verdict");
    }

    /** Pieces that a city has not been told to issue yet. */
    public void sendCards(StepContext step) {
        news.tell(
                step,
                new NewRows.News(FileKind.U_CARD, CARDS, cards, "証発行用情報"),
                "SELECT coalesce(max(card_id), 0) FROM cards.card");
    }

    /** Everybody with 住所地特例, so that a city can compare it with its own entries. */
    public void sendExceptions(StepContext step) {
        LocalDate day = step.businessDate();
        if (!day.equals(calendar.onOrAfter(day.withDayOfMonth(1)))) {
            return;
        }
        NewRows.News all = new NewRows.News(FileKind.U_EXCEPTION, "", exceptions, "住所地特例者情報");
        for (String city : marks.cities()) {
            news.write(step, all, city, EXCEPTIONS.formatted(LATEST_FACILITY, city, day));
        }
    }

    private static final String LATEST_FACILITY =
            """
              LEFT JOIN LATERAL (
                    SELECT a.other_code, a.facility,
                           (SELECT min(b.occurred_on) FROM eligibility.v_application b
                             WHERE b.person_id = p.person_id AND eligibility.effect(b.kind, b.reason) = '05') AS began_on
                      FROM eligibility.v_application a
                     WHERE a.person_id = p.person_id AND eligibility.effect(a.kind, a.reason) IN ('05', '06')
                     ORDER BY a.occurred_on DESC, a.application_id DESC LIMIT 1) f ON true
            """;
}
