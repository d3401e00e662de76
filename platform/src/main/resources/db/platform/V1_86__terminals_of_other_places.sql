-- 窓口端末: terminals and user ids of another organisation's place. Who has a place signs in there and nowhere else.
ALTER TABLE staff.terminal
    ALTER COLUMN key_hash DROP NOT NULL,
    ADD COLUMN site text,
    ADD COLUMN kind text NOT NULL DEFAULT 'OFFICE' CHECK (kind IN ('OFFICE', 'COUNTER', 'MANAGEMENT')),
    ADD COLUMN place text NOT NULL DEFAULT '',
    ADD COLUMN valid daterange NOT NULL DEFAULT daterange(NULL, NULL) CHECK (NOT isempty(valid)),
    ADD COLUMN retired_by text,
    ADD COLUMN retired_reason text,
    ADD COLUMN code_hash bytea UNIQUE,
    ADD COLUMN code_until timestamptz,
    ADD COLUMN enrolled_at timestamptz,
    ADD CHECK (name NOT LIKE '未登録端末%'),
    ADD CHECK ((site IS NULL) = (kind = 'OFFICE'));
COMMENT ON COLUMN staff.terminal.key_hash IS '端末の鍵のハッシュ（SHA-256）。空は登録コードの入力待ち';
COMMENT ON COLUMN staff.terminal.site IS '設置先の団体コード。空は自団体の端末';
COMMENT ON COLUMN staff.terminal.kind IS '種別（OFFICE=自団体、COUNTER=窓口端末、MANAGEMENT=管理端末）';
COMMENT ON COLUMN staff.terminal.place IS '設置場所';
COMMENT ON COLUMN staff.terminal.valid IS '使用期間';
COMMENT ON COLUMN staff.terminal.retired_by IS '停止した職員';
COMMENT ON COLUMN staff.terminal.retired_reason IS '停止の理由';
COMMENT ON COLUMN staff.terminal.code_hash IS '登録コードのハッシュ（SHA-256、1回だけ使える）';
COMMENT ON COLUMN staff.terminal.code_until IS '登録コードの期限';
COMMENT ON COLUMN staff.terminal.enrolled_at IS '端末が鍵を受け取った日時';

ALTER TABLE staff.member
    ADD COLUMN site text,
    ADD COLUMN holder integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN staff.member.site IS '所属する他団体のコード。あれば、その団体の登録端末からだけサインインできる';
COMMENT ON COLUMN staff.member.holder IS '何人目の使用者か。変わると前の使用者のセッションは終わる';
