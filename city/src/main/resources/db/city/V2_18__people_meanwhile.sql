-- Between the entry of a 住登外者 and its confirmation things happen: what the entry was made against stays with it.
alter table people.non_resident_entry
    add column seen_history integer,
    add column doubles bigint[] not null default '{}';
comment on column people.non_resident_entry.seen_history is '入力したときの宛名の履歴番号（新規は空）';
comment on column people.non_resident_entry.doubles is '入力したときに4情報が一致していた宛名番号';

-- What changed in a person's row since a state of the history, in the words of the items; null when nothing did.
create function people.changed_since(person bigint, seen bigint) returns text language sql stable as $$
    select case when exists (select from people.person_history h where h.person_no = person and h.history_no > seen) then
        coalesce((select string_agg(col_description('people.person'::regclass, a.attnum), '、' order by a.attnum)
                  from people.person p
                  join people.person_history o on o.person_no = p.person_no and o.history_no = seen
                  cross join lateral jsonb_each_text(to_jsonb(p)) now (item, value)
                  join pg_attribute a on a.attrelid = 'people.person'::regclass and a.attname = now.item
                  where p.person_no = person and to_jsonb(o) ->> now.item is distinct from now.value
                    and now.item not in ('known_on', 'processed_on', 'event_seq')), '異動') end
$$;
comment on function people.changed_since(bigint, bigint) is 'ある履歴番号より後に変わった項目';
grant execute on function people.changed_since(bigint, bigint) to ${app};

-- 送付先 made with a 代理人 in one deed, so that both end in one.
create table people.representative_mail (
    mailing_no bigint primary key,
    representative_no bigint not null
);
create index representative_mail_of on people.representative_mail (representative_no);
comment on table people.representative_mail is '代理人と同時に登録した送付先';
grant select, insert on people.representative_mail to ${app};

-- A day that is wholly known and exists, otherwise null: what isn't one never raises, for somebody typed it. make_date and the
-- casts from digits are immutable (a cast from text to date isn't), so the planner can put the body in place of the call.
create or replace function people.day(text text) returns date language sql immutable parallel safe as $$
    select case when text ~ '^[0-9]{4}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)$'
                     and left(text, 4) <> '0000'
                then make_date(left(text, 4)::int, substr(text, 6, 2)::int, right(text, 2)::int)
                when text ~ '^[0-9]{2}([02468][048]|[13579][26])-02-29$' and text !~ '^([02468][1235679]|[13579][01345789])00|^0000'
                then make_date(left(text, 4)::int, 2, 29) end
$$;
create or replace function people.latest_birth(text text) returns date language sql immutable parallel safe as $$
    select case when text not like '____-__-__' or left(text, 4) = '0000' then null
                when right(text, 2) <> '00' then people.day(text)
                when text ~ '^[0-9]{4}-(0[1-9]|1[0-2])-00$'
                    then (make_date(left(text, 4)::int, substr(text, 6, 2)::int, 1) + interval '1 month - 1 day')::date
                when text ~ '^[0-9]{4}-00-00$' then make_date(left(text, 4)::int, 12, 31) end
$$;

-- 宛名 without a 送付先: that depends on the kind of work and on the day, which only people.mailing_on knows. A number that was
-- merged and keeps its ledger is shown as the person is known today, under the number that goes on.
-- The columns of facts are chosen one by one from the number that goes on: only so can a few people be looked up by the key.
create view people.v_person as
select p.person_no, p.household_no,
       case when s.look and people.masked(p.person_no, s.guarded) then '（照会・発行抑止）' else p.name end as name,
       case when s.look and people.masked(p.person_no, s.guarded) then '' else p.name_kana end as name_kana,
       case when s.look and people.masked(p.person_no, s.guarded) then null else p.alias end as alias,
       p.name_use,
       case when s.look and people.masked(p.person_no, s.guarded) then '' else p.birth_on end as birth_text,
       p.birth_day, p.sex,
       case when s.look and people.masked(p.person_no, s.guarded) then null else p.postal_code end as postal_code,
       case when s.look and people.masked(p.person_no, s.guarded) then '（照会・発行抑止）' else
           p.prefecture || p.city || p.town || coalesce(p.lot, '') || coalesce('　' || p.building, '') end as address,
       coalesce(s.guarded, false) as protected,
       p.resident_kind, p.resident_state = '1' as resident, p.moved_out_on, p.to_code,
       people.day(p.died_on) as died_on,
       p.relation_name, p.head_no, p.municipality_code,
       coalesce(s.look, false) as look_stopped, coalesce(s.issue, false) as issue_stopped,
       coalesce(s.change, false) as change_stopped
from (select o.person_no, o.household_no, o.relation_name, o.head_no,
             case when f.person_no is null then o.name else f.name end as name,
             case when f.person_no is null then o.name_kana else f.name_kana end as name_kana,
             case when f.person_no is null then o.alias else f.alias end as alias,
             case when f.person_no is null then o.name_use else f.name_use end as name_use,
             case when f.person_no is null then o.birth_on else f.birth_on end as birth_on,
             case when f.person_no is null then o.birth_day else f.birth_day end as birth_day,
             case when f.person_no is null then o.sex else f.sex end as sex,
             case when f.person_no is null then o.postal_code else f.postal_code end as postal_code,
             case when f.person_no is null then o.prefecture else f.prefecture end as prefecture,
             case when f.person_no is null then o.city else f.city end as city,
             case when f.person_no is null then o.town else f.town end as town,
             case when f.person_no is null then o.lot else f.lot end as lot,
             case when f.person_no is null then o.building else f.building end as building,
             case when f.person_no is null then o.resident_kind else f.resident_kind end as resident_kind,
             case when f.person_no is null then o.resident_state else f.resident_state end as resident_state,
             case when f.person_no is null then o.moved_out_on else f.moved_out_on end as moved_out_on,
             case when f.person_no is null then o.to_code else f.to_code end as to_code,
             case when f.person_no is null then o.died_on else f.died_on end as died_on,
             case when f.person_no is null then o.municipality_code else f.municipality_code end as municipality_code
      from people.person o
      left join people.v_kept k on k.person_no = o.person_no
      left join people.person f on f.person_no = k.root_no) p
left join people.v_stop s on s.person_no = p.person_no;
comment on view people.v_person is '宛名（他の業務が読む形）。送付先は people.mailing_on に尋ねる';
grant select on people.v_person to ${app};

-- Whether a number is on record, asked of thousands at once.
create view people.v_known as select person_no from people.person;
comment on view people.v_known is '宛名に登録のある宛名番号';
grant select on people.v_known to ${app};
