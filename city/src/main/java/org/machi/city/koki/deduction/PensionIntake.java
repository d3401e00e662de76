package org.machi.city.koki.deduction;

import org.machi.city.levy.Channel;
import org.machi.city.levy.ReceiptCount;
import org.machi.city.levy.Receipts;
import org.machi.platform.files.IncomingFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes the files of the pension's payer: who can be deducted (T01, T02), what became of our
 * requests (T09, T11), and what was deducted (T12). Every record is kept; one that fits nobody
 * stays without insured number and is listed as unmatched.
 */
@Component
class PensionIntake {

    private static final int MANY = 500;

    private final Receipts receipts;
    private final JdbcClient db;

    PensionIntake(Receipts receipts, JdbcClient db) {
        this.receipts = receipts;
        this.db = db;
    }

    /**
     * 対象者情報 and 追加候補者情報: matched by the pension's number first, then by kana, birth date and sex.
     */
    void candidates(IncomingFile file) {
        keep(file);
        file.db().sql(MATCH_BY_PERSON).param("file", file.id()).update();
        file.count(
                "突合",
                file.db()
                        .sql(CANDIDATES.formatted("", ""))
                        .param("file", file.id())
                        .param("today", file.businessDate())
                        .update());
        unmatched(file);
    }

    /** 依頼処理結果 and the results of 各種異動. */
    void results(IncomingFile file) {
        keep(file);
        act(file, "", "");
        unmatched(file);
    }

    /**
     * Each answer belongs to a request.
     *
     * @param records which records of the file act
     * @param requests whose request is answered
     */
    private static void act(IncomingFile file, String records, String requests) {
        file.db()
                .sql(ORDER_RESULTS.formatted(records))
                .param("file", file.id())
                .param("today", file.businessDate())
                .update();
        file.count(
                "受理",
                file.db()
                        .sql(ACCEPTED.formatted(records + requests))
                        .param("file", file.id())
                        .param("today", file.businessDate())
                        .update());
    }

    /** 徴収結果: what was deducted is a receipt of the pay month's instalment. */
    void deducted(IncomingFile file) {
        keep(file);
        ReceiptCount count =
                receipts.take(
                        file.businessDate(),
                        Channel.PENSION,
                        RECEIPTS.formatted(file.id(), file.businessDate()));
        file.count("徴収", count.taken());
        unmatched(file);
    }

    /** 再取込: candidates whose person was not on record when they came. */
    void candidatesAgain(IncomingFile file) {
        soughtAgain(file);
        file.count(
                "突合",
                file.db()
                        .sql(CANDIDATES.formatted(FOUND_NOW, NEWER_CAPTURE))
                        .param("file", file.id())
                        .param("today", file.businessDate())
                        .update());
        unmatched(file);
    }

    /** 再取込: results of requests for people who were not on record when they came. */
    void resultsAgain(IncomingFile file) {
        soughtAgain(file);
        act(file, FOUND_NOW, LAST_REQUEST);
        unmatched(file);
    }

    /** 再取込: deductions that waited as 不明金 are booked on the instalment of their pay month. */
    void deductedAgain(IncomingFile file) {
        soughtAgain(file);
        file.count(
                "徴収",
                receipts.place(
                        file.businessDate(),
                        """
                        select w.receipt_id, r.instalment_id
                        from (%s) r
                        join levy.receipt w on w.file_id = r.file_id and w.line_no = r.line_no
                        where w.state = 'SUSPENSE' and r.instalment_id is not null
                        """
                                .formatted(RECEIPTS.formatted(file.id(), file.businessDate()))));
        unmatched(file);
    }

    /** Records of a file whose person was not found. */
    long waiting(long fileId) {
        return db.sql(
                        "select count(*) from koki.pension_record where file_id = ? and insured_no is null")
                .param(fileId)
                .query(Long.class)
                .single();
    }

    /** What is found now is as if it came today. */
    private static void soughtAgain(IncomingFile file) {
        file.db().sql("drop table if exists sought_again").update();
        file.db()
                .sql(
                        """
                        create temporary table sought_again on commit drop as
                        select line_no from koki.pension_record where file_id = :file and insured_no is null
                        """)
                .param("file", file.id())
                .update();
        file.db()
                .sql(
                        """
                        update koki.pension_record r set insured_no = d.insured_no
                        from koki.deduction d
                        where r.file_id = :file and r.insured_no is null
                          and d.pension_no = r.pension_no and d.pension_code = r.pension_code
                        """)
                .param("file", file.id())
                .update();
        file.db().sql(MATCH_BY_PERSON).param("file", file.id()).update();
        file.db()
                .sql(
                        """
                        update koki.pension_record set known_on = :today
                        where file_id = :file and insured_no is not null and line_no in (select line_no from sought_again)
                        """)
                .param("file", file.id())
                .param("today", file.businessDate())
                .update();
    }

    private static final String FOUND_NOW = " and r.line_no in (select line_no from sought_again)";

    /** An old record never takes the place of what a newer one told. */
    private static final String NEWER_CAPTURE =
            " where deduction.captured_on is null or excluded.captured_on > deduction.captured_on";

    /** The last request to the payer is the one that the file answers. */
    private static final String LAST_REQUEST =
            """
             and (select o.result_on from koki.deduction_order o
                  where o.insured_no = r.insured_no and o.notice in ('01', '31')
                  order by o.order_id desc limit 1) = :today
            """;

    private static void keep(IncomingFile file) {
        int records =
                file.db()
                        .sql(RECORDS)
                        .param("file", file.id())
                        .param("today", file.businessDate())
                        .update();
        if (records >= MANY) {
            // Without it the planner takes a new file for one of a single record.
            file.db().sql("analyze koki.pension_record").update();
        }
    }

    private static void unmatched(IncomingFile file) {
        file.count(
                "突合不能",
                file.db()
                        .sql(
                                """
                                select count(*) from koki.pension_record where file_id = :file and insured_no is null
                                """)
                        .param("file", file.id())
                        .query(Long.class)
                        .single());
    }

    private static final String RECORDS =
            """
            insert into koki.pension_record (file_id, line_no, notice, pension_no, pension_code, collector, birth_on, sex,
                name_kana, division, result, event_on, amount1, amount2, amount3, insured_no, known_on)
            select :file, i.line, i.notice, i.pension_no, i.pension_code, i.collector, i.birth_on, i.sex, i.name_kana,
                   i.division, i.result, i.event_on, i.amount1, i.amount2, i.amount3, d.insured_no, :today
            from incoming i
            left join koki.deduction d on d.pension_no = i.pension_no and d.pension_code = i.pension_code
            """;

    /**
     * Several insured people of the same name, birth date and sex: nobody is matched, a person
     * decides.
     */
    private static final String MATCH_BY_PERSON =
            """
            with c as materialized (
                select line_no, people.day(birth_on) as birth_day, sex, people.kana_key(name_kana) as kana_key
                from koki.pension_record where file_id = :file and insured_no is null)
            update koki.pension_record r set insured_no = m.insured_no
            from (select c.line_no, min(k.insured_no) as insured_no
                  from c
                  join people.v_person_key p on p.birth_day = c.birth_day and p.sex = c.sex
                       and (p.kana_key = c.kana_key or p.alias_kana_key = c.kana_key)
                  join koki.insured k on k.person_no = p.person_no and k.lost_on is null
                  group by c.line_no having count(*) = 1) m
            where r.file_id = :file and r.line_no = m.line_no
            """;

    /** Who was stopped or refused after the file came stays so. */
    private static final String CANDIDATES =
            """
            insert into koki.deduction (insured_no, person_no, collector, pension_no, pension_code, pension_yearly, state,
                                        state_since, reason, captured_on)
            select distinct on (r.insured_no) r.insured_no, k.person_no, r.collector, r.pension_no, r.pension_code, r.amount1,
                   'CANDIDATE', :today, '捕捉', r.event_on
            from koki.pension_record r join koki.insured k using (insured_no)
            where r.file_id = :file %s
            order by r.insured_no, r.line_no
            on conflict (insured_no) do update
                set pension_yearly = excluded.pension_yearly, collector = excluded.collector,
                    pension_no = excluded.pension_no, pension_code = excluded.pension_code,
                    captured_on = excluded.captured_on,
                    state = case when deduction.state in ('IN_FORCE', 'REQUESTED') or deduction.state_since
                                      > (select business_date from files.file where id = :file)
                                 then deduction.state else 'CANDIDATE' end,
                    state_since = case when deduction.state in ('IN_FORCE', 'REQUESTED') or deduction.state_since
                                            > (select business_date from files.file where id = :file)
                                       then deduction.state_since else excluded.state_since end
            %s
            """;

    /** What was asked after the file came is not answered by it. */
    private static final String ORDER_RESULTS =
            """
            update koki.deduction_order o set result = r.result, result_on = :today
            from koki.pension_record r
            where r.file_id = :file and o.insured_no = r.insured_no and o.result_on is null
              and o.sent_on <= (select business_date from files.file where id = :file)
              and o.notice = case r.notice when '02' then '01' when '32' then '31' when '42' then '41' when '62' then '61'
                                  else '81' end
              %s
            """;

    private static final String ACCEPTED =
            """
            update koki.deduction d
            set state = case when coalesce(r.result, '00') = '00' then 'IN_FORCE' else 'REFUSED' end, state_since = :today,
                reason = case when coalesce(r.result, '00') = '00' then '依頼受理' else '依頼不受理 ' || r.result end
            from koki.pension_record r
            where r.file_id = :file and r.notice in ('02', '32') and r.division in ('01', '02')
              and d.insured_no = r.insured_no and d.state = 'REQUESTED'
              %s
            """;

    /** The day of payment is 各種年月日; the pay month names the instalment. */
    private static final String RECEIPTS =
            """
            select 'Z34:' || r.pension_no || r.pension_code || ':' || coalesce(r.event_on, r.known_on) as receipt_key,
                   null::bigint as slip_no, null::text as barcode, i.instalment_id, r.amount1 as amount,
                   coalesce(r.event_on, r.known_on) as paid_on, date '%2$s' as received_on,
                   r.pension_no as shown_no, r.file_id, r.line_no
            from koki.pension_record r
            left join levy.instalment i on i.levy_code = 'KOKI' and i.method = 1 and i.reference = r.insured_no
                 and i.levy_year = extract(year from coalesce(r.event_on, r.known_on) - interval '3 months')
                 and i.period = extract(month from coalesce(r.event_on, r.known_on))
            where r.file_id = %1$d and r.notice = '22' and r.amount1 > 0
            """;
}
