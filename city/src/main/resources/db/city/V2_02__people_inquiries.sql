-- 所得照会: what other municipalities ask of this one, and reminders of what was asked of them.
create table people.received_inquiry (
    asker text not null,
    inquiry_no text not null,
    asker_person_no bigint not null,
    levy_year bigint not null,
    received_on date not null,
    name text not null,
    name_kana text not null,
    birth_on text not null,
    sex text not null,
    old_address text not null,
    moved_in_on date not null,
    person_no bigint,
    state text not null check (state in ('NEW', 'WAITING', 'CLERK', 'READY', 'ANSWERED', 'WITHHELD')),
    reason text check (reason in ('PROTECTED', 'SEVERAL', 'NO_FACTS')),
    approved boolean not null default false,
    answer text,
    answered_on date,
    decided_by text,
    decided_on date,
    note text,
    file_id bigint not null,
    primary key (asker, inquiry_no)
);
create index received_inquiry_open on people.received_inquiry (state) where state not in ('ANSWERED', 'WITHHELD');
comment on table people.received_inquiry is '他市区町村から受けた所得照会';
comment on column people.received_inquiry.asker is '照会元の地方公共団体コード';
comment on column people.received_inquiry.inquiry_no is '照会番号（照会元が付けたもの）';
comment on column people.received_inquiry.asker_person_no is '照会元の宛名番号';
comment on column people.received_inquiry.person_no is '当市の宛名番号（氏名カナ・生年月日・性別で特定できたとき）';
comment on column people.received_inquiry.state is '状態（WAITING=課税資料待ち、CLERK=職員の確認、READY=回答できる、WITHHELD=回答しない）';
comment on column people.received_inquiry.reason is '職員の確認が要る理由（PROTECTED=支援措置、SEVERAL=同じ人が複数、NO_FACTS=課税資料なし）';
comment on column people.received_inquiry.approved is '責任者が回答してよいとした';
comment on column people.received_inquiry.answer is '回答区分';
grant select, insert, update on people.received_inquiry to ${app};

alter table people.income_inquiry add column reminded_on date;
comment on column people.income_inquiry.reminded_on is '催促した日（回答期限を過ぎたとき1回）';
create index income_inquiry_open on people.income_inquiry (answer_due) where answered_on is null;
