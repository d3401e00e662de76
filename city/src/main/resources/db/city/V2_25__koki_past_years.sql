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

create view koki.v_former_charge as
select c.insured_no, c.levy_year, min(c.person_no) as person_no, sum(c.charged)::bigint as charged,
       coalesce((select sum(x.amount) from koki.former_cut x
                 where x.insured_no = c.insured_no and x.levy_year = c.levy_year), 0)::bigint as cut
from koki.former_closing c group by c.insured_no, c.levy_year;
comment on view koki.v_former_charge is '旧システムの調定額と、その後の過年度減額（被保険者・相当年度ごと）';

grant select, insert on koki.former_cut to ${app};
grant select on koki.v_former_charge to ${app};
