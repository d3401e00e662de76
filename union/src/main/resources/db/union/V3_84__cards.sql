-- 証: what the union decided to be printed. Append-only; the last piece of a kind is the one in force.
CREATE SCHEMA cards;
COMMENT ON SCHEMA cards IS '証（資格確認書など）の発行の決定';

CREATE TABLE cards.card (
    card_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    card_no     text NOT NULL UNIQUE,
    insured_no  text NOT NULL,
    person_id   integer NOT NULL,
    city_code   text NOT NULL,
    kind        text NOT NULL,
    reason      text NOT NULL,
    issued_on   date NOT NULL,
    valid_from  date NOT NULL,
    valid_until date,
    acquired_on date NOT NULL,
    copay       text,
    copay_from  date,
    limit_class text,
    limit_from  date,
    long_stay_from date,
    disease     text,
    disease_from date,
    name        text NOT NULL,
    address     text NOT NULL
);
COMMENT ON TABLE cards.card IS '発行を決定した証（追記のみ）';
COMMENT ON COLUMN cards.card.card_no IS '証管理番号（被保険者番号と4桁の連番）';
COMMENT ON COLUMN cards.card.kind IS '証種別コード';
COMMENT ON COLUMN cards.card.reason IS '発行事由コード';
COMMENT ON COLUMN cards.card.valid_from IS '発効期日';
COMMENT ON COLUMN cards.card.valid_until IS '有効期限（資格確認書は7月31日まで）';
COMMENT ON COLUMN cards.card.limit_class IS '限度区分（併記を申請した人だけ）';
COMMENT ON COLUMN cards.card.long_stay_from IS '長期入院該当年月日（区分Ⅱの人だけ）';
COMMENT ON COLUMN cards.card.disease IS '特定疾病コード';
CREATE INDEX card_insured ON cards.card (insured_no, kind, card_id);

CREATE TABLE cards.mark (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    year       smallint NOT NULL,
    period_seq bigint NOT NULL,
    verdict_id bigint NOT NULL,
    benefit_id bigint NOT NULL
);
COMMENT ON TABLE cards.mark IS '証の発行をどこまで済ませたか（1行のみ）';
COMMENT ON COLUMN cards.mark.year IS '年次更新を済ませた年（8月1日）';

INSERT INTO office.parameter (code, value, valid_from, source, mark) VALUES
    ('cards.confirmationForAll', '1', '2024-12-02',
     '資格確認書を全被保険者に職権で交付する暫定運用（令和8年7月末まで。その後は国の通知で確かめる）', 'U');
