-- 簡易申告 (F02): which forms were printed for whom, what came back, who entered and who confirmed it.
create table people.declaration (
    person_no bigint not null,
    levy_year bigint not null,
    printed_on date not null,
    printed_by text not null,
    return_by date not null,
    state text not null default 'PRINTED' check (state in ('PRINTED', 'ENTERED', 'CONFIRMED')),
    salary bigint not null default 0 check (salary >= 0),
    pension bigint not null default 0 check (pension >= 0),
    business bigint not null default 0,
    farming bigint not null default 0,
    real_estate bigint not null default 0,
    misc_other bigint not null default 0,
    entered_by text,
    entered_on date,
    confirmed_by text,
    confirmed_on date,
    primary key (person_no, levy_year),
    check (confirmed_by is null or confirmed_by <> entered_by)
);
create index declaration_waiting on people.declaration (entered_on) where state = 'ENTERED';
comment on table people.declaration is '簡易申告書（印刷、入力、確認）';
comment on column people.declaration.levy_year is '相当年度（前年中の所得を申告する）';
comment on column people.declaration.return_by is '提出期限';
comment on column people.declaration.state is '状態（PRINTED=印刷済、ENTERED=確認待ち、CONFIRMED=確認済）';
grant select, insert, update on people.declaration to ${app};
