-- 住登外者宛名番号管理: one number per person from outside; sought before it is issued, entered by one clerk and confirmed by another.
create sequence people.non_resident_serial as bigint start 7000000000001 maxvalue 7999999999999;
comment on sequence people.non_resident_serial is '住登外者の宛名番号の通番（検査数字の前の13桁）';

create table people.non_resident_entry (
    entry_no bigint generated always as identity primary key,
    person_no bigint,
    change text not null check (change in ('1', '2', '3')),
    changed_on date not null,
    reason text not null,
    person_kind text not null check (person_kind in ('1', '2')),
    name text not null,
    name_kana text not null,
    alias text,
    alias_kana text,
    name_latin text,
    birth_on text,
    sex text,
    household_no bigint,
    head_no bigint,
    relation_name text,
    municipality_code text not null,
    postal_code text,
    prefecture text not null,
    city text not null,
    town text not null,
    lot text,
    building text,
    address_kana text,
    phone text,
    address_exception text not null,
    exception_from date,
    exception_until date,
    facility text,
    died_on text,
    business text not null,
    evidence text not null,
    another_person text,
    entered_by text not null,
    entered_on date not null,
    entered_at timestamptz not null default clock_timestamp(),
    state text not null default 'ENTERED' check (state in ('ENTERED', 'CONFIRMED', 'RETURNED')),
    confirmed_by text,
    confirmed_at timestamptz,
    return_reason text,
    check (confirmed_by is null or confirmed_by <> entered_by),
    check (state <> 'CONFIRMED' or person_no is not null)
);
create index non_resident_entry_waiting on people.non_resident_entry (entered_at) where state = 'ENTERED';
create index non_resident_entry_person on people.non_resident_entry (person_no);
comment on table people.non_resident_entry is '住登外者の登録・変更・廃止（窓口の入力と確認）';
comment on column people.non_resident_entry.change is '異動区分（1=新規、2=変更、3=廃止）';
comment on column people.non_resident_entry.reason is '登録事由コード';
comment on column people.non_resident_entry.business is '番号を使う業務';
comment on column people.non_resident_entry.evidence is '確かめた書類';
comment on column people.non_resident_entry.another_person is '4情報が一致する登録があるとき、別人と確かめた方法';

create table people.issued_number (
    person_no bigint primary key,
    entry_no bigint not null,
    issued_on date not null
);
comment on table people.issued_number is '当市が住登外者に付けた宛名番号（使わなくなっても再び付けない）';

create table people.number_use (
    person_no bigint not null,
    business text not null,
    since date not null,
    until date,
    staff text not null,
    primary key (person_no, business, since)
);
create unique index number_use_open on people.number_use (person_no, business) where until is null;
comment on table people.number_use is '住登外者の宛名番号を使う業務';
comment on column people.number_use.business is '業務名';
comment on column people.number_use.until is '使わなくなった日';

-- What clerks changed since the last extract for the union.
create table people.untold (
    person_no bigint primary key
);
comment on table people.untold is '窓口での変更のうち、広域連合への抽出がまだ見ていない人';

create index person_outside on people.person (kana_key text_pattern_ops, birth_day) where resident_kind = '3';

grant usage on sequence people.non_resident_serial to ${app};
grant select, insert, update on people.non_resident_entry, people.number_use to ${app};
grant select, insert on people.issued_number to ${app};
grant select, insert, delete on people.untold to ${app};

create table people.different (
    person_no bigint not null,
    other_no bigint not null,
    decided_on date not null,
    staff text not null,
    note text not null,
    primary key (person_no, other_no),
    check (person_no < other_no)
);
comment on table people.different is '別人と確かめた組（同一人の候補に出さない）';
grant select, insert on people.different to ${app};
