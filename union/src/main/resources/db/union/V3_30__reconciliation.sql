CREATE SCHEMA reconciliation;
COMMENT ON SCHEMA reconciliation IS '突合（市区町村の期割・収納・滞納と広域連合の決定）';

CREATE TABLE reconciliation.instalment (
    city_code     text NOT NULL,
    insured_no    text NOT NULL,
    levy_year     smallint NOT NULL,
    decision_year smallint NOT NULL,
    assessment_no text NOT NULL,
    method        text NOT NULL,
    period        smallint NOT NULL,
    plan_version  smallint NOT NULL,
    person_no     bigint NOT NULL,
    assessment_version smallint,
    kind          text NOT NULL,
    due_on        date NOT NULL,
    amount        bigint NOT NULL,
    city_premium  bigint NOT NULL,
    received_on   date NOT NULL,
    PRIMARY KEY (insured_no, levy_year, city_code, assessment_no, plan_version, decision_year, method, period)
);
COMMENT ON TABLE reconciliation.instalment IS '期割情報（市区町村から、期割履歴番号ごと）';

CREATE TABLE reconciliation.receipt (
    city_code     text NOT NULL,
    insured_no    text NOT NULL,
    levy_year     smallint NOT NULL,
    decision_year smallint NOT NULL,
    assessment_no text NOT NULL,
    method        text NOT NULL,
    period        smallint NOT NULL,
    seq           smallint NOT NULL,
    person_no     bigint NOT NULL,
    kind          text NOT NULL,
    paid_on       date NOT NULL,
    booked_on     date NOT NULL,
    amount        bigint NOT NULL,
    charged_after bigint NOT NULL,
    received_after bigint NOT NULL,
    unpaid_after  bigint NOT NULL,
    overpaid_after bigint NOT NULL,
    refunded_after bigint NOT NULL,
    offset_after  bigint NOT NULL,
    offset_into_after bigint NOT NULL,
    received_on   date NOT NULL,
    PRIMARY KEY (insured_no, levy_year, city_code, assessment_no, decision_year, method, period, seq)
);
COMMENT ON TABLE reconciliation.receipt IS '収納情報（市区町村から、1行が1回の収納・還付・充当）';

CREATE TABLE reconciliation.arrears (
    city_code     text NOT NULL,
    insured_no    text NOT NULL,
    levy_year     smallint NOT NULL,
    decision_year smallint NOT NULL,
    assessment_no text NOT NULL,
    method        text NOT NULL,
    period        smallint NOT NULL,
    person_no     bigint NOT NULL,
    charged       bigint NOT NULL,
    unpaid        bigint NOT NULL,
    received      bigint NOT NULL,
    written_off   bigint NOT NULL,
    state         text NOT NULL,
    due_on        date NOT NULL,
    demanded_on   date,
    received_on   date NOT NULL,
    PRIMARY KEY (insured_no, levy_year, city_code, assessment_no, decision_year, method, period)
);
COMMENT ON TABLE reconciliation.arrears IS '滞納情報（市区町村から、最後に届いた姿）';

CREATE TABLE reconciliation.touched (
    touch_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    city_code  text NOT NULL,
    insured_no text NOT NULL,
    levy_year  smallint NOT NULL
);
COMMENT ON TABLE reconciliation.touched IS '突合し直す人';

CREATE TABLE reconciliation.difference (
    city_code     text NOT NULL,
    insured_no    text NOT NULL,
    levy_year     smallint NOT NULL,
    subject       text NOT NULL,
    item          text NOT NULL,
    method        text NOT NULL DEFAULT '',
    period        smallint NOT NULL DEFAULT 0,
    assessment_no text,
    person_no     bigint NOT NULL,
    union_value   text,
    city_value    text,
    difference    bigint NOT NULL,
    since         date NOT NULL,
    checked_on    date NOT NULL,
    PRIMARY KEY (insured_no, levy_year, city_code, subject, item, method, period)
);
COMMENT ON TABLE reconciliation.difference IS '突合の相違（今あるもの）';
COMMENT ON COLUMN reconciliation.difference.subject IS '突合対象';
COMMENT ON COLUMN reconciliation.difference.since IS '初めて見つかった日';

CREATE VIEW reconciliation.v_plan AS
SELECT i.*
  FROM reconciliation.instalment i
 WHERE NOT EXISTS (SELECT FROM reconciliation.instalment n
                    WHERE n.insured_no = i.insured_no AND n.levy_year = i.levy_year
                      AND n.city_code = i.city_code AND n.assessment_no = i.assessment_no
                      AND n.decision_year = i.decision_year
                      AND n.plan_version > i.plan_version);
COMMENT ON VIEW reconciliation.v_plan IS '今の期割（最後の期割履歴番号）';

CREATE TABLE reconciliation.checked (
    city_code  text NOT NULL,
    checked_on date NOT NULL,
    people     integer NOT NULL,
    PRIMARY KEY (city_code, checked_on)
);
COMMENT ON TABLE reconciliation.checked IS '突合を行った日（市区町村ごと）';
