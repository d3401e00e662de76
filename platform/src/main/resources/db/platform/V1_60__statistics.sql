-- A file can make a table a thousand times as large. The planner must know that before the next
-- statement, not when autovacuum comes by; the application owns no table, so the owner's function does it.
CREATE FUNCTION office.refresh_statistics() RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    v_table record;
    v_count integer := 0;
BEGIN
    FOR v_table IN
        SELECT c.oid::regclass AS name
          FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
         WHERE c.relowner = current_user::regrole AND c.relpersistence = 'p'
           AND s.n_mod_since_analyze > 500 + greatest(c.reltuples, 0) / 5
    LOOP
        EXECUTE 'ANALYZE ' || v_table.name;
        v_count := v_count + 1;
    END LOOP;
    RETURN v_count;
END $$;
COMMENT ON FUNCTION office.refresh_statistics IS '大きく変わった表の統計を取り直す';
REVOKE ALL ON FUNCTION office.refresh_statistics FROM PUBLIC;
GRANT EXECUTE ON FUNCTION office.refresh_statistics TO ${app};
