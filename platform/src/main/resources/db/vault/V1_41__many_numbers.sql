-- Takes over what a file brought; returns how many people have a new or changed number. A file may bring the numbers of a
-- whole city: nothing is asked person by person, and an empty vault makes its index for searching afterwards.
CREATE OR REPLACE FUNCTION vault.take_staged(
    p_batch bigint, p_day date, p_staff text, p_terminal text, p_office text, p_duty text,
    p_purpose text)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_people bigint[];
    v_empty  boolean := NOT EXISTS (SELECT 1 FROM vault.number);
BEGIN
    PERFORM vault.demand('登録', p_duty, p_purpose, p_day);
    IF v_empty THEN
        DROP INDEX vault.number_blind;
    ELSE
        UPDATE vault.number n SET current = false
          FROM (SELECT DISTINCT ON (person_no) person_no, blind FROM vault.staged
                 WHERE batch = p_batch ORDER BY person_no, ctid DESC) s
         WHERE n.person_no = s.person_no AND n.current AND n.blind <> s.blind;
    END IF;
    WITH new AS (
        INSERT INTO vault.number (person_no, version, ciphertext, blind, current)
        SELECT s.person_no, coalesce(n.version, 0) + 1, s.ciphertext, s.blind, true
          FROM (SELECT DISTINCT ON (person_no) person_no, ciphertext, blind FROM vault.staged
                 WHERE batch = p_batch ORDER BY person_no, ctid DESC) s
          LEFT JOIN (SELECT person_no, max(version) AS version, bool_or(current) AS current
                       FROM vault.number
                      WHERE NOT v_empty
                        AND person_no IN (SELECT person_no FROM vault.staged WHERE batch = p_batch)
                      GROUP BY person_no) n ON n.person_no = s.person_no
         WHERE n.current IS NOT TRUE
        RETURNING person_no)
    SELECT coalesce(array_agg(person_no), '{}') INTO v_people FROM new;
    IF v_empty THEN
        CREATE INDEX number_blind ON vault.number (blind) WHERE current;
    END IF;
    DELETE FROM vault.staged WHERE batch = p_batch;
    IF cardinality(v_people) > 0 THEN
        PERFORM audit.record_run(p_day, p_staff, p_terminal, p_office, p_duty, p_purpose,
            '個人番号登録', '個人番号', 'ファイルからの登録', 'DONE', v_people);
    END IF;
    RETURN cardinality(v_people);
END $$;
