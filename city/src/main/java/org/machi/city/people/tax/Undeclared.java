package org.machi.city.people.tax;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 未申告者: the insured and everyone in their homes whose income of the year nobody declared; as long
 * as one is undeclared the home's 均等割 is not reduced.
 */
@Component
class Undeclared {

    private final JdbcClient db;

    Undeclared(JdbcClient db) {
        this.db = db;
    }

    /**
     * One person of the list.
     *
     * @param insured the person is insured; otherwise somebody in the home is
     * @param stopped nothing may be issued
     */
    public record Line(
            long personNo,
            String name,
            String birthOn,
            boolean insured,
            boolean stopped,
            @Nullable LocalDate printedOn,
            @Nullable LocalDate returnBy,
            String state) {}

    /** 相当年度 of a day: its incomes are known from June on. */
    static int levyYear(LocalDate today) {
        return today.minusMonths(3).getYear();
    }

    List<Line> list(int levyYear, LocalDate today) {
        return db.sql(
                        """
                        with insured as (
                            select distinct person_no from koki.insured
                            where acquired_on <= :today and (lost_on is null or lost_on > :today)),
                        homes as (
                            select distinct m.household_no from people.household_membership m
                            join insured using (person_no) where m.valid_to is null)
                        select v.person_no, v.name, v.birth_text, i.person_no is not null as insured, v.issue_stopped,
                               d.printed_on, d.return_by,
                               case d.state when 'PRINTED' then '提出待ち' when 'ENTERED' then '確認待ち'
                                            when 'CONFIRMED' then '確認済' else '未印刷' end as state
                        from people.tax_fact t
                        join people.v_person v using (person_no)
                        left join insured i using (person_no)
                        left join people.declaration d on d.person_no = t.person_no and d.levy_year = t.levy_year
                        where t.current and t.levy_year = :year and t.undeclared = '1' and t.change <> '3' and v.died_on is null
                          and (i.person_no is not null or exists (
                              select from people.household_membership m join homes using (household_no)
                              where m.person_no = t.person_no and m.valid_to is null))
                        order by d.printed_on nulls first, v.person_no limit 500
                        """)
                .param("today", today)
                .param("year", levyYear)
                .query((row, _) ->
                        new Line(
                                row.getLong("person_no"),
                                row.getString("name"),
                                row.getString("birth_text"),
                                row.getBoolean("insured"),
                                row.getBoolean("issue_stopped"),
                                row.getObject("printed_on", LocalDate.class),
                                row.getObject("return_by", LocalDate.class),
                                row.getString("state")))
                .list();
    }
}
