-- 口座振替、充当と還付、督促と延滞金、時効と不納欠損、日計・月計・出納閉鎖・滞納繰越
create table levy.debit (
    debit_id bigint generated always as identity primary key,
    instalment_id bigint not null,
    person_no bigint not null,
    amount bigint not null check (amount > 0),
    debit_on date not null,
    asked_on date not null,
    result text not null default '',
    result_on date,
    slip_batch_id bigint,
    unique (instalment_id, debit_on)
);
create index debit_waiting on levy.debit (debit_on) where result = '';
create index debit_told on levy.debit (result_on) where result_on is not null;
create index debit_person on levy.debit (person_no);
comment on table levy.debit is '口座振替の請求';
comment on column levy.debit.debit_on is '振替日';
comment on column levy.debit.result is '振替結果コード（0 振替済、空は結果待ち）';
comment on column levy.debit.slip_batch_id is '不能のときに発行した納付書の処理';

create table levy.refund (
    refund_id bigint generated always as identity primary key,
    person_no bigint not null,
    levy_code text not null,
    payee text not null check (payee in ('PERSON', 'HEIR', 'INSURER')),
    principal bigint not null check (principal > 0),
    interest bigint not null default 0 check (interest >= 0),
    decided_on date not null,
    state text not null check (state in ('WAITING', 'SENT', 'PAID', 'LAPSED')),
    transfer_on date,
    lapses_on date not null,
    letter_no text
);
create index refund_waiting on levy.refund (state, refund_id) where state in ('WAITING', 'SENT');
create index refund_person on levy.refund (person_no);
comment on table levy.refund is '還付';
comment on column levy.refund.payee is '支払先：本人、相続人、年金保険者（死亡月の翌々月以後の特別徴収分）';
comment on column levy.refund.interest is '還付加算金';
comment on column levy.refund.state is 'WAITING 口座待ち（請求待ち）、SENT 振込依頼済、PAID 支払済、LAPSED 時効';
comment on column levy.refund.lapses_on is '還付請求権が時効で消滅する日';

create table levy.refund_item (
    refund_id bigint not null,
    instalment_id bigint not null,
    amount bigint not null check (amount > 0),
    interest bigint not null,
    interest_from date,
    reason text not null,
    primary key (refund_id, instalment_id)
);
create index refund_item_instalment on levy.refund_item (instalment_id);
comment on table levy.refund_item is '還付の内訳（期別）';
comment on column levy.refund_item.reason is '過誤納の事由：減額、二重納付';
comment on column levy.refund_item.interest_from is '還付加算金の起算日';

create table levy.suppression (
    person_no bigint not null,
    levy_code text not null,
    valid_from date not null,
    valid_to date,
    kind text not null check (kind in ('NO_DEMAND', 'NO_REMINDER', 'NEITHER', 'GRACE', 'PROMISE', 'SUSPENDED')),
    reason text not null,
    primary key (person_no, levy_code, valid_from)
);
comment on table levy.suppression is '督促・催告の抑止（督促不要、徴収猶予、納付誓約、執行停止）';

create table levy.demand (
    instalment_id bigint primary key,
    demanded_on date not null,
    term_on date not null,
    fee bigint not null,
    slip_no bigint,
    letter_no text,
    published_on date
);
create index demand_day on levy.demand (demanded_on);
comment on table levy.demand is '督促';
comment on column levy.demand.term_on is '督促状の指定期限';
comment on column levy.demand.fee is '督促手数料';
comment on column levy.demand.published_on is '公示送達年月日';

create table levy.limitation (
    instalment_id bigint primary key,
    runs_from date not null,
    basis text not null check (basis in ('1', '2', '3', '4', '5', '6')),
    gone_on date not null
);
create index limitation_gone on levy.limitation (gone_on);
comment on table levy.limitation is '消滅時効（2年、法160条）。納期限を過ぎた期にだけある';
comment on column levy.limitation.runs_from is '時効起算日';
comment on column levy.limitation.basis is '起算の区分：1 納期限、2 督促、3 一部納付（承認）、4 納付誓約、5 差押、6 徴収猶予';
comment on column levy.limitation.gone_on is '時効完成日（消滅した最初の日）';

create table levy.write_off (
    instalment_id bigint not null,
    written_off_on date not null,
    reason text not null check (reason in ('1', '2', '3', '9')),
    amount bigint not null check (amount > 0),
    primary key (instalment_id, written_off_on)
);
comment on table levy.write_off is '不納欠損';
comment on column levy.write_off.reason is '不納欠損事由コード：1 時効完成、2 執行停止3年、3 即時消滅、9 その他';

create table levy.carry_over (
    instalment_id bigint not null,
    account_year integer not null,
    generation smallint not null,
    charged bigint not null,
    collected bigint not null,
    carried bigint not null check (carried > 0),
    primary key (instalment_id, account_year)
);
comment on table levy.carry_over is '滞納繰越（繰越、過年繰越、過々年繰越の3世代）';
comment on column levy.carry_over.account_year is '繰越先の会計年度';
comment on column levy.carry_over.generation is '滞納繰越年数（1 繰越、2 過年繰越、3 過々年繰越…）';
comment on column levy.carry_over.charged is '繰越時期割額';
comment on column levy.carry_over.collected is '繰越時収納額（充当・欠損を含む）';
comment on column levy.carry_over.carried is '繰越額';

create table levy.day_total (
    booked_on date not null,
    fund_id integer not null,
    cause levy.cause not null,
    debit_kind levy.account_kind not null,
    credit_kind levy.account_kind not null,
    channel_id bigint not null,
    postings bigint not null,
    amount bigint not null,
    primary key (booked_on, fund_id, cause, debit_kind, credit_kind, channel_id)
);
comment on table levy.day_total is '日計（締めた日の仕訳の合計）';
comment on column levy.day_total.channel_id is '収納経路（現金の仕訳だけ。ほかは0）';

create table levy.day_seal (
    booked_on date primary key,
    postings bigint not null,
    amount bigint not null,
    seal bytea not null
);
comment on table levy.day_seal is '日計の封（その日の仕訳すべての SHA-256）。後から1行でも変われば合わない';

create table levy.month_total (
    month date not null,
    fund_id integer not null,
    charged bigint not null,
    collected bigint not null,
    offset_in bigint not null,
    written_off bigint not null,
    refunded bigint not null,
    carried_in bigint not null,
    primary key (month, fund_id)
);
comment on table levy.month_total is '月計（会計区分ごと、その月の動き）';
comment on column levy.month_total.charged is '調定の増減';
comment on column levy.month_total.collected is '収納（過誤納を含む）';
comment on column levy.month_total.refunded is '還付決定';
comment on column levy.month_total.carried_in is '前年度から繰り越した額';

create table levy.year_total (
    account_year integer not null,
    fund_id integer not null,
    charged bigint not null,
    collected bigint not null,
    offset_in bigint not null,
    written_off bigint not null,
    over_arisen bigint not null,
    over_held bigint not null,
    open bigint not null,
    primary key (account_year, fund_id)
);
comment on table levy.year_total is '決算（出納閉鎖の日の会計区分ごとの残高）';

-- The fingerprint of a day's postings, in the order in which they were made.
create function levy.seal_of(day date) returns bytea language sql stable as $$
    select sha256(convert_to(coalesce(string_agg(
        p.posting_id || '|' || p.operation || '|' || p.debit_kind || '|' || p.debit_id || '|' || p.credit_kind || '|' || p.credit_id
        || '|' || p.amount || '|' || p.cause || '|' || p.fund_id || '|' || p.account_year || '|' || coalesce(p.paid_on::text, '')
        || '|' || coalesce(p.received_on::text, '') || '|' || p.source || '|' || p.source_id,
        E'\n' order by p.posting_id), ''), 'UTF8'))
    from levy.posting p where p.booked_on = day
$$;

create view levy.v_summary as
    select i.levy_code, f.account_year, i.levy_year, i.method, f.kind, count(*) as instalments,
        sum(b.charged)::bigint as charged, sum(b.collected - b.over_arisen)::bigint as collected,
        sum(b.offset_in)::bigint as offset_in, sum(b.written_off)::bigint as written_off, sum(b.open)::bigint as open,
        sum(b.over_arisen)::bigint as overpaid, sum(b.over_refunded)::bigint as refunded,
        sum(b.over_offset)::bigint as offset_out, sum(b.over_lapsed)::bigint as lapsed, sum(b.over_held)::bigint as held
    from levy.instalment i join levy.instalment_balance b using (instalment_id) join levy.v_fund f on f.fund_id = i.fund_id
    group by i.levy_code, f.account_year, i.levy_year, i.method, f.kind;
comment on view levy.v_summary is
    '決算の姿（公開ビュー）：charged = collected + offset_in + written_off + open、overpaid = refunded + offset_out + lapsed + held。collected は過誤納を除く収納額';

grant select on levy.v_summary to ${app};
revoke delete on levy.debit, levy.refund, levy.refund_item, levy.demand, levy.limitation, levy.write_off, levy.carry_over,
    levy.day_total, levy.day_seal, levy.month_total, levy.year_total from ${app};
revoke update on levy.carry_over, levy.write_off, levy.day_total, levy.day_seal, levy.year_total from ${app};
