CREATE SCHEMA office;

CREATE TABLE office.business_date (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    day      date NOT NULL
);
COMMENT ON TABLE office.business_date IS '業務日付（1行のみ）';
COMMENT ON COLUMN office.business_date.only_row IS '1行であることの印';
COMMENT ON COLUMN office.business_date.day IS '業務日付';

CREATE TABLE office.parameter (
    code       text NOT NULL,
    value      text NOT NULL,
    valid_from date NOT NULL,
    valid_to   date NOT NULL DEFAULT 'infinity',
    source     text NOT NULL,
    mark       text NOT NULL CHECK (mark IN ('V', 'L', 'D', 'U')),
    valid      daterange GENERATED ALWAYS AS (daterange(valid_from, valid_to)) STORED,
    PRIMARY KEY (code, valid WITHOUT OVERLAPS),
    CHECK (valid_from < valid_to)
);
COMMENT ON TABLE office.parameter IS '運用パラメータ（期間付き）';
COMMENT ON COLUMN office.parameter.code IS 'パラメータコード';
COMMENT ON COLUMN office.parameter.value IS '値';
COMMENT ON COLUMN office.parameter.valid_from IS '適用開始日';
COMMENT ON COLUMN office.parameter.valid_to IS '適用終了日（この日を含まない）';
COMMENT ON COLUMN office.parameter.source IS '根拠';
COMMENT ON COLUMN office.parameter.mark IS '確度（V=公表値、L=法令、D=設計、U=未確認）';
COMMENT ON COLUMN office.parameter.valid IS '適用期間';
