-- 資格の管理: errors of the register, 住所地特例 and facilities, what 住基 was told, certificates.
create index insured_version_known on koki.insured_version (known_on);

create table koki.ledger_fault (
    fault_no bigint generated always as identity primary key,
    kind text not null,
    person_no bigint not null,
    insured_no text not null default '',
    detail text not null,
    found_on date not null,
    settled_on date,
    settled_by text,
    note text
);
create unique index ledger_fault_open on koki.ledger_fault (kind, person_no, insured_no, detail) where settled_on is null;
create index ledger_fault_person on koki.ledger_fault (person_no) where settled_on is null;
comment on table koki.ledger_fault is '被保険者台帳の確認（誤りの一覧。解消するか職員が処理するまで残る）';
comment on column koki.ledger_fault.kind is '種類（UNKNOWN=宛名番号なし、NUMBER_NONE=個人番号なし、NUMBER_CHANGED=個人番号の変更、NUMBER_TWICE=個人番号の重複、OVERLAP=期間の重なり、GAP=期間の空き、CITY=市区町村の相違）';
comment on column koki.ledger_fault.settled_by is '処理した職員番号（空は自然に解消したもの）';

create table koki.ledger_check (
    only_row boolean primary key default true check (only_row),
    checked_at timestamptz not null,
    checked_on date not null
);
comment on table koki.ledger_check is '台帳の確認をどこまで済ませたか（1行のみ）';

create table koki.rights_told (
    person_no bigint primary key,
    insured text not null,
    acquired_on date,
    lost_on date,
    told_on date not null
);
create index rights_told_on on koki.rights_told (told_on);
comment on table koki.rights_told is '住民基本台帳へ知らせた行政資格（直近の内容）';
comment on column koki.rights_told.insured is '被保険者該当の有無';

create table koki.facility (
    facility_no bigint generated always as identity primary key,
    name text not null,
    kind text not null,
    municipality_code text not null,
    address text not null,
    valid_from date not null,
    valid_to date,
    entered_by text not null,
    unique (name, municipality_code)
);
comment on table koki.facility is '住所地特例の対象施設';
comment on column koki.facility.kind is '施設の種類（1 病院・診療所、2 障害者支援施設、3 特別養護老人ホーム、4 養護老人ホーム、5 介護保険施設、6 有料老人ホーム・軽費老人ホーム・サービス付き高齢者向け住宅）';
comment on column koki.facility.municipality_code is '所在市町村コード';

create table koki.exception_list (
    person_no bigint not null,
    insured_no text not null,
    home_code text not null,
    living_code text not null,
    name text not null,
    name_kana text not null,
    birth_on text not null,
    exception_from date not null,
    facility text,
    known_on date not null,
    file_id bigint not null,
    primary key (person_no, known_on)
);
comment on table koki.exception_list is '住所地特例者情報（広域連合の月次の一覧、そのまま）';

create table koki.exception_difference (
    difference_no bigint generated always as identity primary key,
    person_no bigint not null,
    kind text not null,
    union_value text not null,
    own_value text not null,
    found_on date not null,
    settled_on date,
    settled_by text,
    note text
);
create unique index exception_difference_open on koki.exception_difference (person_no, kind) where settled_on is null;
comment on table koki.exception_difference is '住所地特例の突合の相違';
comment on column koki.exception_difference.kind is '種類（UNION_ONLY=広域連合だけ、OWN_ONLY=市だけ、DATE=適用日、PLACE=所在市町村、HOME=管理元市町村）';

create table koki.certificate (
    certificate_no bigint generated always as identity (start with 1001) primary key,
    person_no bigint not null,
    insured_no text not null,
    direction text not null check (direction in ('OUT', 'IN')),
    kind text not null check (kind in ('BURDEN', 'DISABILITY', 'DISEASE')),
    on_day date not null,
    other_party text not null,
    lines jsonb not null,
    staff text not null,
    terminal text not null,
    at timestamptz not null default clock_timestamp(),
    cancelled_on date,
    cancelled_by text,
    cancelled_as text check (cancelled_as in ('WRONG', 'BACK')),
    cancel_reason text,
    check (num_nulls(cancelled_on, cancelled_by, cancelled_as, cancel_reason) in (0, 4))
);
create index certificate_person on koki.certificate (person_no);
comment on table koki.certificate is '負担区分等証明書・障害認定証明書・特定疾病認定証明書（交付と受理）';
comment on column koki.certificate.direction is '向き（OUT=交付、IN=受理）';
comment on column koki.certificate.other_party is '提出先又は発行した広域連合';
comment on column koki.certificate.lines is '証明書の内容（交付したとき・受理したときのまま）';
comment on column koki.certificate.cancelled_on is '取り消した日（空は有効）';
comment on column koki.certificate.cancelled_as is '取消の種類（WRONG=誤り、BACK=返還）';
comment on column koki.certificate.cancel_reason is '取消の理由';

grant select, insert, update on koki.ledger_fault, koki.ledger_check, koki.rights_told, koki.facility, koki.exception_difference to ${app};
grant select, insert, delete on koki.exception_list to ${app};
grant select, insert, update (cancelled_on, cancelled_by, cancelled_as, cancel_reason) on koki.certificate to ${app};

create view people.v_address_exception as
select coalesce(k.person_no, p.person_no) as person_no, p.exception_from, p.exception_until, p.exception_code, p.facility
from people.person p
left join people.v_union_keeper k on k.root_no = p.person_no
where p.address_exception = '1' and not exists (
    select from people.v_union_keeper o join people.person r on r.person_no = o.root_no
    where o.person_no = p.person_no and r.address_exception = '1');
comment on view people.v_address_exception is '住民基本台帳・住登外での住所地特例（他の業務が読む形）';
grant select on people.v_address_exception to ${app};

-- 施設の連鎖: what was confirmed at the counter, move after move.
create view koki.v_facility_stay as
select a.person_no, a.reception_no, a.facility, a.other_code, a.occurred_on as moved_in_on,
       lead(a.occurred_on) over (partition by a.person_no order by a.occurred_on, a.reception_no) as moved_out_on,
       a.ends
from (select v.person_no, v.reception_no, v.facility, v.other_code, v.occurred_on,
             v.kind || coalesce(v.reason, '') in ('07', '1506') as ends
      from people.v_application v
      where v.kind || coalesce(v.reason, '') in ('05', '06', '07', '1405', '1506') and v.cancelled = '0'
        and coalesce(v.state, 'CONFIRMED') = 'CONFIRMED' and v.result is distinct from '2') a;
comment on view koki.v_facility_stay is '住所地特例の施設の連鎖（届出による。終了の行は期間の終わりだけを示す）';
grant select on koki.v_facility_stay to ${app};
