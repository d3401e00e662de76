-- 収納の通知書: what was printed and what was pulled out; offsets that are announced before they are made.
create table levy.letter (
    letter_no text primary key,
    kind text not null,
    person_no bigint not null,
    issued_on date not null,
    file_id bigint,
    bundle text,
    first_page integer,
    pages integer,
    pulled_out text,
    settled_on date
);
create index letter_person on levy.letter (person_no, issued_on);
create index letter_pulled on levy.letter (issued_on, letter_no) where pulled_out is not null and settled_on is null;
comment on table levy.letter is '収納の通知書（印刷した束のどのページにあるか、または引抜き）';
comment on column levy.letter.kind is '帳票種別コード（印刷物索引と同じ）';
comment on column levy.letter.file_id is '印刷物索引のファイル番号（引抜きのときは空）';
comment on column levy.letter.bundle is '束番号（PDFの名前）';
comment on column levy.letter.first_page is '束の中の先頭ページ';
comment on column levy.letter.pulled_out is '引抜きの理由（描けない文字とその項目）。空は印刷したもの';
comment on column levy.letter.settled_on is '引抜きの通知書を別に作成して発送した年月日';

create table levy.offset_plan (
    source_id bigint not null,
    target_id bigint not null,
    kind levy.account_kind not null,
    amount bigint not null check (amount > 0),
    told_on date not null,
    offset_on date not null,
    used_on date,
    primary key (source_id, target_id, kind, told_on),
    check (offset_on > told_on)
);
create index offset_plan_waiting on levy.offset_plan (source_id) where used_on is null;
create index offset_plan_told on levy.offset_plan (told_on);
comment on table levy.offset_plan is '充当の事前通知（則109条）。特別徴収の過誤納は、本人に知らせてから充当する';
comment on column levy.offset_plan.source_id is '過誤納の期割';
comment on column levy.offset_plan.target_id is '充当先の期割';
comment on column levy.offset_plan.told_on is '通知した日';
comment on column levy.offset_plan.offset_on is '充当する日（この日までは充当も還付もしない）';
comment on column levy.offset_plan.used_on is '充当の日を過ぎて処理を終えた日';

create view levy.v_letter as select * from levy.letter;
comment on view levy.v_letter is '収納の通知書（公開ビュー）';

grant select, insert, update on levy.letter, levy.offset_plan to ${app};
grant select on levy.v_letter to ${app};

insert into office.parameter (code, value, valid_from, source, mark) values
    ('levy.offsetNoticeDays', '7', '2000-04-01', '特別徴収の過誤納の充当は、事前通知（則109条）から7日後', 'D'),
    ('levy.noticeTermDays', '14', '2000-04-01', '納期限の過ぎた期の納付書の期限は、発行から14日', 'D');
