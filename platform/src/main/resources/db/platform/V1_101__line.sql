CREATE SCHEMA line;

CREATE TABLE line.partner (
    code          text NOT NULL,
    name          text NOT NULL,
    fingerprint   text NOT NULL,
    certificate   bytea NOT NULL,
    valid_until   date NOT NULL,
    address       text NOT NULL DEFAULT '',
    registered_by text NOT NULL,
    registered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    retired_at    timestamptz,
    contact_at    timestamptz,
    contact_error text NOT NULL DEFAULT '',
    revoked_by    text,
    revoke_reason text,
    PRIMARY KEY (code, fingerprint),
    CHECK (revoked_by IS NULL OR retired_at IS NOT NULL AND revoke_reason <> '')
);
CREATE UNIQUE INDEX partner_in_force ON line.partner (code) WHERE retired_at IS NULL;
CREATE UNIQUE INDEX partner_certificate ON line.partner (fingerprint) WHERE retired_at IS NULL;
COMMENT ON TABLE line.partner IS '回線の相手方と証明書';
COMMENT ON COLUMN line.partner.code IS '団体コード';
COMMENT ON COLUMN line.partner.name IS '名称';
COMMENT ON COLUMN line.partner.fingerprint IS '証明書の拇印（SHA-256）';
COMMENT ON COLUMN line.partner.certificate IS '証明書（DER）';
COMMENT ON COLUMN line.partner.valid_until IS '証明書の有効期限';
COMMENT ON COLUMN line.partner.address IS '接続先（空は相手方から接続する）';
COMMENT ON COLUMN line.partner.registered_by IS '登録した職員';
COMMENT ON COLUMN line.partner.registered_at IS '登録日時';
COMMENT ON COLUMN line.partner.retired_at IS '使えなくなった日時（新しい証明書に替えたか、失効させた日時）';
COMMENT ON COLUMN line.partner.revoked_by IS '失効させた職員（空は失効させていない。失効した証明書は二度と登録できない）';
COMMENT ON COLUMN line.partner.revoke_reason IS '失効の理由';
COMMENT ON COLUMN line.partner.contact_at IS '最後に接続した日時';
COMMENT ON COLUMN line.partner.contact_error IS '最後の接続の誤り（空は正常）';

CREATE TABLE line.shipment (
    direction         text NOT NULL CHECK (direction IN ('IN', 'OUT')),
    partner           text NOT NULL,
    number            bigint NOT NULL,
    way               text NOT NULL CHECK (way IN ('LINE', 'MEDIUM')),
    state             text NOT NULL CHECK (state IN ('WAITING', 'ACCEPTED', 'REFUSED')),
    manifest          bytea NOT NULL,
    signature         bytea NOT NULL,
    file_count        integer NOT NULL,
    row_count         bigint NOT NULL,
    amount            bigint NOT NULL,
    bytes             bigint NOT NULL,
    receipt           bytea,
    receipt_signature bytea,
    reason            text NOT NULL DEFAULT '',
    attempts          integer NOT NULL DEFAULT 0,
    last_error        text NOT NULL DEFAULT '',
    next_try_at       timestamptz,
    business_date     date NOT NULL,
    made_at           timestamptz NOT NULL DEFAULT clock_timestamp(),
    ended_at          timestamptz,
    PRIMARY KEY (direction, partner, number),
    CHECK ((receipt IS NULL) = (receipt_signature IS NULL)),
    CHECK (state <> 'ACCEPTED' OR receipt IS NOT NULL)
);
-- What one partner has not answered yet is sent again before anything newer: one at a time.
CREATE UNIQUE INDEX shipment_waiting ON line.shipment (partner, way)
    WHERE direction = 'OUT' AND state = 'WAITING';
CREATE INDEX shipment_made ON line.shipment (made_at);
COMMENT ON TABLE line.shipment IS '送信票';
COMMENT ON COLUMN line.shipment.direction IS '方向（IN=受信、OUT=送信）';
COMMENT ON COLUMN line.shipment.partner IS '相手方の団体コード';
COMMENT ON COLUMN line.shipment.number IS '送信票番号（送信元が付ける）';
COMMENT ON COLUMN line.shipment.way IS '経路（LINE=回線、MEDIUM=媒体）';
COMMENT ON COLUMN line.shipment.state IS '状態（WAITING=受領待ち、ACCEPTED=受領済、REFUSED=拒否）';
COMMENT ON COLUMN line.shipment.manifest IS '送信票の内容（署名した内容そのまま）';
COMMENT ON COLUMN line.shipment.signature IS '送信元の署名';
COMMENT ON COLUMN line.shipment.file_count IS 'ファイル数';
COMMENT ON COLUMN line.shipment.row_count IS '件数の合計';
COMMENT ON COLUMN line.shipment.amount IS '合計金額の合計';
COMMENT ON COLUMN line.shipment.bytes IS 'バイト数の合計';
COMMENT ON COLUMN line.shipment.receipt IS '受領票の内容（署名した内容そのまま）';
COMMENT ON COLUMN line.shipment.receipt_signature IS '送信先の署名';
COMMENT ON COLUMN line.shipment.reason IS '拒否の理由';
COMMENT ON COLUMN line.shipment.attempts IS '送信した回数';
COMMENT ON COLUMN line.shipment.last_error IS '最後の誤り';
COMMENT ON COLUMN line.shipment.next_try_at IS '次に送る日時';
COMMENT ON COLUMN line.shipment.business_date IS '業務日付';
COMMENT ON COLUMN line.shipment.made_at IS '作成・受信日時';
COMMENT ON COLUMN line.shipment.ended_at IS '受領票の日時';

CREATE TABLE line.shipment_file (
    direction text NOT NULL,
    partner   text NOT NULL,
    number    bigint NOT NULL,
    position  integer NOT NULL,
    kind      text NOT NULL,
    serial    integer NOT NULL,
    name      text NOT NULL,
    sha256    text NOT NULL,
    bytes     bigint NOT NULL,
    row_count bigint NOT NULL,
    amount    bigint NOT NULL,
    again     boolean NOT NULL,
    told_on   date,
    told_at   timestamptz,
    PRIMARY KEY (direction, partner, number, position)
);
CREATE INDEX shipment_file_serial ON line.shipment_file (direction, partner, kind, serial);
CREATE INDEX shipment_file_untold ON line.shipment_file (partner, name)
    WHERE direction = 'IN' AND told_on IS NULL;
COMMENT ON TABLE line.shipment_file IS '送信票のファイル';
COMMENT ON COLUMN line.shipment_file.direction IS '方向';
COMMENT ON COLUMN line.shipment_file.partner IS '相手方の団体コード';
COMMENT ON COLUMN line.shipment_file.number IS '送信票番号';
COMMENT ON COLUMN line.shipment_file.position IS '送信票の中の順番';
COMMENT ON COLUMN line.shipment_file.kind IS '種別';
COMMENT ON COLUMN line.shipment_file.serial IS '通番';
COMMENT ON COLUMN line.shipment_file.name IS 'ファイル名';
COMMENT ON COLUMN line.shipment_file.sha256 IS '内容のハッシュ（SHA-256）';
COMMENT ON COLUMN line.shipment_file.bytes IS 'バイト数';
COMMENT ON COLUMN line.shipment_file.row_count IS '件数';
COMMENT ON COLUMN line.shipment_file.amount IS '合計金額';
COMMENT ON COLUMN line.shipment_file.again IS '再送かどうか';
COMMENT ON COLUMN line.shipment_file.told_on IS '取込結果を送信元に返した業務日付（空はまだか、取込が改まった）';
COMMENT ON COLUMN line.shipment_file.told_at IS '取込結果を最後に返した日時';

CREATE TABLE line.resend (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    direction    text NOT NULL CHECK (direction IN ('IN', 'OUT')),
    partner      text NOT NULL,
    kind         text NOT NULL,
    first_serial integer NOT NULL CHECK (first_serial > 0),
    last_serial  integer NOT NULL CHECK (last_serial >= first_serial),
    asked_by     text NOT NULL,
    asked_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    done_at      timestamptz
);
CREATE INDEX resend_open ON line.resend (partner) WHERE done_at IS NULL;
COMMENT ON TABLE line.resend IS '再送の依頼';
COMMENT ON COLUMN line.resend.id IS '依頼番号';
COMMENT ON COLUMN line.resend.direction IS '向き（OUT=こちらから再送する、IN=相手方に再送を依頼する）';
COMMENT ON COLUMN line.resend.partner IS '相手方の団体コード';
COMMENT ON COLUMN line.resend.kind IS '種別';
COMMENT ON COLUMN line.resend.first_serial IS '通番（から）';
COMMENT ON COLUMN line.resend.last_serial IS '通番（まで）';
COMMENT ON COLUMN line.resend.asked_by IS '依頼した職員（相手方の依頼はその団体コード）';
COMMENT ON COLUMN line.resend.asked_at IS '依頼日時';
COMMENT ON COLUMN line.resend.done_at IS '送信票に載せた日時';

CREATE TABLE line.schedule (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    partner    text NOT NULL,
    kind       text NOT NULL,
    way        text NOT NULL CHECK (way IN ('LINE', 'MEDIUM')),
    rhythm     text NOT NULL CHECK (rhythm IN ('DAILY', 'BUSINESS_DAY', 'MONTH_DAY', 'MONTH_END')),
    day        integer NOT NULL DEFAULT 0,
    valid      daterange NOT NULL CHECK (NOT isempty(valid)),
    source     text NOT NULL CHECK (source <> ''),
    entered_by text NOT NULL,
    entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    CHECK (CASE rhythm WHEN 'BUSINESS_DAY' THEN day BETWEEN 1 AND 23
                       WHEN 'MONTH_DAY' THEN day BETWEEN 1 AND 31 ELSE day = 0 END),
    EXCLUDE USING gist (partner WITH =, kind WITH =, valid WITH &&)
);
COMMENT ON TABLE line.schedule IS '送付の予定';
COMMENT ON COLUMN line.schedule.id IS '番号';
COMMENT ON COLUMN line.schedule.partner IS '送信先の団体コード';
COMMENT ON COLUMN line.schedule.kind IS '種別';
COMMENT ON COLUMN line.schedule.way IS '経路（LINE=回線、MEDIUM=媒体）';
COMMENT ON COLUMN line.schedule.rhythm IS '周期（DAILY=開庁日ごと、BUSINESS_DAY=毎月n営業日目、MONTH_DAY=毎月n日、MONTH_END=月の最終営業日）';
COMMENT ON COLUMN line.schedule.day IS '営業日目又は日';
COMMENT ON COLUMN line.schedule.valid IS '適用期間';
COMMENT ON COLUMN line.schedule.source IS '根拠';
COMMENT ON COLUMN line.schedule.entered_by IS '登録した職員';
COMMENT ON COLUMN line.schedule.entered_at IS '登録日時';

-- Files go over the line unless a schedule says otherwise.
CREATE FUNCTION line.way_on(to_partner text, of_kind text, on_day date) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT way FROM line.schedule
                      WHERE partner = to_partner AND kind = of_kind AND valid @> on_day), 'LINE')
$$;

CREATE TABLE line.managed_terminal (
    name          text PRIMARY KEY,
    registered_by text NOT NULL,
    registered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    retired_at    timestamptz
);
COMMENT ON TABLE line.managed_terminal IS '管理端末（媒体を読み書きできる端末）';
COMMENT ON COLUMN line.managed_terminal.name IS '端末名';
COMMENT ON COLUMN line.managed_terminal.registered_by IS '登録した職員';
COMMENT ON COLUMN line.managed_terminal.registered_at IS '登録日時';
COMMENT ON COLUMN line.managed_terminal.retired_at IS '廃止日時';

CREATE TABLE line.medium (
    medium_no     text PRIMARY KEY CHECK (medium_no ~ '^[A-Za-z0-9-]{1,20}$'),
    label         text NOT NULL CHECK (label <> ''),
    registered_by text NOT NULL,
    registered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    retired_at    timestamptz
);
COMMENT ON TABLE line.medium IS '広域連合が貸与する媒体';
COMMENT ON COLUMN line.medium.medium_no IS '媒体番号';
COMMENT ON COLUMN line.medium.label IS '名称';
COMMENT ON COLUMN line.medium.registered_by IS '登録した職員';
COMMENT ON COLUMN line.medium.registered_at IS '登録日時';
COMMENT ON COLUMN line.medium.retired_at IS '廃止日時';

CREATE TABLE line.medium_use (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    medium_no     text NOT NULL,
    deed          text NOT NULL CHECK (deed IN ('WRITTEN', 'READ', 'ERASED')),
    name          text NOT NULL,
    bytes         bigint NOT NULL,
    result        text NOT NULL,
    staff_no      text NOT NULL,
    terminal      text NOT NULL,
    business_date date NOT NULL,
    used_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX medium_use_medium ON line.medium_use (medium_no, id);
COMMENT ON TABLE line.medium_use IS '媒体の使用の記録';
COMMENT ON COLUMN line.medium_use.id IS '番号';
COMMENT ON COLUMN line.medium_use.medium_no IS '媒体番号';
COMMENT ON COLUMN line.medium_use.deed IS '処理（WRITTEN=書出、READ=読取、ERASED=消去）';
COMMENT ON COLUMN line.medium_use.name IS '媒体の中の名前';
COMMENT ON COLUMN line.medium_use.bytes IS 'バイト数';
COMMENT ON COLUMN line.medium_use.result IS '結果';
COMMENT ON COLUMN line.medium_use.staff_no IS '職員番号';
COMMENT ON COLUMN line.medium_use.terminal IS '端末';
COMMENT ON COLUMN line.medium_use.business_date IS '業務日付';
COMMENT ON COLUMN line.medium_use.used_at IS '日時';

-- What went over the line stays on record.
REVOKE DELETE ON ALL TABLES IN SCHEMA line FROM ${app};
