package org.machi.city.people;

import org.machi.platform.files.IncomingFile;

/**
 * 届出・申請の決定 (U_DECISION): what the union decided of what the counter or another office brought, and
 * of what was taken in at its 窓口端末, of which the city hears in this way.
 */
final class VerdictIntake {

    private VerdictIntake() {}

    static void take(IncomingFile file) {
        file.count(
                "窓口端末での受付",
                file.db()
                        .sql(
                                """
                                insert into people.application
                                    (reception_no, person_no, kind, cancelled, received_on, occurred_on, sent_on, at_window)
                                select distinct on (i.reception_no) i.reception_no, i.person_no, i.kind, '0', i.received_on,
                                       i.occurred_on, i.received_on, true
                                from incoming i join people.person p using (person_no)
                                where i.at_window and i.received_on is not null and i.occurred_on is not null
                                order by i.reception_no, i.line
                                on conflict do nothing
                                """)
                        .update());
        file.setAside(
                "受付番号",
                "reception_no",
                "この受付番号の届出・申請がありません",
                """
                not exists (select from people.application a
                            where a.reception_no = i.reception_no and a.person_no = i.person_no)
                """);
        file.count(
                "届出・申請の決定",
                file.db()
                        .sql(
                                """
                                insert into people.application_verdict
                                    (reception_no, person_no, insured_no, kind, result, decided_on, effective_on, until_on, reason,
                                     known_on, file_id)
                                select i.reception_no, i.person_no, i.insured_no, i.kind, i.result, i.decided_on, i.effective_on,
                                       i.until_on, i.reason, :today, :file
                                from incoming i
                                where not exists (
                                    select from people.application_verdict v
                                    where v.reception_no = i.reception_no and v.result = i.result
                                      and v.decided_on = i.decided_on and v.reason = i.reason)
                                order by i.line
                                """)
                        .param("today", file.businessDate())
                        .param("file", file.id())
                        .update());
        HomeSettings.take(file);
    }
}
