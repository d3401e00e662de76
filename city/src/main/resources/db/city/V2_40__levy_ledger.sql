-- 収納: one ledger for all levies. Charges, receipts, over-payments, refunds and write-offs are postings;
-- balances are kept by the database itself, so that no program can make them disagree.
create schema levy;
grant usage on schema levy to ${app};

create table levy.levy_code (
    levy_code text primary key,
    name text not null,
    print_order smallint not null
);
comment on table levy.levy_code is '科目（料・税の種類）';
insert into levy.levy_code values ('KOKI', '後期高齢者医療保険料', 1), ('KAIGO', '介護保険料', 2);

create table levy.channel (
    channel_id smallint primary key,
    code text not null unique,
    name text not null
);
comment on table levy.channel is '収納経路。現金（CASH）勘定の番号になる';
insert into levy.channel values
    (1, 'BANK', '金融機関窓口'), (2, 'STORE', 'コンビニエンスストア'), (3, 'DEBIT', '口座振替'),
    (4, 'PENSION', '特別徴収（年金）'), (5, 'COUNTER', '市役所窓口'),
    (8, 'FORMER', '旧システムからの移行'), (9, 'TRANSFER', '還付振込');

create type levy.account_kind as enum (
    'RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE',
    'SUSPENSE', 'REFUND_PAYABLE',
    'CASH', 'INCOME', 'FEE_INCOME', 'LATE_INCOME', 'LAPSED_INCOME', 'INTEREST_EXPENSE');
comment on type levy.account_kind is
    '勘定の種類：未収金（期別）、過誤納金（期別）、不納欠損（期別）、督促手数料（期別）、延滞金（期別）、不明金（収納）、還付未払金（還付）、現金（経路）、収入（会計区分）…';

create type levy.cause as enum (
    'CHARGE', 'RECEIPT', 'OFFSET', 'REFUND', 'PAYOUT', 'WRITE_OFF', 'LAPSE', 'FEE', 'LATE', 'INTEREST', 'CARRY_OVER', 'CARRY_BACK');
comment on type levy.cause is
    '仕訳の事由：調定、収納、充当、還付決定、還付支払、不納欠損、還付時効、督促手数料、延滞金、還付加算金、滞納繰越。取消は借方と貸方を入れ替えた同じ事由の仕訳';

create table levy.fund (
    fund_id integer generated always as identity primary key,
    levy_code text not null,
    account_year integer not null,
    levy_year integer not null,
    method smallint not null check (method in (1, 2)),
    kind text not null check (kind in ('CURRENT', 'PAST', 'CARRIED', 'FORMER')),
    successor_id integer,
    unique (levy_code, account_year, levy_year, method, kind)
);
comment on table levy.fund is '会計区分：科目・会計年度・相当年度・徴収方法・区分（現年分、過年度分、滞納繰越分）';
comment on column levy.fund.account_year is '会計年度';
comment on column levy.fund.levy_year is '相当年度';
comment on column levy.fund.method is '徴収方法区分：1 特別徴収、2 普通徴収';
comment on column levy.fund.kind is 'CURRENT 現年分、PAST 過年度分（過年度賦課）、CARRIED 滞納繰越分、FORMER 旧システムで収納済みの分（減額のために開いた決算）';
comment on column levy.fund.successor_id is '滞納繰越の後に記帳する会計区分（閉鎖した年度の区分だけ）。常に開いている年度のものを指す';

create view levy.v_fund as
    select f.fund_id, coalesce(f.successor_id, f.fund_id) as current_fund_id, c.account_year, c.kind,
           f.levy_code, f.levy_year, f.method
    from levy.fund f join levy.fund c on c.fund_id = coalesce(f.successor_id, f.fund_id);
comment on view levy.v_fund is '期割の会計区分と、いま記帳する会計区分';

create table levy.instalment (
    instalment_id bigint generated always as identity primary key,
    person_no bigint not null,
    levy_code text not null,
    levy_year integer not null,
    decision_year integer not null,
    assessment_no text not null,
    method smallint not null check (method in (1, 2)),
    period smallint not null,
    payer_no bigint not null,
    reference text not null,
    account_year integer not null,
    fund_id integer not null,
    due_on date not null,
    made_on date not null,
    unique (person_no, levy_code, levy_year, decision_year, assessment_no, method, period)
) with (fillfactor = 90);
create index instalment_due on levy.instalment (due_on) include (instalment_id, method);
create index instalment_payer on levy.instalment (payer_no) where payer_no <> person_no;
create index instalment_assessment on levy.instalment (assessment_no, levy_year);
comment on table levy.instalment is '期割（1期1行）。金額は levy.instalment_balance、増減の跡は levy.posting';
comment on column levy.instalment.person_no is '宛名番号（被保険者）';
comment on column levy.instalment.payer_no is '納付義務者の宛名番号';
comment on column levy.instalment.reference is '科目ごとの番号（被保険者番号など）';
comment on column levy.instalment.levy_year is '相当年度';
comment on column levy.instalment.decision_year is '賦課年度';
comment on column levy.instalment.assessment_no is '賦課管理番号';
comment on column levy.instalment.period is '期別';
comment on column levy.instalment.account_year is '調定した会計年度';
comment on column levy.instalment.fund_id is '調定したときの会計区分（いまの区分は levy.v_fund）';
comment on column levy.instalment.due_on is '納期限';

create table levy.instalment_balance (
    instalment_id bigint primary key,
    charged bigint not null default 0 check (charged >= 0),
    collected bigint not null default 0 check (collected >= 0),
    offset_in bigint not null default 0 check (offset_in >= 0),
    written_off bigint not null default 0 check (written_off >= 0),
    open bigint not null default 0 check (open >= 0),
    over_arisen bigint not null default 0 check (over_arisen >= 0),
    over_refunded bigint not null default 0 check (over_refunded >= 0),
    over_offset bigint not null default 0 check (over_offset >= 0),
    over_lapsed bigint not null default 0 check (over_lapsed >= 0),
    over_held bigint not null default 0 check (over_held >= 0),
    fee_open bigint not null default 0 check (fee_open >= 0),
    fee_collected bigint not null default 0 check (fee_collected >= 0),
    late_open bigint not null default 0 check (late_open >= 0),
    late_collected bigint not null default 0 check (late_collected >= 0),
    constraint instalment_identity check (charged + over_arisen = collected + offset_in + written_off + open),
    constraint overpayment_identity check (over_arisen = over_refunded + over_offset + over_lapsed + over_held)
) with (fillfactor = 70);
create index instalment_balance_held on levy.instalment_balance (instalment_id) where over_held > 0;
comment on table levy.instalment_balance is '期割の残高。levy.posting への追加だけが、データベースの中で書き換える';
comment on column levy.instalment_balance.charged is '調定額（増減後）';
comment on column levy.instalment_balance.collected is '収納額（過誤納を含む）';
comment on column levy.instalment_balance.offset_in is '被充当額（ほかの過誤納金から充てた額）';
comment on column levy.instalment_balance.written_off is '不納欠損額';
comment on column levy.instalment_balance.open is '収納未済額';
comment on column levy.instalment_balance.over_arisen is '過誤納額（生じた額）';
comment on column levy.instalment_balance.over_refunded is '還付額（還付決定額）';
comment on column levy.instalment_balance.over_offset is '充当額（ほかの期へ充てた額）';
comment on column levy.instalment_balance.over_lapsed is '還付請求権の時効で歳入となった額';
comment on column levy.instalment_balance.over_held is '還付未済額（まだ還付も充当もしていない過誤納）';
comment on column levy.instalment_balance.fee_open is '督促手数料未済額';
comment on column levy.instalment_balance.fee_collected is '督促手数料済額';
comment on column levy.instalment_balance.late_open is '延滞金未済額';
comment on column levy.instalment_balance.late_collected is '延滞金済額';

create table levy.account_balance (
    kind levy.account_kind not null check (kind in ('SUSPENSE', 'REFUND_PAYABLE')),
    account_id bigint not null,
    balance bigint not null check (balance >= 0),
    primary key (kind, account_id)
) with (fillfactor = 80);
create index account_balance_open on levy.account_balance (kind, account_id) where balance > 0;
comment on table levy.account_balance is '不明金（収納ごと）と還付未払金（還付ごと）の残高';

create table levy.posting (
    posting_id bigint generated always as identity primary key,
    operation uuid not null,
    debit_kind levy.account_kind not null,
    debit_id bigint not null,
    credit_kind levy.account_kind not null,
    credit_id bigint not null,
    amount bigint not null check (amount > 0),
    cause levy.cause not null,
    fund_id integer not null,
    account_year integer not null,
    booked_on date not null,
    paid_on date,
    received_on date,
    source text not null,
    source_id bigint not null,
    constraint posting_operation unique (operation)
);
comment on table levy.posting is '仕訳（追加のみ）。1行が借方・貸方の1対で必ず釣り合う。訂正は反対の仕訳';
comment on column levy.posting.operation is '操作番号。もとになった事実から一意に決まり、同じ事実は二度記帳できない';
comment on column levy.posting.fund_id is '会計区分';
comment on column levy.posting.account_year is '会計年度';
comment on column levy.posting.booked_on is '会計日（記帳日）';
comment on column levy.posting.paid_on is '領収日（納付者が支払った日）';
comment on column levy.posting.received_on is '収納日（市に届いた日）';
comment on column levy.posting.source is 'もとになった事実の種類（RECEIPT 収納、CHARGE 調定、REFUND 還付 …）';
comment on column levy.posting.source_id is 'もとになった事実の番号';
create index posting_debit on levy.posting (debit_id) where debit_kind in ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE');
create index posting_credit on levy.posting (credit_id) where credit_kind in ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE');
create index posting_booked on levy.posting (booked_on);

create table levy.deed (
    deed_id bigint generated always as identity primary key,
    kind text not null check (kind in ('CHARGE', 'OFFSET', 'WRITE_OFF', 'CARRY_OVER', 'LATE', 'DEMAND', 'LAPSE', 'FORMER')),
    booked_on date not null,
    reason text not null
);
comment on table levy.deed is '処理。仕訳がなぜ起きたか（levy.posting の source と source_id が指す）';
comment on column levy.deed.kind is '調定、充当、不納欠損、滞納繰越、延滞金、督促、還付時効、移行';
comment on column levy.deed.reason is '理由';

create table levy.book (
    only_row boolean primary key default true check (only_row),
    closed_through date not null,
    closed_account_year integer not null
);
comment on table levy.book is '締めの状態。締めた日・締めた会計年度には記帳できない';
comment on column levy.book.closed_through is 'この日までの日計を締めた';
comment on column levy.book.closed_account_year is 'この会計年度までを閉鎖した（5月31日の出納閉鎖）';
insert into levy.book values (true, '1900-01-01', 1900);

-- The name of a deed as its operation number: the same deed twice meets the unique key.
create function levy.operation(name text) returns uuid
    language sql immutable strict parallel safe
    as $$ select md5(name)::uuid $$;

create function levy.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% は追加しかできません。訂正は反対の仕訳で行ってください', tg_table_name
        using errcode = 'restrict_violation';
end $$;
create trigger posting_append_only before update or delete or truncate on levy.posting
    for each statement execute function levy.refuse_change();

create function levy.open_balances() returns trigger
    language plpgsql security definer set search_path = levy, pg_temp as $$
begin
    insert into levy.instalment_balance (instalment_id) select instalment_id from fresh;
    return null;
end $$;
create trigger instalment_balance_row after insert on levy.instalment
    referencing new table as fresh for each statement execute function levy.open_balances();

-- Held until the end of the transaction: shared by those who post, alone by the one who closes.
create function levy.hold_book(alone boolean) returns void language plpgsql as $$
begin
    if alone then
        perform pg_advisory_xact_lock(hashtextextended('levy.book', 0));
    else
        perform pg_advisory_xact_lock_shared(hashtextextended('levy.book', 0));
    end if;
end $$;

-- Every posting moves its two accounts. A statement's postings are summed per account first, so that a
-- file of 100,000 receipts costs one grouped update. A debit counts positive, a credit negative.
create function levy.keep_balances() returns trigger
    language plpgsql security definer set search_path = levy, pg_temp as $$
declare
    book levy.book;
    earliest date;
    oldest integer;
    others boolean;
    wanted bigint;
    found_rows bigint;
begin
    -- Whoever posts and whoever closes wait for each other, so that no posting slips into a day behind its seal.
    perform levy.hold_book(false);
    select * into book from levy.book;
    select min(booked_on), min(account_year),
           bool_or(debit_kind in ('SUSPENSE', 'REFUND_PAYABLE') or credit_kind in ('SUSPENSE', 'REFUND_PAYABLE'))
        into earliest, oldest, others from fresh;
    if earliest <= book.closed_through then
        raise exception '% の日計は締め済みです（% まで締め済み）', earliest, book.closed_through
            using errcode = 'check_violation';
    end if;
    if oldest <= book.closed_account_year then
        raise exception '会計年度 % は閉鎖済みです', oldest using errcode = 'check_violation';
    end if;

    with side as (
        select debit_id as id, debit_kind as kind, cause, amount as v from fresh
            where debit_kind in ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE')
        union all
        select credit_id, credit_kind, cause, -amount from fresh
            where credit_kind in ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF', 'FEE', 'LATE')
    ), moved as (
        select id,
            coalesce(sum(v) filter (where cause = 'CHARGE' and kind in ('RECEIVABLE', 'OVERPAYMENT', 'WRITTEN_OFF')), 0) as charged,
            coalesce(-sum(v) filter (where cause = 'RECEIPT' and kind in ('RECEIVABLE', 'OVERPAYMENT')), 0) as collected,
            coalesce(-sum(v) filter (where cause = 'OFFSET' and kind = 'RECEIVABLE'), 0) as offset_in,
            coalesce(sum(v) filter (where kind = 'WRITTEN_OFF'), 0) as written_off,
            coalesce(sum(v) filter (where kind = 'RECEIVABLE'), 0) as open,
            coalesce(-sum(v) filter (where cause in ('CHARGE', 'RECEIPT') and kind = 'OVERPAYMENT'), 0) as over_arisen,
            coalesce(sum(v) filter (where cause = 'REFUND' and kind = 'OVERPAYMENT'), 0) as over_refunded,
            coalesce(sum(v) filter (where cause = 'OFFSET' and kind = 'OVERPAYMENT'), 0) as over_offset,
            coalesce(sum(v) filter (where cause = 'LAPSE' and kind = 'OVERPAYMENT'), 0) as over_lapsed,
            coalesce(-sum(v) filter (where kind = 'OVERPAYMENT'), 0) as over_held,
            coalesce(sum(v) filter (where kind = 'FEE'), 0) as fee_open,
            coalesce(-sum(v) filter (where cause = 'RECEIPT' and kind = 'FEE'), 0) as fee_collected,
            coalesce(sum(v) filter (where kind = 'LATE'), 0) as late_open,
            coalesce(-sum(v) filter (where cause = 'RECEIPT' and kind = 'LATE'), 0) as late_collected
        from side group by id
    ), kept as (
        update levy.instalment_balance b set
            charged = b.charged + m.charged, collected = b.collected + m.collected,
            offset_in = b.offset_in + m.offset_in, written_off = b.written_off + m.written_off,
            open = b.open + m.open,
            over_arisen = b.over_arisen + m.over_arisen, over_refunded = b.over_refunded + m.over_refunded,
            over_offset = b.over_offset + m.over_offset, over_lapsed = b.over_lapsed + m.over_lapsed,
            over_held = b.over_held + m.over_held,
            fee_open = b.fee_open + m.fee_open, fee_collected = b.fee_collected + m.fee_collected,
            late_open = b.late_open + m.late_open, late_collected = b.late_collected + m.late_collected
        from moved m where b.instalment_id = m.id
        returning 1
    )
    select (select count(*) from moved), (select count(*) from kept) into wanted, found_rows;
    if wanted <> found_rows then
        raise exception '仕訳の相手の期割がありません（% 件）', wanted - found_rows using errcode = 'foreign_key_violation';
    end if;

    if others then
        -- Not an upsert: its proposed row would meet the check although the sum would not.
        with moved as (
            select kind, id, sum(v) as v from (
                select debit_kind as kind, debit_id as id, -amount as v from fresh where debit_kind in ('SUSPENSE', 'REFUND_PAYABLE')
                union all
                select credit_kind, credit_id, amount from fresh where credit_kind in ('SUSPENSE', 'REFUND_PAYABLE')) side
            group by kind, id
        ), kept as (
            update levy.account_balance b set balance = b.balance + m.v from moved m
            where b.kind = m.kind and b.account_id = m.id returning b.kind, b.account_id
        )
        insert into levy.account_balance (kind, account_id, balance)
        select m.kind, m.id, m.v from moved m
        where not exists (select 1 from kept k where k.kind = m.kind and k.account_id = m.id);
    end if;
    return null;
end $$;
create trigger posting_balances after insert on levy.posting
    referencing new table as fresh for each statement execute function levy.keep_balances();

-- Closing a day or a year is the only change of the book, and it only goes forward.
create function levy.close_through(day date, account_year integer) returns void
    language plpgsql security definer set search_path = levy, pg_temp as $$
begin
    update levy.book set closed_through = greatest(closed_through, day),
        closed_account_year = greatest(closed_account_year, account_year);
end $$;

grant select on levy.levy_code, levy.channel, levy.book, levy.instalment_balance, levy.account_balance to ${app};
revoke insert, update, delete on levy.levy_code, levy.channel, levy.book, levy.instalment_balance, levy.account_balance from ${app};
grant select, insert on levy.posting, levy.fund, levy.deed to ${app};
revoke update, delete on levy.posting, levy.fund, levy.deed from ${app};
grant select, insert on levy.instalment to ${app};
revoke update, delete on levy.instalment from ${app};
grant update (due_on, payer_no, reference) on levy.instalment to ${app};
grant update (successor_id) on levy.fund to ${app};
-- A job that has just filled a table lets the planner know; it owns nothing, so it needs the right to.
grant maintain on levy.instalment, levy.instalment_balance, levy.posting, levy.fund, levy.account_balance to ${app};
