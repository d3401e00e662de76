-- 届出・申請: what the union decided of each, and what waits for a clerk.
ALTER TABLE eligibility.application
    ADD COLUMN reported_on date, ADD COLUMN reason text, ADD COLUMN revenue bigint, ADD COLUMN disease text,
    ADD COLUMN card_kind text, ADD COLUMN facility text, ADD COLUMN share text;
COMMENT ON COLUMN eligibility.application.reported_on IS '届出年月日';
COMMENT ON COLUMN eligibility.application.reason IS '届出事由コード（意味は届出種別による）';
COMMENT ON COLUMN eligibility.application.revenue IS '基準収入額適用申請の世帯の収入額';
COMMENT ON COLUMN eligibility.application.disease IS '特定疾病コード';
COMMENT ON COLUMN eligibility.application.card_kind IS '再交付する証の種別コード';
COMMENT ON COLUMN eligibility.application.facility IS '施設名';
COMMENT ON COLUMN eligibility.application.share IS '転入前の広域連合が証明した負担割合';

-- The same view again, now with the new columns.
CREATE OR REPLACE VIEW eligibility.v_application AS
SELECT a.*
  FROM eligibility.application a
 WHERE NOT a.cancelled AND a.person_id IS NOT NULL
   AND NOT EXISTS (SELECT FROM eligibility.application c
                    WHERE c.person_id = a.person_id AND c.kind = a.kind AND c.cancelled
                      AND c.application_id > a.application_id
                      AND (c.reception_no = a.reception_no OR c.occurred_on = a.occurred_on));

CREATE TABLE eligibility.verdict (
    verdict_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    application_id bigint NOT NULL,
    city_code      text NOT NULL,
    result         text NOT NULL CHECK (result IN ('1', '2', '3', '4')),
    decided_on     date NOT NULL,
    effective_on   date,
    until_on       date,
    reason         text NOT NULL,
    staff          text
);
COMMENT ON TABLE eligibility.verdict IS '届出・申請の決定（追記のみ。同じ届出では後のものが有効）';
COMMENT ON COLUMN eligibility.verdict.application_id IS '届出・申請';
COMMENT ON COLUMN eligibility.verdict.result IS '決定区分（1 決定、2 不認定・却下、3 保留、4 受理）';
COMMENT ON COLUMN eligibility.verdict.effective_on IS '適用開始年月日';
COMMENT ON COLUMN eligibility.verdict.until_on IS '適用終了年月日（有期の認定）';
COMMENT ON COLUMN eligibility.verdict.reason IS '決定理由';
COMMENT ON COLUMN eligibility.verdict.staff IS '決定した職員番号（空は日次処理）';
CREATE INDEX verdict_application ON eligibility.verdict (application_id, verdict_id);

CREATE INDEX verdict_by_clerk ON eligibility.verdict (decided_on) WHERE staff IS NOT NULL;

CREATE TABLE eligibility.undecided (
    application_id bigint PRIMARY KEY,
    by_clerk       boolean NOT NULL
);
COMMENT ON TABLE eligibility.undecided IS 'まだ決定していない届出・申請';
CREATE INDEX application_of_share ON eligibility.application (person_id) WHERE kind IN ('17', '23');
COMMENT ON COLUMN eligibility.undecided.by_clerk IS '職員の審査が要る（診断書による障害認定、特定疾病、基準収入額）';

-- 資格取得届 and 資格喪失届 with a reason that is a condition count as the application of that condition.
CREATE FUNCTION eligibility.effect(kind text, reason text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN kind = '14' AND reason = '03' THEN '03' WHEN kind = '14' AND reason = '04' THEN '02'
                WHEN kind = '14' AND reason = '05' THEN '05' WHEN kind = '14' AND reason = '06' THEN '09'
                WHEN kind = '15' AND reason = '03' THEN '01' WHEN kind = '15' AND reason = '04' THEN '04'
                WHEN kind = '15' AND reason = '05' THEN '08' WHEN kind = '15' AND reason = '06' THEN '07'
                ELSE kind END
$$;
COMMENT ON FUNCTION eligibility.effect IS '届出の効果（取得届・喪失届の事由を届出種別に直したもの）';

-- 基準収入額適用 holds from the first of the month after the application (of an application on a first, from that day).
CREATE FUNCTION eligibility.starts_on(kind text, received_on date, occurred_on date) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN kind <> '17' THEN occurred_on
                WHEN extract(day FROM received_on) = 1 THEN received_on
                ELSE (date_trunc('month', received_on) + interval '1 month')::date END
$$;
COMMENT ON FUNCTION eligibility.starts_on IS '申請の適用開始年月日（基準収入額適用は申請の月の翌月1日）';

CREATE VIEW eligibility.v_verdict AS
SELECT DISTINCT ON (application_id) * FROM eligibility.verdict ORDER BY application_id, verdict_id DESC;
COMMENT ON VIEW eligibility.v_verdict IS '届出・申請ごとの現在の決定';

CREATE OR REPLACE VIEW eligibility.v_condition AS
WITH valid AS NOT MATERIALIZED (
    SELECT a.person_id, eligibility.effect(a.kind, a.reason) AS kind, a.occurred_on, a.until_on, a.known_on
      FROM eligibility.v_application a
     WHERE NOT EXISTS (SELECT FROM eligibility.undecided u WHERE u.application_id = a.application_id AND u.by_clerk)
       AND NOT EXISTS (SELECT FROM eligibility.verdict v
                        WHERE v.application_id = a.application_id AND v.result = '2' AND v.staff IS NOT NULL))
SELECT s.person_id, k.condition, s.occurred_on AS valid_from,
       coalesce(least(s.until_on, e.ended_on), 'infinity') AS valid_to, s.known_on
  FROM (VALUES ('01', '02', 'WELFARE'), ('03', '04', 'DISABILITY'), ('05', '07', 'EXCEPTION'),
               ('08', '09', 'EXCLUDED'), ('10', NULL, 'DEPENDANT'), ('21', '22', 'UNKNOWN'))
       AS k(started_by, ended_by, condition)
  JOIN valid s ON s.kind = k.started_by
  LEFT JOIN LATERAL (SELECT min(e.occurred_on) AS ended_on
                       FROM valid e
                      WHERE e.person_id = s.person_id AND e.kind = k.ended_by
                        AND (e.occurred_on > s.occurred_on
                             OR k.condition = 'UNKNOWN' AND e.occurred_on = s.occurred_on)) e ON true
UNION ALL
SELECT f.person_id, 'DISABILITY', f.acquired_on, coalesce(e.ended_on, 'infinity'), f.known_on
  FROM eligibility.former f
  LEFT JOIN LATERAL (SELECT min(e.occurred_on) AS ended_on
                       FROM valid e
                      WHERE e.person_id = f.person_id AND e.kind = '04'
                        AND e.occurred_on > f.acquired_on) e ON true
 WHERE f.acquired_by = '03' AND f.person_id IS NOT NULL
UNION ALL
SELECT f.person_id, 'DEPENDANT', f.dependant_from, 'infinity', f.known_on
  FROM eligibility.former f
 WHERE f.dependant_from IS NOT NULL AND f.person_id IS NOT NULL;
