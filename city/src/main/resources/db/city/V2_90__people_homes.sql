-- 世帯: 住基世帯 and 後期世帯 of any day, with what was believed of them before.
create table people.household_membership_history (
    person_no bigint not null,
    household_no bigint not null,
    is_head boolean not null,
    valid_from date not null,
    valid_to date,
    known_on date not null,
    known_to date not null
);
create index household_membership_history_household on people.household_membership_history (household_no);
create index household_membership_history_person on people.household_membership_history (person_no);
comment on table people.household_membership_history is '住基世帯の世帯員と期間の、改められた前の姿（追記のみ）';
comment on column people.household_membership_history.known_on is 'この姿を知った日';
comment on column people.household_membership_history.known_to is 'この姿を改めた日';
grant select, insert on people.household_membership_history to ${app};

create view people.v_household_known as
select person_no, household_no, is_head, valid_from, valid_to, known_on as known_from, 'infinity'::date as known_to
from people.household_membership
union all
select person_no, household_no, is_head, valid_from, valid_to, known_on, known_to
from people.household_membership_history where known_on < known_to;
comment on view people.v_household_known is '住基世帯の世帯員と期間（いつ知られていたかを含む）';

-- 後期世帯: the home by which the union judges. It is the 住基世帯 but for who is set otherwise by a 届出 that the union took.
create table people.koki_home (
    reception_no text primary key,
    person_no bigint not null,
    household_no bigint not null,
    is_head boolean not null,
    resident_household_no bigint,
    resident_head boolean not null,
    valid_from date not null,
    valid_to date,
    known_on date not null,
    end_reason text,
    ended_known_on date,
    ended_event_on date,
    check (valid_to >= valid_from)
);
create unique index koki_home_open on people.koki_home (person_no) where valid_to is null;
create index koki_home_person on people.koki_home (person_no);
create index koki_home_household on people.koki_home (household_no);
comment on table people.koki_home is '後期世帯の設定（住基世帯と異なる後期世帯に属する期間。設定のない人の後期世帯は住基世帯）';
comment on column people.koki_home.reception_no is '届出の受付番号';
comment on column people.koki_home.household_no is '後期世帯番号（本人だけの世帯は900000000000000に宛名番号を足したもの）';
comment on column people.koki_home.resident_household_no is '設定したときの住基世帯番号（変われば設定は終わる）';
comment on column people.koki_home.resident_head is '設定したとき住基世帯の世帯主だったか';
comment on column people.koki_home.valid_to is '終わり（その日は含まない）。空は設定中';
comment on column people.koki_home.end_reason is '終わりの理由';
comment on column people.koki_home.ended_known_on is '終わりを知った日';
comment on column people.koki_home.ended_event_on is '終わらせた住基の異動の異動年月日（届出による終わりは空）';
grant select, insert, update on people.koki_home to ${app};

create table people.koki_home_end_undone (
    reception_no text not null,
    valid_to date not null,
    ended_known_on date not null,
    undone_known_on date not null,
    primary key (reception_no, ended_known_on)
);
comment on table people.koki_home_end_undone is '後期世帯の設定の終わりのうち、終わらせた住基の異動が取り消されて、なかったことになったもの（追記のみ）';
comment on column people.koki_home_end_undone.undone_known_on is '取消を知った日';
grant select, insert on people.koki_home_end_undone to ${app};

create view people.v_koki_household_member as
select m.household_no, m.person_no, m.is_head, m.valid_from, m.valid_to
from people.household_membership m
where not exists (select from people.koki_home k where k.person_no = m.person_no and k.valid_from is distinct from k.valid_to)
union all
select m.household_no, m.person_no, m.is_head, lower(r.days), upper(r.days)
from people.household_membership m
join (select person_no, range_agg(daterange(valid_from, valid_to)) as away from people.koki_home
      where valid_from is distinct from valid_to group by person_no) k using (person_no)
cross join lateral unnest(datemultirange(daterange(m.valid_from, m.valid_to)) - k.away) r (days)
union all
select household_no, person_no, is_head, valid_from, valid_to from people.koki_home
where valid_from is distinct from valid_to;
comment on view people.v_koki_household_member is '後期世帯の世帯員と期間（軽減と負担割合の判定に使う世帯）';

alter table people.application add column koki_household_no bigint;
comment on column people.application.koki_household_no is '後期世帯番号（後期世帯の設定）';
create index application_home on people.application (person_no) where kind = '24';

-- Who belongs to a 後期世帯 besides its 住基世帯, or will when the union has answered: its members must be known to the union.
create view people.v_koki_home_wanted as
select person_no, household_no from people.koki_home where valid_to is null
union
select a.person_no, a.koki_household_no
from people.application a left join people.counter_entry c using (reception_no)
where a.kind = '24' and a.cancelled = '0' and a.koki_household_no is not null and coalesce(c.state, 'CONFIRMED') = 'CONFIRMED'
  and not exists (select from people.application_verdict v where v.reception_no = a.reception_no);
comment on view people.v_koki_home_wanted is '後期世帯に属する人と、広域連合の決定を待つ人';
grant select on people.v_household_known, people.v_koki_household_member, people.v_koki_home_wanted to ${app};

-- Two deeds on one person are two entries: an entry that the extract did not see stays for the next one.
alter table people.untold drop constraint untold_pkey;
alter table people.untold add column untold_no bigint generated always as identity primary key;
create index untold_person on people.untold (person_no);

-- 連帯納付義務者 (法108条2項・3項): the head of the home and the spouse on a day. 続柄 tell for sure only who is married to the head.
create function people.jointly_liable(person bigint, day date)
returns table (liable_no bigint, ground text, sure boolean) language sql stable as $$
    with home as (
        select g.person_no, g.is_head, coalesce(r.relation_name, '') as relation
        from people.v_koki_household_member own
        join people.v_koki_household_member g on g.household_no = own.household_no
             and g.valid_from <= day and (g.valid_to is null or g.valid_to > day)
        left join lateral (select h.relation_name from people.person_history h
                           where h.person_no = g.person_no and h.event_on <= day
                           order by h.history_no desc limit 1) r on true
        where own.person_no = person and own.valid_from <= day and (own.valid_to is null or own.valid_to > day)),
    me as (select * from home where person_no = person)
    select h.person_no, 'HEAD', true from home h where h.is_head and h.person_no <> person
    union all
    select h.person_no, 'SPOUSE', me.is_head and h.relation in ('妻', '夫', '配偶者')
    from home h cross join me
    where h.person_no <> person and not h.is_head
      and (me.is_head and h.relation ~ '^(妻|夫|配偶者)(（未届）)?$'
           or h.relation ~ '[父母]$' and me.relation ~ '[父母]$' and h.relation <> me.relation
              and regexp_replace(h.relation, '[父母]$', '') = regexp_replace(me.relation, '[父母]$', '')
           or me.relation <> '' and h.relation in (me.relation || 'の妻', me.relation || 'の夫')
           or h.relation <> '' and me.relation in (h.relation || 'の妻', h.relation || 'の夫'))
$$;
comment on function people.jointly_liable(bigint, date) is '連帯納付義務者（HEAD=世帯主、SPOUSE=配偶者。sure=falseは続柄からの推定）';
grant execute on function people.jointly_liable(bigint, date) to ${app};
