-- The first load of a city fills empty tables: their indexes are made once afterwards instead of row by row. The application
-- owns no table, so the owner's functions do it; what was set aside is on record here, where nobody else can write.
create table people.index_aside (
    table_name text not null,
    definition text not null
);
comment on table people.index_aside is '最初の全件取込の間だけ外した索引';
revoke all on people.index_aside from ${app};

create function people.set_indexes_aside(p_table text) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_index record;
    v_count integer := 0;
    v_filled boolean;
begin
    if p_table not in ('person', 'household_membership', 'tax_fact') then
        raise exception '索引を外せない表です: %', p_table;
    end if;
    execute format('select exists (select from people.%I)', p_table) into v_filled;
    if v_filled then
        raise exception '空でない表の索引は外せません: %', p_table;
    end if;
    for v_index in
        select i.indexrelid::regclass as name, pg_get_indexdef(i.indexrelid) as definition
          from pg_index i
         where i.indrelid = format('people.%I', p_table)::regclass and not i.indisprimary
           and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
    loop
        insert into people.index_aside values (p_table, v_index.definition);
        execute format('drop index %s', v_index.name);
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;
comment on function people.set_indexes_aside is '空の表の索引を外す（同じトランザクションで people.make_indexes が作り直す）';

create function people.make_indexes(p_table text) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp
set maintenance_work_mem = '512MB' as $$
declare
    v_definition text;
    v_count integer := 0;
begin
    for v_definition in delete from people.index_aside where table_name = p_table returning definition loop
        execute v_definition;
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;
comment on function people.make_indexes is '外した索引を作り直す';

revoke all on function people.set_indexes_aside, people.make_indexes from public;
grant execute on function people.set_indexes_aside, people.make_indexes to ${app};

-- Nothing is searched by the other columns: reading samples of them would cost a whole city's load some seconds.
do $$
declare
    v_column record;
begin
    for v_column in
        select c.attrelid::regclass as name, c.attname
          from pg_attribute c
         where c.attrelid in ('people.person_history'::regclass, 'people.tax_fact'::regclass)
           and c.attnum > 0 and not c.attisdropped
           and c.attname not in ('person_no', 'history_no', 'household_no', 'head_no', 'event', 'event_on', 'known_on', 'file_id',
                                 'birth_day', 'resident_state', 'cancelled', 'levy_year', 'version', 'current', 'undeclared',
                                 'change', 'base')
    loop
        execute format('alter table %s alter column %I set statistics 0', v_column.name, v_column.attname);
    end loop;
end $$;
