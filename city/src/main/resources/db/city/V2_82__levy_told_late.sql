-- 出納整理期間: what was paid by 31 May belongs to the year that ended in March, though the city hears of it in June.
create table levy.year_closing (
    account_year integer primary key,
    carried_on date not null,
    closed_on date
);
create index year_closing_open on levy.year_closing (account_year) where closed_on is null;
comment on table levy.year_closing is '出納閉鎖：滞納繰越をした日と、5月31日までの領収の通知を待って帳簿を閉じた日';
comment on column levy.year_closing.carried_on is '滞納繰越をした日（6月の最初の業務日）';
comment on column levy.year_closing.closed_on is '決算を確定した日。空の間は、5月31日までに領収された収納を閉鎖した年度に記帳する';
grant select, insert on levy.year_closing to ${app};
grant update (closed_on) on levy.year_closing to ${app};

alter table levy.carry_over drop constraint carry_over_carried_check;
alter table levy.carry_over add constraint carry_over_carried_check check (carried >= 0);

-- The account of the ended year for each account that was carried over from it and is not closed yet.
create view levy.v_late_fund as
select o.fund_id, case when o.account_year = c.account_year then o.fund_id else p.fund_id end as late_fund_id,
       c.account_year, make_date(c.account_year + 1, 5, 31) as until
from levy.year_closing c
join levy.fund o on o.account_year <= c.account_year
left join levy.fund p on p.levy_code = o.levy_code and p.account_year = c.account_year and p.levy_year = o.levy_year
     and p.method = o.method and p.kind = 'CARRIED' and o.account_year < c.account_year
where c.closed_on is null and (o.account_year = c.account_year or p.fund_id is not null);
comment on view levy.v_late_fund is '5月31日までの領収を記帳する会計区分（決算を確定するまで）';
grant select on levy.v_late_fund to ${app};

-- What was carried over and is paid in the old year after all is not carried over: the ledger and the two frozen tables
-- are put right together. Only for a year whose books are not closed.
create function levy.told_late(batch bigint, after bigint) returns void
    language plpgsql security definer set search_path = levy, pg_temp as $$
begin
    if not exists (select from year_closing where closed_on is null) then
        return;
    end if;
    create temporary table told_late on commit drop as
    select p.posting_id, p.credit_kind, p.credit_id as instalment_id, p.amount, p.fund_id, p.account_year, p.booked_on, r.receipt_id
    from receipt r
    join posting p on p.booked_on = r.booked_on and p.source = 'RECEIPT' and p.source_id = r.receipt_id
    join year_closing c on c.account_year = p.account_year and c.closed_on is null
    where r.receipt_id > after and r.batch_no = batch and p.credit_kind in ('RECEIVABLE', 'OVERPAYMENT');
    insert into posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause, fund_id, account_year,
        booked_on, source, source_id)
    select operation('TOLD_LATE:' || t.posting_id), 'INCOME', f.current_fund_id, 'INCOME', t.fund_id, t.amount, 'CARRY_BACK',
        f.current_fund_id, f.account_year, t.booked_on, 'RECEIPT', t.receipt_id
    from told_late t
    join instalment i using (instalment_id)
    join v_fund f on f.fund_id = i.fund_id
    where t.credit_kind = 'RECEIVABLE';
    update carry_over o set carried = o.carried - t.amount, collected = o.collected + t.amount
    from (select instalment_id, account_year, sum(amount) as amount from told_late where credit_kind = 'RECEIVABLE'
          group by 1, 2) t
    where o.instalment_id = t.instalment_id and o.account_year = t.account_year + 1;
    update year_total y set collected = y.collected + t.collected, open = y.open - t.premium,
        over_arisen = y.over_arisen + t.collected - t.premium, over_held = y.over_held + t.collected - t.premium
    from (select fund_id, account_year, sum(amount) as collected,
              coalesce(sum(amount) filter (where credit_kind = 'RECEIVABLE'), 0) as premium
          from told_late group by 1, 2) t
    where y.account_year = t.account_year and y.fund_id = t.fund_id;
    drop table told_late;
end $$;
comment on function levy.told_late is '6月に知った5月31日までの領収：滞納繰越と決算を合わせて直す';
grant execute on function levy.told_late to ${app};

-- The opposite, when such a receipt is reversed before the books are closed: what is open again is carried over again.
create function levy.told_late_undone(receipt bigint, day date) returns void
    language plpgsql security definer set search_path = levy, pg_temp as $$
begin
    if not exists (select from year_closing where closed_on is null) then
        return;
    end if;
    create temporary table told_late_undone on commit drop as
    select p.posting_id, p.debit_kind, p.debit_id as instalment_id, p.amount, p.fund_id, p.account_year
    from posting p
    join year_closing c on c.account_year = p.account_year and c.closed_on is null
    where p.booked_on = day and p.source = 'RECEIPT' and p.source_id = receipt and p.cause = 'RECEIPT'
      and p.debit_kind in ('RECEIVABLE', 'OVERPAYMENT') and p.credit_kind = 'CASH'
      and exists (select from posting o
                  where o.credit_id = p.debit_id and o.credit_kind in ('RECEIVABLE', 'OVERPAYMENT') and o.source = 'RECEIPT'
                    and o.source_id = receipt and o.account_year = c.account_year and o.booked_on > c.carried_on);
    insert into posting (operation, debit_kind, debit_id, credit_kind, credit_id, amount, cause, fund_id, account_year,
        booked_on, source, source_id)
    select operation('TOLD_LATE_UNDONE:' || t.posting_id), 'INCOME', t.fund_id, 'INCOME', f.current_fund_id, t.amount, 'CARRY_OVER',
        f.current_fund_id, f.account_year, day, 'RECEIPT', receipt
    from told_late_undone t
    join instalment i using (instalment_id)
    join v_fund f on f.fund_id = i.fund_id
    where t.debit_kind = 'RECEIVABLE';
    update carry_over o set carried = o.carried + t.amount, collected = o.collected - t.amount
    from (select instalment_id, account_year, sum(amount) as amount from told_late_undone where debit_kind = 'RECEIVABLE'
          group by 1, 2) t
    where o.instalment_id = t.instalment_id and o.account_year = t.account_year + 1;
    update year_total y set collected = y.collected - t.collected, open = y.open + t.premium,
        over_arisen = y.over_arisen - t.collected + t.premium, over_held = y.over_held - t.collected + t.premium
    from (select fund_id, account_year, sum(amount) as collected,
              coalesce(sum(amount) filter (where debit_kind = 'RECEIVABLE'), 0) as premium
          from told_late_undone group by 1, 2) t
    where y.account_year = t.account_year and y.fund_id = t.fund_id;
    drop table told_late_undone;
end $$;
comment on function levy.told_late_undone is '6月に知った5月31日までの領収の取消：決算を確定するまで、滞納繰越と決算を元に戻す';
grant execute on function levy.told_late_undone to ${app};

insert into office.parameter (code, value, valid_from, source, mark) values
    ('levy.closingBusinessDays', '10', '2000-04-01',
     '決算の確定：5月31日までに領収された収納の通知を待つ6月の営業日数（自治法235条の5、自治令160条）', 'D');
