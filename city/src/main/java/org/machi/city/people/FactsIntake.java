package org.machi.city.people;

import java.util.List;
import org.machi.platform.files.IncomingFile;
import org.springframework.stereotype.Component;

/**
 * Takes over what other offices know about people: tax, public assistance, accounts, answers, old
 * characters.
 */
@Component
class FactsIntake {

    private static final String UNKNOWN_PERSON =
            "not exists (select from people.person p where p.person_no = i.person_no)";

    void taxFacts(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "宛名に登録のない人です", UNKNOWN_PERSON);
        file.count(
                "課税情報",
                new TaxFacts(file.db()).take(IncomingFile.TABLE, file.businessDate(), file.id()));
    }

    /**
     * Start and end of 生活保護 become periods here and applications to the union (I06: no 個人番号,
     * matched by 宛名番号). 取消 takes back the start or the end of the same day.
     */
    void publicAssistance(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "宛名に登録のない人です", UNKNOWN_PERSON);
        file.setAside("異動年月日", "changed_on", "取り消す開始・廃止がありません", NOTHING_TO_TAKE_BACK);
        file.count("届出", file.db().sql(APPLICATIONS).param("today", file.businessDate()).update());
        for (String period : List.of(TAKE_BACK_START, TAKE_BACK_END)) {
            file.db().sql(period).update();
        }
        for (String period : List.of(START, END)) {
            file.db().sql(period).param("today", file.businessDate()).update();
        }
    }

    private static final String NOTHING_TO_TAKE_BACK =
            """
            i.change = '9' and not exists (
                select from people.public_assistance a
                where a.person_no = i.person_no and i.changed_on in (a.started_on, a.ended_on))
            and not exists (select from incoming o
                where o.person_no = i.person_no and o.changed_on = i.changed_on and o.line < i.line
                  and o.change in ('1', '2'))
            """;

    private static final String APPLICATIONS =
            """
            insert into people.application (reception_no, person_no, kind, cancelled, received_on, occurred_on)
            select lpad(nextval('people.reception_no')::text, 10, '0'), i.person_no,
                   case when i.change = '2' then '02'
                        when i.change = '9' and exists (
                            select from people.public_assistance a
                            where a.person_no = i.person_no and a.ended_on = i.changed_on) then '02'
                        else '01' end,
                   case when i.change = '9' then '1' else '0' end, :today, i.changed_on
            from incoming i where i.change in ('1', '2', '9') order by i.line
            """;

    private static final String TAKE_BACK_START =
            """
            delete from people.public_assistance a using incoming i
            where i.change = '9' and a.person_no = i.person_no and a.started_on = i.changed_on
            """;

    private static final String TAKE_BACK_END =
            """
            update people.public_assistance a set ended_on = null from incoming i
            where i.change = '9' and a.person_no = i.person_no and a.ended_on = i.changed_on
            """;

    private static final String START =
            """
            insert into people.public_assistance (person_no, started_on, known_on)
            select distinct person_no, changed_on, cast(:today as date) from incoming i
            where change = '1' and not exists (select from incoming o
                where o.person_no = i.person_no and o.changed_on = i.changed_on and o.line > i.line
                  and o.change = '9')
            on conflict (person_no, started_on) do update set ended_on = null, known_on = excluded.known_on
            """;

    private static final String END =
            """
            update people.public_assistance a set ended_on = i.changed_on, known_on = :today
            from incoming i
            where i.change = '2' and a.person_no = i.person_no and a.ended_on is null
              and a.started_on <= i.changed_on
              and not exists (select from incoming o
                where o.person_no = i.person_no and o.changed_on = i.changed_on and o.line > i.line
                  and o.change = '9')
            """;

    void accounts(IncomingFile file) {
        file.setAside("宛名番号", "person_no", "宛名に登録のない人です", UNKNOWN_PERSON);
        file.db()
                .sql(
                        """
                        update people.account a set valid_to = i.effective_from, known_on = :today
                        from incoming i
                        where a.purpose = 'DEBIT' and a.person_no = i.person_no and a.valid_to is null
                          and a.levy_code = case i.levy when '39' then 'KOKI' else 'KAIGO' end
                        """)
                .param("today", file.businessDate())
                .update();
        file.count(
                "口座",
                file.db()
                        .sql(
                                """
                                insert into people.account (person_no, purpose, levy_code, valid_from, bank_code, bank_name,
                                    bank_kana, branch_code, branch_name, branch_kana, account_kind, account_no, holder,
                                    holder_kana, known_on)
                                select distinct on (person_no, levy, effective_from)
                                    person_no, 'DEBIT', case levy when '39' then 'KOKI' else 'KAIGO' end, effective_from,
                                    bank_code, bank_name, bank_kana, branch_code, branch_name, branch_kana, account_kind,
                                    account_no, holder, holder_kana, :today
                                from incoming where change in ('1', '2')
                                order by person_no, levy, effective_from, line desc
                                on conflict (person_no, purpose, levy_code, valid_from) do update
                                    set valid_to = null, bank_code = excluded.bank_code, bank_name = excluded.bank_name,
                                        bank_kana = excluded.bank_kana, branch_code = excluded.branch_code,
                                        branch_name = excluded.branch_name, branch_kana = excluded.branch_kana,
                                        account_kind = excluded.account_kind, account_no = excluded.account_no,
                                        holder = excluded.holder, holder_kana = excluded.holder_kana,
                                        known_on = excluded.known_on
                                """)
                        .param("today", file.businessDate())
                        .update());
    }

    /**
     * An answer with income or without becomes the person's tax facts of the levy year (F10: until
     * then 所得割 is 0).
     */
    void incomeAnswers(IncomingFile file) {
        file.setAside(
                "照会番号",
                "inquiry_no",
                "この照会番号の照会をしていません",
                """
                not exists (select from people.income_inquiry q
                            where q.inquiry_no = i.inquiry_no and q.person_no = i.person_no)
                """);
        file.setAside(
                "照会番号",
                "inquiry_no",
                "照会した市区町村と違う市区町村の回答です",
                """
                not exists (select from people.income_inquiry q
                            where q.inquiry_no = i.inquiry_no and q.to_code = '%s')
                """
                        .formatted(file.from()));
        file.db()
                .sql(
                        """
                        update people.income_inquiry q set answered_on = i.answered_on, answer = i.answer
                        from incoming i where q.inquiry_no = i.inquiry_no
                        """)
                .update();
        file.db().sql("delete from incoming where answer in ('4', '5')").update();
        file.count(
                "回答",
                new TaxFacts(file.db()).take(IncomingFile.TABLE, file.businessDate(), file.id()));
    }

    void formerCharacters(IncomingFile file) {
        file.count(
                "外字",
                """
                insert into people.former_character (old_code, old_system_code, character, mj_name, state, reading)
                select distinct on (old_code) old_code, old_system_code, character, mj_name, state, reading
                from incoming order by old_code, line desc
                on conflict (old_code) do update
                    set character = excluded.character, mj_name = excluded.mj_name, state = excluded.state
                """);
    }
}
