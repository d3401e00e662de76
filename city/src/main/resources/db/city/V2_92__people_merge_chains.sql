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


-- Under which number the person is insured today, whichever of the numbers is asked about.
create function people.insured_as(person bigint) returns bigint language sql stable as $$
    with root as (
        select coalesce((select coalesce(root_no, survivor_no) from people.merge where person_no = person and undone_on is null),
                        person) as no)
    select min(k.person_no) from koki.insured k
    where k.lost_on is null and k.person_no in (
        select no from root
        union all
        select m.person_no from people.merge m join root on root.no = coalesce(m.root_no, m.survivor_no) where m.undone_on is null)
$$;
comment on function people.insured_as(bigint) is '同じ人の宛名番号のうち、いま被保険者である番号';

create function people.kept_ledger(person bigint) returns text language sql stable as $$
    select case when bool_or(lost_on is null) then 'CURRENT' else 'PAST' end from koki.insured where person_no = person having count(*) > 0
$$;
comment on function people.kept_ledger(bigint) is '統合されても番号に残る後期の台帳（people.merge.kept）';

-- Why a number of somebody insured can't be merged into another one; null when it can.
create function people.merge_refused(person bigint, survivor bigint) returns text language sql stable as $$
    select case
        when people.insured_as(person) is null then null
        when people.insured_as(survivor) is distinct from people.insured_as(person) and people.insured_as(survivor) is not null
            then 'どちらの番号にも被保険者の資格があります（宛名番号' || people.insured_as(person) || 'と' || people.insured_as(survivor)
                 || '）。誤っている方の登録（住所地特例など）を直し、広域連合がその資格を取り消してから統合してください。取り消した資格の保険料は還付・充当します。'
        when exists (select from people.person p where p.resident_kind <> '3' and p.person_no = coalesce(
                (select coalesce(root_no, survivor_no) from people.merge where person_no = survivor and undone_on is null), survivor))
            then '被保険者である番号は、住民の番号へ統合できません。住所地特例終了などの届出（届出・申請）でこの番号の資格が終わってから統合してください。資格は統合先の番号で続きます。'
        end
$$;
comment on function people.merge_refused(bigint, bigint) is '資格のある番号を統合できない理由（できるときは空）';
grant execute on function people.insured_as(bigint), people.kept_ledger(bigint), people.merge_refused(bigint, bigint) to ${app};
