CREATE TABLE register.joined (
    joined_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    old_id     integer NOT NULL,
    new_id     integer NOT NULL,
    people     integer[] NOT NULL,
    cause      text NOT NULL CHECK (cause IN ('MOVE', 'CLERK', 'CITY')),
    staff      text,
    note       text,
    known_on   date NOT NULL,
    undone_on  date,
    undone_by  text,
    undone_note text
);
COMMENT ON TABLE register.joined IS '名寄せ（同一人とした記録。取り消しても残る）';
COMMENT ON COLUMN register.joined.old_id IS '残る同一人番号';
COMMENT ON COLUMN register.joined.new_id IS '使わなくなった同一人番号';
COMMENT ON COLUMN register.joined.people IS '移した個人';
COMMENT ON COLUMN register.joined.cause IS 'きっかけ（MOVE=広域内転居、CLERK=職員、CITY=市区町村の統合）';
CREATE INDEX joined_known ON register.joined (known_on);
CREATE INDEX joined_new ON register.joined (new_id);
CREATE INDEX joined_old ON register.joined (old_id);

ALTER TABLE register.person ADD COLUMN merged_into bigint;
COMMENT ON COLUMN register.person.merged_into IS '統合先宛名番号（市区町村が名寄せしたとき）';
CREATE INDEX person_merged ON register.person (city_code, merged_into) WHERE merged_into IS NOT NULL;

ALTER TABLE register.doubt ADD COLUMN settled_on date, ADD COLUMN settled_by text, ADD COLUMN outcome text
    CHECK (outcome IN ('SAME', 'DIFFERENT')), ADD COLUMN note text;
COMMENT ON COLUMN register.doubt.outcome IS '結果（SAME=同一人、DIFFERENT=別人）';
CREATE INDEX doubt_open ON register.doubt (doubt_id) WHERE settled_on IS NULL;
