-- 住基との整合性確認: a full list that comes later is compared, not taken; each difference is worked off.
create table people.register_check (
    run_no bigint generated always as identity primary key,
    file_id bigint not null,
    checked_on date not null,
    told integer not null,
    known integer not null,
    missing_here integer not null default 0,
    missing_there integer not null default 0,
    different integer not null default 0,
    items integer not null default 0
);
comment on table people.register_check is '住基との整合性確認（全件ファイルごと）';
comment on column people.register_check.told is '住基の人数';
comment on column people.register_check.known is '市の住民の人数';
comment on column people.register_check.missing_here is '市の宛名にない人数';
comment on column people.register_check.missing_there is '住基にない人数';
comment on column people.register_check.different is '内容が違う人数';
comment on column people.register_check.items is '違う項目の数';

create table people.register_said (like people.person, run_no bigint not null, line bigint not null);
alter table people.register_said
    alter column name_key drop not null,
    alter column kana_key drop not null,
    alter column known_on drop not null,
    add primary key (person_no, run_no);
comment on table people.register_said is '違いのあった人の、全件ファイルの内容（取り込むために残す）';

create table people.register_difference (
    run_no bigint not null,
    person_no bigint not null,
    kind text not null check (kind in ('MISSING_HERE', 'MISSING_THERE', 'DIFFERENT')),
    item text not null,
    ours text,
    theirs text,
    state text not null default 'OPEN' check (state in ('OPEN', 'TAKEN', 'EXPLAINED', 'GONE', 'REPLACED')),
    settled_on date,
    staff text,
    note text,
    primary key (run_no, person_no, item)
);
create index register_difference_open on people.register_difference (person_no) where state = 'OPEN';
create index register_difference_person on people.register_difference (person_no);
comment on table people.register_difference is '住基との相違（人・項目ごと）';
comment on column people.register_difference.kind is '種類（MISSING_HERE=市にない、MISSING_THERE=住基にない、DIFFERENT=内容が違う）';
comment on column people.register_difference.item is '項目';
comment on column people.register_difference.state is '状態（OPEN=未処理、TAKEN=住基の内容を取り込んだ、EXPLAINED=説明済、GONE=その後の異動で一致、REPLACED=後の確認に引き継いだ）';

grant select, insert, update on people.register_check, people.register_difference to ${app};
grant select, insert on people.register_said to ${app};
