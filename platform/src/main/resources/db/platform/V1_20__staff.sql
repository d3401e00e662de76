CREATE SCHEMA staff;

CREATE TABLE staff.office (
    office_code text PRIMARY KEY,
    name        text NOT NULL
);
COMMENT ON TABLE staff.office IS '課';
COMMENT ON COLUMN staff.office.office_code IS '所属コード';
COMMENT ON COLUMN staff.office.name IS '所属名称';

CREATE TABLE staff.member (
    staff_no             text PRIMARY KEY CHECK (staff_no ~ '^[0-9A-Za-z._-]{1,20}$'),
    name                 text NOT NULL,
    office_code          text NOT NULL REFERENCES staff.office,
    employed             daterange NOT NULL CHECK (NOT isempty(employed)),
    password_hash        text NOT NULL,
    must_change_password boolean NOT NULL,
    password_changed_at  timestamptz,
    failed_count         integer NOT NULL DEFAULT 0,
    locked_until         timestamptz,
    signed_in_at         timestamptz
);
COMMENT ON TABLE staff.member IS '職員';
COMMENT ON COLUMN staff.member.staff_no IS '職員番号';
COMMENT ON COLUMN staff.member.name IS '氏名';
COMMENT ON COLUMN staff.member.office_code IS '所属コード';
COMMENT ON COLUMN staff.member.employed IS '在職期間';
COMMENT ON COLUMN staff.member.password_hash IS 'パスワードのハッシュ（Argon2id）';
COMMENT ON COLUMN staff.member.must_change_password IS '初期パスワード変更要否';
COMMENT ON COLUMN staff.member.password_changed_at IS 'パスワード変更日時';
COMMENT ON COLUMN staff.member.failed_count IS '連続失敗回数';
COMMENT ON COLUMN staff.member.locked_until IS 'ロック解除日時';
COMMENT ON COLUMN staff.member.signed_in_at IS '最終サインイン日時';

CREATE TABLE staff.duty_grant (
    grant_no   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    staff_no   text NOT NULL REFERENCES staff.member,
    duty       text NOT NULL,
    valid      daterange NOT NULL CHECK (NOT isempty(valid)),
    granted_by text NOT NULL,
    granted_at timestamptz NOT NULL DEFAULT now(),
    revoked_by text,
    revoked_at timestamptz,
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL)),
    EXCLUDE USING gist (staff_no WITH =, duty WITH =, valid WITH &&) WHERE (revoked_at IS NULL)
);
COMMENT ON TABLE staff.duty_grant IS '権限付与';
COMMENT ON COLUMN staff.duty_grant.grant_no IS '付与番号';
COMMENT ON COLUMN staff.duty_grant.staff_no IS '職員番号';
COMMENT ON COLUMN staff.duty_grant.duty IS '権限コード';
COMMENT ON COLUMN staff.duty_grant.valid IS '有効期間';
COMMENT ON COLUMN staff.duty_grant.granted_by IS '付与した職員';
COMMENT ON COLUMN staff.duty_grant.granted_at IS '付与日時';
COMMENT ON COLUMN staff.duty_grant.revoked_by IS '取り消した職員';
COMMENT ON COLUMN staff.duty_grant.revoked_at IS '取消日時';

CREATE TABLE staff.terminal (
    name          text PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 30),
    key_hash      bytea NOT NULL UNIQUE,
    registered_by text NOT NULL,
    registered_at timestamptz NOT NULL DEFAULT now(),
    retired_at    timestamptz
);
COMMENT ON TABLE staff.terminal IS '端末';
COMMENT ON COLUMN staff.terminal.name IS '端末名';
COMMENT ON COLUMN staff.terminal.key_hash IS '端末の鍵のハッシュ（SHA-256）';
COMMENT ON COLUMN staff.terminal.registered_by IS '登録した職員';
COMMENT ON COLUMN staff.terminal.registered_at IS '登録日時';
COMMENT ON COLUMN staff.terminal.retired_at IS '廃止日時';

-- Who was in office, what was allowed and which terminals there were stays on record.
REVOKE DELETE ON ALL TABLES IN SCHEMA staff FROM ${app};
