-- 確認計算: what the city's own facts give for each premium that the union decided.
create table koki.premium_check (
    levy_year bigint not null,
    assessment_no text not null,
    assessment_version bigint not null,
    person_no bigint not null,
    state text not null check (state in ('AGREES', 'DIFFERS', 'NOT_COMPUTED')),
    premium bigint,
    step text,
    own text,
    decided text,
    checked_on date not null,
    primary key (levy_year, assessment_no, assessment_version)
);
create index premium_check_open on koki.premium_check (checked_on) where state = 'DIFFERS';
comment on table koki.premium_check is '確認計算（市の宛名・世帯・所得から計算し直した保険料と、広域連合の決定）';
comment on column koki.premium_check.state is 'AGREES 一致、DIFFERS 相違、NOT_COMPUTED 市の情報では計算できない';
comment on column koki.premium_check.premium is '確認計算による保険料額（医療分と子ども分。転出のため比べていないときは空）';
comment on column koki.premium_check.step is '最初に違う項目（計算できないときはその理由）';
comment on column koki.premium_check.own is '最初に違う項目の確認計算の値';
comment on column koki.premium_check.decided is '最初に違う項目の決定の値';
grant select, insert on koki.premium_check to ${app};
