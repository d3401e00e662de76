-- 納付書と収納
create table levy.slip (
    slip_no bigint primary key,
    levy_code text not null,
    person_no bigint not null,
    payer_no bigint not null,
    purpose text not null check (purpose in ('NOTICE', 'CHANGE', 'DEBIT_FAILED', 'DEMAND', 'LATE', 'REISSUE')),
    amount bigint not null check (amount > 0),
    due_on date not null,
    use_by date not null,
    issue_count smallint not null,
    barcode text,
    issued_on date not null,
    batch_id bigint not null,
    letter_no text
);
create unique index slip_barcode on levy.slip (barcode) where barcode is not null;
create index slip_person on levy.slip (person_no);
create index slip_of_batch on levy.slip (batch_id);
comment on table levy.slip is '納付書';
comment on column levy.slip.slip_no is '納付書番号';
comment on column levy.slip.purpose is '発行の理由：納入通知、変更、口座振替不能、督促、延滞金、再発行';
comment on column levy.slip.use_by is '取扱期限';
comment on column levy.slip.issue_count is '再発行回数（バーコードの再発行区分）';
comment on column levy.slip.barcode is 'コンビニ収納用バーコード GS1-128（44桁）。30万円を超えるものにはない';
comment on column levy.slip.letter_no is '印刷物の文書番号';

create table levy.slip_item (
    slip_no bigint not null,
    position smallint not null,
    part text not null check (part in ('FEE', 'PRINCIPAL', 'LATE')),
    instalment_id bigint not null,
    amount bigint not null check (amount > 0),
    primary key (slip_no, position)
);
create index slip_item_instalment on levy.slip_item (instalment_id);
comment on table levy.slip_item is '納付書の内訳。消込は position の順';
comment on column levy.slip_item.part is 'FEE 督促手数料、PRINCIPAL 保険料、LATE 延滞金';

create sequence levy.slip_no as bigint start 100000001 maxvalue 9999999999;

create table levy.slip_batch (
    batch_id bigint generated always as identity primary key,
    issued_on date not null,
    purpose text not null,
    reason text not null
);
comment on table levy.slip_batch is '納付書の発行処理';

create table levy.payee (
    only_row boolean primary key default true check (only_row),
    municipality_code text not null check (municipality_code ~ '^[0-9]{6}$'),
    agent_code text not null check (agent_code ~ '^[0-9]{6}$'),
    store_limit bigint not null
);
comment on table levy.payee is '収納の委託（納付書のバーコードに載せる番号）';
comment on column levy.payee.municipality_code is '地方公共団体コード';
comment on column levy.payee.agent_code is '収納代行会社の請求書発行企業コード';
comment on column levy.payee.store_limit is 'コンビニで扱える上限額（円）';

-- GS1-128 of a payment slip: AI 91, agent, 21 digits of the city's own (municipality, levy, slip number),
-- times issued again, use-by day, stamp flag, amount, check digit (modulus 10, weights 3 and 1 from the right).
create function levy.barcode(p levy.payee, levy_code text, slip_no bigint, issue_count integer, use_by date, amount bigint)
    returns text language plpgsql immutable as $$
declare
    digits text := '91' || p.agent_code || p.municipality_code
        || case levy_code when 'KOKI' then '39' when 'KAIGO' then '35' else '00' end
        || lpad(slip_no::text, 10, '0') || '000' || issue_count || to_char(use_by, 'YYMMDD') || '0' || lpad(amount::text, 6, '0');
    total integer := 0;
begin
    if amount > p.store_limit then
        return null;
    end if;
    for i in 1..43 loop
        total := total + (ascii(substr(digits, i, 1)) - 48) * case when i % 2 = 1 then 3 else 1 end;
    end loop;
    return digits || (10 - total % 10) % 10;
end $$;

create type levy.receipt_state as enum ('PROVISIONAL', 'CONFIRMED', 'FINAL', 'SUSPENSE', 'CANCELLED');
comment on type levy.receipt_state is '速報（仮消込）、速報（確報あり）、確定、不明（保留）、取消';

create sequence levy.receipt_batch as bigint;

create table levy.receipt (
    receipt_id bigint generated always as identity primary key,
    receipt_key text not null,
    batch_no bigint not null,
    channel_id smallint not null,
    state levy.receipt_state not null,
    slip_no bigint,
    instalment_id bigint,
    person_no bigint,
    amount bigint not null check (amount > 0),
    paid_on date not null,
    received_on date not null,
    booked_on date not null,
    round integer not null,
    shown_no text,
    reason text,
    file_id bigint,
    line_no bigint,
    constraint receipt_once unique (receipt_key)
);
create index receipt_slip on levy.receipt (slip_no) where slip_no is not null;
create index receipt_person on levy.receipt (person_no) where person_no is not null;
create index receipt_booked on levy.receipt (booked_on, channel_id);
create index receipt_waiting on levy.receipt (state, receipt_id) where state in ('PROVISIONAL', 'SUSPENSE');
comment on table levy.receipt is '収納（1件の入金）。どの期に充てたかは levy.posting（source = RECEIPT）';
comment on column levy.receipt.receipt_key is '入金の識別（経路、ファイル、行、または相手方の番号）。同じ入金は二度入らない';
comment on column levy.receipt.batch_no is '一度に受け入れた入金のまとまり';
comment on column levy.receipt.state is 'PROVISIONAL 速報（仮消込：仕訳はまだない）、CONFIRMED 確報が届いた速報、FINAL 確定、SUSPENSE 不明金、CANCELLED 取消';
comment on column levy.receipt.slip_no is '納付書番号';
comment on column levy.receipt.instalment_id is '期割（納付書によらない入金：特別徴収、口座振替）';
comment on column levy.receipt.round is '同じ人の入金が一度に届いたときの順番';
comment on column levy.receipt.shown_no is '届いた番号そのもの（納付書番号・バーコード）。不明金を調べるために残す';
comment on column levy.receipt.reason is '不明・取消の理由';

create view levy.v_slip as
    select s.*, t.instalment_id, t.reference, t.levy_year, t.decision_year, t.assessment_no, t.method, t.period,
        coalesce(a.principal, 0) as principal, coalesce(a.fee, 0) as fee, coalesce(a.late, 0) as late
    from levy.slip s
    cross join lateral (
        select max(instalment_id) as instalment_id, sum(amount) filter (where part = 'PRINCIPAL') as principal,
            sum(amount) filter (where part = 'FEE') as fee, sum(amount) filter (where part = 'LATE') as late
        from levy.slip_item where slip_no = s.slip_no) a
    join levy.instalment t on t.instalment_id = a.instalment_id;
comment on view levy.v_slip is '納付書とその内訳（公開ビュー）';

create view levy.v_instalment as
    select i.*, b.charged, b.collected, b.offset_in, b.written_off, b.open, b.over_arisen, b.over_refunded,
        b.over_offset, b.over_lapsed, b.over_held, b.fee_open, b.fee_collected, b.late_open, b.late_collected
    from levy.instalment i join levy.instalment_balance b using (instalment_id);
comment on view levy.v_instalment is '期割と残高（公開ビュー）';

create view levy.v_receipt as
    select r.receipt_id, r.person_no, r.state, c.code as channel, c.name as channel_name, r.slip_no, r.amount,
        r.paid_on, r.received_on, r.booked_on, r.shown_no, r.reason
    from levy.receipt r join levy.channel c using (channel_id);
comment on view levy.v_receipt is '収納（公開ビュー）';

grant select on levy.v_slip, levy.v_instalment, levy.v_receipt to ${app};
revoke delete on levy.slip, levy.slip_item, levy.receipt from ${app};
grant maintain on levy.slip, levy.slip_item, levy.receipt to ${app};
