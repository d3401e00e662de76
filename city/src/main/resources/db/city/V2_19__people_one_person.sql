-- 名寄せ: two numbers of one person are stopped together. Merging must never open somebody whom one of the numbers protects.
create view people.v_own_stop as
select person_no, true as guarded, true as look, true as issue, false as change
from people.person where protection in ('1', '2')
union all
select person_no, true, true, true, false from people.protection where state in ('PROVISIONAL', 'DECIDED')
union all
select s.person_no, false, s.kind = 'LOOK', s.kind = 'ISSUE', s.kind = 'CHANGE'
from people.suppression s, office.business_date d
where s.lifted_on is null and s.starts_on <= d.day and (s.ends_on is null or s.ends_on >= d.day);
comment on view people.v_own_stop is '本日の抑止のうち、その宛名番号に登録されたもの';

create view people.v_same_person as
select person_no as one_no, survivor_no as other_no from people.merge where undone_on is null
union all
select survivor_no, person_no from people.merge where undone_on is null
union all
select a.person_no, b.person_no
from people.merge a join people.merge b on b.survivor_no = a.survivor_no and b.person_no <> a.person_no
where a.undone_on is null and b.undone_on is null;
comment on view people.v_same_person is '名寄せで同じ人とされた宛名番号の組（両方向）';

create or replace view people.v_stop as
select person_no, bool_or(guarded) as guarded, bool_or(look) as look, bool_or(issue) as issue, bool_or(change) as change
from (select person_no, guarded, look, issue, change from people.v_own_stop
      union all
      select n.one_no, s.guarded, s.look, s.issue, s.change
      from people.v_same_person n join people.v_own_stop s on s.person_no = n.other_no) stop
group by person_no;
comment on view people.v_stop is '本日の抑止（支援措置、照会・発行・異動の抑止。名寄せした番号の分も含む）。表示・発行・更新はすべてここに問い合わせる';

create or replace view people.v_undisclosed as
with own as (
    select person_no from people.person where protection in ('1', '2')
    union
    select person_no from people.protection where state in ('PROVISIONAL', 'DECIDED') and undisclosed)
select person_no from own
union
select n.one_no from people.v_same_person n join own on own.person_no = n.other_no;
