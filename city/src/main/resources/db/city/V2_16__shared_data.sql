-- 統合データベース: what one office lets others have. It is filled by the providers' functions only and read through a function of
-- each receiver's registered definition only (decision 0060). The application owns nothing here and can't read the data.
create schema share;
revoke all on schema share from ${app};
grant usage on schema share to ${app};

create table share.item (
    dataset text not null,
    code text not null,
    label text not null,
    place boolean not null default false,
    position smallint not null,
    primary key (dataset, code)
);
comment on table share.item is '統合データベースの項目';
comment on column share.item.dataset is 'データ（insured 資格、payment 納付情報、claim 徴収情報）';
comment on column share.item.place is '住所・電話など、支援措置のとき伏せる項目';

create table share.provision (
    dataset text primary key,
    label text not null,
    provider text not null,
    basis text not null,
    items text[] not null,
    valid_from date not null,
    valid_to date not null default 'infinity'
);
comment on table share.provision is '提供定義（提供元が統合データベースへ置く項目）';

create table share.definition (
    code text primary key,
    title text not null,
    receiver text not null,
    role_name text not null,
    basis text not null,
    purpose text not null,
    information text not null,
    population text not null,
    number_class text not null,
    medium text not null check (medium in ('LINK', 'LINE', 'FLASH', 'PAPER', 'NETWORK')),
    frequency text not null check (frequency in ('BUSINESS_DAY', 'MONTH', 'WHEN_NEEDED', 'MONTH_YEAR')),
    my_number boolean not null default false,
    dataset text,
    items text[] not null default '{}',
    protected_rule text not null check (protected_rule in ('STOP', 'MASK', 'GIVE')),
    way text not null,
    suspended_on date,
    suspended_by text,
    suspended_note text,
    valid_from date not null,
    valid_to date not null default 'infinity'
);
comment on table share.definition is '移転・提供の定義（特定個人情報保護評価書 Ⅱ5）';
comment on column share.definition.code is '番号（T1＝移転先1、P1＝提供先1）';
comment on column share.definition.receiver is '移転先・提供先';
comment on column share.definition.basis is '①法令上の根拠';
comment on column share.definition.purpose is '②用途';
comment on column share.definition.information is '③移転・提供する情報';
comment on column share.definition.number_class is '④対象となる本人の数';
comment on column share.definition.population is '⑤対象となる本人の範囲';
comment on column share.definition.medium is '⑥方法（LINK 庁内連携、LINE 専用線、FLASH フラッシュメモリ、PAPER 紙、NETWORK 情報提供ネットワークシステム）';
comment on column share.definition.frequency is '⑦時期・頻度';
comment on column share.definition.my_number is '個人番号を含むか';
comment on column share.definition.items is '項目（この順に並べる）';
comment on column share.definition.protected_rule is '支援措置対象者（STOP 除く、MASK 住所等を伏せる、GIVE そのまま）';
comment on column share.definition.way is 'この仕組みのどこで行うか';

-- What the providers have put here.
create table share.insured (
    insured_no text primary key,
    person_no bigint not null,
    name text,
    name_kana text,
    birth_on text,
    sex text,
    postal_code text,
    address text,
    acquired_on date,
    acquired_by text,
    lost_on date,
    lost_by text,
    copay text,
    address_exception text,
    stopped boolean not null default false,
    changed_on date not null,
    change_no bigint not null
);
create index insured_person on share.insured (person_no);
create index insured_changed on share.insured (change_no);
create index insured_stopped on share.insured (person_no) where stopped;
create sequence share.change_no as bigint;
comment on table share.insured is '統合データベース 後期高齢者医療被保険者資格';
comment on column share.insured.stopped is '置いたときに発行抑止（支援措置など）があったか。変わると、伏せた住所を改めて知らせる';
comment on column share.insured.change_no is '変更番号（毎営業日の移転は、前回取得した番号より後のもの）';
create table share.payment (
    person_no bigint not null,
    insured_no text not null,
    levy_year bigint not null,
    method text not null,
    charged bigint,
    paid bigint,
    unpaid bigint,
    changed_on date not null,
    primary key (person_no, insured_no, levy_year, method)
);
comment on table share.payment is '統合データベース 後期高齢者医療保険料の納付に関する情報';
create table share.claim (
    person_no bigint not null,
    insured_no text not null,
    levy_year bigint not null,
    decision_year bigint not null,
    method text not null,
    period bigint not null,
    due_on date,
    charged bigint,
    paid bigint,
    unpaid bigint,
    changed_on date not null,
    primary key (person_no, insured_no, levy_year, decision_year, method, period)
);
comment on table share.claim is '統合データベース 後期高齢者医療保険料の徴収に関する情報';
create table share.filled (
    dataset text primary key,
    filled_on date not null
);
comment on table share.filled is '提供元が最後に置いた業務日';

-- Every reading, with its count; the people are in the audit trail.
create table share.reading (
    reading_no bigint generated always as identity primary key,
    definition text not null,
    read_on date not null,
    role_name text not null,
    staff text not null,
    row_count bigint not null,
    people bigint not null,
    stopped bigint not null,
    unknown bigint not null,
    change_no bigint not null,
    audit_id bigint not null
);
create index reading_definition on share.reading (definition, read_on);
comment on table share.reading is '統合データベースからの取得の記録';
comment on column share.reading.stopped is '支援措置により除いた、又は伏せた人数';
comment on column share.reading.unknown is '宛名番号が宛名に登録されていないため渡さなかった行数';
comment on column share.reading.change_no is 'このときまでの変更番号';

create table share.medium (
    medium_no text primary key,
    label text not null,
    registered_on date not null,
    registered_by text not null,
    retired_on date
);
comment on table share.medium is '持ち出しを許可した外部記録媒体';

create table share.dispatch (
    dispatch_no bigint generated always as identity primary key,
    definition text not null,
    state text not null check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'TAKEN', 'RECEIVED')),
    file_name text not null,
    stored_as text,
    sha256 text not null,
    row_count bigint not null,
    stopped bigint not null,
    medium_no text,
    reason text not null,
    requested_on date not null,
    requested_by text not null,
    decided_on date,
    decided_by text,
    decided_note text,
    taken_on date,
    taken_terminal text,
    received_on date,
    received_name text,
    erased_on date
);
create index dispatch_open on share.dispatch (state) where state in ('REQUESTED', 'APPROVED', 'TAKEN');
create index dispatch_definition on share.dispatch (definition, requested_on);
comment on table share.dispatch is '媒体・紙による移転（申請、承認、持ち出し、受領、消去）';
comment on column share.dispatch.stopped is '支援措置により除いた、又は伏せた人数';
comment on column share.dispatch.erased_on is '受領を確かめて内容を消した日';

-- What a provision does not name stays out, whoever asks for it.
create function share.offered(p_dataset text, p_day date) returns text[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
    v_items text[];
begin
    select items into v_items from share.provision
     where dataset = p_dataset and valid_from <= p_day and p_day < valid_to;
    if v_items is null then
        raise exception '提供定義がありません: %（%）', p_dataset, p_day;
    end if;
    return v_items;
end $$;

-- The provider puts what changed since it was here last.
-- It sees everybody whole, whatever the clerk behind it may see; who is protected is asked when somebody reads.
create function share.put_insured(p_day date) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_items text[] := share.offered('insured', p_day);
    v_since date := (select filled_on from share.filled where dataset = 'insured');
    v_duties text := coalesce(current_setting('machi.duties', true), '');
    v_news text[];
    v_rows integer;
begin
    v_news := case when v_since is null then array(select insured_no from koki.insured) else array(
        select insured_no from koki.insured where known_on >= v_since
        union
        select k.insured_no from people.person p join koki.insured k using (person_no) where p.known_on >= v_since
        union
        select k.insured_no from people.merge m join koki.insured k using (person_no)
         where m.known_on >= v_since or m.undone_on >= v_since
        union
        select s.insured_no from people.v_stop p join share.insured s using (person_no) where p.issue and not s.stopped
        union
        select s.insured_no from share.insured s
         where s.stopped and not exists (select from people.v_stop p where p.person_no = s.person_no and p.issue)) end;
    insert into share.filled values ('insured', p_day)
    on conflict (dataset) do update set filled_on = excluded.filled_on;
    if v_news = '{}' then
        return 0;
    end if;
    perform set_config('machi.duties', '', true);
    insert into share.insured as t (insured_no, person_no, name, name_kana, birth_on, sex, postal_code, address,
                                    acquired_on, acquired_by, lost_on, lost_by, copay, address_exception, stopped,
                                    changed_on, change_no)
    select i.insured_no, coalesce(g.survivor_no, i.person_no),
           case when 'name' = any (v_items) then v.name end,
           case when 'name_kana' = any (v_items) then v.name_kana end,
           case when 'birth_on' = any (v_items) then v.birth_text end,
           case when 'sex' = any (v_items) then v.sex end,
           case when 'postal_code' = any (v_items) then v.postal_code end,
           case when 'address' = any (v_items) then v.address end,
           case when 'acquired_on' = any (v_items) then i.acquired_on end,
           case when 'acquired_by' = any (v_items) then i.acquired_by end,
           case when 'lost_on' = any (v_items) then i.lost_on end,
           case when 'lost_by' = any (v_items) then i.lost_by end,
           case when 'copay' = any (v_items) then i.copay end,
           case when 'address_exception' = any (v_items) then i.address_exception end,
           v.issue_stopped, p_day, nextval('share.change_no')
      from unnest(v_news) n (no) join koki.insured i on i.insured_no = n.no
      left join people.merge g on g.person_no = i.person_no and g.undone_on is null
      join people.v_person v on v.person_no = coalesce(g.survivor_no, i.person_no)
    on conflict (insured_no) do update
       set person_no = excluded.person_no, name = excluded.name, name_kana = excluded.name_kana,
           birth_on = excluded.birth_on, sex = excluded.sex, postal_code = excluded.postal_code,
           address = excluded.address, acquired_on = excluded.acquired_on, acquired_by = excluded.acquired_by,
           lost_on = excluded.lost_on, lost_by = excluded.lost_by, copay = excluded.copay,
           address_exception = excluded.address_exception, stopped = excluded.stopped,
           changed_on = excluded.changed_on, change_no = excluded.change_no
     where (t.person_no, t.name, t.name_kana, t.birth_on, t.sex, t.postal_code, t.address, t.acquired_on,
            t.acquired_by, t.lost_on, t.lost_by, t.copay, t.address_exception, t.stopped)
           is distinct from
           (excluded.person_no, excluded.name, excluded.name_kana, excluded.birth_on, excluded.sex,
            excluded.postal_code, excluded.address, excluded.acquired_on, excluded.acquired_by, excluded.lost_on,
            excluded.lost_by, excluded.copay, excluded.address_exception, excluded.stopped);
    get diagnostics v_rows = row_count;
    perform set_config('machi.duties', v_duties, true);
    return v_rows;
end $$;

-- Whether something changed since a receiver's last reading.
create function share.has_news(p_code text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from share.insured
                    where change_no > coalesce((select max(change_no) from share.reading where definition = p_code), 0))
$$;

-- Sums stand under the number that is in use: numbers that were found to be one person's are one.
create function share.put_payment(p_day date) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_items text[] := share.offered('payment', p_day);
    v_rows integer;
begin
    create temporary table payment_now on commit drop as
    select coalesce(g.survivor_no, i.person_no) as person_no, i.reference as insured_no, i.levy_year,
           i.method::text as method, sum(i.charged) as charged, sum(i.collected + i.offset_in - i.over_arisen) as paid,
           sum(i.open) as unpaid
      from levy.v_instalment i left join people.merge g on g.person_no = i.person_no and g.undone_on is null
     where i.levy_code = 'KOKI' group by 1, 2, 3, 4;
    delete from share.payment t
     where not exists (select from pg_temp.payment_now n
                        where (n.person_no, n.insured_no, n.levy_year, n.method)
                              = (t.person_no, t.insured_no, t.levy_year, t.method));
    insert into share.payment as t (person_no, insured_no, levy_year, method, charged, paid, unpaid, changed_on)
    select person_no, insured_no, levy_year, method,
           case when 'charged' = any (v_items) then charged end,
           case when 'paid' = any (v_items) then paid end,
           case when 'unpaid' = any (v_items) then unpaid end, p_day
      from pg_temp.payment_now
    on conflict (person_no, insured_no, levy_year, method) do update
       set charged = excluded.charged, paid = excluded.paid, unpaid = excluded.unpaid, changed_on = excluded.changed_on
     where (t.charged, t.paid, t.unpaid) is distinct from (excluded.charged, excluded.paid, excluded.unpaid);
    get diagnostics v_rows = row_count;
    drop table pg_temp.payment_now;
    return v_rows;
end $$;

create function share.put_claim(p_day date, p_people bigint[]) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_items text[] := share.offered('claim', p_day);
    v_rows integer;
begin
    delete from share.claim where person_no = any (p_people);
    insert into share.claim (person_no, insured_no, levy_year, decision_year, method, period, due_on, charged, paid,
                             unpaid, changed_on)
    select p.no, i.reference, i.levy_year, i.decision_year, i.method::text, i.period,
           case when 'due_on' = any (v_items) then max(i.due_on) end,
           case when 'charged' = any (v_items) then sum(i.charged) end,
           case when 'paid' = any (v_items) then sum(i.collected + i.offset_in - i.over_arisen) end,
           case when 'unpaid' = any (v_items) then sum(i.open) end, p_day
      from unnest(p_people) p (no)
      join levy.v_instalment i on i.person_no = any (people.numbers_of(p.no))
     where i.levy_code = 'KOKI' group by 1, 2, 3, 4, 5, 6;
    get diagnostics v_rows = row_count;
    return v_rows;
end $$;

-- The one door of a receiver: a function with the columns of its definition, that looks at the protection of today, writes the
-- audit event with the people, and answers. Made anew from the definition; nobody but its receiver may call it.
create function share.make_reader(p_code text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $make$
declare
    d share.definition;
    v_columns text;
    v_values text;
    v_key text := 'd.person_no, d.insured_no';
    v_news text := '';
begin
    select * into strict d from share.definition where code = p_code;
    if exists (select unnest(d.items) except select unnest(items) from share.provision where dataset = d.dataset) then
        raise exception '提供定義にない項目は移転できません: %', p_code;
    end if;
    select string_agg(format('%I text', i.code), ', ' order by n.at),
           string_agg(case when i.place and d.protected_rule = 'MASK'
                           then format('case when v.issue_stopped then ''＊＊＊'' else d.%I::text end', i.code)
                           else format('d.%I::text', i.code) end, ', ' order by n.at)
      into v_columns, v_values
      from unnest(d.items) with ordinality n(code, at) join share.item i on i.dataset = d.dataset and i.code = n.code;
    if d.dataset = 'claim' then
        v_key := v_key || ', d.levy_year, d.decision_year, d.method, d.period';
    elsif d.dataset = 'payment' then
        v_key := v_key || ', d.levy_year, d.method';
    else
        -- Whose one row changed is told with all of them.
        v_news := ' and (p_after is null or n.change_no > p_after)';
    end if;
    execute format($f$
        create function share.read_%1$s(p_day date, p_after bigint, p_people bigint[], p_staff text, p_terminal text,
                                        p_office text, p_duty text)
        returns table (%2$s) language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
        #variable_conflict use_column
        declare
            v_wanted bigint[];
            v_people bigint[];
            v_rows bigint;
            v_stopped bigint;
            v_unknown bigint;
        begin
            if not exists (select from share.definition t
                            where t.code = %3$L and t.suspended_on is null and t.valid_from <= p_day and p_day < t.valid_to) then
                raise exception '移転の定義は有効ではありません: %3$s';
            end if;
            v_wanted := array(select distinct n.person_no from share.%4$I n
                               where (p_people is null or n.person_no = any (p_people))%9$s);
            select coalesce(array_agg(distinct d.person_no) filter (where %5$s), '{}'),
                   count(*) filter (where %5$s), count(distinct d.person_no) filter (where v.issue_stopped),
                   count(*) filter (where v.person_no is null)
              into v_people, v_rows, v_stopped, v_unknown
              from unnest(v_wanted) w (person_no) join share.%4$I d using (person_no) left join people.v_person v using (person_no);
            insert into share.reading (definition, read_on, role_name, staff, row_count, people, stopped, unknown, change_no,
                                       audit_id)
            values (%3$L, p_day, coalesce(nullif(current_setting('role'), 'none'), session_user), p_staff, v_rows,
                    cardinality(v_people), v_stopped, v_unknown, (select coalesce(max(change_no), 0) from share.insured),
                    audit.record_run(p_day, p_staff, p_terminal, p_office, p_duty, %6$L, '移転', '統合データベース %3$s',
                                     '行' || v_rows || ' 支援措置' || v_stopped || ' 宛名なし' || v_unknown, 'DONE', v_people));
            return query
            select %7$s from unnest(v_wanted) w (person_no) join share.%4$I d using (person_no)
              join people.v_person v using (person_no)
             where %5$s
             order by %8$s;
        end $body$
        $f$,
        lower(d.code), v_columns, d.code, d.dataset,
        case when d.protected_rule = 'STOP' then 'v.issue_stopped = false' else 'v.person_no is not null' end,
        d.purpose, v_values, v_key, v_news);
    execute format('revoke all on function share.read_%s from public', lower(d.code));
    execute format('grant execute on function share.read_%s to ${receiver}%s', lower(d.code), d.role_name);
    execute format('grant usage on schema share to ${receiver}%s', d.role_name);
end $make$;

revoke all on all tables in schema share from ${app};
revoke all on all functions in schema share from public;
grant select on share.item, share.provision, share.definition, share.reading, share.medium, share.dispatch
    to ${app};
grant update (suspended_on, suspended_by, suspended_note) on share.definition to ${app};
grant insert, update on share.medium, share.dispatch to ${app};
grant execute on function share.put_insured(date), share.put_payment(date), share.put_claim(date, bigint[]),
    share.has_news(text) to ${app};
