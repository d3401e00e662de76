-- 名寄せ: where one number leads over another to a third, all are one person; each link keeps the number at the end.
create index merge_root on people.merge (coalesce(root_no, survivor_no)) where undone_on is null;

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

