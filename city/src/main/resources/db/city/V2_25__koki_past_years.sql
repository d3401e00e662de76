-- 過年度減額: a year that the former system closed is cut here. What the cut does not find open comes into
-- the ledger once, as charged and paid (the closing's own figures), so that it can become an over-payment.
create table koki.former_cut (
    insured_no text not null,
    levy_year integer not null,
    assessment_version bigint not null,
    amount bigint not null check (amount > 0),
    cut_on date not null,
    primary key (insured_no, levy_year, assessment_version)
);
comment on table koki.former_cut is '旧システムが決算した年度の減額（過年度減額）。賦課履歴ごとに1行、減らす一方で増額は新しい期割になる';
comment on column koki.former_cut.levy_year is '相当年度';
comment on column koki.former_cut.assessment_version is '減額のもとになった賦課履歴番号';
comment on column koki.former_cut.amount is 'このときに減らした額';

-- A function and not a view: a view over everybody is computed whole for each decision that asks.
create function koki.former_charge(insured text, year bigint) returns table (charged bigint, cut bigint)
language sql stable as $$
    select sum(c.charged)::bigint,
           coalesce((select sum(x.amount) from koki.former_cut x
                     where x.insured_no = insured and x.levy_year = year), 0)::bigint
    from koki.former_closing c where c.insured_no = insured and c.levy_year = year
    having count(*) > 0
$$;
comment on function koki.former_charge is '旧システムの調定額と、その後の過年度減額（被保険者・相当年度）。旧システムに調定がなければ行なし';

grant select, insert on koki.former_cut to ${app};
