-- 配信ファイル (簡単確認): what is distributed to cities by which definition, and who fetched it.
CREATE SCHEMA delivery;

CREATE TABLE delivery.definition (
    definition_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text NOT NULL CHECK (code ~ '^[A-Z0-9]{1,10}$'),
    name       text NOT NULL CHECK (name <> ''),
    source     text NOT NULL,
    items      text[] NOT NULL CHECK (cardinality(items) BETWEEN 1 AND 12),
    cities     text[] NOT NULL,
    rhythm     text CHECK (rhythm IN ('DAILY', 'BUSINESS_DAY', 'MONTH_DAY', 'MONTH_END')),
    day        smallint NOT NULL DEFAULT 0,
    month      smallint NOT NULL DEFAULT 0 CHECK (month BETWEEN 0 AND 12),
    keep_days  smallint NOT NULL CHECK (keep_days BETWEEN 1 AND 366),
    valid      daterange NOT NULL CHECK (NOT isempty(valid)),
    basis      text NOT NULL CHECK (basis <> ''),
    entered_by text NOT NULL,
    entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (CASE rhythm WHEN 'BUSINESS_DAY' THEN day BETWEEN 1 AND 23
                       WHEN 'MONTH_DAY' THEN day BETWEEN 1 AND 31 ELSE day = 0 END),
    EXCLUDE USING gist (code WITH =, valid WITH &&)
);
COMMENT ON TABLE delivery.definition IS '配信ファイルの定義';
COMMENT ON COLUMN delivery.definition.code IS '定義コード';
COMMENT ON COLUMN delivery.definition.name IS '名称';
COMMENT ON COLUMN delivery.definition.source IS '配信の元';
COMMENT ON COLUMN delivery.definition.items IS '配信する項目（元の項目から選ぶ）';
COMMENT ON COLUMN delivery.definition.cities IS '配信先の市区町村コード（空はすべて）';
COMMENT ON COLUMN delivery.definition.rhythm IS '周期（空は随時）';
COMMENT ON COLUMN delivery.definition.day IS '営業日目又は日';
COMMENT ON COLUMN delivery.definition.month IS '月（0は毎月）';
COMMENT ON COLUMN delivery.definition.keep_days IS '取得できる日数';
COMMENT ON COLUMN delivery.definition.valid IS '適用期間';
COMMENT ON COLUMN delivery.definition.basis IS '配信の根拠';
COMMENT ON COLUMN delivery.definition.entered_by IS '登録した職員';
COMMENT ON COLUMN delivery.definition.entered_at IS '登録日時';

CREATE SEQUENCE delivery.delivery_number;
CREATE TABLE delivery.delivery (
    delivery_no   bigint PRIMARY KEY,
    definition_id bigint NOT NULL,
    code          text NOT NULL,
    name          text NOT NULL,
    city_code     text NOT NULL,
    published_on  date NOT NULL,
    from_on       date NOT NULL,
    to_on         date NOT NULL CHECK (to_on >= from_on),
    keep_until    date NOT NULL,
    row_count     bigint NOT NULL,
    file_id       bigint NOT NULL,
    scheduled     boolean NOT NULL,
    published_by  text NOT NULL
);
CREATE INDEX delivery_day ON delivery.delivery (published_on);
CREATE INDEX delivery_code ON delivery.delivery (code, to_on);
COMMENT ON TABLE delivery.delivery IS '配信ファイル';
COMMENT ON COLUMN delivery.delivery.delivery_no IS '配信番号';
COMMENT ON COLUMN delivery.delivery.definition_id IS '定義の番号';
COMMENT ON COLUMN delivery.delivery.city_code IS '配信先の市区町村コード';
COMMENT ON COLUMN delivery.delivery.published_on IS '配信年月日';
COMMENT ON COLUMN delivery.delivery.from_on IS '対象期間（から）';
COMMENT ON COLUMN delivery.delivery.to_on IS '対象期間（まで）';
COMMENT ON COLUMN delivery.delivery.keep_until IS '取得期限';
COMMENT ON COLUMN delivery.delivery.row_count IS '件数';
COMMENT ON COLUMN delivery.delivery.file_id IS '送信ファイルの番号';
COMMENT ON COLUMN delivery.delivery.scheduled IS '周期による配信か（いいえは職員による臨時の配信）';
COMMENT ON COLUMN delivery.delivery.published_by IS '配信した職員（周期によるものは処理）';

CREATE TABLE delivery.seen (
    delivery_no bigint NOT NULL,
    deed        text NOT NULL,
    done_on     date NOT NULL,
    done_at     timestamp NOT NULL,
    staff_no    text NOT NULL,
    staff_name  text NOT NULL,
    terminal    text NOT NULL,
    UNIQUE (delivery_no, deed, done_at, staff_no)
);
COMMENT ON TABLE delivery.seen IS '配信ファイルの取得状況（市区町村が知らせたもの）';
COMMENT ON COLUMN delivery.seen.deed IS '取得の種別（1 到着、2 照会、3 ダウンロード、4 印刷）';
COMMENT ON COLUMN delivery.seen.done_on IS '業務日付';
COMMENT ON COLUMN delivery.seen.done_at IS '日時';
COMMENT ON COLUMN delivery.seen.staff_no IS '市区町村の職員番号';
COMMENT ON COLUMN delivery.seen.staff_name IS '市区町村の職員氏名';
COMMENT ON COLUMN delivery.seen.terminal IS '市区町村の端末';

-- First deed that fetched it, and its arrival.
CREATE VIEW delivery.v_delivery AS
SELECT d.*, c.name AS city_name, s.arrived_at, s.fetched_at, s.fetched_by, s.times,
       CASE WHEN s.fetched_at IS NOT NULL THEN 'FETCHED' WHEN s.arrived_at IS NULL THEN 'UNDER_WAY'
            ELSE 'ARRIVED' END AS state
  FROM delivery.delivery d
  JOIN register.city c USING (city_code)
  LEFT JOIN LATERAL (
        SELECT min(s.done_at) FILTER (WHERE s.deed = '1') AS arrived_at,
               min(s.done_at) FILTER (WHERE s.deed <> '1') AS fetched_at,
               (array_agg(s.staff_name ORDER BY s.done_at) FILTER (WHERE s.deed <> '1'))[1] AS fetched_by,
               count(*) FILTER (WHERE s.deed <> '1') AS times
          FROM delivery.seen s WHERE s.delivery_no = d.delivery_no) s ON true;
COMMENT ON VIEW delivery.v_delivery IS '配信ファイルと取得の状況';

REVOKE DELETE ON delivery.delivery, delivery.seen, delivery.definition FROM ${app};
REVOKE UPDATE ON delivery.delivery, delivery.seen FROM ${app};
