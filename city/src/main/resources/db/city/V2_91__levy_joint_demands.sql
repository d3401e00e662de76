-- 連帯納付義務者への督促: who is asked beside the insured person, why, and by which slip.
create table levy.joint_demand (
    joint_no bigint generated always as identity primary key,
    instalment_id bigint not null,
    person_no bigint not null,
    liable_no bigint not null,
    ground text not null check (ground in ('HEAD', 'SPOUSE')),
    asked_on date not null,
    staff_no text not null,
    reason text not null,
    printed_on date,
    slip_no bigint,
    check (liable_no <> person_no)
);
create unique index joint_demand_once on levy.joint_demand (instalment_id, liable_no);
create index joint_demand_person on levy.joint_demand (person_no);
create index joint_demand_waiting on levy.joint_demand (joint_no) where printed_on is null;
comment on table levy.joint_demand is '連帯納付義務者（世帯主・配偶者）への督促';
comment on column levy.joint_demand.person_no is '被保険者の宛名番号';
comment on column levy.joint_demand.liable_no is '連帯納付義務者の宛名番号';
comment on column levy.joint_demand.ground is '義務の根拠（HEAD=世帯主、SPOUSE=配偶者。法108条2項・3項、介護保険料は介護保険法132条2項・3項）';
comment on column levy.joint_demand.printed_on is '督促状を作成した日（空は当日の処理を待つもの）';
grant select, insert, update on levy.joint_demand to ${app};

alter table levy.letter add column addressee_no bigint;
comment on column levy.letter.addressee_no is '宛先の宛名番号（本人以外に送るとき。連帯納付義務者）';

create or replace view levy.v_letter as
    select l.letter_no, l.person_no, l.kind, l.issued_on, l.file_id, l.bundle, l.first_page, l.pages, l.pulled_out, l.settled_on,
        case l.kind when '02' then '納入通知書' when '07' then '納付書' when '08' then '督促状' when '10' then '過誤納金還付（充当）通知書'
            when '11' then '過誤納金充当通知書' when '12' then '口座振替不能通知書' else l.kind end
            || case when l.addressee_no <> l.person_no then '（連帯納付義務者）' else '' end as title,
        l.kept_as, l.addressee_no
    from levy.letter l;

alter table levy.slip drop constraint slip_purpose_check;
alter table levy.slip add constraint slip_purpose_check
    check (purpose in ('NOTICE', 'CHANGE', 'DEBIT_FAILED', 'DEMAND', 'LATE', 'REISSUE', 'JOINT'));
comment on column levy.slip.purpose is '発行の理由：納入通知、変更、口座振替不能、督促、延滞金、再発行、連帯納付義務者への督促';

-- What did not reach a 連帯納付義務者 stands under the person to whom it went.
create or replace view levy.v_letter_back as
select r.letter_no, r.kind, coalesce(l.addressee_no, r.person_no) as person_no, r.result, r.result_on, r.file_id
from levy.letter_result r left join levy.letter l using (letter_no)
where r.result between '11' and '19';
