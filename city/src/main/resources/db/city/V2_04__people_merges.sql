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
