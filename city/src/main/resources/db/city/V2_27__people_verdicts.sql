-- 届出・申請: the items of 取得・喪失・変更届 and of applications about a 証, and what the union decided.
alter table people.application
    add column reported_on date, add column reason text, add column revenue bigint, add column disease text,
    add column card_kind text, add column facility_address text, add column share text,
    add column at_window boolean not null default false;
comment on column people.application.at_window is '広域連合の窓口端末で受け付けたもの（決定とともに知らされた）';
comment on column people.application.reported_on is '届出年月日';
comment on column people.application.occurred_on is '異動年月日（事由発生年月日）';
comment on column people.application.reason is '届出事由コード（意味は届出種別による）';
comment on column people.application.revenue is '基準収入額適用申請の世帯の収入額';
comment on column people.application.disease is '特定疾病コード';
comment on column people.application.card_kind is '再交付する証の種別コード';
comment on column people.application.facility_address is '施設所在地';
comment on column people.application.share is '転入前の広域連合が証明した負担割合';

create table people.application_verdict (
    verdict_no bigint generated always as identity primary key,
    reception_no text not null,
    person_no bigint not null,
    insured_no text,
    kind text not null,
    result text not null,
    decided_on date not null,
    effective_on date,
    until_on date,
    reason text not null,
    known_on date not null,
    file_id bigint not null
);
create index application_verdict_reception on people.application_verdict (reception_no, verdict_no);
create index application_verdict_person on people.application_verdict (person_no);
create index application_verdict_known on people.application_verdict (known_on);
create index application_verdict_until on people.application_verdict (until_on) where until_on is not null;
comment on table people.application_verdict is '届出・申請についての広域連合の決定（追記のみ。同じ受付番号では後のものが有効）';
comment on column people.application_verdict.reception_no is '受付番号';
comment on column people.application_verdict.result is '決定区分（1 決定、2 不認定・却下、3 保留、4 受理）';
comment on column people.application_verdict.effective_on is '適用開始年月日';
comment on column people.application_verdict.until_on is '適用終了年月日（有期の認定）';
comment on column people.application_verdict.reason is '決定理由';
grant select, insert on people.application_verdict to ${app};

create view people.v_application as
select a.*, c.came_as, c.agent_name, c.number_check, c.identity_check, c.agent_check, c.entered_by, c.entered_at, c.terminal,
       c.state, c.confirmed_by, c.confirmed_at, c.return_reason,
       v.result, v.decided_on, v.effective_on, v.until_on as effective_until, v.reason as verdict_reason
from people.application a
left join people.counter_entry c using (reception_no)
left join lateral (select * from people.application_verdict v
                   where v.reception_no = a.reception_no order by v.verdict_no desc limit 1) v on true;
comment on view people.v_application is '届出・申請と窓口の記録、広域連合の決定（他の業務が読む形）';
grant select on people.v_application to ${app};

create view people.v_verdict as
select v.*, a.reason as application_reason, a.disability, a.disease
from people.application_verdict v join people.application a using (reception_no);
comment on view people.v_verdict is '届出・申請についての広域連合の決定（他の業務が読む形）';
grant select on people.v_verdict to ${app};
