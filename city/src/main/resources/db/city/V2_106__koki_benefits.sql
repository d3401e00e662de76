-- 給付: what the counter took in, what the union decided, whom to call, and 健康診査受診券.
create table koki.benefit_application (
    reception_no text primary key,
    person_no bigint not null,
    insured_no text not null,
    kind text not null,
    received_on date not null,
    received_at text not null,
    channel text not null,
    occurred_on date not null,
    expense text,
    paid bigint,
    care_paid bigint,
    days integer,
    applicant text not null,
    relation text not null,
    applicant_address text,
    bank_code text,
    bank_kana text,
    branch_code text,
    branch_kana text,
    account_kind text,
    account_no text,
    holder_kana text,
    note text,
    papers text[] not null,
    missing text[] not null,
    came_as text not null,
    agent_name text,
    identity_check text not null,
    agent_check text,
    entered_by text not null,
    entered_at timestamptz not null default clock_timestamp(),
    terminal text not null,
    state text not null check (state in ('INCOMPLETE', 'ENTERED', 'CONFIRMED', 'RETURNED', 'WITHDRAWN')),
    confirmed_by text,
    confirmed_at timestamptz,
    return_reason text,
    sent_on date,
    withdrawn_sent_on date,
    check (confirmed_by is null or confirmed_by <> entered_by)
);
create index benefit_application_person on koki.benefit_application (person_no);
create index benefit_application_open on koki.benefit_application (state) where state in ('INCOMPLETE', 'ENTERED');
create index benefit_application_unsent on koki.benefit_application (reception_no) where state = 'CONFIRMED' and sent_on is null;
comment on table koki.benefit_application is '給付の申請（受付から広域連合への送付まで）';
comment on column koki.benefit_application.reception_no is '受付番号';
comment on column koki.benefit_application.received_at is '受付場所';
comment on column koki.benefit_application.channel is '受付方法（1 窓口、2 郵送、3 電子申請）';
comment on column koki.benefit_application.papers is '確かめた添付書類';
comment on column koki.benefit_application.missing is '不備（足りない添付書類）';
comment on column koki.benefit_application.state is '状態（INCOMPLETE=不備、ENTERED=確認待ち、CONFIRMED=確認済、RETURNED=差戻し、WITHDRAWN=取下げ）';
comment on column koki.benefit_application.sent_on is '広域連合へ送った年月日';
grant select, insert, update on koki.benefit_application to ${app};

create table koki.benefit_decision (
    decision_no text primary key,
    person_no bigint not null,
    insured_no text not null,
    reception_no text,
    kind text not null,
    care_month date,
    result text not null,
    amount bigint not null,
    decided_on date not null,
    reason text not null,
    state text not null,
    transfer_on date,
    account text,
    effect_from date,
    effect_until date,
    relief text,
    known_on date not null,
    changed_on date not null
);
create index benefit_decision_person on koki.benefit_decision (person_no);
create index benefit_decision_known on koki.benefit_decision (known_on);
comment on table koki.benefit_decision is '広域連合の給付の決定（決定番号ごとに今の振込状態）';
comment on column koki.benefit_decision.state is '振込状態（0 支払なし、1 待ち、2 依頼済、3 振込済、4 振込不能、5 返納済）';
comment on column koki.benefit_decision.effect_from is '適用開始年月日（一部負担金減免、長期入院該当）';
comment on column koki.benefit_decision.relief is '一部負担金減免区分（1 免除、2 減額（5割）、3 徴収猶予）';
comment on column koki.benefit_decision.changed_on is '今の状態を知った年月日';
grant select, insert, update on koki.benefit_decision to ${app};

create table koki.benefit_call (
    insured_no text not null,
    person_no bigint not null,
    kind text not null,
    care_month date not null,
    amount bigint not null,
    lapses_on date not null,
    known_on date not null,
    primary key (insured_no, kind, care_month, known_on)
);
create index benefit_call_known on koki.benefit_call (known_on);
create index benefit_call_person on koki.benefit_call (person_no);
comment on table koki.benefit_call is '支給申請の勧奨（高額療養費、外来年間合算、高額介護合算）';
grant select, insert on koki.benefit_call to ${app};

create table koki.checkup_ticket (
    ticket_no text primary key,
    person_no bigint not null,
    insured_no text not null,
    fiscal_year smallint not null,
    issue smallint not null,
    issued_on date not null,
    valid_until date not null,
    issued_by text not null,
    taken_on date,
    institution text,
    result text check (result in ('1', '2', '3')),
    recorded_by text,
    by_mail boolean not null default false,
    unique (insured_no, fiscal_year, issue)
);
create index checkup_ticket_person on koki.checkup_ticket (person_no);
create index checkup_ticket_untold on koki.checkup_ticket (ticket_no) where by_mail;
create sequence koki.ticket_no start 1;
comment on table koki.checkup_ticket is '健康診査受診券の発行と受診の結果';
comment on column koki.checkup_ticket.issue is '発行回数（2回目以後は再発行）';
comment on column koki.checkup_ticket.by_mail is '年次の一斉発行で、まだ印刷へ送っていない';
comment on column koki.checkup_ticket.result is '判定（1 異常なし、2 要指導、3 要医療）';
grant select, insert, update on koki.checkup_ticket to ${app};
grant usage on sequence koki.ticket_no to ${app};

insert into office.parameter (code, value, valid_from, source, mark) values
    ('koki.checkupMonth', '5', '2008-04-01', '健康診査受診券を一斉に発行する月（その月の最初の開庁日。0は一斉発行をしない）', 'U');
