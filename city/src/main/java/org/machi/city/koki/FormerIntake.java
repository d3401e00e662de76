package org.machi.city.koki;

import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/**
 * 移行: what the former system knew of the insured. Rows that fit nobody are listed, the rest is
 * taken.
 */
@Component
class FormerIntake {

    private static final String UNKNOWN_PERSON =
            "not exists (select from people.v_known p where p.person_no = i.person_no)";
    private static final String DOUBLE =
            "exists (select from incoming o where o.insured_no = i.insured_no and o.line < i.line)";

    /** Old numbers and names; 外字 of the former system are replaced by the characters of the map. */
    void insured(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "宛名に登録のない人です", UNKNOWN_PERSON);
        file.setAside("被保険者番号", "insured_no", "同じ被保険者番号が先の行にあります", DOUBLE);
        unknownCharacters(file, "氏名（漢字）", "name");
        unknownCharacters(file, "送付先氏名", "mail_name");
        unknownCharacters(file, "送付先住所", "mail_address");
        file.count(
                "被保険者",
                """
                insert into koki.former_insured (insured_no, old_person_no, person_no, name, method, deduction_stop)
                select insured_no, old_person_no, person_no, people.from_former(name), method, deduction_stop
                from incoming
                """);
        file.count(
                "送付先",
                """
                insert into people.mailing_address (person_no, business, valid_from, name, postal_code, address, reason)
                select person_no, 'KOKI', coalesce(mail_from, acquired_on), people.from_former(coalesce(mail_name, name)),
                       mail_postal_code, people.from_former(mail_address), '移行'
                from incoming where mail_address is not null
                on conflict do nothing
                """);
    }

    private static void unknownCharacters(IncomingFile file, String item, String column) {
        file.setAside(
                item,
                column,
                "文字対応表にない外字があります",
                """
                exists (select from regexp_matches(i.%s, '[\\uE000-\\uF8FF]', 'g') as g(c)
                        where not exists (select from people.former_character f
                                          where f.character is not null and f.old_code = people.code_of(g.c[1])))
                """
                        .formatted(column));
    }

    void closing(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "宛名に登録のない人です", UNKNOWN_PERSON);
        file.setAside(
                "調定額",
                "charged",
                "調定額が収納額・不納欠損額・収入未済額と合いません",
                "i.charged <> i.received - i.refunded - i.unrefunded + i.written_off + i.unpaid");
        file.count(
                "決算",
                """
                insert into koki.former_closing (person_no, insured_no, account_year, levy_year, decision_year,
                    assessment_no, method, charged, received, refunded, unrefunded, written_off, unpaid)
                select person_no, insured_no, account_year, levy_year, decision_year, assessment_no, method,
                       charged, received, refunded, unrefunded, written_off, unpaid
                from incoming
                on conflict do nothing
                """);
    }

    /**
     * The February deduction makes the person one whose premium is being deducted (継続者) or about to
     * be (4月開始).
     */
    void deductions(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "宛名に登録のない人です", UNKNOWN_PERSON);
        file.setAside("被保険者番号", "insured_no", "同じ被保険者番号が先の行にあります", DOUBLE);
        file.count(
                "特別徴収",
                """
                insert into koki.former_deduction (person_no, insured_no, levy_year, collector, pension_no, pension_code,
                                                   year_premium, february, provisional, pension_yearly)
                select person_no, insured_no, levy_year, collector, pension_no, pension_code, year_premium, february,
                       provisional, pension_yearly
                from incoming
                """);
        file.db()
                .sql(
                        """
                        insert into koki.deduction (insured_no, person_no, collector, pension_no, pension_code,
                                                    pension_yearly, state, state_since, reason, opted_out)
                        select i.insured_no, i.person_no, i.collector, i.pension_no, i.pension_code,
                               coalesce(i.pension_yearly, 0), 'IN_FORCE', :today, '移行', coalesce(f.deduction_stop, false)
                        from incoming i left join koki.former_insured f using (insured_no)
                        """)
                .param("today", file.businessDate())
                .update();
    }
}
