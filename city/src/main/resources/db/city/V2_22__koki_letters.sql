-- 通知書: which plan was told to the insured, in which letter, and where its pages lie.
alter table koki.plan add column noticed_on date;
comment on column koki.plan.noticed_on is '通知書を作成した年月日（空は未通知）';
create index plan_unnoticed on koki.plan (decided_on) where noticed_on is null and current;

create table koki.letter (
    letter_no text primary key check (letter_no ~ '^[0-9]{12}$'),
    kind text not null,
    person_no bigint not null,
    insured_no text not null,
    levy_year integer not null,
    assessment_no text not null,
    plan_version integer not null,
    issued_on date not null,
    title text not null,
    file_id bigint,
    bundle text,
    first_page integer,
    pages integer not null,
    pulled_out text,
    settled_on date
);
create index letter_person on koki.letter (person_no, issued_on);
create index letter_issued on koki.letter (issued_on);
create index letter_pulled on koki.letter (issued_on) where pulled_out is not null and settled_on is null;
comment on table koki.letter is '発行した通知書・納付書（印刷した束のどのページにあるか）';
comment on column koki.letter.letter_no is '発送番号（発行年月日6桁とその日の連番6桁）';
comment on column koki.letter.kind is '帳票種別コード（印刷物索引と同じ）';
comment on column koki.letter.plan_version is '期割履歴番号（どの期割を通知したか）';
comment on column koki.letter.file_id is '印刷物索引のファイル番号（引抜きのときは空）';
comment on column koki.letter.bundle is '束番号（PDFの名前）';
comment on column koki.letter.first_page is '束の中の先頭ページ';
comment on column koki.letter.pulled_out is '引抜きの理由（支援措置、描けない文字）。空は印刷したもの';
comment on column koki.letter.settled_on is '引抜きの処理を終えた年月日';

create table koki.letter_set_aside (
    letter_no text not null,
    item text not null,
    character text not null,
    code_points text not null,
    primary key (letter_no, item, character)
);
comment on table koki.letter_set_aside is '引抜きとなった通知書の、描けない文字';
comment on column koki.letter_set_aside.item is '文字のある項目';
comment on column koki.letter_set_aside.code_points is '文字の番号';

create view koki.v_letter as select * from koki.letter;
comment on view koki.v_letter is '発行した通知書・納付書（公開ビュー）';

grant select, insert, update on koki.letter, koki.letter_set_aside to ${app};
grant select on koki.v_letter to ${app};
