-- Runs as the audit role, which alone owns these tables. The application may execute and read.
CREATE SEQUENCE audit.event_id;

CREATE TABLE audit.event (
    id            bigint PRIMARY KEY,
    chain         smallint NOT NULL,
    chain_no      bigint NOT NULL,
    at            timestamptz NOT NULL,
    business_date date NOT NULL,
    staff         text NOT NULL,
    terminal      text NOT NULL,
    office        text NOT NULL,
    duty          text NOT NULL,
    purpose       text NOT NULL,
    action        text NOT NULL,
    object        text NOT NULL,
    person_no     bigint,
    detail        text NOT NULL,
    result        text NOT NULL,
    people        bigint,
    people_root   bytea,
    hash          bytea NOT NULL,
    UNIQUE (chain, chain_no)
);
CREATE INDEX event_person ON audit.event (person_no, id) WHERE person_no IS NOT NULL;
CREATE INDEX event_staff ON audit.event (staff, id);
COMMENT ON TABLE audit.event IS '操作記録';
COMMENT ON COLUMN audit.event.id IS '記録番号';
COMMENT ON COLUMN audit.event.chain IS '連鎖番号（0から255は宛名番号別、256は一括処理）';
COMMENT ON COLUMN audit.event.chain_no IS '連鎖内番号';
COMMENT ON COLUMN audit.event.at IS '記録日時';
COMMENT ON COLUMN audit.event.business_date IS '業務日付';
COMMENT ON COLUMN audit.event.staff IS '職員';
COMMENT ON COLUMN audit.event.terminal IS '端末';
COMMENT ON COLUMN audit.event.office IS '所属';
COMMENT ON COLUMN audit.event.duty IS '職務';
COMMENT ON COLUMN audit.event.purpose IS '利用目的・理由';
COMMENT ON COLUMN audit.event.action IS '操作';
COMMENT ON COLUMN audit.event.object IS '対象';
COMMENT ON COLUMN audit.event.person_no IS '宛名番号';
COMMENT ON COLUMN audit.event.detail IS '内容';
COMMENT ON COLUMN audit.event.result IS '結果';
COMMENT ON COLUMN audit.event.people IS '一括処理の対象者数';
COMMENT ON COLUMN audit.event.people_root IS '一括処理の対象者一覧のハッシュ';
COMMENT ON COLUMN audit.event.hash IS '連鎖ハッシュ（直前のハッシュと全項目から）';

CREATE TABLE audit.chain (
    chain  smallint PRIMARY KEY,
    length bigint NOT NULL,
    head   bytea NOT NULL
);
COMMENT ON TABLE audit.chain IS '連鎖の先頭';
COMMENT ON COLUMN audit.chain.chain IS '連鎖番号';
COMMENT ON COLUMN audit.chain.length IS '記録数';
COMMENT ON COLUMN audit.chain.head IS '最後の連鎖ハッシュ';
INSERT INTO audit.chain SELECT n, 0, sha256(convert_to('machi audit ' || n, 'UTF8'))
  FROM generate_series(0, 256) n;

CREATE TABLE audit.run_person (
    year      smallint NOT NULL,
    event_id  bigint NOT NULL,
    person_no bigint NOT NULL
) PARTITION BY LIST (year);
COMMENT ON TABLE audit.run_person IS '一括処理の対象者';
COMMENT ON COLUMN audit.run_person.year IS '業務日付の年';
COMMENT ON COLUMN audit.run_person.event_id IS '記録番号';
COMMENT ON COLUMN audit.run_person.person_no IS '宛名番号';
DO $$
BEGIN
    FOR y IN 2020..2045 LOOP
        EXECUTE format('CREATE TABLE audit.run_person_%s PARTITION OF audit.run_person FOR VALUES IN (%s)', y, y);
    END LOOP;
END $$;
CREATE TABLE audit.run_person_other PARTITION OF audit.run_person DEFAULT;
CREATE INDEX run_person_person ON audit.run_person (person_no, event_id);
CREATE INDEX run_person_event ON audit.run_person (event_id);

-- A run over thousands: 128 neighbours in a row, found by the span of their numbers. A row for each of them costs a whole city's
-- file more than its people do.
CREATE TABLE audit.run_people (
    year     smallint NOT NULL,
    event_id bigint NOT NULL,
    people   bigint[] NOT NULL
);
COMMENT ON TABLE audit.run_people IS '一括処理の対象者（大勢のとき、宛名番号の順に128人ずつ）';
COMMENT ON COLUMN audit.run_people.year IS '業務日付の年';
COMMENT ON COLUMN audit.run_people.event_id IS '記録番号';
COMMENT ON COLUMN audit.run_people.people IS '宛名番号';
ALTER TABLE audit.run_people ALTER COLUMN people SET STORAGE MAIN;
CREATE FUNCTION audit.span(people bigint[]) RETURNS int8range LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT int8range(min(p), max(p), '[]') FROM unnest(people) AS p $$;
CREATE INDEX run_people_span ON audit.run_people USING gist (audit.span(people));
CREATE INDEX run_people_event ON audit.run_people (event_id);

CREATE VIEW audit.v_run_person AS
SELECT event_id, person_no FROM audit.run_person
UNION ALL
SELECT event_id, unnest(people) FROM audit.run_people;
COMMENT ON VIEW audit.v_run_person IS '一括処理の対象者（1人1行）';

-- The runs that one person was in.
CREATE FUNCTION audit.runs_of(p_person bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT event_id FROM audit.run_person WHERE person_no = p_person
    UNION ALL
    SELECT event_id FROM audit.run_people WHERE audit.span(people) @> p_person AND p_person = ANY (people)
$$;

CREATE TABLE audit.seal (
    seal_no       bigint PRIMARY KEY,
    business_date date NOT NULL,
    at            timestamptz NOT NULL,
    events        bigint NOT NULL,
    lengths       bigint[] NOT NULL,
    heads         bytea NOT NULL,
    root          bytea NOT NULL
);
COMMENT ON TABLE audit.seal IS '操作記録の封印（日次）';
COMMENT ON COLUMN audit.seal.seal_no IS '封印番号';
COMMENT ON COLUMN audit.seal.business_date IS '業務日付';
COMMENT ON COLUMN audit.seal.at IS '封印日時';
COMMENT ON COLUMN audit.seal.events IS '記録数（累計）';
COMMENT ON COLUMN audit.seal.lengths IS '連鎖ごとの記録数';
COMMENT ON COLUMN audit.seal.heads IS '連鎖ごとの先頭ハッシュ（連結）';
COMMENT ON COLUMN audit.seal.root IS '直前の封印と全連鎖の先頭のハッシュ';

-- A text as its length in bytes and itself, so that no two lists of columns look the same.
CREATE FUNCTION audit.part(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN value IS NULL THEN '-' ELSE octet_length(value) || ':' || value END $$;

CREATE FUNCTION audit.chain_of(person_no bigint, subject text) RETURNS smallint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN person_no IS NOT NULL THEN abs(person_no % 256)
               ELSE hashtext(subject) & 255 END::smallint $$;

CREATE FUNCTION audit.append(
    p_chain smallint, p_day date, p_staff text, p_terminal text, p_office text, p_duty text,
    p_purpose text, p_action text, p_object text, p_person bigint, p_detail text, p_result text,
    p_people bigint, p_root bytea)
RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    v_no   bigint;
    v_prev bytea;
    v_hash bytea;
    v_id   bigint;
    v_at   timestamptz;
BEGIN
    SELECT length + 1, head INTO STRICT v_no, v_prev
      FROM audit.chain WHERE chain = p_chain FOR UPDATE;
    v_id := nextval('audit.event_id');
    v_at := clock_timestamp();
    v_hash := sha256(v_prev || convert_to(
        audit.part(v_id::text) || audit.part(p_chain::text) || audit.part(v_no::text)
        || audit.part((extract(epoch FROM v_at) * 1000000)::bigint::text)
        || audit.part(to_char(p_day, 'YYYY-MM-DD')) || audit.part(p_staff)
        || audit.part(p_terminal) || audit.part(p_office) || audit.part(p_duty)
        || audit.part(p_purpose) || audit.part(p_action) || audit.part(p_object)
        || audit.part(p_person::text) || audit.part(p_detail) || audit.part(p_result)
        || audit.part(p_people::text) || audit.part(encode(p_root, 'hex')), 'UTF8'));
    INSERT INTO audit.event VALUES (v_id, p_chain, v_no, v_at, p_day, p_staff, p_terminal,
        p_office, p_duty, p_purpose, p_action, p_object, p_person, p_detail, p_result, p_people,
        p_root, v_hash);
    UPDATE audit.chain SET length = v_no, head = v_hash WHERE chain = p_chain;
    RETURN v_id;
END $$;

-- One deed: a page, an export, an attempt, allowed or refused.
CREATE FUNCTION audit.record(
    p_day date, p_staff text, p_terminal text, p_office text, p_duty text, p_purpose text,
    p_action text, p_object text, p_person bigint, p_detail text, p_result text)
RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT audit.append(audit.chain_of(p_person, p_staff || ' ' || p_object), p_day, p_staff,
        p_terminal, p_office, p_duty, p_purpose, p_action, p_object, p_person, p_detail, p_result,
        NULL, NULL)
$$;

-- One run over many people: one event, the list of its people, sorted once, and the list's hash.
CREATE FUNCTION audit.record_run(
    p_day date, p_staff text, p_terminal text, p_office text, p_duty text, p_purpose text,
    p_action text, p_object text, p_detail text, p_result text, p_people bigint[])
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_people bigint[];
    v_root   bytea;
    v_id     bigint;
BEGIN
    SELECT coalesce(array_agg(p ORDER BY p), '{}') INTO v_people
      FROM (SELECT DISTINCT unnest(p_people) AS p) x;
    SELECT sha256(coalesce(string_agg(int8send(p), ''::bytea), ''::bytea)) INTO v_root
      FROM unnest(v_people) AS p;
    v_id := audit.append(256::smallint, p_day, p_staff, p_terminal, p_office, p_duty, p_purpose,
        p_action, p_object, NULL, p_detail, p_result, cardinality(v_people), v_root);
    IF cardinality(v_people) < 1000 THEN
        INSERT INTO audit.run_person
        SELECT extract(year FROM p_day)::smallint, v_id, p FROM unnest(v_people) AS p;
    ELSE
        INSERT INTO audit.run_people
        SELECT extract(year FROM p_day)::smallint, v_id, array_agg(p ORDER BY n)
          FROM unnest(v_people) WITH ORDINALITY AS u (p, n) GROUP BY (n - 1) / 128;
    END IF;
    RETURN v_id;
END $$;

-- Seals all that was committed until now; the caller also writes the root outside the database.
CREATE FUNCTION audit.make_seal(p_day date) RETURNS audit.seal
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_last audit.seal;
    v_seal audit.seal;
BEGIN
    LOCK TABLE audit.seal IN SHARE ROW EXCLUSIVE MODE;
    SELECT * INTO v_last FROM audit.seal ORDER BY seal_no DESC LIMIT 1;
    SELECT coalesce(v_last.seal_no, 0) + 1, p_day, clock_timestamp(), sum(length),
           array_agg(length ORDER BY chain), string_agg(head, ''::bytea ORDER BY chain),
           sha256(coalesce(v_last.root, ''::bytea)
               || string_agg(int8send(length) || head, ''::bytea ORDER BY chain))
      INTO v_seal FROM audit.chain;
    INSERT INTO audit.seal SELECT v_seal.*;
    RETURN v_seal;
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA audit FROM PUBLIC;
GRANT USAGE ON SCHEMA audit TO ${app}, ${vault};
GRANT SELECT ON audit.event, audit.chain, audit.run_person, audit.run_people, audit.v_run_person, audit.seal TO ${app};
GRANT EXECUTE ON FUNCTION audit.record(date, text, text, text, text, text, text, text, bigint, text, text)
    TO ${app}, ${vault};
GRANT EXECUTE ON FUNCTION audit.record_run(date, text, text, text, text, text, text, text, text, text, bigint[])
    TO ${app}, ${vault};
GRANT EXECUTE ON FUNCTION audit.make_seal(date), audit.chain_of(bigint, text), audit.span(bigint[]), audit.runs_of(bigint) TO ${app};
