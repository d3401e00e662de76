-- What is read out of the shared data is recorded by the function that reads it, as the owner of the tables.
GRANT USAGE ON SCHEMA audit TO ${owner};
GRANT EXECUTE ON FUNCTION audit.record_run(date, text, text, text, text, text, text, text, text, text, bigint[])
    TO ${owner};
