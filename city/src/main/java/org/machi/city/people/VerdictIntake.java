package org.machi.city.people;

import org.machi.platform.files.IncomingFile;

/** 届出・申請の決定 (U_DECISION): what the union decided of what the counter or another office brought. */
final class VerdictIntake {

    private VerdictIntake() {}

    static void take(IncomingFile file) {
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
