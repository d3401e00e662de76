-- 給付: receipts as they came, what each home and month gives, decisions about the difference, payments.
CREATE SCHEMA benefits;
COMMENT ON SCHEMA benefits IS '給付（レセプト、高額療養費、申請、支給決定、振込）';

CREATE TABLE benefits.receipt (
    receipt_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    receipt_no  text NOT NULL,
    change      text NOT NULL,
    examined    date NOT NULL,
    care_month  date NOT NULL,
    insured_no  text NOT NULL,
    institution text NOT NULL,
    kind        text NOT NULL,
    share       text NOT NULL,
    days        smallint NOT NULL,
    points      integer NOT NULL,
    paid        bigint NOT NULL,
    in_kind     bigint NOT NULL,
    public_code text,
    public_paid bigint NOT NULL,
    disease     boolean NOT NULL,
    third_party boolean NOT NULL,
    meals       smallint NOT NULL,
    meals_paid  bigint NOT NULL,
    received_on date NOT NULL
);
COMMENT ON TABLE benefits.receipt IS 'レセプト（追記のみ。同じレセプト管理番号では後のものが有効）';
COMMENT ON COLUMN benefits.receipt.change IS '処理区分（1 新規、2 訂正、3 取消）';
COMMENT ON COLUMN benefits.receipt.in_kind IS '現物給付された高額療養費';
CREATE INDEX receipt_person ON benefits.receipt (insured_no, care_month);
CREATE INDEX receipt_number ON benefits.receipt (receipt_no, receipt_id);

CREATE VIEW benefits.v_receipt AS
SELECT * FROM benefits.receipt r
 WHERE r.change <> '3'
   AND NOT EXISTS (SELECT FROM benefits.receipt n WHERE n.receipt_no = r.receipt_no AND n.receipt_id > r.receipt_id);
COMMENT ON VIEW benefits.v_receipt IS '有効なレセプト（訂正後、取消を除く）';

CREATE TABLE benefits.due (
    insured_no text NOT NULL,
    care_month date NOT NULL,
    PRIMARY KEY (insured_no, care_month)
);
COMMENT ON TABLE benefits.due IS '高額療養費を算定する人と診療月';

CREATE TABLE benefits.assessed (
    insured_no text NOT NULL,
    care_month date NOT NULL,
    version    integer NOT NULL,
    home       integer NOT NULL,
    level      text NOT NULL,
    earlier    smallint NOT NULL,
    disease    bigint NOT NULL,
    outpatient bigint NOT NULL,
    birthday   bigint NOT NULL,
    household  bigint NOT NULL,
    counts     boolean NOT NULL,
    outpatient_left bigint NOT NULL,
    decided_on date NOT NULL,
    total      bigint NOT NULL GENERATED ALWAYS AS (disease + outpatient + birthday + household) STORED,
    PRIMARY KEY (insured_no, care_month, version)
);
COMMENT ON TABLE benefits.assessed IS '高額療養費の算定（追記のみ。履歴番号の大きいものが有効）';
CREATE INDEX assessed_day ON benefits.assessed (decided_on);
COMMENT ON COLUMN benefits.assessed.level IS '限度区分';
COMMENT ON COLUMN benefits.assessed.earlier IS '直近12か月の該当月数（当月を除く）';
COMMENT ON COLUMN benefits.assessed.counts IS '多数回該当の月に数える';

COMMENT ON COLUMN benefits.assessed.outpatient_left IS '支給後に残る外来の自己負担額（外来年間合算に使う）';

CREATE VIEW benefits.v_assessed AS
SELECT * FROM benefits.assessed a
 WHERE NOT EXISTS (SELECT FROM benefits.assessed n
                    WHERE n.insured_no = a.insured_no AND n.care_month = a.care_month AND n.version > a.version);
COMMENT ON VIEW benefits.v_assessed IS '高額療養費の現在の算定';

CREATE TABLE benefits.certificate (
    certificate_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    certificate_no text NOT NULL,
    insured_no     text NOT NULL,
    year_from      date NOT NULL,
    branch         text NOT NULL CHECK (branch IN ('1', '2')),
    insurer        text NOT NULL,
    from_on        date NOT NULL,
    until_on       date NOT NULL,
    outpatient     bigint NOT NULL,
    amount         bigint NOT NULL,
    known_on       date NOT NULL,
    staff          text
);
COMMENT ON TABLE benefits.certificate IS '他の保険者の自己負担額証明書（追記のみ。同じ整理番号では後のものが有効）';
COMMENT ON COLUMN benefits.certificate.branch IS '制度区分（1 医療保険、2 介護保険）';
COMMENT ON COLUMN benefits.certificate.staff IS '書面から入力した職員（ファイルで受けたものは空）';
CREATE INDEX certificate_insured ON benefits.certificate (insured_no, year_from);

CREATE VIEW benefits.v_certificate AS
SELECT * FROM benefits.certificate c
 WHERE NOT EXISTS (SELECT FROM benefits.certificate n
                    WHERE n.insured_no = c.insured_no AND n.year_from = c.year_from
                      AND n.certificate_no = c.certificate_no AND n.certificate_id > c.certificate_id);
COMMENT ON VIEW benefits.v_certificate IS '有効な自己負担額証明書';

CREATE TABLE benefits.year_due (
    insured_no text NOT NULL,
    year_from  date NOT NULL,
    PRIMARY KEY (insured_no, year_from)
);
COMMENT ON TABLE benefits.year_due IS '外来年間合算・高額介護合算を計算する人と計算期間';

CREATE TABLE benefits.yearly (
    insured_no text NOT NULL,
    year_from  date NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('32', '33')),
    version    integer NOT NULL,
    level      text NOT NULL,
    own        bigint NOT NULL,
    others     bigint NOT NULL,
    total      bigint NOT NULL,
    decided_on date NOT NULL,
    PRIMARY KEY (insured_no, year_from, kind, version)
);
COMMENT ON TABLE benefits.yearly IS '外来年間合算・高額介護合算の計算（追記のみ。履歴番号の大きいものが有効）';
COMMENT ON COLUMN benefits.yearly.own IS 'この広域連合での自己負担額（高額療養費を除いた額）';
COMMENT ON COLUMN benefits.yearly.others IS '合算した他の額（他の保険者、世帯のほかの人、介護）';
COMMENT ON COLUMN benefits.yearly.total IS '支給する額';

CREATE VIEW benefits.v_yearly AS
SELECT * FROM benefits.yearly y
 WHERE NOT EXISTS (SELECT FROM benefits.yearly n
                    WHERE n.insured_no = y.insured_no AND n.year_from = y.year_from AND n.kind = y.kind AND n.version > y.version);
COMMENT ON VIEW benefits.v_yearly IS '外来年間合算・高額介護合算の現在の計算';

CREATE TABLE benefits.application (
    application_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    city_code    text NOT NULL,
    person_no    bigint NOT NULL,
    insured_no   text NOT NULL,
    reception_no text NOT NULL,
    kind         text NOT NULL,
    received_on  date NOT NULL,
    channel      text NOT NULL,
    occurred_on  date NOT NULL,
    expense      text,
    paid         bigint,
    care_paid    bigint,
    days         smallint,
    applicant    text NOT NULL,
    relation     text NOT NULL,
    applicant_address text,
    bank_code    text,
    bank_kana    text,
    branch_code  text,
    branch_kana  text,
    account_kind text,
    account_no   text,
    holder_kana  text,
    note         text,
    known_on     date NOT NULL,
    withdrawn_on date,
    UNIQUE (city_code, reception_no)
);
COMMENT ON TABLE benefits.application IS '給付の申請';
COMMENT ON COLUMN benefits.application.account_no IS '振込先の口座番号（空は口座なし）';
COMMENT ON COLUMN benefits.application.withdrawn_on IS '取消年月日';
CREATE INDEX application_day ON benefits.application (known_on);
CREATE INDEX application_withdrawn ON benefits.application (withdrawn_on) WHERE withdrawn_on IS NOT NULL;
CREATE INDEX application_insured ON benefits.application (insured_no, kind);

CREATE TABLE benefits.waiting (
    application_id bigint PRIMARY KEY,
    by_clerk       boolean NOT NULL,
    told           boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE benefits.waiting IS 'まだ決定していない給付の申請';
COMMENT ON COLUMN benefits.waiting.told IS '保留を市区町村に知らせた';

CREATE TABLE benefits.decision (
    decision_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    insured_no     text NOT NULL,
    city_code      text NOT NULL,
    kind           text NOT NULL,
    care_month     date,
    application_id bigint,
    result         text NOT NULL CHECK (result IN ('1', '2', '3', '4', '5')),
    amount         bigint NOT NULL,
    decided_on     date NOT NULL,
    reason         text NOT NULL,
    staff          text,
    decision_no    text NOT NULL GENERATED ALWAYS AS (lpad(decision_id::text, 12, '0')) STORED,
    CHECK ((result = '4') = (amount < 0)),
    CHECK (amount = 0 OR result IN ('1', '4'))
);
COMMENT ON TABLE benefits.decision IS '支給の決定（追記のみ。訂正は差額の決定を足す）';
COMMENT ON COLUMN benefits.decision.result IS '決定区分（1 支給、2 不支給、3 保留、4 返納、5 受理）';
CREATE INDEX decision_insured ON benefits.decision (insured_no, kind, care_month);
CREATE INDEX decision_day ON benefits.decision (decided_on);
CREATE INDEX decision_application ON benefits.decision (application_id);

CREATE TABLE benefits.effect (
    decision_id bigint PRIMARY KEY,
    from_on     date NOT NULL,
    until_on    date,
    relief      text CHECK (relief IN ('1', '2', '3'))
);
COMMENT ON TABLE benefits.effect IS '承認の効力（一部負担金減免、長期入院該当）';
COMMENT ON COLUMN benefits.effect.relief IS '一部負担金減免区分（1 免除、2 減額（5割）、3 徴収猶予）';

CREATE TABLE benefits.claim (
    claim_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decision_id  bigint NOT NULL UNIQUE,
    insured_no   text NOT NULL,
    accident_on  date NOT NULL,
    lapses_on    date NOT NULL,
    state        text NOT NULL CHECK (state IN ('OPEN', 'CLAIMED', 'RECEIVED', 'CLOSED')),
    claimed_on   date,
    claimed      bigint,
    received_on  date,
    received     bigint,
    note         text,
    staff        text NOT NULL
);
COMMENT ON TABLE benefits.claim IS '第三者求償（法58条。給付の額を限度に損害賠償請求権を代位取得する）';
COMMENT ON COLUMN benefits.claim.state IS 'OPEN 請求前、CLAIMED 請求済、RECEIVED 収納済、CLOSED 請求しない';
COMMENT ON COLUMN benefits.claim.lapses_on IS '損害賠償請求権の時効（民法724条の2）';

CREATE TABLE benefits.payment (
    payment_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decision_id    bigint NOT NULL,
    application_id bigint NOT NULL,
    amount         bigint NOT NULL CHECK (amount > 0),
    requested_on   date NOT NULL,
    transfer_on    date NOT NULL,
    state          text NOT NULL CHECK (state IN ('SENT', 'PAID', 'FAILED')),
    settled_on     date,
    failure        text
);
COMMENT ON TABLE benefits.payment IS '給付の振込';
COMMENT ON COLUMN benefits.payment.application_id IS '口座を届け出た申請';
COMMENT ON COLUMN benefits.payment.state IS 'SENT 依頼済、PAID 振込済、FAILED 振込不能';
CREATE INDEX payment_decision ON benefits.payment (decision_id);
CREATE INDEX payment_open ON benefits.payment (transfer_on) WHERE state = 'SENT';

CREATE TABLE benefits.recovery (
    decision_id bigint PRIMARY KEY,
    returned_on date NOT NULL,
    staff       text NOT NULL
);
COMMENT ON TABLE benefits.recovery IS '返納された給付';

CREATE TABLE benefits.call (
    call_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    insured_no text NOT NULL,
    city_code  text NOT NULL,
    kind       text NOT NULL,
    care_month date NOT NULL,
    amount     bigint NOT NULL,
    lapses_on  date NOT NULL,
    called_on  date NOT NULL
);
COMMENT ON TABLE benefits.call IS '支給申請の勧奨（口座の届出のない人に1度。高額介護合算は計算期間ごとに1度）';
COMMENT ON COLUMN benefits.call.care_month IS '診療月（年間の合算は計算期間の最後の月）';
CREATE INDEX call_insured ON benefits.call (insured_no);

CREATE TABLE benefits.event (
    event_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    decision_id bigint NOT NULL
);
CREATE INDEX event_decision ON benefits.event (decision_id);
COMMENT ON TABLE benefits.event IS '市区町村に知らせること（決定、振込、振込不能、返納）';

CREATE TABLE benefits.payer (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    client_no   text NOT NULL,
    client_kana text NOT NULL,
    bank_to     text NOT NULL,
    bank_code   text NOT NULL,
    bank_kana   text NOT NULL,
    branch_code text NOT NULL,
    branch_kana text NOT NULL,
    account_no  text NOT NULL
);
COMMENT ON TABLE benefits.payer IS '振込依頼人（広域連合の口座、1行のみ）';
COMMENT ON COLUMN benefits.payer.bank_to IS '総合振込ファイルの送り先';

CREATE TABLE benefits.mark (
    only_row           boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    burden_decision_id bigint NOT NULL,
    listed_month       date NOT NULL,
    summed_year        date NOT NULL
);
COMMENT ON TABLE benefits.mark IS '給付の処理をどこまで済ませたか（1行のみ）';
COMMENT ON COLUMN benefits.mark.listed_month IS '被保険者マスタを国保連に送った最後の対象月';
COMMENT ON COLUMN benefits.mark.summed_year IS '年間の合算を始めた最後の計算期間の初日';
INSERT INTO benefits.mark (burden_decision_id, listed_month, summed_year) VALUES (0, '2000-01-01', '2000-08-01');

-- The account that a person's running benefits go to: of the last application that named one. Nothing goes to the
-- account of somebody who died; the heirs tell theirs.
CREATE VIEW benefits.v_account AS
SELECT DISTINCT ON (a.insured_no) a.*
  FROM benefits.application a
 WHERE a.kind IN ('31', '43') AND a.account_no IS NOT NULL AND a.withdrawn_on IS NULL
   AND NOT (a.relation = '1' AND EXISTS (SELECT FROM register.person p
                WHERE p.city_code = a.city_code AND p.person_no = a.person_no AND p.died_on IS NOT NULL))
   AND NOT EXISTS (SELECT FROM benefits.waiting w WHERE w.application_id = a.application_id)
 ORDER BY a.insured_no, a.application_id DESC;
COMMENT ON VIEW benefits.v_account IS '高額療養費を振り込む口座';

CREATE VIEW benefits.v_last_payment AS
SELECT * FROM benefits.payment p
 WHERE NOT EXISTS (SELECT FROM benefits.payment n WHERE n.decision_id = p.decision_id AND n.payment_id > p.payment_id);
COMMENT ON VIEW benefits.v_last_payment IS '決定ごとの最後の振込';

CREATE VIEW benefits.v_state AS
SELECT d.decision_id,
       CASE WHEN d.amount < 0 THEN CASE WHEN r.decision_id IS NULL THEN '1' ELSE '5' END
            WHEN d.amount = 0 THEN '0' WHEN p.state IS NULL THEN '1'
            WHEN p.state = 'SENT' THEN '2' WHEN p.state = 'PAID' THEN '3' ELSE '4' END AS state,
       p.payment_id, p.transfer_on, p.failure, p.application_id AS account_of
  FROM benefits.decision d
  LEFT JOIN benefits.v_last_payment p USING (decision_id)
  LEFT JOIN benefits.recovery r USING (decision_id);
COMMENT ON VIEW benefits.v_state IS '決定ごとの振込の状態（0 支払なし、1 待ち、2 依頼済、3 振込済、4 振込不能、5 返納済）';

CREATE VIEW benefits.v_difference AS
SELECT d.insured_no, d.decision_no, '決定と振込の額が違います' AS what, d.amount AS decided, p.amount AS paid, true AS wrong
  FROM benefits.decision d JOIN benefits.v_last_payment p USING (decision_id) WHERE p.amount <> d.amount
UNION ALL
SELECT d.insured_no, d.decision_no, '同じ決定を2度振り込んでいます', d.amount, sum(p.amount), true
  FROM benefits.decision d JOIN benefits.payment p USING (decision_id) WHERE p.state <> 'FAILED'
 GROUP BY d.insured_no, d.decision_no, d.amount HAVING count(*) > 1
UNION ALL
SELECT d.insured_no, d.decision_no, '振込不能のままです', d.amount, 0, false
  FROM benefits.decision d JOIN benefits.v_last_payment p USING (decision_id) WHERE p.state = 'FAILED'
UNION ALL
SELECT d.insured_no, d.decision_no, '返納されていません', d.amount, 0, false
  FROM benefits.decision d WHERE d.result = '4' AND NOT EXISTS (SELECT FROM benefits.recovery r WHERE r.decision_id = d.decision_id)
UNION ALL
SELECT '', p.decision_id::text, '決定のない振込です', 0, p.amount, true
  FROM benefits.payment p WHERE NOT EXISTS (SELECT FROM benefits.decision d WHERE d.decision_id = p.decision_id)
UNION ALL
SELECT '', f.name, '振込ファイルの合計が振込の記録と違います', f.amount, coalesce(p.amount, 0), true
  FROM files.file f
  LEFT JOIN LATERAL (SELECT sum(p.amount) AS amount FROM benefits.payment p WHERE p.requested_on = f.business_date) p ON true
 WHERE f.direction = 'OUT' AND f.kind = 'ZENGIN_BENEFIT' AND f.amount <> coalesce(p.amount, 0);
COMMENT ON VIEW benefits.v_difference IS '決定と振込の突合（違うもの）';
COMMENT ON COLUMN benefits.v_difference.wrong IS '誤り（偽は、返納や新しい口座を待つもの）';

INSERT INTO office.parameter (code, value, valid_from, source, mark) VALUES
    ('benefits.transferDay', '20', '2008-04-01', '給付の振込を行う日（この日以後の最初の営業日）', 'U'),
    ('benefits.transferAfter', '3', '2008-04-01', '振込の依頼から振込日までの営業日数', 'U'),
    ('benefits.yearlyMonth', '11', '2008-04-01', '外来年間合算・高額介護合算の計算を始める月（その月の最初の営業日。7月診療分の過誤調整の後）', 'U'),
    ('benefits.reliefMonths', '6', '2008-04-01', '一部負担金減免の期間の上限（月）', 'U'),
    ('benefits.checkupMost', '20000', '2008-04-01', '人間ドック費用助成の上限額（年度に1回）', 'U'),
    ('benefits.settledAfter', '5', '2008-04-01', '振込不能の知らせがないとき、振込済とするまでの日数', 'U');
