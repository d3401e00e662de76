-- 住登外者の名寄せ: two numbers of one person. The link can be undone; every link and every undoing stays.
create table people.merge (
    merge_no bigint generated always as identity primary key,
    person_no bigint not null,
    survivor_no bigint not null,
    root_no bigint,
    merged_on date not null,
    known_on date not null,
    source text not null check (source in ('FILE', 'CLERK')),
    staff text,
    note text,
    kept text check (kept in ('CURRENT', 'PAST')),
    undone_on date,
    undone_by text,
    undone_note text,
    check (person_no <> survivor_no)
);
create unique index merge_open on people.merge (person_no) where undone_on is null;
create index merge_survivor on people.merge (survivor_no) where undone_on is null;
create index merge_known on people.merge (known_on);
create index merge_undone on people.merge (undone_on) where undone_on is not null;
comment on table people.merge is '名寄せ（住登外者の宛名番号の統合）';
comment on column people.merge.person_no is '統合された宛名番号';
comment on column people.merge.survivor_no is '統合先（残る）宛名番号';
comment on column people.merge.merged_on is '統合年月日';
comment on column people.merge.source is '経路（FILE=住登外者ファイル、CLERK=職員）';
comment on column people.merge.undone_on is '統合を取り消した日';
grant select, insert, update on people.merge to ${app};
comment on column people.merge.root_no is '統合の連鎖の先に残る宛名番号';
comment on column people.merge.kept is '統合された番号に残る後期の台帳（CURRENT=統合のとき被保険者、PAST=以前の被保険者。空は台帳なし）';

-- 台帳の残る番号: insurance, premiums, money and letters stay under the number for which they were made; name, address and death
-- are those of the number that goes on.
create view people.v_kept as
select person_no, coalesce(root_no, survivor_no) as root_no, kept from people.merge where undone_on is null and kept is not null;
comment on view people.v_kept is '統合されたあとも資格・賦課・収納の台帳が残る宛名番号と、その人の今の宛名番号';

-- To the union the number under which somebody is insured goes on: what is new of the person is told under it.
create view people.v_union_keeper as
select distinct on (k.root_no) k.person_no, k.root_no
from people.v_kept k join people.person r on r.person_no = k.root_no
where k.kept = 'CURRENT' and r.resident_kind = '3'
order by k.root_no, k.person_no;
comment on view people.v_union_keeper is '広域連合とのやりとりに使い続ける宛名番号（統合された、資格のある番号）';

create view people.v_union_number as
select m.person_no, coalesce(k.person_no, m.survivor_no) as union_no
from people.merge m left join people.v_union_keeper k on k.root_no = coalesce(m.root_no, m.survivor_no)
where m.undone_on is null and m.person_no is distinct from k.person_no
union all
select root_no, person_no from people.v_union_keeper;
comment on view people.v_union_number is '広域連合に統合先として知らせる宛名番号';

-- An account of the number that goes on serves the one that keeps the ledger, unless that has its own.
create view people.v_account as
select person_no, purpose, levy_code, valid_from, valid_to, bank_code, bank_name, bank_kana, branch_code, branch_name, branch_kana,
       account_kind, account_no, holder, holder_kana
from people.account
union all
select k.person_no, a.purpose, a.levy_code, a.valid_from, a.valid_to, a.bank_code, a.bank_name, a.bank_kana, a.branch_code,
       a.branch_name, a.branch_kana, a.account_kind, a.account_no, a.holder, a.holder_kana
from people.v_kept k join people.account a on a.person_no = k.root_no
where not exists (select from people.account o where o.person_no = k.person_no and o.purpose = a.purpose
                  and o.levy_code = a.levy_code and o.valid_to is null);
comment on view people.v_account is '口座（統合された番号の台帳には、統合先の口座も使う）';
create view people.v_debit_account as select * from people.v_account where purpose = 'DEBIT';
create view people.v_refund_account as select * from people.v_account where purpose = 'REFUND';
grant select on people.v_kept, people.v_union_keeper, people.v_union_number, people.v_debit_account, people.v_refund_account
    to ${app};

-- 所得情報 by the number under which the union holds them: of an insured number that was merged, those of the number that goes on
-- count when they were told later (the last row of a file counts, and a file is in the order of the numbers).
create view people.v_kept_tax as
select k.person_no as told_no, k.root_no, r.levy_year
from people.v_union_keeper k
join people.tax_fact r on r.person_no = k.root_no and r.current
join people.tax_sent rs on rs.person_no = r.person_no and rs.levy_year = r.levy_year and rs.version = r.version
left join people.tax_fact t on t.person_no = k.person_no and t.levy_year = r.levy_year and t.current
left join people.tax_sent ts on ts.person_no = t.person_no and ts.levy_year = t.levy_year and ts.version = t.version
where t.person_no is null or (rs.sent_on, r.person_no) > (coalesce(ts.sent_on, '-infinity'::date), t.person_no);
comment on view people.v_kept_tax is '統合された被保険者の番号のうち、統合先の所得情報が有効なもの';
create view people.v_union_tax as
select t.person_no as told_no, t.* from people.v_tax t
where not exists (select from people.v_kept_tax k where k.told_no = t.person_no and k.levy_year = t.levy_year)
union all
select k.told_no, r.* from people.v_kept_tax k
join people.v_tax r on r.person_no = k.root_no and r.levy_year = k.levy_year;
comment on view people.v_union_tax is '所得・課税情報（広域連合に知らせた宛名番号ごと。統合された被保険者の番号には、統合先の所得情報も使う）';
grant select on people.v_union_tax to ${app};
grant delete on people.tax_sent to ${app};
