CREATE SCHEMA files;

CREATE TABLE files.file (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    direction     text NOT NULL CHECK (direction IN ('IN', 'OUT')),
    kind          text NOT NULL,
    sender        text NOT NULL,
    receiver      text NOT NULL,
    serial        integer NOT NULL,
    branch        smallint NOT NULL DEFAULT 0,
    name          text NOT NULL,
    sha256        bytea NOT NULL,
    bytes         bigint NOT NULL,
    stored_as     text NOT NULL,
    state         text NOT NULL CHECK (state IN
        ('RECEIVED', 'CHECKED', 'APPLIED', 'REFUSED', 'HELD', 'DUPLICATE', 'DISCARDED', 'READY',
         'SENT')),
    business_date date NOT NULL,
    levy_year     integer,
    row_count     bigint NOT NULL DEFAULT 0,
    amount        bigint NOT NULL DEFAULT 0,
    bad_rows      bigint NOT NULL DEFAULT 0,
    findings      bigint NOT NULL DEFAULT 0,
    message       text NOT NULL DEFAULT '',
    same_as       bigint,
    made_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    checked_at    timestamptz,
    ended_at      timestamptz,
    CHECK ((direction = 'OUT') = (state IN ('READY', 'SENT')))
);
COMMENT ON TABLE files.file IS '連携ファイル';
COMMENT ON COLUMN files.file.id IS 'ファイル番号';
COMMENT ON COLUMN files.file.direction IS '方向（IN=受信、OUT=送信）';
COMMENT ON COLUMN files.file.kind IS '種別';
COMMENT ON COLUMN files.file.sender IS '送信元コード';
COMMENT ON COLUMN files.file.receiver IS '送信先コード';
COMMENT ON COLUMN files.file.serial IS '通番（不明のときは0）';
COMMENT ON COLUMN files.file.branch IS '枝番（同じ通番を確認のうえ取り込むとき1から）';
COMMENT ON COLUMN files.file.name IS 'ファイル名';
COMMENT ON COLUMN files.file.sha256 IS '内容のハッシュ（SHA-256）';
COMMENT ON COLUMN files.file.bytes IS 'バイト数';
COMMENT ON COLUMN files.file.stored_as IS '保管名（暗号化して保管）';
COMMENT ON COLUMN files.file.state IS '状態';
COMMENT ON COLUMN files.file.business_date IS '業務日付';
COMMENT ON COLUMN files.file.levy_year IS '対象年度';
COMMENT ON COLUMN files.file.row_count IS '件数';
COMMENT ON COLUMN files.file.amount IS '合計金額';
COMMENT ON COLUMN files.file.bad_rows IS '取り込まなかった行数';
COMMENT ON COLUMN files.file.findings IS '指摘の数';
COMMENT ON COLUMN files.file.message IS 'メッセージ';
COMMENT ON COLUMN files.file.same_as IS '同じ内容・同じ通番のファイル番号';
COMMENT ON COLUMN files.file.made_at IS '受信・作成日時';
COMMENT ON COLUMN files.file.checked_at IS '検査日時';
COMMENT ON COLUMN files.file.ended_at IS '完了日時';
-- The database itself refuses to apply the same bytes, or the same number, a second time.
CREATE UNIQUE INDEX file_applied_bytes ON files.file (sha256)
    WHERE direction = 'IN' AND state = 'APPLIED';
CREATE UNIQUE INDEX file_applied_serial ON files.file (kind, sender, serial, branch)
    WHERE direction = 'IN' AND state = 'APPLIED';
CREATE UNIQUE INDEX file_sent_serial ON files.file (kind, receiver, serial)
    WHERE direction = 'OUT';
CREATE INDEX file_bytes ON files.file (sha256);
CREATE INDEX file_ready ON files.file (name) WHERE state = 'READY';
CREATE INDEX file_day ON files.file (business_date, kind);

CREATE TABLE files.finding (
    file_id    bigint NOT NULL,
    severity   text NOT NULL CHECK (severity IN ('REFUSE', 'ROW', 'NOTE')),
    line       bigint NOT NULL,
    item       text NOT NULL,
    value      text NOT NULL,
    reason     text NOT NULL,
    what_to_do text NOT NULL
);
CREATE INDEX finding_file ON files.finding (file_id, line);
COMMENT ON TABLE files.finding IS '連携ファイルの指摘（エラーリスト）';
COMMENT ON COLUMN files.finding.file_id IS 'ファイル番号';
COMMENT ON COLUMN files.finding.severity IS '重さ（REFUSE=全件拒否、ROW=行のみ、NOTE=注意）';
COMMENT ON COLUMN files.finding.line IS '行番号（0はファイル全体）';
COMMENT ON COLUMN files.finding.item IS '項目';
COMMENT ON COLUMN files.finding.value IS '値（個人番号は伏せる）';
COMMENT ON COLUMN files.finding.reason IS '理由';
COMMENT ON COLUMN files.finding.what_to_do IS '対処';

CREATE TABLE files.decision (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    file_id       bigint NOT NULL,
    deed          text NOT NULL CHECK (deed IN ('AGAIN', 'PROPOSED', 'APPROVED', 'DISCARDED')),
    reason        text NOT NULL CHECK (reason <> ''),
    message       text NOT NULL,
    staff_no      text NOT NULL,
    staff_name    text NOT NULL,
    business_date date NOT NULL,
    decided_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX decision_file ON files.decision (file_id);
COMMENT ON TABLE files.decision IS '拒否・保留のファイルについての職員の処理';
COMMENT ON COLUMN files.decision.id IS '処理番号';
COMMENT ON COLUMN files.decision.file_id IS 'ファイル番号';
COMMENT ON COLUMN files.decision.deed IS '処理（AGAIN=再取込、PROPOSED=確認、APPROVED=承認、DISCARDED=破棄）';
COMMENT ON COLUMN files.decision.reason IS '理由';
COMMENT ON COLUMN files.decision.message IS '処理の前のメッセージ';
COMMENT ON COLUMN files.decision.staff_no IS '職員番号';
COMMENT ON COLUMN files.decision.staff_name IS '職員氏名';
COMMENT ON COLUMN files.decision.business_date IS '業務日付';
COMMENT ON COLUMN files.decision.decided_at IS '処理日時';

CREATE TABLE files.attachment (
    file_id   bigint NOT NULL,
    name      text NOT NULL,
    sha256    bytea NOT NULL,
    bytes     bigint NOT NULL,
    stored_as text NOT NULL,
    PRIMARY KEY (file_id, name)
);
COMMENT ON TABLE files.attachment IS '送信ファイルの添付（印刷物など）';
COMMENT ON COLUMN files.attachment.file_id IS 'ファイル番号';
COMMENT ON COLUMN files.attachment.name IS 'ファイル名';
COMMENT ON COLUMN files.attachment.sha256 IS '内容のハッシュ（SHA-256）';
COMMENT ON COLUMN files.attachment.bytes IS 'バイト数';
COMMENT ON COLUMN files.attachment.stored_as IS '保管名（暗号化して保管）';

CREATE TABLE files.serial (
    kind     text NOT NULL,
    receiver text NOT NULL,
    last     integer NOT NULL,
    PRIMARY KEY (kind, receiver)
);
COMMENT ON TABLE files.serial IS '送信ファイルの通番';
COMMENT ON COLUMN files.serial.kind IS '種別';
COMMENT ON COLUMN files.serial.receiver IS '送信先コード';
COMMENT ON COLUMN files.serial.last IS '最後に使った通番';
