CREATE SCHEMA sample;
CREATE TABLE sample.thing (
    id   bigint PRIMARY KEY,
    size integer,
    name text,
    day  date,
    flag boolean
);
