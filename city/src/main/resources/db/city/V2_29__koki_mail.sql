-- 返戻: what was done about each letter that came back, 居所不明 with its inquiries, 公示送達.
create table koki.mail_case (
    letter_no text primary key,
    person_no bigint not null,
    state text not null check (state in ('RESENT', 'INQUIRING', 'PUBLISHED', 'CLOSED')),
    resent_on date,
    published_on date,
    effective_on date,
    notice_no text,
    changed_on date not null
);
create index mail_case_person on koki.mail_case (person_no);
comment on table koki.mail_case is '返戻の処理状況（行のないものは未処理）';
comment on column koki.mail_case.letter_no is '返戻になった印刷物の発送番号';
comment on column koki.mail_case.state is '状態（RESENT=再送、INQUIRING=調査中、PUBLISHED=公示送達、CLOSED=処理済）';
comment on column koki.mail_case.resent_on is '再送年月日';
comment on column koki.mail_case.published_on is '公示送達年月日（掲示を始めた日）';
comment on column koki.mail_case.effective_on is '送達があったものとみなされる日（掲示を始めた日から起算して7日を経過したとき）';
comment on column koki.mail_case.notice_no is '告示の文書番号';

create table koki.mail_deed (
    deed_no bigint generated always as identity primary key,
    letter_no text,
    person_no bigint not null,
    deed text not null,
    on_day date not null,
    note text not null,
    staff text not null,
    terminal text not null,
    at timestamptz not null default clock_timestamp()
);
create index mail_deed_person on koki.mail_deed (person_no, deed_no);
comment on table koki.mail_deed is '返戻・居所不明の処理の記録（追記のみ）';
comment on column koki.mail_deed.deed is '処理（RESENT、INQUIRED、UNKNOWN、PUBLISHED、FOUND、CLOSED）';

create table koki.whereabouts (
    person_no bigint not null,
    unknown_from date not null,
    known_on date,
    reason text not null,
    found_by text,
    entered_by text not null,
    ended_by text,
    primary key (person_no, unknown_from)
);
create unique index whereabouts_open on koki.whereabouts (person_no) where known_on is null;
comment on table koki.whereabouts is '居所不明の期間';
comment on column koki.whereabouts.unknown_from is '居所不明とした年月日';
comment on column koki.whereabouts.known_on is '居所が判明した年月日（空は居所不明）';
comment on column koki.whereabouts.found_by is '判明した経緯';

create table koki.whereabouts_inquiry (
    inquiry_no bigint generated always as identity primary key,
    person_no bigint not null,
    on_day date not null,
    how text not null,
    result text not null,
    staff text not null,
    at timestamptz not null default clock_timestamp()
);
create index whereabouts_inquiry_person on koki.whereabouts_inquiry (person_no, on_day);
comment on table koki.whereabouts_inquiry is '居所の調査（住基照会、電話、訪問、郵便局への照会など）';

grant select, insert, update on koki.mail_case, koki.whereabouts to ${app};
grant select, insert on koki.mail_deed, koki.whereabouts_inquiry to ${app};
