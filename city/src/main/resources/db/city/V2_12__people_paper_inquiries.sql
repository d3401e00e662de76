-- 所得照会 and 住基照会 on paper (Q16, I27), beside those by file.
alter table people.income_inquiry
    add column kind text not null default 'INCOME' check (kind in ('INCOME', 'RESIDENCE')),
    add column medium text not null default 'FILE' check (medium in ('FILE', 'PAPER')),
    add column to_name text,
    add column printed_on date,
    add column answered_by text,
    add column answer_text text,
    drop constraint income_inquiry_pkey,
    add primary key (person_no, levy_year, kind);
comment on table people.income_inquiry is '所得照会・住基照会（賦課期日の住所地の市町村へ）';
comment on column people.income_inquiry.kind is '種類（INCOME=所得照会、RESIDENCE=住基照会）';
comment on column people.income_inquiry.medium is '方法（FILE=ファイル、PAPER=文書）';
comment on column people.income_inquiry.printed_on is '照会書・催促状を最後に印刷した日';
comment on column people.income_inquiry.answered_by is '文書の回答を入力した職員番号';
comment on column people.income_inquiry.answer_text is '住基照会の回答の内容';

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
