-- 送付先, 連絡先, 代理人: each for a period and a kind of work, entered and corrected at the console; every version stays.
alter table people.mailing_address drop constraint mailing_address_pkey;
alter table people.mailing_address
    add column mailing_no bigint generated always as identity primary key,
    add column version integer not null default 1,
    add column kind text not null default 'OTHER'
        check (kind in ('GUARDIAN', 'CURATOR', 'ASSISTANT', 'HEIR', 'FACILITY', 'RELATIVE', 'OTHER')),
    add column evidence text,
    add column entered_by text,
    add column entered_on date,
    add check (business in ('KOKI', 'ELIGIBILITY', 'LEVY', 'COLLECTION', 'BENEFIT')),
    add check (valid_to >= valid_from);
create index mailing_address_person on people.mailing_address (person_no);
comment on column people.mailing_address.mailing_no is '送付先番号';
comment on column people.mailing_address.version is '版（訂正のたびに増える）';
comment on column people.mailing_address.business is '業務（KOKI=後期のすべて、ELIGIBILITY=資格、LEVY=賦課、COLLECTION=徴収、BENEFIT=給付）';
comment on column people.mailing_address.kind is '種類（GUARDIAN=成年後見人、CURATOR=保佐人、ASSISTANT=補助人、HEIR=相続人代表、FACILITY=施設、RELATIVE=親族、OTHER=その他）';
comment on column people.mailing_address.valid_to is '使わなくなる日（その日は含まない）。開始日と同じなら取消';
comment on column people.mailing_address.evidence is '確かめた書類';
comment on column people.mailing_address.entered_by is '入力した職員番号（空は移行）';

create table people.mailing_address_history (
    like people.mailing_address,
    changed_by text not null,
    changed_at timestamptz not null default clock_timestamp(),
    change_reason text not null,
    primary key (mailing_no, version)
);
comment on table people.mailing_address_history is '送付先の前の版。書き換えない';

create table people.contact (
    contact_no bigint generated always as identity primary key,
    version integer not null default 1,
    person_no bigint not null,
    phone text not null,
    whose text not null,
    note text,
    valid_from date not null,
    valid_to date,
    entered_by text not null,
    entered_on date not null,
    check (valid_to >= valid_from)
);
create index contact_person on people.contact (person_no);
create index contact_phone on people.contact (people.phone_key(phone) text_pattern_ops);
comment on table people.contact is '連絡先（1人に何件でも）';
comment on column people.contact.phone is '電話番号';
comment on column people.contact.whose is 'だれの電話か（本人、長女、施設など）';
comment on column people.contact.note is 'メモ（かけてよい時間など）';
create table people.contact_history (
    like people.contact,
    changed_by text not null,
    changed_at timestamptz not null default clock_timestamp(),
    change_reason text not null,
    primary key (contact_no, version)
);
comment on table people.contact_history is '連絡先の前の版。書き換えない';

create table people.representative (
    representative_no bigint generated always as identity primary key,
    version integer not null default 1,
    person_no bigint not null,
    role text not null check (role in ('HEIR', 'GUARDIAN', 'CURATOR', 'ASSISTANT')),
    name text not null,
    name_kana text not null,
    relation text,
    postal_code text,
    address text not null,
    phone text,
    own_no bigint,
    evidence text not null,
    received_on date not null,
    valid_from date not null,
    valid_to date,
    entered_by text not null,
    entered_on date not null,
    check (valid_to >= valid_from)
);
create index representative_person on people.representative (person_no);
create index representative_own on people.representative (own_no) where own_no is not null;
comment on table people.representative is '代理人（相続人代表者、成年後見人、保佐人、補助人）';
comment on column people.representative.role is '役割（HEIR=相続人代表者、GUARDIAN=成年後見人、CURATOR=保佐人、ASSISTANT=補助人）';
comment on column people.representative.own_no is '代理人自身の宛名番号（登録があるとき）';
comment on column people.representative.evidence is '確かめた書類（相続人代表者指定届、登記事項証明書など）';
comment on column people.representative.received_on is '届出を受けた日';
create table people.representative_history (
    like people.representative,
    changed_by text not null,
    changed_at timestamptz not null default clock_timestamp(),
    change_reason text not null,
    primary key (representative_no, version)
);
comment on table people.representative_history is '代理人の前の版。書き換えない';

create view people.v_heir as
select distinct on (r.person_no) r.person_no, r.name, r.name_kana, coalesce(r.relation, '相続人') as relation, r.postal_code, r.address
from people.representative r cross join office.business_date d
where r.role = 'HEIR' and r.valid_from <= d.day and (r.valid_to is null or r.valid_to > d.day)
order by r.person_no, r.valid_from desc, r.representative_no desc;
comment on view people.v_heir is '本日の相続人代表者（他の業務が読む形）';
grant select on people.v_heir to ${app};

-- The numbers of one person: the own one and those that were merged into it.
create function people.numbers_of(person bigint) returns bigint[] language sql stable parallel safe as $$
    select array(select person union all select g.person_no from people.merge g where g.survivor_no = person and g.undone_on is null)
$$;

-- Where a letter of a kind of work goes on a day: the 送付先 of that work, else that of all work, else home. What was entered under
-- any number of the person's serves; a number that was merged and keeps its ledger has the name and the
-- address of the one that goes on. A 成年後見人, 保佐人 or 補助人 gets nothing from the day after the death (民法653条1号).
create function people.mailing_on(person bigint, work text, day date)
returns table (name text, postal_code text, address text, care_of text, elsewhere boolean)
language sql stable parallel safe as $$
    select coalesce(m.name, case p.name_use when '2' then p.alias when '3' then p.name_combined when '4' then p.name_latin end,
                    p.name),
           case when m.mailing_no is null then p.postal_code else m.postal_code end,
           coalesce(m.address, p.prefecture || p.city || p.town || coalesce(p.lot, '') || coalesce('　' || p.building, '')),
           case m.kind when 'HEIR' then '（相続人代表者）' when 'GUARDIAN' then '（成年後見人）' when 'CURATOR' then '（保佐人）'
                       when 'ASSISTANT' then '（補助人）' else '' end,
           m.mailing_no is not null
    from (select coalesce((select k.root_no from people.v_kept k where k.person_no = person), person) as root_no) own
    join people.person p on p.person_no = own.root_no
    left join lateral (
        select a.* from people.mailing_address a
        where a.person_no = any (array(select own.root_no union all select g.person_no from people.merge g
                                       where coalesce(g.root_no, g.survivor_no) = own.root_no and g.undone_on is null))
          and a.business in (work, 'KOKI') and a.valid_from <= day and (a.valid_to is null or a.valid_to > day)
          and (a.kind not in ('GUARDIAN', 'CURATOR', 'ASSISTANT') or p.died_on is null
               or day <= coalesce(people.day(p.died_on), '-infinity'))
        order by a.business = work desc, a.person_no = own.root_no desc, a.valid_from desc limit 1) m on true
$$;
comment on function people.mailing_on(bigint, text, date) is '業務と日に応じた送付先（なければ住所）';

grant select, insert, update on people.contact, people.representative to ${app};
grant select, insert on people.mailing_address_history, people.contact_history, people.representative_history to ${app};
