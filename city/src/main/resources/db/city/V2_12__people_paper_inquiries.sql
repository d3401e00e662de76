-- 所得照会 and 住基照会 on paper (Q16, I27), beside those by file.
alter table people.income_inquiry
    add column kind text not null default 'INCOME' check (kind in ('INCOME', 'RESIDENCE')),
    add column medium text not null default 'FILE' check (medium in ('FILE', 'PAPER')),
    add column to_name text,
    add column printed_on date,
    add column answered_by text,
    add column answer_text text,
    add column typed_answer text,
    add column typed_text text,
    add column salary bigint not null default 0 check (salary >= 0),
    add column pension bigint not null default 0 check (pension >= 0),
    add column business bigint not null default 0,
    add column farming bigint not null default 0,
    add column real_estate bigint not null default 0,
    add column misc_other bigint not null default 0,
    add column entered_by text,
    add column entered_on date,
    add column fact_version integer,
    add column confirmed_by text,
    add column return_reason text,
    add check (confirmed_by is null or confirmed_by <> entered_by),
    drop constraint income_inquiry_pkey,
    add primary key (person_no, levy_year, kind);
comment on table people.income_inquiry is '所得照会・住基照会（賦課期日の住所地の市町村へ）';
comment on column people.income_inquiry.kind is '種類（INCOME=所得照会、RESIDENCE=住基照会）';
comment on column people.income_inquiry.medium is '方法（FILE=ファイル、PAPER=文書）';
comment on column people.income_inquiry.printed_on is '照会書・催促状を最後に印刷した日';
comment on column people.income_inquiry.answered_by is '文書の回答を入力した職員番号';
comment on column people.income_inquiry.answer_text is '住基照会の回答の内容';
comment on column people.income_inquiry.typed_answer is '職員が入力した回答区分（別の職員が確認すると回答になる）';
comment on column people.income_inquiry.typed_text is '職員が入力した回答の内容';
comment on column people.income_inquiry.entered_by is '回答を入力した職員番号（空は確認待ちなし）';
comment on column people.income_inquiry.fact_version is '入力したときの所得・課税情報の版（0は無し）';
comment on column people.income_inquiry.confirmed_by is '回答を確認した職員番号';
comment on column people.income_inquiry.return_reason is '差戻しの理由';
create index income_inquiry_waiting on people.income_inquiry (entered_on) where answered_on is null and entered_by is not null;

alter table people.received_inquiry
    add column kind text not null default 'INCOME' check (kind in ('INCOME', 'RESIDENCE')),
    add column medium text not null default 'FILE' check (medium in ('FILE', 'PAPER')),
    add column asker_name text,
    add column answer_due date,
    alter column file_id drop not null,
    alter column asker_person_no drop not null,
    alter column old_address drop not null,
    alter column moved_in_on drop not null;
comment on column people.received_inquiry.medium is '方法（FILE=ファイル、PAPER=文書）';
comment on column people.received_inquiry.answer_due is '回答期限（文書）';
