-- 仮徴収 of machi's own second year: what February took, and who begins in April, June or August.
create view koki.v_last_deduction as
select distinct on (levy_year, insured_no) levy_year, insured_no, amount
from (
    select levy_year, insured_no, february as amount, null::date as known_on, 0 as file_id, 0 as line_no
    from koki.former_deduction where february > 0
    union all
    select extract(year from r.event_on - interval '3 months')::bigint, r.insured_no, r.amount1, r.known_on, r.file_id, r.line_no
    from koki.pension_record r
    where r.notice = '22' and r.insured_no is not null and r.amount1 > 0 and extract(month from r.event_on) = 2) told
order by levy_year, insured_no, known_on desc nulls last, file_id desc, line_no desc;
comment on view koki.v_last_deduction is '相当年度の最後の支払（2月）で特別徴収された額。年金保険者の徴収結果（新しいもの）、なければ移行分';
grant select on koki.v_last_deduction to ${app};

alter table koki.deduction_order add column starts_on date;
comment on column koki.deduction_order.starts_on is '4月・6月・8月開始の追加依頼：最初に徴収する月の初日';
create index deduction_order_starts on koki.deduction_order (starts_on) where starts_on is not null;

insert into office.parameter (code, value, valid_from, source, mark) values
    ('koki.provisionalStart', '1', '2000-04-01', '4月・6月・8月からの特別徴収開始：0 行わない、1 行う（準介135条3項・4項）', 'L'),
    ('koki.startDivisor', '12', '2000-04-01', '仮徴収開始の額：前年度の保険料額を割る数（1から12、則101条）', 'L'),
    ('koki.startAnnualised', '1', '2000-04-01', '仮徴収開始の額：年度途中取得者の前年度額を年額に換算する（1）・しない（0）', 'U');
