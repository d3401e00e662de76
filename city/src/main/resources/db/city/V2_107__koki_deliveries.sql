-- 配信ファイル (簡単確認): lists that the union distributed, and who fetched them here.
create table koki.delivery (
    delivery_no bigint primary key,
    code text not null,
    name text not null,
    from_on date not null,
    to_on date not null,
    keep_until date not null,
    items text[] not null,
    row_count bigint not null,
    file_id bigint not null,
    arrived_on date not null,
    cleared_on date
);
create index delivery_arrived on koki.delivery (arrived_on);
comment on table koki.delivery is '広域連合から配信されたファイル';
comment on column koki.delivery.delivery_no is '配信番号';
comment on column koki.delivery.code is '定義コード';
comment on column koki.delivery.name is '名称';
comment on column koki.delivery.from_on is '対象期間（から）';
comment on column koki.delivery.to_on is '対象期間（まで）';
comment on column koki.delivery.keep_until is '取得期限';
comment on column koki.delivery.items is '項目名';
comment on column koki.delivery.row_count is '件数';
comment on column koki.delivery.file_id is '受信ファイルの番号';
comment on column koki.delivery.arrived_on is '到着した業務日付';
comment on column koki.delivery.cleared_on is '取得期限を過ぎて内容を消した日';
grant select, insert, update on koki.delivery to ${app};

create table koki.delivery_row (
    delivery_no bigint not null,
    row_no bigint not null,
    person_no bigint,
    cells text[] not null,
    primary key (delivery_no, row_no)
);
comment on table koki.delivery_row is '配信されたファイルの行（取得期限まで）';
comment on column koki.delivery_row.cells is '項目名の順の値';
grant select, insert, delete on koki.delivery_row to ${app};

create table koki.delivery_seen (
    seen_no bigint generated always as identity primary key,
    delivery_no bigint not null,
    deed text not null check (deed in ('1', '2', '3', '4')),
    done_on date not null,
    done_at timestamptz not null default clock_timestamp(),
    staff_no text not null,
    staff_name text not null,
    terminal text not null,
    told_on date
);
create index delivery_seen_delivery on koki.delivery_seen (delivery_no);
create index delivery_seen_untold on koki.delivery_seen (seen_no) where told_on is null;
comment on table koki.delivery_seen is '配信されたファイルの取得の記録';
comment on column koki.delivery_seen.deed is '取得の種別（1 到着、2 照会、3 ダウンロード、4 印刷）';
comment on column koki.delivery_seen.done_on is '業務日付';
comment on column koki.delivery_seen.done_at is '日時';
comment on column koki.delivery_seen.staff_no is '職員番号（到着は空）';
comment on column koki.delivery_seen.told_on is '広域連合へ知らせた日';
grant select, insert, update on koki.delivery_seen to ${app};
