-- 支援措置 and 抑止 (JY 3.1, 3.4): the register at the counter, stops of other kinds, releases for one deed, and the
-- lock of who works on a person. Everything that shows or issues something of a person asks people.v_stop.
create table people.protection (
    protection_no bigint generated always as identity primary key,
    person_no bigint not null,
    kind text not null check (kind in ('1', '2', '3', '4')),
    state text not null check (state in ('PROVISIONAL', 'DECIDED', 'REJECTED', 'ENDED')),
    received_on date not null,
    starts_on date,
    ends_on date,
    ended_on date,
    end_reason text,
    undisclosed boolean not null default true,
    version integer not null default 1,
    check (state <> 'DECIDED' or (starts_on is not null and ends_on > starts_on)),
    check (state not in ('REJECTED', 'ENDED') or ended_on is not null)
);
create unique index protection_open on people.protection (person_no) where state in ('PROVISIONAL', 'DECIDED');
create index protection_person on people.protection (person_no);
create index protection_ends on people.protection (ends_on) where state = 'DECIDED';
comment on table people.protection is '支援措置（窓口で受けた申出）。終了日を過ぎても、職員が終了とするまで抑止は続く';
comment on column people.protection.kind is '申出の種別（1=配偶者暴力等、2=ストーカー行為等、3=児童虐待等、4=その他これらに準ずる行為）';
comment on column people.protection.state is '状態（PROVISIONAL=仮支援措置、DECIDED=支援措置中、REJECTED=不決定、ENDED=終了）';
comment on column people.protection.received_on is '申出を受けた日（仮支援措置の開始日）';
comment on column people.protection.starts_on is '支援措置開始年月日';
comment on column people.protection.ends_on is '支援措置終了年月日（開始日から1年。この日を含む）';
comment on column people.protection.undisclosed is '情報連携の不開示フラグ';

create table people.protection_event (
    protection_no bigint not null,
    version integer not null,
    what text not null,
    happened_on date not null,
    starts_on date,
    ends_on date,
    staff text not null,
    at timestamptz not null default clock_timestamp(),
    note text not null,
    primary key (protection_no, version)
);
comment on table people.protection_event is '支援措置の経過（受付、決定、延長、終了）。書き換えない';

create table people.protection_secret (
    protection_no bigint not null,
    version integer not null,
    reason text not null,
    offender_name text not null,
    offender_kana text not null,
    offender_birth text not null,
    offender_address text not null,
    relation text not null,
    real_address text not null,
    staff text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (protection_no, version)
);
comment on table people.protection_secret is '支援措置の秘匿情報（理由、加害者、実際の住所）。専用の権限でだけ照会し、書き換えない';
comment on column people.protection_secret.relation is '加害者との関係';
comment on column people.protection_secret.real_address is '実際の住所・居所';

create table people.suppression (
    suppression_no bigint generated always as identity primary key,
    person_no bigint not null,
    kind text not null check (kind in ('CHANGE', 'ISSUE', 'LOOK')),
    starts_on date not null,
    ends_on date,
    reason text not null,
    lifter text not null check (lifter in ('OFFICE', 'KEEPER')),
    office text not null,
    entered_by text not null,
    entered_at timestamptz not null default clock_timestamp(),
    lifted_on date,
    lifted_by text,
    lift_reason text,
    check (ends_on >= starts_on)
);
create index suppression_person on people.suppression (person_no) where lifted_on is null;
comment on table people.suppression is '抑止（異動・発行・照会）';
comment on column people.suppression.kind is '抑止の種類（CHANGE=異動抑止、ISSUE=発行抑止、LOOK=照会抑止）';
comment on column people.suppression.ends_on is '終了年月日（この日を含む。空は期限なし）';
comment on column people.suppression.lifter is '解除できる人（OFFICE=登録した課、KEEPER=抑止の責任者）';

-- 抑止の解除: one deed, asked for by one member of staff with a reason and granted by another.
create table people.release (
    release_no bigint generated always as identity primary key,
    person_no bigint not null,
    deed text not null check (deed in ('LOOK', 'ISSUE', 'CHANGE')),
    reason text not null,
    asked_by text not null,
    asked_on date not null,
    asked_at timestamptz not null default clock_timestamp(),
    state text not null default 'ASKED' check (state in ('ASKED', 'GRANTED', 'REFUSED', 'USED')),
    decided_by text,
    decided_at timestamptz,
    decision_note text,
    used_at timestamptz,
    check (decided_by is null or decided_by <> asked_by)
);
create index release_waiting on people.release (asked_at) where state = 'ASKED';
create index release_open on people.release (person_no, asked_by) where state in ('GRANTED', 'USED');
comment on table people.release is '抑止の一時解除（操作1回。別の職員が承認する）';

-- 排他: who works on a person. One short-lived row per person.
create table people.work_lock (
    person_no bigint primary key,
    staff text not null,
    staff_name text not null,
    terminal text not null,
    since timestamptz not null,
    seen timestamptz not null,
    taken_from text,
    note text
);
comment on table people.work_lock is '更新中の職員（排他）。10分操作がないと外れる';
comment on column people.work_lock.taken_from is '引き継いだ相手の職員番号';

create index person_protected on people.person (person_no) where protection in ('1', '2');

-- What stops today, whoever entered it: the resident register's file, the counter, or an office.
create view people.v_stop as
select person_no, bool_or(guarded) as guarded, bool_or(look) as look, bool_or(issue) as issue, bool_or(change) as change
from (select person_no, true as guarded, true as look, true as issue, false as change
      from people.person where protection in ('1', '2')
      union all
      select person_no, true, true, true, false from people.protection where state in ('PROVISIONAL', 'DECIDED')
      union all
      select s.person_no, false, s.kind = 'LOOK', s.kind = 'ISSUE', s.kind = 'CHANGE'
      from people.suppression s, office.business_date d
      where s.lifted_on is null and s.starts_on <= d.day and (s.ends_on is null or s.ends_on >= d.day)) stop
group by person_no;
comment on view people.v_stop is '本日の抑止（支援措置、照会・発行・異動の抑止）。表示・発行・更新はすべてここに問い合わせる';

-- 情報連携 (S4): whose facts must be marked 不開示 at the interface.
create view people.v_undisclosed as
select person_no from people.person where protection in ('1', '2')
union
select person_no from people.protection where state in ('PROVISIONAL', 'DECIDED') and undisclosed;
comment on view people.v_undisclosed is '情報連携で不開示とする人';

-- A page runs in a transaction that says which duties its clerk holds and which one person a release opens; jobs say nothing
-- and see what they must print. 支援措置 is opened by its own duty, what an office stopped by its keeper's.
create function people.masked(person bigint, guarded boolean) returns boolean language sql stable parallel safe as $$
    select coalesce(current_setting('machi.duties', true), '') <> ''
       and coalesce(current_setting('machi.open', true), '') <> person::text
       and position(case when guarded then '|people.protected|' else '|people.suppress.keep|' end
                    in current_setting('machi.duties', true)) = 0
$$;

grant select, insert, update on people.protection, people.suppression, people.release to ${app};
grant select, insert on people.protection_event, people.protection_secret to ${app};
grant select, insert, update, delete on people.work_lock to ${app};
grant select on people.v_stop, people.v_undisclosed to ${app};
