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
    ocr_line text,
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
comment on column levy.slip.ocr_line is '金融機関が読む OCR 行（34桁）';
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
    insurer_no text not null check (insurer_no ~ '^[0-9]{8}$'),
    agent_code text not null check (agent_code ~ '^[0-9]{6}$'),
    client_no text not null check (client_no ~ '^[0-9]{10}$'),
    client_kana text not null,
    bank_code text not null check (bank_code ~ '^[0-9]{4}$'),
    bank_kana text not null,
    branch_code text not null check (branch_code ~ '^[0-9]{3}$'),
    branch_kana text not null,
    account_no text not null check (account_no ~ '^[0-9]{7}$')
);
comment on table levy.payee is '収納の委託（納付書のバーコードと口座振替・振込に載せる市の番号と口座）';
comment on column levy.payee.municipality_code is '地方公共団体コード';
comment on column levy.payee.insurer_no is '後期保険者番号（広域連合）';
comment on column levy.payee.agent_code is '収納代行会社の請求書発行企業コード';
comment on column levy.payee.client_no is '委託者コード';

create table levy.bank_party (
    bank_code text primary key,
    organisation text not null
);
comment on table levy.bank_party is '口座振替の請求を送る金融機関（ないものは指定金融機関 BANK へまとめて送る）';

-- Check digit: modulus 10, weights 3 and 1 from the right (GS1), of 33 or 43 digits. Written out, because it runs
-- twice for every slip and a loop would cost ten times as much. (48 is the code of the digit 0.)
create function levy.check31(digits text) returns text language plpgsql immutable strict parallel safe as $$
declare
    b bytea := digits::bytea;
    total integer;
begin
    total := 3 * (get_byte(b, 0) + get_byte(b, 2) + get_byte(b, 4) + get_byte(b, 6) + get_byte(b, 8) + get_byte(b, 10) +
            get_byte(b, 12) + get_byte(b, 14) + get_byte(b, 16) + get_byte(b, 18) + get_byte(b, 20) + get_byte(b, 22) +
            get_byte(b, 24) + get_byte(b, 26) + get_byte(b, 28) + get_byte(b, 30) + get_byte(b, 32) - 816)
        + (get_byte(b, 1) + get_byte(b, 3) + get_byte(b, 5) + get_byte(b, 7) + get_byte(b, 9) + get_byte(b, 11) +
            get_byte(b, 13) + get_byte(b, 15) + get_byte(b, 17) + get_byte(b, 19) + get_byte(b, 21) + get_byte(b, 23) +
            get_byte(b, 25) + get_byte(b, 27) + get_byte(b, 29) + get_byte(b, 31) - 768);
    if length(digits) = 43 then
        total := total + 3 * (get_byte(b, 34) + get_byte(b, 36) + get_byte(b, 38) + get_byte(b, 40) + get_byte(b, 42) - 240)
            + (get_byte(b, 33) + get_byte(b, 35) + get_byte(b, 37) + get_byte(b, 39) + get_byte(b, 41) - 240);
    elsif length(digits) <> 33 then
        raise exception 'not 33 or 43 digits: %', length(digits);
    end if;
    return ((10 - total % 10) % 10)::text;
end $$;

create function levy.subject(levy_code text) returns text language sql immutable strict parallel safe as $$
    select case levy_code when 'KOKI' then '39' when 'KAIGO' then '35' end
$$;
comment on function levy.subject is '科目コード（外部のファイルと納付書に載る2桁）';

-- The city's own digits on a slip: municipality, levy, decision year, period, slip number.
create function levy.slip_digits(p levy.payee, levy_code text, decision_year integer, period integer, slip_no bigint)
    returns text language sql immutable parallel safe as $$
    select left(p.municipality_code, 5) || levy.subject(levy_code) || lpad((decision_year % 100)::text, 2, '0')
        || lpad(period::text, 2, '0') || lpad(slip_no::text, 10, '0')
$$;

-- GS1-128 (org.machi.formats.slip.Gs1Payment); null above the stores' limit.
create function levy.barcode(p levy.payee, own text, issue_count integer, use_by date, amount bigint)
    returns text language sql immutable parallel safe as $$
    select case when amount <= 300000 then d || levy.check31(d) end
    from (select '91' || p.agent_code || own || issue_count || to_char(use_by, 'YYMMDD') || '0' || lpad(amount::text, 6, '0')) t (d)
$$;

-- The bank's line (org.machi.formats.slip.OcrLine with MOD10_WEIGHT_31).
create function levy.ocr_line(own text, issue_count integer, amount bigint) returns text
    language sql immutable parallel safe as $$
    select d || levy.check31(d) from (select own || issue_count || lpad(amount::text, 11, '0')) t (d)
$$;

-- The slip number in a line that was read, or null when the line is not one of ours.
create function levy.slip_of_line(line text) returns bigint language sql immutable strict parallel safe as $$
    select case when line ~ '^[0-9]{34}$' and right(line, 1) = levy.check31(left(line, 33)) then substr(line, 12, 10)::bigint end
$$;

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
