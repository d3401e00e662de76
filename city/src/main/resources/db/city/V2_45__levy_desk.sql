-- 収納の窓口と管理: what a clerk decides about one person's account. Each deed has a number in the order of its subject;
-- two clerks who saw the same state can't both go on: the second meets the unique key and is told who was faster.
create table levy.desk_entry (
    entry_id bigint generated always as identity primary key,
    subject text not null,
    version integer not null check (version > 0),
    person_no bigint,
    kind text not null check (kind in ('COUNTER', 'MATCH', 'SETTLE', 'REVERSE', 'CHECK', 'SUPPRESS', 'RESUME', 'PUBLISH', 'ACCOUNT',
        'HEIR', 'TRANSFER_FAILED', 'PROPOSE', 'APPROVE', 'REJECT', 'JOINT')),
    what text not null,
    reason text not null,
    staff_no text not null,
    staff_name text not null,
    done_on date not null,
    done_at timestamptz not null default now(),
    constraint desk_entry_once unique (subject, version)
);
create index desk_entry_person on levy.desk_entry (person_no, entry_id) where person_no is not null;
comment on table levy.desk_entry is '収納の処理記録（追加のみ）。職員が1件ずつ行った処理と理由';
comment on column levy.desk_entry.subject is '対象（PERSON:宛名番号、RECEIPT:収納番号）';
comment on column levy.desk_entry.version is '対象の版。同じ版を見た二人のうち、後の人の処理は断られる';
comment on column levy.desk_entry.kind is '窓口収納、仮消込、消込、取消、確認済、督促の停止、停止の終わり、還付口座、相続人代表者、振込不能、不納欠損の起案、承認、否決、連帯納付義務者への督促';
comment on column levy.desk_entry.what is '何をしたか（1行）';
comment on column levy.desk_entry.done_on is '処理した業務日付';
create trigger desk_entry_append_only before update or delete or truncate on levy.desk_entry
    for each statement execute function levy.refuse_change();

create table levy.suspense_match (
    receipt_id bigint primary key,
    person_no bigint not null,
    instalment_id bigint not null,
    matched_on date not null,
    staff_no text not null
);
comment on table levy.suspense_match is '仮消込：不明金をどの期に充てるかの案。消込で仕訳になる';

create table levy.receipt_check (
    receipt_id bigint primary key,
    checked_on date not null,
    staff_no text not null,
    note text not null
);
comment on table levy.receipt_check is '消込の例外を確認した記録（金額相違、二重納付、更正後・欠損後の納付）';

create table levy.heir (
    heir_no bigint generated always as identity primary key,
    person_no bigint not null,
    told_on date not null,
    name text not null,
    kana text not null,
    relation text not null,
    postal_code text,
    address text not null,
    others smallint not null check (others >= 0),
    bank_code text not null check (bank_code ~ '^[0-9]{4}$'),
    bank_name text not null,
    bank_kana text not null,
    branch_code text not null check (branch_code ~ '^[0-9]{3}$'),
    branch_name text not null,
    branch_kana text not null,
    account_kind text not null check (account_kind in ('1', '2', '4', '9')),
    account_no text not null check (account_no ~ '^[0-9]{7}$'),
    holder_kana text not null
);
create index heir_person on levy.heir (person_no, told_on);
comment on table levy.heir is '相続人代表者の口座（届出ごと。最後の届出が有効で、宛名の相続人代表者が代わると使わない）。死亡した人の還付金を受け取る';
comment on column levy.heir.told_on is '届出日';
comment on column levy.heir.others is 'ほかの相続人の人数';

create table levy.write_off_proposal (
    proposal_id bigint generated always as identity primary key,
    instalment_id bigint not null,
    person_no bigint not null,
    reason text not null check (reason in ('2', '3', '9')),
    grounds text not null,
    amount bigint not null check (amount > 0),
    proposed_on date not null,
    proposed_by text not null,
    state text not null default 'PROPOSED' check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
    decided_on date,
    decided_by text,
    constraint second_person check (decided_by <> proposed_by),
    constraint decided check ((state = 'PROPOSED') = (decided_by is null))
);
create unique index write_off_proposal_open on levy.write_off_proposal (instalment_id) where state = 'PROPOSED';
comment on table levy.write_off_proposal is '不納欠損の起案と承認（起案した職員は承認できない）';
comment on column levy.write_off_proposal.grounds is '事由の説明（執行停止の日、相続放棄の確認など）';

alter table levy.refund add column attempt smallint not null default 1;
comment on column levy.refund.attempt is '振込の回数（振込不能のあとに数える）';

create table levy.late_stretch (
    instalment_id bigint not null,
    from_on date not null,
    to_on date not null,
    days integer not null,
    principal bigint not null,
    rate text not null,
    mark text not null check (mark in ('V', 'L', 'D', 'U')),
    primary key (instalment_id, from_on)
);
comment on table levy.late_stretch is '延滞金の計算（期間ごとの率）';
comment on column levy.late_stretch.principal is '計算のもとの額（1,000円未満切捨て）';
comment on column levy.late_stretch.mark is '率の確度：V 公表値、L 法令、D 設計値、U 未確認（仮の値）';

create index posting_overpaid on levy.posting (source_id) where cause = 'RECEIPT' and credit_kind = 'OVERPAYMENT';
create index receipt_mismatch on levy.receipt (receipt_id) where state = 'FINAL' and reason = '納付書と金額が違う';

create view levy.v_exception as
    select r.receipt_id, case when r.state = 'PROVISIONAL' then 'PROMPT' when m.receipt_id is null then 'UNKNOWN' else 'MATCHED' end as kind,
        coalesce(m.person_no, r.person_no) as person_no
    from levy.receipt r left join levy.suspense_match m using (receipt_id)
    where r.state in ('PROVISIONAL', 'SUSPENSE')
    union all
    select r.receipt_id, 'AMOUNT', r.person_no
    from levy.receipt r
    where r.state = 'FINAL' and r.reason = '納付書と金額が違う'
        and not exists (select 1 from levy.receipt_check c where c.receipt_id = r.receipt_id)
        and not exists (select 1 from levy.posting p where p.source_id = r.receipt_id and p.cause = 'RECEIPT'
            and p.credit_kind = 'OVERPAYMENT' and p.source = 'RECEIPT')
    union all
    select r.receipt_id,
        case when b.written_off > 0 then 'WRITTEN_OFF'
             when exists (select 1 from levy.posting c where c.cause = 'CHARGE' and c.debit_kind = 'INCOME'
                 and c.credit_id = p.credit_id and c.credit_kind in ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF')
                 and c.posting_id < p.posting_id and c.booked_on >= coalesce(s.issued_on, i.made_on)) then 'CORRECTED'
             else 'DOUBLE' end,
        r.person_no
    from levy.posting p
    join levy.receipt r on r.receipt_id = p.source_id and r.state = 'FINAL' and r.channel_id <> 8
    join levy.instalment i on i.instalment_id = p.credit_id
    join levy.instalment_balance b on b.instalment_id = p.credit_id
    left join levy.slip s on s.slip_no = r.slip_no
    where p.cause = 'RECEIPT' and p.credit_kind = 'OVERPAYMENT' and p.source = 'RECEIPT'
        and not exists (select 1 from levy.receipt_check c where c.receipt_id = r.receipt_id);
comment on view levy.v_exception is
    '消込の例外：UNKNOWN 不明金、MATCHED 仮消込、PROMPT 速報待ち、AMOUNT 金額相違、DOUBLE 二重納付、CORRECTED 更正後の納付、WRITTEN_OFF 欠損後の納付';

create view levy.v_payout_account as
    select person_no, 'PERSON' as payee, levy_code, valid_from, valid_to, bank_code, bank_name, bank_kana, branch_code, branch_name,
        branch_kana, account_kind, account_no, holder_kana
    from people.v_refund_account
    union all
    select h.person_no, 'HEIR', c.levy_code, h.told_on, null, h.bank_code, h.bank_name, h.bank_kana, h.branch_code, h.branch_name,
        h.branch_kana, h.account_kind, h.account_no, h.holder_kana
    from (select distinct on (person_no, name) * from levy.heir order by person_no, name, told_on desc, heir_no desc) h
    join people.v_heir r on r.person_no = h.person_no and r.name = h.name cross join levy.levy_code c;
comment on view levy.v_payout_account is '還付の振込先（本人の還付口座、相続人代表者の口座）';

drop view levy.v_letter;
create view levy.v_letter as
    select l.letter_no, l.person_no, l.kind, l.issued_on, l.file_id, l.bundle, l.first_page, l.pages, l.pulled_out, l.settled_on,
        case l.kind when '02' then '納入通知書' when '07' then '納付書' when '08' then '督促状' when '10' then '過誤納金還付（充当）通知書'
            when '11' then '過誤納金充当通知書' when '12' then '口座振替不能通知書' else l.kind end as title
    from levy.letter l;
comment on view levy.v_letter is '収納の通知書（公開ビュー）';

grant select on levy.v_exception, levy.v_letter, levy.v_payout_account to ${app};
grant select, insert on levy.desk_entry, levy.heir, levy.receipt_check, levy.late_stretch to ${app};
revoke update, delete on levy.desk_entry, levy.heir, levy.receipt_check, levy.late_stretch from ${app};
grant select, insert, update, delete on levy.suspense_match to ${app};
grant select, insert, update on levy.write_off_proposal to ${app};
revoke delete on levy.write_off_proposal from ${app};
