-- 窓口端末: what the staff of a city enter at the union's pages, and the views through which alone they look at people.
CREATE SCHEMA windows;
COMMENT ON SCHEMA windows IS '窓口端末（構成市区町村の職員が使う広域連合の画面）';

ALTER TABLE eligibility.application ADD COLUMN at_window boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN eligibility.application.at_window IS '窓口端末で受け付けたもの（市区町村には決定とともに知らせる）';

CREATE SEQUENCE windows.reception_no AS bigint START 9000000001 MAXVALUE 9999999999;
COMMENT ON SEQUENCE windows.reception_no IS '窓口端末の受付番号（市区町村の受付番号と重ならない9で始まる番号）';

CREATE TABLE windows.entry (
    reception_no   text PRIMARY KEY,
    city_code      text NOT NULL,
    person_no      bigint NOT NULL,
    kind           text NOT NULL,
    occurred_on    date NOT NULL,
    details        jsonb NOT NULL,
    newcomer       boolean NOT NULL,
    came_as        text NOT NULL CHECK (came_as IN ('SELF', 'AGENT')),
    agent          text,
    identity_check text NOT NULL,
    state          text NOT NULL CHECK (state IN ('DECIDED', 'HELD', 'REFUSED', 'WAITING', 'SENT', 'DROPPED')),
    card_no        text,
    note           text NOT NULL DEFAULT '',
    received_on    date NOT NULL,
    entered_by     text NOT NULL,
    entered_at     timestamptz NOT NULL DEFAULT now(),
    terminal       text NOT NULL,
    sent_by        text,
    sent_at        timestamptz,
    sent_terminal  text,
    CHECK ((agent IS NOT NULL) = (came_as = 'AGENT')),
    CHECK ((state IN ('SENT', 'DROPPED')) = (sent_by IS NOT NULL)),
    CHECK (sent_by <> entered_by)
);
CREATE INDEX entry_of_person ON windows.entry (city_code, person_no);
CREATE INDEX entry_of_day ON windows.entry (city_code, received_on);
CREATE INDEX entry_waiting ON windows.entry (city_code) WHERE state = 'WAITING';
COMMENT ON TABLE windows.entry IS '窓口端末での届出・申請の入力';
COMMENT ON COLUMN windows.entry.reception_no IS '受付番号';
COMMENT ON COLUMN windows.entry.kind IS '届出種別コード';
COMMENT ON COLUMN windows.entry.occurred_on IS '事由発生年月日';
COMMENT ON COLUMN windows.entry.details IS '届出・申請の項目（届出・申請情報の項目コードと値）';
COMMENT ON COLUMN windows.entry.newcomer IS '住民基本台帳情報が届く前の転入者（先行入力）';
COMMENT ON COLUMN windows.entry.came_as IS '来庁者（SELF=本人、AGENT=代理人）';
COMMENT ON COLUMN windows.entry.agent IS '代理人の氏名と関係';
COMMENT ON COLUMN windows.entry.identity_check IS '本人確認の方法';
COMMENT ON COLUMN windows.entry.state IS '状態（DECIDED=即時決定、HELD=保留、REFUSED=却下、WAITING=送信待ち、SENT=送信済、DROPPED=取りやめ）';
COMMENT ON COLUMN windows.entry.card_no IS '即時に発行を決定した証の証管理番号';
COMMENT ON COLUMN windows.entry.note IS '決定の理由、取りやめの理由';
COMMENT ON COLUMN windows.entry.sent_by IS '確認して送信した（取りやめた）職員。入力した職員とは別の人';

CREATE TABLE windows.print (
    print_no     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reception_no text NOT NULL,
    card_no      text NOT NULL,
    sha256       bytea NOT NULL,
    staff        text NOT NULL,
    terminal     text NOT NULL,
    on_day       date NOT NULL,
    printed_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX print_of_entry ON windows.print (reception_no, print_no);
COMMENT ON TABLE windows.print IS '窓口端末での証の印刷（印刷したものは残さず、ハッシュだけを残す）';

CREATE TABLE cards.handed (
    card_no   text PRIMARY KEY,
    handed_on date NOT NULL
);
COMMENT ON TABLE cards.handed IS '窓口端末で即時に交付した証（市区町村は印刷しない）';
COMMENT ON COLUMN cards.handed.handed_on IS '交付年月日';

REVOKE DELETE ON windows.entry, windows.print, cards.handed FROM ${app};
REVOKE UPDATE ON windows.print, cards.handed FROM ${app};

-- The city of the terminal, of the one transaction that said so; without it every view below is empty.
CREATE FUNCTION windows.city() RETURNS text LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('machi.city', true), '') $$;
COMMENT ON FUNCTION windows.city IS '窓口端末の設置市区町村（この取引だけの値）';

CREATE VIEW windows.v_person WITH (security_barrier) AS
SELECT p.person_id, p.person_no, p.natural_id, i.insured_no, p.name, p.name_kana, p.alias, p.birth_on, p.birth_text,
       p.sex, p.prefecture || p.city || p.town || coalesce(p.lot, '') || coalesce('　' || p.building, '') AS address,
       p.postal_code, p.prefecture || p.city || p.town AS town, coalesce(p.lot, '') AS lot,
       coalesce(p.building, '') AS building, p.household_no, p.resident_since, p.moved_out_on, p.died_on,
       NOT EXISTS (SELECT FROM register.person_state s WHERE s.person_id = p.person_id AND s.file_id > 0) AS ahead
  FROM register.person p LEFT JOIN eligibility.insured i USING (natural_id)
 WHERE p.city_code = windows.city();
COMMENT ON VIEW windows.v_person IS '窓口端末の市区町村の人（ほかの市区町村の人は見えない）';

CREATE VIEW windows.v_period WITH (security_barrier) AS
SELECT h.insured_no, h.history_no, lower(h.valid) AS acquired_on, h.acquired_by,
       nullif(upper(h.valid), 'infinity') AS lost_on, h.lost_by, h.change, h.decided_on
  FROM eligibility.period_history h WHERE h.city_code = windows.city();
COMMENT ON VIEW windows.v_period IS '窓口端末の市区町村での資格の履歴';

CREATE VIEW windows.v_share WITH (security_barrier) AS
SELECT e.insured_no, e.copay AS share, e.copay_from AS since, e.valid
  FROM eligibility.period e WHERE e.city_code = windows.city();
COMMENT ON VIEW windows.v_share IS '窓口端末の市区町村の被保険者の一部負担金の割合';

CREATE VIEW windows.v_card WITH (security_barrier) AS
SELECT c.*, h.handed_on FROM cards.card c LEFT JOIN cards.handed h USING (card_no) WHERE c.city_code = windows.city();
COMMENT ON VIEW windows.v_card IS '窓口端末の市区町村の証';

CREATE VIEW windows.v_premium WITH (security_barrier) AS
SELECT s.insured_no, s.levy_year, s.version, r.reason, r.decided_on, s.months, s.medical, s.child
  FROM assessment.v_share s JOIN assessment.v_result r USING (insured_no, levy_year, version)
 WHERE s.city_code = windows.city();
COMMENT ON VIEW windows.v_premium IS '窓口端末の市区町村の保険料';

CREATE VIEW windows.v_application WITH (security_barrier) AS
SELECT a.person_no, a.reception_no, a.kind, a.received_on, a.occurred_on, v.result, v.decided_on, v.effective_on, v.reason
  FROM eligibility.application a LEFT JOIN eligibility.v_verdict v USING (application_id)
 WHERE a.city_code = windows.city() AND NOT a.cancelled;
COMMENT ON VIEW windows.v_application IS '窓口端末の市区町村の届出・申請と決定';

CREATE VIEW windows.v_entry WITH (security_barrier) AS
SELECT e.* FROM windows.entry e WHERE e.city_code = windows.city();
COMMENT ON VIEW windows.v_entry IS '窓口端末の市区町村での入力';

GRANT USAGE ON SCHEMA windows TO ${window};
GRANT SELECT ON windows.v_person, windows.v_period, windows.v_share, windows.v_card, windows.v_premium,
    windows.v_application, windows.v_entry TO ${window};

INSERT INTO office.parameter (code, value, valid_from, source, mark) VALUES
    ('window.opens', '0830', '2000-04-01', '窓口端末を使う時間の始まり（時分）。この外の操作は記録の点検で印をつける', 'D'),
    ('window.closes', '1730', '2000-04-01', '窓口端末を使う時間の終わり（時分）', 'D'),
    ('window.manyLooks', '60', '2000-04-01', '1人が1日に見る人の数がこれを超えると、記録の点検で印をつける', 'D'),
    ('window.sample', '10', '2000-04-01', '記録の点検で抽出する件数', 'D'),
    ('window.unionHead', '（広域連合長の氏名を設定してください）', '2000-04-01', '窓口端末で交付する証の発行者', 'U'),
    ('window.contact', '（問合せ先を設定してください）', '2000-04-01', '窓口端末で交付する証の問合せ先', 'U'),
    ('window.postcode', '000-0000', '2000-04-01', '窓口端末で交付する証の問合せ先', 'U'),
    ('window.address', '（所在地を設定してください）', '2000-04-01', '窓口端末で交付する証の問合せ先', 'U'),
    ('window.phone', '（電話番号を設定してください）', '2000-04-01', '窓口端末で交付する証の問合せ先', 'U');
