-- 資格の通知書と証: letters about eligibility, and every piece that the union had issued with what became of it.
create sequence koki.notice_no as bigint start 700000000001 maxvalue 799999999999;
create table koki.notice (
    letter_no text primary key,
    kind text not null,
    person_no bigint not null,
    insured_no text,
    title text not null,
    subject text not null,
    issued_on date not null,
    file_id bigint,
    bundle text,
    first_page integer,
    pages integer,
    pulled_out text,
    settled_on date
);
create index notice_person on koki.notice (person_no, issued_on);
create index notice_pulled on koki.notice (issued_on) where pulled_out is not null and settled_on is null;
comment on table koki.notice is '資格の通知書（証の送付、障害認定の通知など。印刷した束のどのページにあるか、または引抜き）';
comment on column koki.notice.kind is '帳票種別コード（印刷物索引と同じ）';
comment on column koki.notice.subject is '何についての通知か（証管理番号、受付番号）';
comment on column koki.notice.pulled_out is '引抜きの理由。空は印刷したもの';
comment on column koki.notice.settled_on is '引抜きの処理を終えた年月日';

create table koki.card (
    insurer_no text not null,
    person_no bigint not null,
    insured_no text not null,
    card_no text primary key,
    kind text not null,
    reason text not null,
    issued_on date not null,
    valid_from date not null,
    valid_until date,
    acquired_on date not null,
    copay text,
    copay_from date,
    limit_class text,
    limit_shown boolean not null,
    limit_from date,
    long_stay_from date,
    disease text,
    disease_from date,
    name text not null,
    name_kana text not null,
    birth_on text not null,
    sex text not null,
    address text not null,
    known_on date not null,
    file_id bigint not null,
    state text not null check (state in ('WAITING', 'ISSUED', 'MAIL_BACK', 'LOST', 'RECOVERED', 'DROPPED')),
    method text,
    given_on date,
    letter_no text
);
create index card_person on koki.card (person_no);
create index card_waiting on koki.card (card_no) where state = 'WAITING';
create index card_back on koki.card (card_no) where state = 'MAIL_BACK';
create index card_letter on koki.card (letter_no) where letter_no is not null;
create index card_insured on koki.card (insured_no, kind, card_no);
comment on table koki.card is '証（広域連合の証発行用情報と、交付・返戻・回収の状態）';
comment on column koki.card.card_no is '証管理番号';
comment on column koki.card.kind is '証種別コード';
comment on column koki.card.reason is '発行事由コード';
comment on column koki.card.valid_from is '発効期日';
comment on column koki.card.valid_until is '有効期限';
comment on column koki.card.limit_class is '限度区分（併記を申請した人だけ）';
comment on column koki.card.state is '状態（WAITING=交付待ち、ISSUED=交付済、MAIL_BACK=返戻、LOST=紛失等、RECOVERED=返還済、DROPPED=交付取りやめ）';
comment on column koki.card.method is '交付方法（1 窓口で手渡し、2 普通郵便、3 簡易書留、4 特定記録、5 本人限定受取、9 その他）';
comment on column koki.card.given_on is '交付年月日（手渡し又は発送の作成）';
comment on column koki.card.letter_no is '発送番号（郵送のとき。交付待ちで入っているものは、引き抜かれて発送していない）';

create table koki.card_event (
    event_no bigint generated always as identity primary key,
    card_no text not null,
    person_no bigint not null,
    event text not null,
    on_day date not null,
    method text,
    note text,
    was jsonb,
    undoes bigint,
    staff text,
    terminal text,
    at timestamptz not null default clock_timestamp()
);
create unique index card_event_undone on koki.card_event (undoes) where undoes is not null;
create index card_event_card on koki.card_event (card_no, event_no);
comment on table koki.card_event is '証の交付・返戻・返還・紛失の記録（追記のみ）';
comment on column koki.card_event.event is '事象（MIGRATED=移行、MAILED=発送、HANDED=手渡し、MAIL_BACK=返戻、AGAIN=再発送の指示、LOST=紛失等、RECOVERED=返還、WAIVED=回収不要、PULLED_OUT=引抜き、DROPPED=交付取りやめ、UNDONE=記録の取消）';
comment on column koki.card_event.was is '職員の処理の前の状態（取消で戻す）';
comment on column koki.card_event.undoes is '取り消した記録';

create table koki.card_delivery (
    person_no bigint primary key,
    method text not null,
    note text not null,
    since date not null,
    staff text not null
);
comment on table koki.card_delivery is '証の受取方法の希望（窓口で受け取る人など）';

grant select, insert, update on koki.notice, koki.card to ${app};
grant select, insert on koki.card_event to ${app};
grant select, insert, update, delete on koki.card_delivery to ${app};
grant usage on sequence koki.notice_no to ${app};

insert into office.parameter (code, value, valid_from, source, mark) values
    ('koki.cardMethod', '3', '2000-04-01', '資格確認書・特定疾病療養受療証は簡易書留（市区町村の多数例）', 'D'),
    ('koki.infoMethod', '2', '2000-04-01', '資格情報のお知らせは普通郵便（市区町村の多数例）', 'D'),
    ('koki.renewalMonths', '2', '2000-04-01', '有期の障害認定の更新案内を終了の何か月前に送るか', 'D');
