package org.machi.city.koki.register;

import java.time.LocalDate;
import java.util.List;
import org.machi.city.linkage.SharedData;
import org.machi.formats.file.FileKind;
import org.machi.law.LegalBasis;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 行政資格異動データ (Q05): tells the resident record whether a resident is insured, since and until when,
 * and nothing else; each change once, a loss or an acquisition that lies ahead when its day has
 * come. What it tells is what the receiver's own definition (移転先2) reads out of the shared data; as
 * long as that is suspended nothing is told, and all of it afterwards.
 */
@Component
@LegalBasis("住基法7条10号の2")
class Rights {

    private final Outbox outbox;
    private final SharedData shared;

    Rights(Outbox outbox, SharedData shared) {
        this.outbox = outbox;
        this.shared = shared;
    }

    void send(StepContext step) {
        LocalDate today = step.businessDate();
        shared.putInsured(today);
        List<Long> due = step.db().sql(DUE).param("today", today).query(Long.class).list();
        List<List<String>> rows =
                shared.takeNews(SharedData.RESIDENT_RECORD, due, today, step.actor());
        if (!rows.isEmpty() && tell(step, rows) > 0) {
            send(step, today);
        }
    }

    private void send(StepContext step, LocalDate today) {
        outbox.send(
                Dispatch.of(FileKind.KOKI_RIGHTS, "JUKI", today, step.actor()),
                file ->
                        step.count(
                                "行政資格異動",
                                file.writeAll(
                                        step.db()
                                                .sql(
                                                        """
                                                        select person_no, insured, acquired_on, lost_on from koki.rights_told
                                                        where told_on = :today order by person_no
                                                        """)
                                                .param("today", today))));
    }

    /** Keeps what is told from now on; returns of how many people it is news. */
    private static int tell(StepContext step, List<List<String>> rows) {
        return step.db()
                .sql(TELL)
                .param("today", step.businessDate())
                .param("people", column(rows, 0))
                .param("acquired", column(rows, 1))
                .param("lost", column(rows, 2))
                .update();
    }

    private static String[] column(List<List<String>> rows, int at) {
        return rows.stream().map(row -> row.get(at)).toArray(String[]::new);
    }

    /** Whose insurance begins or ends on a day since the resident record was told last. */
    private static final String DUE =
            """
            select distinct coalesce(g.survivor_no, i.person_no)
            from koki.insured i
            cross join (select coalesce(max(read_on), :today) as day from share.reading where definition = 'T2') told
            left join people.merge g on g.person_no = i.person_no and g.undone_on is null
            where i.lost_on > told.day and i.lost_on <= :today or i.acquired_on > told.day and i.acquired_on <= :today
            """;

    /** An insurance that was withdrawn lasted no day, so there is nothing to tell but 無. */
    private static final String TELL =
            """
            insert into koki.rights_told (person_no, insured, acquired_on, lost_on, told_on)
            select k.person_no, k.insured, k.acquired_on, case when k.lost_on <= :today then k.lost_on end, :today
            from (select distinct on (person_no) person_no,
                         case when lost_on = acquired_on then null else acquired_on end as acquired_on,
                         case when lost_on = acquired_on then null else lost_on end as lost_on,
                         case when lost_on = acquired_on or lost_on <= :today then '0' else '1' end as insured
                  from (select p::bigint as person_no, a::date as acquired_on, nullif(l, '')::date as lost_on
                        from unnest(:people::text[], :acquired::text[], :lost::text[]) t (p, a, l)) i
                  where acquired_on <= :today
                  order by person_no, i.acquired_on desc) k
            join people.v_person p using (person_no)
            left join koki.rights_told t using (person_no)
            where p.resident_kind <> '3'
              and (t.person_no is not null or k.acquired_on is not null)
              and (t.insured, t.acquired_on, t.lost_on) is distinct from
                  (k.insured, k.acquired_on, case when k.lost_on <= :today then k.lost_on end)
            on conflict (person_no) do update
                set insured = excluded.insured, acquired_on = excluded.acquired_on, lost_on = excluded.lost_on,
                    told_on = excluded.told_on
            """;
}
