package org.machi.city.people.outside;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who uses the number of a 住登外者: the 業務 that said so, and what the city's own records hold under
 * it.
 */
@Component
class NumberUses {

    private final JdbcClient db;

    NumberUses(JdbcClient db) {
        this.db = db;
    }

    /** 業務 that said it uses the number. */
    public record Use(String business, LocalDate since, @Nullable LocalDate until, String staff) {}

    List<Use> told(long personNo) {
        return db.sql(
                        """
                        select business, since, until, staff from people.number_use where person_no = ?
                        order by until nulls first, since
                        """)
                .param(personNo)
                .query(Use.class)
                .list();
    }

    void begin(long personNo, String business, LocalDate on, String staff) {
        db.sql(
                        """
                        insert into people.number_use (person_no, business, since, staff) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(personNo, business, on, staff)
                .update();
    }

    boolean end(long personNo, String business, LocalDate on) {
        return db.sql(
                                "update people.number_use set until = ? where person_no = ? and business = ? and until is null")
                        .params(on, personNo, business)
                        .update()
                > 0;
    }

    /** Everything that keeps the number in use, in words; empty when it may go. */
    List<String> inUse(long personNo) {
        return db.sql(IN_USE).param("no", personNo).query(String.class).list();
    }

    private static final String IN_USE =
            """
            select '業務「' || business || '」が使っています' from people.number_use where person_no = :no and until is null
            union all
            select '後期高齢者医療の被保険者です（' || insured_no || '）' from koki.insured where person_no = :no and lost_on is null
            union all
            select '未納又は過納の期割があります（' || count(*) || '件）'
            from levy.instalment i join levy.instalment_balance b using (instalment_id)
            where :no in (i.person_no, i.payer_no) and (b.open > 0 or b.over_held > 0) having count(*) > 0
            union all
            select '統合した番号があります（' || person_no || '）' from people.merge where survivor_no = :no and undone_on is null
            union all
            select '代理人として登録されています（宛名番号 ' || person_no || '）' from people.representative
            where own_no = :no and (valid_to is null or valid_to > (select day from office.business_date))
            union all
            select '同じ世帯の人の世帯主です' from people.household_membership m
            join people.person p on p.person_no = m.person_no
            where m.valid_to is null and p.head_no = :no and p.person_no <> :no group by 1
            """;
}
