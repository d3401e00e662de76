package org.machi.city.koki.benefits;

import org.machi.formats.file.FileKind;
import org.machi.platform.files.FileHandler;
import org.machi.platform.files.IncomingFile;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes 給付決定情報 (each decision, and again with each new state of its money) and 申請の勧奨. */
@Configuration(proxyBeanMethods = false)
class BenefitIntake {

    private static final String NOT_HIS =
            "not exists (select from koki.insured k where k.insured_no = i.insured_no and k.person_no = i.person_no)";

    @Bean
    FileHandler benefitDecisions() {
        return FileHandler.of(FileKind.U_BENEFIT, BenefitIntake::decisions).withRowsAgain();
    }

    @Bean
    FileHandler benefitCalls() {
        return FileHandler.of(FileKind.U_BENEFIT_CALL, BenefitIntake::calls).withRowsAgain();
    }

    private static void decisions(IncomingFile file) {
        file.setAside("被保険者番号", "insured_no", "被保険者台帳にない被保険者番号か、別の人の番号です", NOT_HIS);
        file.setAside(
                "受付番号",
                "reception_no",
                "この受付番号の給付の申請がありません",
                """
                i.reception_no is not null and not exists (select from koki.benefit_application a
                    where a.reception_no = i.reception_no and a.person_no = i.person_no)
                """);
        file.setAside(
                "決定番号",
                "decision_no",
                "同じ決定番号で内容の違う決定を受けています",
                """
                exists (select from koki.benefit_decision d where d.decision_no = i.decision_no
                        and (d.insured_no, d.kind, d.result, d.amount) is distinct from (i.insured_no, i.kind, i.result, i.amount))
                """);
        file.count(
                "給付の決定",
                file.db()
                        .sql(
                                """
                                insert into koki.benefit_decision
                                    (decision_no, person_no, insured_no, reception_no, kind, care_month, result, amount, decided_on,
                                     reason, state, transfer_on, account, effect_from, effect_until, relief, known_on, changed_on)
                                select decision_no, person_no, insured_no, reception_no, kind, care_month, result, amount, decided_on,
                                       reason, state, transfer_on, account, effect_from, effect_until, relief, :today, :today
                                from incoming order by line
                                on conflict (decision_no) do update
                                    set state = excluded.state, transfer_on = excluded.transfer_on, account = excluded.account,
                                        changed_on = excluded.changed_on
                                """)
                        .param("today", file.businessDate())
                        .update());
    }

    private static void calls(IncomingFile file) {
        file.setAside("被保険者番号", "insured_no", "被保険者台帳にない被保険者番号か、別の人の番号です", NOT_HIS);
        file.count(
                "高額療養費の申請の勧奨",
                file.db()
                        .sql(
                                """
                                insert into koki.benefit_call (insured_no, person_no, kind, care_month, amount, lapses_on, known_on)
                                select insured_no, person_no, kind, care_month, amount, lapses_on, :today from incoming order by line
                                on conflict do nothing
                                """)
                        .param("today", file.businessDate())
                        .update());
    }
}
