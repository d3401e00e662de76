CREATE SCHEMA assessment;
COMMENT ON SCHEMA assessment IS '賦課（広域連合が決定する）';

CREATE TABLE assessment.due (
    due_id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    insured_no text NOT NULL,
    levy_year  smallint NOT NULL,
    reason     text NOT NULL,
    known_on   date NOT NULL
);
COMMENT ON TABLE assessment.due IS '賦課し直すべき人（次の月次賦課で処理し、処理したものは消える）';
COMMENT ON COLUMN assessment.due.reason IS '賦課事由コード';
CREATE INDEX due_year ON assessment.due (levy_year, insured_no);

CREATE TABLE assessment.run (
    run_id        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind          text NOT NULL CHECK (kind IN ('INITIAL', 'MONTHLY', 'PAST')),
    levy_year     smallint NOT NULL,
    decision_year smallint NOT NULL,
    decided_on    date NOT NULL,
    state         text NOT NULL CHECK (state IN ('WRITING', 'VISIBLE')),
    targets       integer NOT NULL DEFAULT 0,
    decisions     integer NOT NULL DEFAULT 0,
    medical       bigint NOT NULL DEFAULT 0,
    child         bigint NOT NULL DEFAULT 0,
    digest        text NOT NULL DEFAULT '',
    timings       text NOT NULL DEFAULT ''
);
COMMENT ON TABLE assessment.run IS '賦課処理（状態がVISIBLEになって初めて結果が見える）';
COMMENT ON COLUMN assessment.run.kind IS '種類（当初、月次、過年度）';
COMMENT ON COLUMN assessment.run.levy_year IS '相当年度';
COMMENT ON COLUMN assessment.run.decision_year IS '賦課年度';
COMMENT ON COLUMN assessment.run.decided_on IS '賦課決定年月日';
COMMENT ON COLUMN assessment.run.targets IS '対象者数';
COMMENT ON COLUMN assessment.run.decisions IS '決定件数（前と同じ結果は決定しない）';
COMMENT ON COLUMN assessment.run.medical IS '医療分の合計';
COMMENT ON COLUMN assessment.run.child IS '子ども分の合計';
COMMENT ON COLUMN assessment.run.digest IS '決定全件の要約値';

CREATE TABLE assessment.result (
    run_id          integer NOT NULL,
    insured_no      text NOT NULL,
    levy_year       smallint NOT NULL,
    version         smallint NOT NULL,
    person_id       integer NOT NULL,
    split           boolean NOT NULL,
    reason          text NOT NULL,
    declared        text NOT NULL,
    base            bigint NOT NULL,
    acquired_on     date NOT NULL,
    lost_on         date,
    dependant_from  date,
    income_reduction text NOT NULL,
    day1            date NOT NULL,
    reduction1      text NOT NULL,
    special1        text NOT NULL,
    mask1           smallint NOT NULL,
    judged1         bigint NOT NULL,
    insured1        smallint NOT NULL,
    earners1        smallint NOT NULL,
    day2            date,
    reduction2      text,
    special2        text,
    mask2           smallint,
    m_rate          integer NOT NULL,
    m_income        bigint NOT NULL,
    m_income_reduced bigint NOT NULL,
    m_per_capita    integer NOT NULL,
    m_reduced1      integer NOT NULL,
    m_over_cap1     bigint NOT NULL,
    m_yearly1       integer NOT NULL,
    m_cut1          integer NOT NULL,
    m_reduced2      integer,
    m_over_cap2     bigint,
    m_yearly2       integer,
    m_cut2          integer,
    m_relief        integer NOT NULL,
    m_premium       integer NOT NULL,
    c_rate          integer NOT NULL,
    c_income        bigint NOT NULL,
    c_income_reduced bigint NOT NULL,
    c_per_capita    integer NOT NULL,
    c_reduced1      integer NOT NULL,
    c_over_cap1     bigint NOT NULL,
    c_yearly1       integer NOT NULL,
    c_cut1          integer NOT NULL,
    c_reduced2      integer,
    c_over_cap2     bigint,
    c_yearly2       integer,
    c_cut2          integer,
    c_relief        integer NOT NULL,
    c_premium       integer NOT NULL,
    before          integer,
    digest          bigint NOT NULL
) PARTITION BY LIST (run_id);
COMMENT ON TABLE assessment.result IS '賦課決定（賦課履歴ごとに1行、書き換えない）';
COMMENT ON COLUMN assessment.result.version IS '賦課履歴番号';
COMMENT ON COLUMN assessment.result.person_id IS '最後に管理する市区町村の個人';
COMMENT ON COLUMN assessment.result.split IS '広域内転居により市区町村別に分かれている';
COMMENT ON COLUMN assessment.result.reason IS '賦課事由コード';
COMMENT ON COLUMN assessment.result.declared IS '申告区分';
COMMENT ON COLUMN assessment.result.base IS '賦課のもととなる所得金額';
COMMENT ON COLUMN assessment.result.day1 IS '賦課期日';
COMMENT ON COLUMN assessment.result.reduction1 IS '減額区分';
COMMENT ON COLUMN assessment.result.special1 IS '特別軽減区分';
COMMENT ON COLUMN assessment.result.mask1 IS '月別資格情報（ビット0が4月）';
COMMENT ON COLUMN assessment.result.judged1 IS '世帯の軽減判定所得';
COMMENT ON COLUMN assessment.result.insured1 IS '世帯の被保険者数';
COMMENT ON COLUMN assessment.result.earners1 IS '世帯の給与所得者等の数';
COMMENT ON COLUMN assessment.result.day2 IS '賦課期日２';
COMMENT ON COLUMN assessment.result.m_rate IS '所得割率（10万分率）';
COMMENT ON COLUMN assessment.result.m_income IS '所得割額';
COMMENT ON COLUMN assessment.result.m_income_reduced IS '所得割軽減額';
COMMENT ON COLUMN assessment.result.m_per_capita IS '均等割額';
COMMENT ON COLUMN assessment.result.m_reduced1 IS '均等割軽減額';
COMMENT ON COLUMN assessment.result.m_over_cap1 IS '限度超過額';
COMMENT ON COLUMN assessment.result.m_yearly1 IS '年保険料額';
COMMENT ON COLUMN assessment.result.m_cut1 IS '月割減額';
COMMENT ON COLUMN assessment.result.m_relief IS '減免額';
COMMENT ON COLUMN assessment.result.m_premium IS '保険料（医療分）';
COMMENT ON COLUMN assessment.result.c_premium IS '保険料（子ども分）';
COMMENT ON COLUMN assessment.result.before IS '前の決定の保険料（初めての決定では空）';
COMMENT ON COLUMN assessment.result.digest IS '決定内容の要約値（変わったかを見る）';

CREATE TABLE assessment.result_small PARTITION OF assessment.result DEFAULT;
ALTER TABLE assessment.result_small ADD PRIMARY KEY (insured_no, levy_year, version, run_id);

CREATE TABLE assessment.share (
    run_id      integer NOT NULL,
    insured_no  text NOT NULL,
    levy_year   smallint NOT NULL,
    version     smallint NOT NULL,
    person_id   integer NOT NULL,
    city_code   text NOT NULL,
    months      smallint NOT NULL,
    moved_in_on date,
    moved_out_on date,
    medical     integer NOT NULL,
    child       integer NOT NULL,
    PRIMARY KEY (insured_no, levy_year, version, city_code)
);
COMMENT ON TABLE assessment.share IS '市区町村別保険料（広域内転居のあった決定だけ）';
COMMENT ON COLUMN assessment.share.moved_in_on IS '広域内転居取得年月日';
COMMENT ON COLUMN assessment.share.moved_out_on IS '広域内転居喪失年月日';

CREATE TABLE assessment.held (
    held_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    insured_no text NOT NULL,
    levy_year  smallint NOT NULL,
    reason     text NOT NULL,
    note       text NOT NULL,
    known_on   date NOT NULL,
    settled_on date,
    settled_by text,
    outcome    text
);
COMMENT ON COLUMN assessment.held.settled_on IS '職員が処理を終えた日';
COMMENT ON COLUMN assessment.held.outcome IS 'どう処理したか';
CREATE INDEX held_open ON assessment.held (held_id) WHERE settled_on IS NULL;
COMMENT ON TABLE assessment.held IS '決定できなかった人（期間制限、過年度の所得情報なしなど）';

-- The application owns nothing, so the two acts on tables that a bulk run needs are functions of the owner.
CREATE FUNCTION assessment.open_run(id integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    EXECUTE format('CREATE TABLE assessment.result_%s (LIKE assessment.result, CONSTRAINT one_run CHECK (run_id = %s))', id, id);
END $$;
COMMENT ON FUNCTION assessment.open_run IS '一括賦課の置き場所を作る（鍵なし）';

CREATE FUNCTION assessment.close_run(id integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    EXECUTE format('ALTER TABLE assessment.result_%s ADD PRIMARY KEY (insured_no, levy_year, version, run_id)', id);
    EXECUTE format('ALTER TABLE assessment.result ATTACH PARTITION assessment.result_%s FOR VALUES IN (%s)', id, id);
    -- By these it is joined; of the amounts nobody asks the planner.
    ANALYZE assessment.result (run_id, insured_no, levy_year, version, person_id, split);
END $$;
COMMENT ON FUNCTION assessment.close_run IS '一括賦課の鍵を作り、結果の一部にする';

CREATE VIEW assessment.v_result AS
SELECT r.*, u.kind, u.decision_year, u.decided_on
  FROM assessment.result r
  JOIN assessment.run u ON u.run_id = r.run_id AND u.state = 'VISIBLE';
COMMENT ON VIEW assessment.v_result IS '見えてよい賦課決定';

CREATE VIEW assessment.v_current AS
SELECT r.*
  FROM assessment.v_result r
 WHERE NOT EXISTS (SELECT FROM assessment.result n
                    WHERE n.insured_no = r.insured_no AND n.levy_year = r.levy_year
                      AND n.version > r.version);
COMMENT ON VIEW assessment.v_current IS '今の賦課決定（人と相当年度ごとに最後のもの）';

CREATE VIEW assessment.v_share AS
SELECT r.run_id, r.insured_no, r.levy_year, r.version, r.person_id, p.city_code,
       bit_count((coalesce(r.mask1, 0) | coalesce(r.mask2, 0))::bit(16))::smallint AS months,
       NULL::date AS moved_in_on, NULL::date AS moved_out_on,
       r.m_premium AS medical, r.c_premium AS child
  FROM assessment.v_result r
  JOIN register.person p ON p.person_id = r.person_id
 WHERE NOT r.split
UNION ALL
SELECT s.run_id, s.insured_no, s.levy_year, s.version, s.person_id, s.city_code, s.months,
       s.moved_in_on, s.moved_out_on, s.medical, s.child
  FROM assessment.share s
  JOIN assessment.run u ON u.run_id = s.run_id AND u.state = 'VISIBLE';
COMMENT ON VIEW assessment.v_share IS '市区町村別保険料（すべての決定）';

CREATE TABLE assessment.mark (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    change_id  bigint NOT NULL,
    period_seq bigint NOT NULL,
    application_id bigint NOT NULL
);
COMMENT ON TABLE assessment.mark IS '賦課し直すべき人をどこまで拾ったか（1行のみ）';

CREATE TABLE assessment.monthly (
    month   date PRIMARY KEY,
    done_on date NOT NULL
);
COMMENT ON TABLE assessment.monthly IS '月次賦課を済ませた月';

INSERT INTO office.parameter (code, value, valid_from, source, mark) VALUES
    ('union.monthlyBusinessDay', '5', '2020-04-01', '月次賦課の開庁日（月の何番目か、運用上の取決め）', 'U');

GRANT MAINTAIN ON assessment.run TO ${app};
