package org.machi.city.koki.letters;

/** The statements of the letter run. */
final class LetterSql {

    private LetterSql() {}

    /** What is to be told: plans that were not told, from the business day after they were made. */
    private static final String WAITING =
            """
            where p.noticed_on is null and p.current and (p.provisional or p.decided_on < :today)
            and not (not p.provisional and p.decided_on >= coalesce(cast(:heldBack as date), 'infinity'))
            """;

    static final String ANY_DUE = "select exists (select from koki.plan p " + WAITING + ")";

    static final String STAGE =
            """
            create temporary table letter_due (
                levy_year integer, assessment_no text, plan_version integer, before_version integer,
                first boolean) on commit drop
            """;

    static final String DUE =
            """
            insert into letter_due
            select p.levy_year, p.assessment_no, p.plan_version, b.plan_version,
                   b.plan_version is null or b.provisional
            from koki.plan p
            left join lateral (
                select q.plan_version, q.provisional from koki.plan q
                where q.levy_year = p.levy_year and q.assessment_no = p.assessment_no
                  and q.noticed_on is not null
                order by q.plan_version desc limit 1) b on true
            """
                    + WAITING;

    /**
     * The instalments that need a slip: ordinary, open, not debited, and new or of another amount
     * than was told before.
     */
    static String slips(boolean first, String today, long useByDays) {
        return """
        select i.instalment_id, i.due_on, greatest(i.due_on, date '%2$s') + %3$d as use_by
        from letter_due d
        join koki.plan p using (levy_year, assessment_no, plan_version)
        join koki.plan_row r using (levy_year, assessment_no, plan_version)
        left join koki.plan_row b
               on b.levy_year = d.levy_year and b.assessment_no = d.assessment_no
              and b.plan_version = d.before_version and b.method = 2 and b.period = r.period
        join levy.v_instalment i
               on i.person_no = p.person_no and i.levy_code = 'KOKI' and i.levy_year = p.levy_year
              and i.decision_year = p.decision_year and i.assessment_no = p.assessment_no
              and i.method = 2 and i.period = r.period
        where d.first = %1$b and r.method = 2 and r.amount > 0 and i.open > 0
          and r.amount is distinct from b.amount
          and not exists (
              select from people.v_debit_account a
              where a.person_no = p.person_no and a.levy_code = 'KOKI' and a.valid_from <= date '%2$s'
                and (a.valid_to is null or a.valid_to > date '%2$s'))
        """
                .formatted(first, today, useByDays);
    }

    /** 賦課情報 as it was when the plan before was told. */
    static final String FORMER =
            """
            select m.*
            from letter_due d
            join koki.plan q on q.levy_year = d.levy_year and q.assessment_no = d.assessment_no
                            and q.plan_version = d.before_version
            join koki.premium m on m.levy_year = q.levy_year and m.assessment_no = q.assessment_no
                            and m.assessment_version = q.assessment_version
            where not q.provisional
            """;

    private static final String ROWS =
            """
            select string_agg(w.method || ':' || w.period || ':' || w.due_on || ':' || w.amount, ','
                              order by w.method, w.due_on, w.period) as rows
            from koki.plan_row w
            """;

    /**
     * Of a past year the decided premium is told; its plan holds only what is added to what was
     * charged before.
     */
    static final String TOLD =
            """
            with slip as materialized (
                select levy_year, assessment_no,
                       string_agg(lpad(slip_no::text, 10, '0') || ':' || period || ':' || principal || ':' || fee || ':'
                                  || late || ':' || due_on || ':' || use_by || ':' || issue_count || ':'
                                  || coalesce(barcode, ''), ',' order by due_on, period) as slips
                from levy.v_slip where batch_id in (:first, :change)
                group by levy_year, assessment_no)
            select p.levy_year, p.assessment_no, p.plan_version, p.insured_no, p.person_no, p.decision_year,
                   p.decided_on as plan_decided_on, p.provisional, p.reason as plan_reason,
                   case when p.decision_year > p.levy_year then m.city_premium else p.premium end as plan_premium,
                   p.assessment_version as told_version, p.ordinary_reason, r.rows,
                   d.before_version as before_plan,
                   case when p.decision_year > p.levy_year then n.city_premium else q.premium end as before_premium,
                   q.provisional as before_provisional, q.assessment_version as before_version, b.rows as before_rows,
                   v.name, v.address, v.protected, w.name as mailing_name, w.postal_code as mailing_postal_code,
                   w.address as mailing_address, w.care_of, v.died_on,
                   coalesce(np.reason, '') as pull_out,
                   e.collector, e.pension_code, a.bank_name, a.branch_name, a.account_kind, a.account_no, i.lost_by,
                   s.slips, m.*
            from letter_due d
            join koki.plan p using (levy_year, assessment_no, plan_version)
            join people.v_person v on v.person_no = p.person_no
            left join people.v_not_posted np on np.person_no = p.person_no
            cross join lateral people.mailing_on(p.person_no, 'LEVY', :today) w
            left join koki.plan q on q.levy_year = d.levy_year and q.assessment_no = d.assessment_no
                                 and q.plan_version = d.before_version
            left join koki.premium m on m.levy_year = p.levy_year and m.assessment_no = p.assessment_no
                                    and m.assessment_version = p.assessment_version
            left join koki.premium n on n.levy_year = q.levy_year and n.assessment_no = q.assessment_no
                                    and n.assessment_version = q.assessment_version
            left join koki.insured i on i.insured_no = p.insured_no
            left join koki.deduction e on e.insured_no = p.insured_no
            left join slip s on s.levy_year = p.levy_year and s.assessment_no = p.assessment_no
            left join lateral (
            """
                    + ROWS
                    + """
                        where w.levy_year = p.levy_year and w.assessment_no = p.assessment_no
                          and w.plan_version = p.plan_version) r on true
                    left join lateral (
                    """
                    + ROWS
                    + """
                        where w.levy_year = d.levy_year and w.assessment_no = d.assessment_no
                          and w.plan_version = d.before_version) b on true
                    left join lateral (
                        select * from people.v_debit_account o
                        where o.person_no = p.person_no and o.levy_code = 'KOKI' and o.valid_from <= :today
                          and (o.valid_to is null or o.valid_to > :today)
                        order by o.valid_from desc limit 1) a on true
                    order by w.postal_code, p.person_no, p.levy_year, p.assessment_no
                    """;
}
