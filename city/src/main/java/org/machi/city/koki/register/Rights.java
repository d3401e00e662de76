package org.machi.city.koki.register;

import org.machi.formats.file.FileKind;
import org.machi.law.LegalBasis;
import org.machi.platform.files.Dispatch;
import org.machi.platform.files.Outbox;
import org.machi.platform.jobs.StepContext;
import org.springframework.stereotype.Component;

/**
 * 行政資格異動データ (Q05): tells the resident record whether a resident is insured, since and until when,
 * and nothing else; each change once, a loss or an acquisition that lies ahead when its day has
 * come.
 */
@Component
@LegalBasis("住基法7条10号の2")
class Rights {

    private final Outbox outbox;

    Rights(Outbox outbox) {
        this.outbox = outbox;
    }

    void send(StepContext step) {
        int changed = step.db().sql(TELL).param("today", step.businessDate()).update();
        if (changed == 0) {
            return;
        }
        outbox.send(
                Dispatch.of(FileKind.KOKI_RIGHTS, "JUKI", step.businessDate(), step.actor()),
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
                                                .param("today", step.businessDate()))));
    }

    /**
     * An insurance that was withdrawn lasted no day, so there is nothing to tell but 無. Looked at
     * are those of whom something came, or whose day came, since something was told last.
     */
    private static final String TELL =
            """
            insert into koki.rights_told (person_no, insured, acquired_on, lost_on, told_on)
            select k.person_no, k.insured, k.acquired_on,
                   case when k.lost_on <= :today then k.lost_on end, :today
            from (select distinct on (person_no) person_no,
                         case when lost_on = acquired_on then null else acquired_on end as acquired_on,
                         case when lost_on = acquired_on then null else lost_on end as lost_on,
                         case when lost_on = acquired_on or lost_on <= :today then '0' else '1' end as insured
                  from koki.insured
                  where acquired_on <= :today and person_no in (
                      select i.person_no
                      from koki.insured i,
                           (select coalesce(max(told_on), date '1900-01-01') as day from koki.rights_told) since
                      where i.known_on >= since.day or i.lost_on between since.day and :today
                         or i.acquired_on between since.day and :today)
                  order by person_no, acquired_on desc) k
            join people.v_person p using (person_no)
            left join koki.rights_told t using (person_no)
            where p.resident_kind <> '3'
              and (t.person_no is not null or k.acquired_on is not null)
              and (t.insured, t.acquired_on, t.lost_on) is distinct from
                  (k.insured, k.acquired_on,
                   case when k.lost_on <= :today then k.lost_on end)
            on conflict (person_no) do update
                set insured = excluded.insured, acquired_on = excluded.acquired_on, lost_on = excluded.lost_on,
                    told_on = excluded.told_on
            """;
}
