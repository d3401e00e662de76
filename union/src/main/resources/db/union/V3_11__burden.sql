CREATE SCHEMA burden;
COMMENT ON SCHEMA burden IS '一部負担金の割合（広域連合が判定する）';

CREATE TABLE burden.decision (
    decision_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    insured_no  text NOT NULL,
    valid_from  date NOT NULL,
    share       text CHECK (share IN ('1', '2', '3')),
    reason      text NOT NULL CHECK (reason IN ('YEARLY', 'NEW', 'INCOME', 'HOUSEHOLD', 'APPLIED', 'CLERK')),
    levy_year   smallint NOT NULL,
    facts       text NOT NULL,
    note        text,
    decided_on  date NOT NULL
);
COMMENT ON TABLE burden.decision IS '負担割合の判定（追記のみ。同じ日からの判定は後のものが有効）';
COMMENT ON COLUMN burden.decision.insured_no IS '被保険者番号';
COMMENT ON COLUMN burden.decision.valid_from IS '適用開始年月日';
COMMENT ON COLUMN burden.decision.share IS '負担割合（空は所得が分からず判定できない）';
COMMENT ON COLUMN burden.decision.reason IS '判定の事由（YEARLY=年次、NEW=資格取得、INCOME=所得更正、HOUSEHOLD=世帯異動、APPLIED=基準収入額適用申請・負担区分等証明書、CLERK=所得が分からない間の職員の判定）';
COMMENT ON COLUMN burden.decision.levy_year IS '判定に用いた所得の相当年度';
COMMENT ON COLUMN burden.decision.facts IS '世帯の被保険者の生年月日、課税所得、旧ただし書所得、収入、年金収入とその他の合計所得金額';
COMMENT ON COLUMN burden.decision.note IS '職員が確かめること';
COMMENT ON COLUMN burden.decision.decided_on IS '判定した業務日付';
CREATE INDEX decision_insured ON burden.decision (insured_no, valid_from, decision_id);
CREATE INDEX decision_note ON burden.decision (insured_no) WHERE note IS NOT NULL;

CREATE TABLE burden.mark (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    year       smallint NOT NULL,
    change_id  bigint NOT NULL,
    period_seq bigint NOT NULL,
    verdict_id bigint NOT NULL
);
COMMENT ON TABLE burden.mark IS '負担割合の判定をどこまで済ませたか（1行のみ）';
COMMENT ON COLUMN burden.mark.year IS '年次の判定を済ませた年（8月から翌年7月まで）';

-- Until it is decided there is no share.
ALTER TABLE eligibility.period ALTER COLUMN copay DROP NOT NULL, ALTER COLUMN copay_from DROP NOT NULL;
ALTER TABLE eligibility.period_history ALTER COLUMN copay DROP NOT NULL, ALTER COLUMN copay_from DROP NOT NULL;
