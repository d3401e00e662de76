package org.machi.city.people.outside;

import java.util.List;
import org.machi.formats.file.FileKind;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 照会・付番の回答: one file to each system that asked, with the number or the candidates; nobody whose
 * look is stopped stands in it, whether that was known when the request came or not.
 */
@Component
public class NumberAnswers {

    private final Outbox outbox;

    NumberAnswers(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Answers what was not answered yet. */
    public void send(StepContext step) {
        List<String> askers =
                step.db()
                        .sql(
                                """
                                with told as (
                                    update people.number_request set answered_on = :today
                                    where answered_on is null and result is not null returning asker)
                                select distinct asker from told order by 1
                                """)
                        .param("today", step.businessDate())
                        .query(String.class)
                        .list();
        for (String asker : askers) {
            outbox.send(
                    Dispatch.of(FileKind.NONRES_ANSWER, asker, step.businessDate(), step.actor()),
                    file -> {
                        step.count(
                                "照会・付番の回答",
                                file.writeAll(
                                        step.db()
                                                .sql(ANSWERS)
                                                .param("asker", asker)
                                                .param("today", step.businessDate())));
                        file.about(
                                step.db()
                                        .sql(
                                                "select distinct person_no from ("
                                                        + ANSWERS
                                                        + ") a where person_no is not null")
                                        .param("asker", asker)
                                        .param("today", step.businessDate())
                                        .query(Long.class)
                                        .list());
                    });
        }
    }

    private static final String ANSWERS =
            """
            select q.request_no, q.answered_on, q.result, coalesce(c.position, 0)::bigint as position,
                   coalesce(c.person_no, q.person_no) as person_no, c.met::bigint as met, c.state, c.name, c.name_kana, c.birth_on, c.address,
                   q.explanation as reason
            from people.number_request q
            left join lateral (
                select n.position, n.person_no, n.met, p.name, p.name_kana, p.birth_on,
                       p.prefecture || p.city || p.town || coalesce(p.lot, '') || coalesce('　' || p.building, '') as address,
                       case when g.person_no is not null then '5' when p.died_on is not null then '3'
                            when p.resident_state = '2' then '4' when p.resident_kind = '3' then '2' else '1' end as state
                from people.number_candidate n
                join people.person p on p.person_no = n.person_no
                left join people.merge g on g.person_no = n.person_no and g.undone_on is null
                where n.asker = q.asker and n.request_no = q.request_no and not n.hidden and q.result in ('1', '4')
                  and not exists (select from people.v_stop s where s.person_no = n.person_no and s.look)) c on true
            where q.asker = :asker and q.answered_on = :today
            order by q.request_no, c.position
            """;
}
