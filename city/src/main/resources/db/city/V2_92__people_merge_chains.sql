-- 名寄せ: where one number leads over another to a third, all are one person; each link keeps the number at the end.
alter table people.merge add column root_no bigint;
create index merge_root on people.merge (coalesce(root_no, survivor_no)) where undone_on is null;
comment on column people.merge.root_no is '統合の連鎖の先に残る宛名番号';

create function people.follow_merges() returns bigint language sql as $$
    with recursive chain as (
        select merge_no, person_no, survivor_no as root, 1 as depth from people.merge where undone_on is null
        union all
        select c.merge_no, c.person_no, m.survivor_no, c.depth + 1
        from chain c join people.merge m on m.person_no = c.root and m.undone_on is null
        where c.depth < 50 and m.survivor_no <> c.person_no),
    last as (select distinct on (merge_no) merge_no, root from chain order by merge_no, depth desc),
    changed as (
        update people.merge m set root_no = l.root from last l
        where l.merge_no = m.merge_no and m.root_no is distinct from l.root returning 1)
    select count(*) from changed
$$;
comment on function people.follow_merges is '統合の連鎖の先を付け直す';
grant execute on function people.follow_merges() to ${app};

create or replace view people.v_same_person as
select person_no as one_no, coalesce(root_no, survivor_no) as other_no from people.merge where undone_on is null
union all
select coalesce(root_no, survivor_no), person_no from people.merge where undone_on is null
union all
select a.person_no, b.person_no
from people.merge a
join people.merge b on coalesce(b.root_no, b.survivor_no) = coalesce(a.root_no, a.survivor_no) and b.person_no <> a.person_no
where a.undone_on is null and b.undone_on is null;

-- As before, but what was entered under any number of the chain serves the surviving one.
create or replace function people.mailing_on(person bigint, work text, day date)
returns table (name text, postal_code text, address text, care_of text, elsewhere boolean)
language sql stable parallel safe as $$
    select coalesce(m.name, case p.name_use when '2' then p.alias when '3' then p.name_combined when '4' then p.name_latin end,
                    p.name),
           case when m.mailing_no is null then p.postal_code else m.postal_code end,
           coalesce(m.address, p.prefecture || p.city || p.town || coalesce(p.lot, '') || coalesce('　' || p.building, '')),
           case m.kind when 'HEIR' then '（相続人代表者）' when 'GUARDIAN' then '（成年後見人）' when 'CURATOR' then '（保佐人）'
                       when 'ASSISTANT' then '（補助人）' else '' end,
           m.mailing_no is not null
    from people.person p
    left join lateral (
        select a.* from people.mailing_address a
        where a.person_no = any (array(select person union all select g.person_no from people.merge g
                                       where coalesce(g.root_no, g.survivor_no) = person and g.undone_on is null))
          and a.business in (work, 'KOKI') and a.valid_from <= day and (a.valid_to is null or a.valid_to > day)
          and (a.kind not in ('GUARDIAN', 'CURATOR', 'ASSISTANT') or p.died_on is null
               or day <= coalesce(people.day(p.died_on), '-infinity'))
        order by a.business = work desc, a.person_no = person desc, a.valid_from desc limit 1) m on true
    where p.person_no = person
$$;
