package org.machi.city.koki.cards;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.machi.city.koki.notices.Addressees;
import org.machi.city.koki.notices.Addressees.Addressee;
import org.machi.city.koki.notices.NoticePost;
import org.machi.platform.audit.AuditTrail;
import org.machi.platform.audit.Deed;
import org.machi.platform.forms.letters.Heading;
import org.machi.platform.jobs.Step;
import org.machi.platform.jobs.StepContext;
import org.machi.platform.office.Parameters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 証の交付: each afternoon prints what waits and goes by mail, after noting which letters came back.
 * Who wants to fetch the piece at the counter is left to the counter.
 */
@Component
public class CardIssue {

    static final String AT_COUNTER = "1";

    private final NoticePost post;
    private final Parameters parameters;
    private final AuditTrail audit;

    CardIssue(NoticePost post, Parameters parameters, AuditTrail audit) {
        this.post = post;
        this.parameters = parameters;
        this.audit = audit;
    }

    /** After the union's files were taken. */
    public List<Step> steps() {
        return List.of(Step.of("証の返戻", CardIssue::comeBack), Step.of("証の交付", this::issue));
    }

    private static void comeBack(StepContext step) {
        int back = step.db().sql(BACK).update();
        if (back > 0) {
            step.count("証の返戻", back);
        }
    }

    /** A letter that is back and of which the book does not know it yet; each once. */
    private static final String BACK =
            """
            with back as (
                update koki.card c set state = 'MAIL_BACK'
                from (select letter_no, max(result_on) as on_day, max(result) as result from levy.v_letter_back group by 1) b
                where c.letter_no = b.letter_no and c.state = 'ISSUED'
                returning c.card_no, c.person_no, b.on_day, b.result)
            insert into koki.card_event (card_no, person_no, event, on_day, note)
            select card_no, person_no, 'MAIL_BACK', on_day, result from back
            """;

    /** Who died or is no longer insured gets nothing any more. */
    private static final String DROP =
            """
            with dropped as (
                update koki.card c set state = 'DROPPED'
                from (select w.card_no, (select v.died_on from people.v_person v where v.person_no = w.person_no) as died_on,
                             (select k.lost_on from koki.insured k where k.insured_no = w.insured_no) as lost_on
                      from koki.card w where w.state = 'WAITING') v
                where v.card_no = c.card_no and (v.died_on is not null or v.lost_on <= :today)
                returning c.card_no, c.person_no, v.died_on)
            insert into koki.card_event (card_no, person_no, event, on_day, note)
            select card_no, person_no, 'DROPPED', :today, case when died_on is null then '資格を喪失している' else '死亡している' end
            from dropped
            """;

    private record Waiting(Card card, Addressee to) {}

    private void issue(StepContext step) {
        LocalDate today = step.businessDate();
        int dropped = step.db().sql(DROP).param("today", today).update();
        if (dropped > 0) {
            step.count("証の交付取りやめ", dropped);
        }
        List<Waiting> waiting = waiting(step.db(), today);
        if (waiting.isEmpty()) {
            return;
        }
        step.count("証の交付", send(waiting, today, step));
        step.db()
                .sql(MARK)
                .param("today", today)
                .param("card", parameters.text("koki.cardMethod", today))
                .param("info", parameters.text("koki.infoMethod", today))
                .update();
        step.db().sql(REMEMBER).param("today", today).update();
        audit.recordRun(
                Deed.of(step.actor(), "証の管理", "証の交付", "証").on(today),
                "SELECT DISTINCT c.person_no FROM koki.card c JOIN koki.notice n USING (letter_no) WHERE n.issued_on = '"
                        + today
                        + "'",
                java.util.Map.of());
    }

    private long send(List<Waiting> waiting, LocalDate today, StepContext step) {
        List<NoticePost.Notice> notices = new ArrayList<>();
        List<Addressee> to = waiting.stream().map(Waiting::to).toList();
        List<Heading> headings = post.headings(to, Card.CONFIRMATION, today);
        for (int i = 0; i < waiting.size(); i++) {
            notices.add(
                    CardMaker.notice(waiting.get(i).card(), headings.get(i), waiting.get(i).to()));
        }
        return post.send(notices, today, step.actor());
    }

    private static List<Waiting> waiting(JdbcClient db, LocalDate today) {
        return db.sql(
                        "select "
                                + Card.COLUMNS
                                + ", "
                                + Addressees.COLUMNS
                                + """
                                from koki.card c
                                left join koki.card_delivery d using (person_no)
                                join (%s) on v.person_no = c.person_no
                                where c.state = 'WAITING' and c.letter_no is null and coalesce(d.method, '') <> '1'
                                order by w.postal_code, c.person_no, c.card_no
                                """
                                        .formatted(Addressees.SOURCE))
                .param("today", today)
                .query((row, _) -> {
                    Card card = Card.of(row);
                    return new Waiting(card, Addressees.of(row, card.insuredNo()));
                })
                .list();
    }

    /**
     * What lies in a bundle is on its way; what was pulled out waits, under its letter's number.
     */
    private static final String MARK =
            """
            update koki.card c
            set state = case when n.pulled_out is null then 'ISSUED' else c.state end,
                given_on = case when n.pulled_out is null then cast(:today as date) end, letter_no = n.letter_no,
                method = coalesce((select d.method from koki.card_delivery d where d.person_no = c.person_no),
                                  case c.kind when '02' then :info else :card end)
            from koki.notice n
            where c.state = 'WAITING' and c.letter_no is null and n.subject = c.card_no and n.issued_on = :today
            """;

    private static final String REMEMBER =
            """
            insert into koki.card_event (card_no, person_no, event, on_day, method, note)
            select c.card_no, c.person_no, case when n.pulled_out is null then 'MAILED' else 'PULLED_OUT' end, :today,
                   c.method, n.pulled_out
            from koki.card c join koki.notice n using (letter_no)
            where n.issued_on = :today and n.subject = c.card_no
            """;
}
