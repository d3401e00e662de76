-- 届出・申請の受付: how an application at the counter was checked, who entered and who confirmed it.
create table people.counter_entry (
    reception_no text primary key,
    came_as text not null,
    agent_name text,
    number_check text not null,
    identity_check text not null,
    agent_check text,
    entered_by text not null,
    entered_at timestamptz not null default clock_timestamp(),
    terminal text not null,
    state text not null check (state in ('ENTERED', 'CONFIRMED', 'RETURNED')),
    confirmed_by text,
    confirmed_at timestamptz,
    return_reason text,
    check (confirmed_by is null or confirmed_by <> entered_by)
);
create index counter_entry_waiting on people.counter_entry (entered_at) where state = 'ENTERED';
comment on table people.counter_entry is '窓口で受け付けた届出・申請の確認の記録';
comment on column people.counter_entry.reception_no is '受付番号';
comment on column people.counter_entry.came_as is '来庁者（本人、法定代理人、任意代理人）';
comment on column people.counter_entry.agent_name is '代理人氏名';
comment on column people.counter_entry.number_check is '番号確認に使ったもの';
comment on column people.counter_entry.identity_check is '身元確認に使ったもの';
comment on column people.counter_entry.agent_check is '代理権の確認に使ったもの';
comment on column people.counter_entry.entered_by is '入力者の職員番号';
comment on column people.counter_entry.state is '状態（ENTERED=確認待ち、CONFIRMED=確認済、RETURNED=差戻し）';
comment on column people.counter_entry.confirmed_by is '確認者の職員番号（入力者と別の職員）';
comment on column people.counter_entry.return_reason is '差戻しの理由';
grant select, insert, update on people.counter_entry to ${app};
create index application_person on people.application (person_no, received_on);
