-- 個人番号の確認: which people have no number, a changed one, or one that somebody else has too. Compares the keyed
-- hashes only; no number is decrypted, and none leaves the vault.
INSERT INTO vault.permitted_use (purpose, duty, act, basis, since)
SELECT '後期高齢者医療給付の支給又は保険料の徴収に関する事務', duty, '照合',
       '番号法9条1項・別表第1の59の項（条番号は2024年改正前）', DATE '2016-01-01'
  FROM (VALUES ('定時処理'), ('処理の実行')) AS listed (duty);

CREATE INDEX number_changed ON vault.number (stored_at) WHERE current AND version > 1;

CREATE FUNCTION vault.faults(
    p_people bigint[], p_since timestamptz, p_day date, p_staff text, p_terminal text, p_office text,
    p_duty text, p_purpose text)
RETURNS TABLE (person_no bigint, fault text) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM vault.demand('照合', p_duty, p_purpose, p_day);
    IF cardinality(p_people) > 0 THEN
        PERFORM audit.record_run(p_day, p_staff, p_terminal, p_office, p_duty, p_purpose,
            '個人番号照合', '個人番号', '台帳の確認（有無・重複・変更）', 'DONE', p_people);
    END IF;
    RETURN QUERY
        SELECT p.no, 'NUMBER_NONE' FROM unnest(p_people) AS p (no)
         WHERE NOT EXISTS (SELECT 1 FROM vault.number n WHERE n.person_no = p.no AND n.current)
        UNION ALL
        SELECT n.person_no, 'NUMBER_TWICE' FROM unnest(p_people) AS p (no)
          JOIN vault.number n ON n.person_no = p.no AND n.current
         WHERE EXISTS (SELECT 1 FROM vault.number o
                        WHERE o.blind = n.blind AND o.current AND o.person_no <> n.person_no)
        UNION ALL
        SELECT n.person_no, 'NUMBER_CHANGED' FROM vault.number n
         WHERE n.current AND n.version > 1 AND n.stored_at > p_since;
END $$;

-- How many numbers a person has had; 0 is none. Tells nothing of the number itself.
CREATE FUNCTION vault.versions(
    p_person bigint, p_day date, p_staff text, p_terminal text, p_office text, p_duty text, p_purpose text)
RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM audit.record(p_day, p_staff, p_terminal, p_office, p_duty, p_purpose, '個人番号の有無',
        '個人番号', p_person, '', 'DONE');
    RETURN (SELECT count(*)::integer FROM vault.number n WHERE n.person_no = p_person);
END $$;

REVOKE ALL ON FUNCTION vault.faults(bigint[], timestamptz, date, text, text, text, text, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION vault.versions(bigint, date, text, text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION vault.faults(bigint[], timestamptz, date, text, text, text, text, text) TO ${app};
GRANT EXECUTE ON FUNCTION vault.versions(bigint, date, text, text, text, text, text) TO ${app};
