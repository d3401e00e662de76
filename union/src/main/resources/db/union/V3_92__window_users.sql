-- ユーザーID: a city asks in writing, the union decides; an id outlives its holders and the ledger says who held it when.
CREATE TABLE windows.id_request (
    request_no       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    city_code        text NOT NULL,
    kind             text NOT NULL CHECK (kind IN ('FIRST', 'CHANGE', 'END', 'AGAIN')),
    user_id          text,
    holder           text NOT NULL,
    department       text NOT NULL,
    on_day           date NOT NULL,
    duties           text[] NOT NULL,
    reason           text NOT NULL,
    entered_by       text NOT NULL,
    entered_terminal text NOT NULL,
    entered_on       date NOT NULL,
    state            text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'AGREED', 'REFUSED')),
    decided_by       text,
    decided_on       date,
    decision         text,
    CHECK ((state = 'OPEN') = (decided_by IS NULL)),
    CHECK (decided_by <> entered_by),
    CHECK (user_id IS NOT NULL OR kind = 'FIRST')
);
CREATE INDEX id_request_open ON windows.id_request (request_no) WHERE state = 'OPEN';
CREATE UNIQUE INDEX id_request_one ON windows.id_request (user_id) WHERE state = 'OPEN';
COMMENT ON TABLE windows.id_request IS 'ユーザーID変更申請書';
COMMENT ON COLUMN windows.id_request.request_no IS '申請番号';
COMMENT ON COLUMN windows.id_request.kind IS '種別（FIRST=新規、CHANGE=使用者の変更、END=廃止、AGAIN=仮パスワードの再発行）';
COMMENT ON COLUMN windows.id_request.user_id IS 'ユーザーID（新規は決定のときに付ける）';
COMMENT ON COLUMN windows.id_request.holder IS '使用者の氏名';
COMMENT ON COLUMN windows.id_request.department IS '使用者の所属';
COMMENT ON COLUMN windows.id_request.on_day IS '使用開始日（廃止は使用終了日）';
COMMENT ON COLUMN windows.id_request.duties IS '権限コード';
COMMENT ON COLUMN windows.id_request.decided_by IS '決定した広域連合の職員。申請を入力した人とは別の人';
COMMENT ON COLUMN windows.id_request.decision IS '決定の内容、不承認の理由';

CREATE TABLE windows.holding (
    holding_no bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id    text NOT NULL,
    city_code  text NOT NULL,
    holder     text NOT NULL,
    department text NOT NULL,
    duties     text[] NOT NULL,
    since      date NOT NULL,
    until      date,
    began_at   timestamptz NOT NULL DEFAULT now(),
    request_no bigint NOT NULL,
    ended_by   bigint,
    CHECK (until IS NULL OR ended_by IS NOT NULL)
);
CREATE UNIQUE INDEX holding_open ON windows.holding (user_id) WHERE until IS NULL;
COMMENT ON TABLE windows.holding IS 'ユーザー管理台帳（だれがどのIDをいつ使ったか）';
COMMENT ON COLUMN windows.holding.since IS '使用開始日';
COMMENT ON COLUMN windows.holding.until IS '使用終了日（この日まで）';
COMMENT ON COLUMN windows.holding.began_at IS '使用者となった日時（操作記録の使用者はこれで分かる）';
COMMENT ON COLUMN windows.holding.request_no IS '使用を始めた申請';
COMMENT ON COLUMN windows.holding.ended_by IS '使用を終えた申請';

CREATE TABLE windows.review (
    month         date NOT NULL CHECK (extract(day FROM month) = 1),
    city_code     text NOT NULL,
    party         text NOT NULL CHECK (party IN ('UNION', 'CITY')),
    reviewer      text NOT NULL,
    reviewer_name text NOT NULL,
    remark        text NOT NULL CHECK (remark <> ''),
    events        bigint NOT NULL,
    marked        bigint NOT NULL,
    sampled       bigint NOT NULL,
    last_event    bigint NOT NULL,
    signed_on     date NOT NULL,
    signed_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (month, city_code, party)
);
COMMENT ON TABLE windows.review IS '窓口端末の記録の月次点検（1回だけ署名する）';
COMMENT ON COLUMN windows.review.party IS '点検した側（UNION=広域連合、CITY=市区町村）';
COMMENT ON COLUMN windows.review.remark IS '所見';
COMMENT ON COLUMN windows.review.events IS '点検した記録の件数';
COMMENT ON COLUMN windows.review.marked IS '印のついた記録の件数';
COMMENT ON COLUMN windows.review.sampled IS '抽出した記録の件数';
COMMENT ON COLUMN windows.review.last_event IS '点検した最後の操作記録';

REVOKE DELETE ON windows.id_request, windows.holding, windows.review FROM ${app};
REVOKE UPDATE ON windows.review FROM ${app};

-- Who held an id at the time of a deed, for the log; ids are never given to another city.
CREATE VIEW windows.log AS
SELECT e.id, e.at, e.business_date, e.staff, m.site AS city_code, e.terminal, e.duty, e.purpose, e.action, e.object,
       e.person_no AS natural_id, i.insured_no, e.detail, e.result,
       (SELECT h.holder FROM windows.holding h
         WHERE h.user_id = e.staff AND h.began_at <= e.at ORDER BY h.began_at DESC LIMIT 1) AS holder
  FROM audit.event e
  JOIN staff.member m ON m.staff_no = e.staff AND m.site IS NOT NULL
  LEFT JOIN eligibility.insured i ON i.natural_id = e.person_no;
COMMENT ON VIEW windows.log IS '窓口端末の操作記録（使用者とともに）';

CREATE VIEW windows.v_log WITH (security_barrier) AS
SELECT * FROM windows.log WHERE city_code = windows.city();
COMMENT ON VIEW windows.v_log IS '窓口端末の市区町村の操作記録';

CREATE VIEW windows.v_holding WITH (security_barrier) AS
SELECT * FROM windows.holding WHERE city_code = windows.city();
COMMENT ON VIEW windows.v_holding IS '窓口端末の市区町村のユーザー管理台帳';

GRANT SELECT ON windows.v_log, windows.v_holding TO ${window};
