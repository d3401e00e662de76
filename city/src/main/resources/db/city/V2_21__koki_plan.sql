-- 期割: every recomputation is a new version; what was told to people and to the union stays readable.
create table koki.plan (
    levy_year integer not null,
    assessment_no text not null,
    plan_version integer not null,
    insured_no text not null,
    person_no bigint not null,
    decision_year integer not null,
    account_year integer not null,
    assessment_version bigint,
    provisional boolean not null,
    premium bigint not null check (premium >= 0),
    result text not null check (result in ('1', '2', '3', '4')),
    ordinary_reason text,
    reason text not null,
    decided_on date not null,
    current boolean not null,
    sent_on date,
    primary key (levy_year, assessment_no, plan_version)
);
create unique index plan_current on koki.plan (levy_year, assessment_no) where current;
create index plan_person on koki.plan (person_no);
create index plan_unsent on koki.plan (decided_on) where sent_on is null;
create index plan_decided on koki.plan (decided_on);
comment on table koki.plan is '期割（1回の計算が1版）。期割履歴番号を重ね、書き換えない';
comment on column koki.plan.levy_year is '相当年度';
comment on column koki.plan.assessment_no is '賦課管理番号';
comment on column koki.plan.plan_version is '期割履歴番号';
comment on column koki.plan.assessment_version is '賦課履歴番号（仮徴収のときは空）';
comment on column koki.plan.provisional is '本算定の前の仮徴収だけの期割か';
comment on column koki.plan.premium is '市区町村別保険料額（仮徴収のときは仮徴収額の合計）';
comment on column koki.plan.result is '賦課結果：1 特別徴収、2 普通徴収、3 併徴、4 賦課なし';
comment on column koki.plan.ordinary_reason is '普徴事由';
comment on column koki.plan.reason is '期割の事由（本算定、月次更正、徴収不能…）';
comment on column koki.plan.sent_on is '広域Ｉ／Ｆ抽出年月日';

create table koki.plan_row (
    levy_year integer not null,
    assessment_no text not null,
    plan_version integer not null,
    method smallint not null check (method in (1, 2)),
    period smallint not null,
    due_on date not null,
    amount bigint not null check (amount >= 0),
    primary key (levy_year, assessment_no, plan_version, method, period)
);
comment on table koki.plan_row is '期割の明細（期別の納期限と金額）';
comment on column koki.plan_row.method is '徴収方法区分：1 特別徴収（期別は年金支払月）、2 普通徴収（13以上は随時期）';

-- 特別徴収: from which pension a person's premium is taken, and since when.
create table koki.deduction (
    insured_no text primary key,
    person_no bigint not null,
    collector text not null,
    pension_no text not null,
    pension_code text not null,
    pension_yearly bigint not null,
    state text not null check (state in ('IN_FORCE', 'CANDIDATE', 'REQUESTED', 'REFUSED', 'STOPPED')),
    state_since date not null,
    reason text not null,
    opted_out boolean not null default false
);
create index deduction_person on koki.deduction (person_no);
create index deduction_pension on koki.deduction (pension_no, pension_code);
comment on table koki.deduction is '特別徴収の対象者と状態';
comment on column koki.deduction.state is 'IN_FORCE 徴収中、CANDIDATE 捕捉済、REQUESTED 依頼済、REFUSED 依頼が受理されない、STOPPED 中止';

create table koki.pension_record (
    file_id bigint not null,
    line_no bigint not null,
    notice text not null,
    pension_no text not null,
    pension_code text not null,
    collector text not null,
    birth_on text not null,
    sex text not null,
    name_kana text not null,
    division text,
    result text,
    event_on date,
    amount1 bigint not null,
    amount2 bigint not null,
    amount3 bigint not null,
    insured_no text,
    known_on date not null,
    primary key (file_id, line_no)
);
create index pension_record_unmatched on koki.pension_record (known_on) where insured_no is null;
comment on table koki.pension_record is '年金保険者から受けた記録（対象者、処理結果、徴収結果）と突合した被保険者';

-- What the pension's payer is to be told next: 依頼, 中止, 仮徴収額変更.
create table koki.deduction_order (
    order_id bigint generated always as identity primary key,
    insured_no text not null,
    notice text not null,
    division text not null,
    event_on date not null,
    amount1 bigint not null,
    amount2 bigint not null,
    made_on date not null,
    sent_on date,
    file_id bigint,
    result text,
    result_on date
);
create index deduction_order_unsent on koki.deduction_order (notice) where sent_on is null;
create index deduction_order_insured on koki.deduction_order (insured_no);
create index deduction_order_stop_refused on koki.deduction_order (result_on) where notice = '41' and result <> '00';
comment on table koki.deduction_order is '年金保険者への依頼・中止・仮徴収額変更';

create table koki.care_deduction (
    person_no bigint not null,
    levy_year bigint not null,
    payment_month text not null,
    care_no text not null,
    pension_no text not null,
    pension_code text not null,
    collector text not null,
    stage text not null,
    state text not null,
    amount bigint not null,
    known_on date not null,
    primary key (person_no, levy_year, payment_month)
);
comment on table koki.care_deduction is '介護保険料の特別徴収額（2分の1判定に用いる）';

create table koki.union_difference (
    file_id bigint not null,
    line_no bigint not null,
    content jsonb not null,
    known_on date not null,
    settled_on date,
    primary key (file_id, line_no)
);
comment on table koki.union_difference is '広域連合との突合で相違となったもの';

-- The public face in SQL: what each municipality share must add up to.
create view koki.v_decided as
select p.levy_year, p.assessment_no, p.person_no, p.insured_no, p.decision_year, p.account_year, p.plan_version,
       p.premium, p.provisional
from koki.plan p where p.current;
comment on view koki.v_decided is '期割の合計が一致すべき額（相当年度・賦課管理番号ごと）';

grant select, insert, update, delete on
    koki.plan, koki.plan_row, koki.deduction, koki.pension_record, koki.deduction_order, koki.care_deduction,
    koki.union_difference to ${app};
grant select on koki.v_decided to ${app};
grant maintain on koki.pension_record to ${app};
