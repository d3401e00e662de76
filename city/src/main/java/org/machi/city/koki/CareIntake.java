package org.machi.city.koki;

import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/**
 * 介護保険料の特別徴収額 (I14): needed for the half test (令23条); the newest file of a payment month counts.
 */
@Component
class CareIntake {

    void deductions(IncomingFile file) {
        file.count(
                "介護特別徴収",
                file.db()
                        .sql(
                                """
                                insert into koki.care_deduction (person_no, levy_year, payment_month, care_no, pension_no,
                                    pension_code, collector, stage, state, amount, known_on)
                                select distinct on (person_no, levy_year, payment_month)
                                    person_no, levy_year, payment_month, care_no, pension_no, pension_code, collector, stage,
                                    state, amount, :today
                                from incoming order by person_no, levy_year, payment_month, line desc
                                on conflict (person_no, levy_year, payment_month) do update
                                    set stage = excluded.stage, state = excluded.state, amount = excluded.amount,
                                        pension_no = excluded.pension_no, pension_code = excluded.pension_code,
                                        collector = excluded.collector, known_on = excluded.known_on
                                """)
                        .param("today", file.businessDate())
                        .update());
    }
}
