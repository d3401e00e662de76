-- A run over a whole city: its people are sorted once, for the hash and for the list.
CREATE OR REPLACE FUNCTION audit.record_run(
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
    INSERT INTO audit.run_person
    SELECT extract(year FROM p_day)::smallint, v_id, p FROM unnest(v_people) AS p;
    RETURN v_id;
END $$;
