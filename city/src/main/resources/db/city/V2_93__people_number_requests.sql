-- 住登外者宛名番号管理 for other systems: what they asked by file, who was found, and what they were answered.
create table people.number_request (
    asker text not null,
    request_no text not null,
    request text not null check (request in ('1', '2', '3', '4')),
    matching text,
    asked_on date not null,
    business text not null,
    person_no bigint,
    reason text,
    person_kind text,
    name text,
    name_kana text,
    birth_on text,
    sex text,
    municipality_code text,
    postal_code text,
    prefecture text,
    city text,
    town text,
    lot text,
    building text,
    evidence text,
    another_person text,
    received_on date not null,
    file_id bigint not null,
    result text check (result in ('1', '2', '3', '4', '5', '9')),
    explanation text,
    answered_on date,
    primary key (asker, request_no)
);
create index number_request_new on people.number_request (asker, request_no) where result is null;
create index number_request_unanswered on people.number_request (asker) where answered_on is null;
create index number_request_held on people.number_request (received_on) where result = '4';
comment on table people.number_request is '住登外者の照会・付番依頼（庁内の他の業務から）';
comment on column people.number_request.asker is '依頼元のコード';
comment on column people.number_request.request is '依頼区分（1 照会、2 付番依頼、3 利用開始、4 利用終了）';
comment on column people.number_request.person_no is '宛名番号（利用開始・終了の番号、付番した番号）';
comment on column people.number_request.result is '回答区分（1 該当あり、2 該当なし、3 付番、4 保留、5 受理、9 受理できない）';
comment on column people.number_request.explanation is '回答の説明';

create table people.number_candidate (
    asker text not null,
    request_no text not null,
    position integer not null,
    person_no bigint not null,
    met integer not null,
    doubled boolean not null,
    hidden boolean not null,
    primary key (asker, request_no, position)
);
comment on table people.number_candidate is '照会・付番依頼で見つかった人';
comment on column people.number_candidate.met is '一致した4情報の数';
comment on column people.number_candidate.doubled is '付番すると重複になる';
comment on column people.number_candidate.hidden is '照会抑止のため依頼元に知らせない';
grant select, insert, update on people.number_request to ${app};
grant select, insert, delete on people.number_candidate to ${app};
