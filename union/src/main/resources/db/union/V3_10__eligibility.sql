CREATE SCHEMA eligibility;
COMMENT ON SCHEMA eligibility IS '資格（広域連合が決定する）';

CREATE FUNCTION eligibility.birthday(birth date, age integer) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT d + CASE WHEN extract(day FROM d) <> extract(day FROM birth) THEN 1 ELSE 0 END
      FROM (SELECT (birth + make_interval(years => age))::date AS d) x
$$;
COMMENT ON FUNCTION eligibility.birthday IS '誕生日そのもの（2月29日生まれは平年では3月1日）';

CREATE FUNCTION eligibility.fiscal_year(day date) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT extract(year FROM day)::integer - CASE WHEN extract(month FROM day) < 4 THEN 1 ELSE 0 END
$$;
COMMENT ON FUNCTION eligibility.fiscal_year IS '年度（4月の西暦年）';

CREATE FUNCTION eligibility.with_check_digit(body integer) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lpad(body::text, 7, '0') || (10 - sum(CASE WHEN i % 2 = 1 AND d > 4 THEN 2 * d - 9
                                                      WHEN i % 2 = 1 THEN 2 * d
                                                      ELSE d END) % 10) % 10
      FROM generate_series(1, 7) AS i,
           LATERAL (SELECT substr(lpad(body::text, 7, '0'), i, 1)::integer AS d) x
$$;
COMMENT ON FUNCTION eligibility.with_check_digit IS '被保険者番号（7桁の連番と検査数字）';

CREATE TABLE eligibility.insured (
    insured_no  text PRIMARY KEY,
    natural_id  integer NOT NULL UNIQUE,
    numbered_on date NOT NULL,
    migrated    boolean NOT NULL
);
COMMENT ON TABLE eligibility.insured IS '被保険者番号';
COMMENT ON COLUMN eligibility.insured.insured_no IS '被保険者番号（検査数字を含む8桁）';
COMMENT ON COLUMN eligibility.insured.natural_id IS '同一人番号';
COMMENT ON COLUMN eligibility.insured.migrated IS '旧システムから引き継いだ番号';

CREATE TABLE eligibility.former (
    city_code      text NOT NULL,
    person_no      bigint NOT NULL,
    insured_no     text NOT NULL,
    acquired_on    date NOT NULL,
    acquired_by    text NOT NULL,
    lost_on        date,
    lost_by        text,
    copay          text NOT NULL,
    dependant_from date,
    levy_year      smallint NOT NULL,
    assessment_no  text,
    assessment_version integer,
    base           bigint,
    months         smallint,
    premium        bigint NOT NULL,
    person_id      integer,
    known_on       date NOT NULL,
    PRIMARY KEY (insured_no, city_code, levy_year)
);
COMMENT ON TABLE eligibility.former IS '旧システムの台帳（移行）';
CREATE INDEX former_person ON eligibility.former (city_code, person_no);
CREATE INDEX former_linked ON eligibility.former (person_id);

CREATE TABLE eligibility.application (
    application_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    city_code      text NOT NULL,
    person_no      bigint NOT NULL,
    person_id      integer,
    insured_no     text,
    reception_no   text NOT NULL,
    kind           text NOT NULL,
    cancelled      boolean NOT NULL,
    received_on    date NOT NULL,
    occurred_on    date NOT NULL,
    until_on       date,
    disability     text,
    other_code     text,
    levy_year      smallint,
    relief         bigint,
    note           text,
    known_on       date NOT NULL
);
COMMENT ON TABLE eligibility.application IS '届出・申請（受け取ったまま、追記のみ）';
COMMENT ON COLUMN eligibility.application.kind IS '届出種別コード';
COMMENT ON COLUMN eligibility.application.occurred_on IS '事由発生年月日';
CREATE INDEX application_person ON eligibility.application (person_id);
CREATE INDEX application_unknown ON eligibility.application (city_code, person_no) WHERE person_id IS NULL;

CREATE VIEW eligibility.v_application AS
SELECT a.*
  FROM eligibility.application a
 WHERE NOT a.cancelled AND a.person_id IS NOT NULL
   AND NOT EXISTS (SELECT FROM eligibility.application c
                    WHERE c.person_id = a.person_id AND c.kind = a.kind AND c.cancelled
                      AND c.application_id > a.application_id
                      AND (c.reception_no = a.reception_no OR c.occurred_on = a.occurred_on));
COMMENT ON VIEW eligibility.v_application IS '取り消されていない届出・申請';

CREATE VIEW eligibility.v_condition AS
SELECT s.person_id, k.condition, s.occurred_on AS valid_from,
       coalesce(least(s.until_on, e.ended_on), 'infinity') AS valid_to, s.known_on
  FROM (VALUES ('01', '02', 'WELFARE'), ('03', '04', 'DISABILITY'), ('05', '07', 'EXCEPTION'),
               ('08', '09', 'EXCLUDED'), ('10', NULL, 'DEPENDANT'))
       AS k(started_by, ended_by, condition)
  JOIN eligibility.v_application s ON s.kind = k.started_by
  LEFT JOIN LATERAL (SELECT min(e.occurred_on) AS ended_on
                       FROM eligibility.v_application e
                      WHERE e.person_id = s.person_id AND e.kind = k.ended_by
                        AND e.occurred_on > s.occurred_on) e ON true
UNION ALL
SELECT f.person_id, 'DISABILITY', f.acquired_on, coalesce(e.ended_on, 'infinity'), f.known_on
  FROM eligibility.former f
  LEFT JOIN LATERAL (SELECT min(e.occurred_on) AS ended_on
                       FROM eligibility.v_application e
                      WHERE e.person_id = f.person_id AND e.kind = '04'
                        AND e.occurred_on > f.acquired_on) e ON true
 WHERE f.acquired_by = '03' AND f.person_id IS NOT NULL
UNION ALL
SELECT f.person_id, 'DEPENDANT', f.dependant_from, 'infinity', f.known_on
  FROM eligibility.former f
 WHERE f.dependant_from IS NOT NULL AND f.person_id IS NOT NULL;
COMMENT ON VIEW eligibility.v_condition IS '届出による状態の期間（生活保護、障害認定、住所地特例、適用除外、元被扶養者）';

CREATE TABLE eligibility.period (
    insured_no  text NOT NULL,
    valid       daterange NOT NULL,
    history_no  integer NOT NULL,
    city_code   text NOT NULL,
    person_id   integer NOT NULL,
    acquired_by text NOT NULL,
    lost_by     text,
    insured_from date NOT NULL,
    insured_to   date NOT NULL,
    first_by    text NOT NULL,
    copay       text NOT NULL,
    copay_from  date NOT NULL,
    exception   boolean NOT NULL,
    dependant_from date,
    item_hash   text NOT NULL,
    decided_on  date NOT NULL,
    PRIMARY KEY (insured_no, valid WITHOUT OVERLAPS)
);
COMMENT ON TABLE eligibility.period IS '資格（市区町村ごとの期間、今の決定）';
COMMENT ON COLUMN eligibility.period.valid IS '資格期間（市区町村ごと、終わりの日を含まない）';
COMMENT ON COLUMN eligibility.period.history_no IS '被保険者履歴番号';
COMMENT ON COLUMN eligibility.period.acquired_by IS '資格取得事由コード';
COMMENT ON COLUMN eligibility.period.lost_by IS '資格喪失事由コード';
COMMENT ON COLUMN eligibility.period.insured_from IS '広域連合の被保険者としての取得年月日';
COMMENT ON COLUMN eligibility.period.insured_to IS '広域連合の被保険者としての喪失年月日（無ければ無限）';
COMMENT ON COLUMN eligibility.period.first_by IS '広域連合の被保険者としての取得事由';
COMMENT ON COLUMN eligibility.period.copay IS '負担割合';
COMMENT ON COLUMN eligibility.period.item_hash IS '市区町村へ渡す氏名・住所等の印（変わったときだけ送る）';
CREATE INDEX period_person ON eligibility.period (person_id);

CREATE TABLE eligibility.period_history (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    insured_no  text NOT NULL,
    history_no  integer NOT NULL,
    valid       daterange NOT NULL,
    city_code   text NOT NULL,
    person_id   integer NOT NULL,
    acquired_by text NOT NULL,
    lost_by     text,
    insured_from date NOT NULL,
    insured_to   date NOT NULL,
    copay       text NOT NULL,
    copay_from  date NOT NULL,
    exception   boolean NOT NULL,
    dependant_from date,
    change      text NOT NULL,
    decided_on  date NOT NULL,
    UNIQUE (insured_no, history_no)
);
COMMENT ON TABLE eligibility.period_history IS '資格の決定の履歴（追記のみ、取消も1行）';
COMMENT ON COLUMN eligibility.period_history.history_no IS '被保険者履歴番号';
COMMENT ON COLUMN eligibility.period_history.change IS '異動事由';
COMMENT ON COLUMN eligibility.period_history.decided_on IS '決定した業務日付';

CREATE TABLE eligibility.mark (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    judged_on   date NOT NULL,
    change_id   bigint NOT NULL,
    application_id bigint NOT NULL
);
COMMENT ON TABLE eligibility.mark IS '資格判定をどこまで済ませたか（1行のみ）';
