-- Runs as the vault role, which alone owns these tables. The application may only execute.
CREATE TABLE vault.number (
    person_no  bigint NOT NULL,
    version    integer NOT NULL,
    ciphertext bytea NOT NULL,
    blind      bytea NOT NULL,
    stored_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    current    boolean NOT NULL,
    PRIMARY KEY (person_no, version)
);
CREATE UNIQUE INDEX number_current ON vault.number (person_no) WHERE current;
CREATE INDEX number_blind ON vault.number (blind) WHERE current;
COMMENT ON TABLE vault.number IS '個人番号（暗号化）';
COMMENT ON COLUMN vault.number.person_no IS '宛名番号';
COMMENT ON COLUMN vault.number.version IS '個人番号の版（変更のたびに増える）';
COMMENT ON COLUMN vault.number.ciphertext IS '個人番号の暗号文（鍵はデータベースの外）';
COMMENT ON COLUMN vault.number.blind IS '照合用ハッシュ（鍵付き）';
COMMENT ON COLUMN vault.number.stored_at IS '登録日時';
COMMENT ON COLUMN vault.number.current IS '現在の番号';

CREATE UNLOGGED TABLE vault.staged (
    batch      bigint NOT NULL,
    person_no  bigint NOT NULL,
    ciphertext bytea NOT NULL,
    blind      bytea NOT NULL
);
CREATE INDEX staged_batch ON vault.staged (batch);
COMMENT ON TABLE vault.staged IS '個人番号の受入（取込中のみ）';
COMMENT ON COLUMN vault.staged.batch IS '取り込むファイルの番号';
COMMENT ON COLUMN vault.staged.person_no IS '宛名番号';
COMMENT ON COLUMN vault.staged.ciphertext IS '個人番号の暗号文';
COMMENT ON COLUMN vault.staged.blind IS '照合用ハッシュ';

-- 番号法9条1項・別表: who may do what with a number, and for which work. What is not listed is refused.
CREATE TABLE vault.permitted_use (
    purpose text NOT NULL,
    duty    text NOT NULL,
    act     text NOT NULL CHECK (act IN ('登録', '表示', '照合')),
    basis   text NOT NULL,
    since   date NOT NULL,
    until   date NOT NULL DEFAULT 'infinity',
    PRIMARY KEY (purpose, duty, act, since),
    CHECK (since < until)
);
COMMENT ON TABLE vault.permitted_use IS '個人番号を利用できる事務';
COMMENT ON COLUMN vault.permitted_use.purpose IS '利用目的（番号法別表の事務）';
COMMENT ON COLUMN vault.permitted_use.duty IS '職務・権限の名称';
COMMENT ON COLUMN vault.permitted_use.act IS '行為（登録、表示、照合）';
COMMENT ON COLUMN vault.permitted_use.basis IS '根拠';
COMMENT ON COLUMN vault.permitted_use.since IS '適用開始日';
COMMENT ON COLUMN vault.permitted_use.until IS '適用終了日（この日を含まない）';
INSERT INTO vault.permitted_use (purpose, duty, act, basis, since)
SELECT '後期高齢者医療給付の支給又は保険料の徴収に関する事務', duty, act,
       '番号法9条1項・別表第1の59の項（条番号は2024年改正前）', DATE '2016-01-01'
  FROM (VALUES ('定時処理', '登録'), ('処理の実行', '登録'), ('個人番号の取扱い', '登録'),
               ('個人番号の取扱い', '表示'), ('個人番号の取扱い', '照合')) AS listed (duty, act);

-- Refuses what is not listed. The caller's transaction ends here, so the caller records the refusal
-- in one of its own.
CREATE FUNCTION vault.demand(p_act text, p_duty text, p_purpose text, p_day date) RETURNS void
LANGUAGE plpgsql STABLE AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM vault.permitted_use u
                    WHERE u.purpose = p_purpose AND u.duty = p_duty AND u.act = p_act
                      AND u.since <= p_day AND p_day < u.until) THEN
        RAISE EXCEPTION '個人番号の%は「%」の職務と利用目的「%」では認められていません', p_act, p_duty, p_purpose
            USING ERRCODE = 'MV001';
    END IF;
END $$;

CREATE FUNCTION vault.put(
    p_person bigint, p_ciphertext bytea, p_blind bytea, p_day date, p_staff text, p_terminal text,
    p_office text, p_duty text, p_purpose text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_blind   bytea;
    v_version integer;
BEGIN
    PERFORM vault.demand('登録', p_duty, p_purpose, p_day);
    SELECT blind, version INTO v_blind, v_version
      FROM vault.number WHERE person_no = p_person AND current FOR UPDATE;
    PERFORM audit.record(p_day, p_staff, p_terminal, p_office, p_duty, p_purpose, '個人番号登録',
        '個人番号', p_person,
        CASE WHEN v_blind IS NULL THEN '新規' WHEN v_blind = p_blind THEN '変更なし' ELSE '変更' END,
        'DONE');
    IF v_blind = p_blind THEN
        RETURN false;
    END IF;
    UPDATE vault.number SET current = false WHERE person_no = p_person AND current;
    INSERT INTO vault.number (person_no, version, ciphertext, blind, current)
    VALUES (p_person, coalesce(v_version, 0) + 1, p_ciphertext, p_blind, true);
    RETURN true;
END $$;

CREATE FUNCTION vault.reveal(
    p_person bigint, p_day date, p_staff text, p_terminal text, p_office text, p_duty text,
    p_purpose text)
RETURNS bytea LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ciphertext bytea;
BEGIN
    PERFORM vault.demand('表示', p_duty, p_purpose, p_day);
    SELECT ciphertext INTO v_ciphertext FROM vault.number WHERE person_no = p_person AND current;
    PERFORM audit.record(p_day, p_staff, p_terminal, p_office, p_duty, p_purpose, '個人番号表示',
        '個人番号', p_person, CASE WHEN v_ciphertext IS NULL THEN '登録なし' ELSE '' END, 'DONE');
    RETURN v_ciphertext;
END $$;

CREATE FUNCTION vault.match(
    p_blind bytea, p_day date, p_staff text, p_terminal text, p_office text, p_duty text,
    p_purpose text)
RETURNS SETOF bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_person bigint;
    v_found  boolean := false;
BEGIN
    PERFORM vault.demand('照合', p_duty, p_purpose, p_day);
    FOR v_person IN
        SELECT person_no FROM vault.number WHERE blind = p_blind AND current ORDER BY person_no
    LOOP
        v_found := true;
        PERFORM audit.record(p_day, p_staff, p_terminal, p_office, p_duty, p_purpose,
            '個人番号照合', '個人番号', v_person, '一致', 'DONE');
        RETURN NEXT v_person;
    END LOOP;
    IF NOT v_found THEN
        PERFORM audit.record(p_day, p_staff, p_terminal, p_office, p_duty, p_purpose,
            '個人番号照合', '個人番号', NULL, '該当なし', 'DONE');
    END IF;
END $$;

-- Takes over what a file brought; returns how many people have a new or changed number.
CREATE FUNCTION vault.take_staged(
    p_batch bigint, p_day date, p_staff text, p_terminal text, p_office text, p_duty text,
    p_purpose text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_people bigint[];
BEGIN
    PERFORM vault.demand('登録', p_duty, p_purpose, p_day);
    SELECT coalesce(array_agg(DISTINCT s.person_no), '{}') INTO v_people
      FROM vault.staged s
     WHERE s.batch = p_batch
       AND NOT EXISTS (SELECT 1 FROM vault.number n
                        WHERE n.person_no = s.person_no AND n.current AND n.blind = s.blind);
    UPDATE vault.number SET current = false WHERE current AND person_no = ANY (v_people);
    INSERT INTO vault.number (person_no, version, ciphertext, blind, current)
    SELECT DISTINCT ON (s.person_no) s.person_no,
           coalesce((SELECT max(n.version) FROM vault.number n WHERE n.person_no = s.person_no), 0) + 1,
           s.ciphertext, s.blind, true
      FROM vault.staged s
     WHERE s.batch = p_batch AND s.person_no = ANY (v_people)
     ORDER BY s.person_no, s.ctid DESC;
    DELETE FROM vault.staged WHERE batch = p_batch;
    IF cardinality(v_people) > 0 THEN
        PERFORM audit.record_run(p_day, p_staff, p_terminal, p_office, p_duty, p_purpose,
            '個人番号登録', '個人番号', 'ファイルからの登録', 'DONE', v_people);
    END IF;
    RETURN cardinality(v_people);
END $$;

-- Removes what an interrupted intake of the same file left behind.
CREATE FUNCTION vault.forget_staged(p_batch bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
$$ DELETE FROM vault.staged WHERE batch = p_batch $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA vault FROM PUBLIC;
GRANT USAGE ON SCHEMA vault TO ${app};
GRANT INSERT ON vault.staged TO ${app};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA vault TO ${app};
REVOKE EXECUTE ON FUNCTION vault.demand(text, text, text, date) FROM ${app};
