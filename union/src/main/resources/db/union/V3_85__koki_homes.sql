-- 後期世帯: the home by which reductions and shares are judged. It follows 住基世帯 but for who is set otherwise by an application.
CREATE TABLE register.koki_home (
    koki_home_id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    person_id             integer NOT NULL,
    household_id          integer NOT NULL,
    is_head               boolean NOT NULL,
    resident_household_no bigint NOT NULL,
    resident_head         boolean NOT NULL,
    valid_from            date NOT NULL,
    valid_to              date NOT NULL DEFAULT 'infinity',
    reception_no          text NOT NULL,
    known_on              date NOT NULL,
    ended_known_on        date,
    ended_event_on        date,
    CHECK (valid_from <= valid_to)
);
CREATE UNIQUE INDEX koki_home_open ON register.koki_home (person_id) WHERE valid_to = 'infinity';
COMMENT ON TABLE register.koki_home IS '後期世帯の設定（住基世帯と異なる後期世帯に属する期間。設定のない人の後期世帯は住基世帯）';
COMMENT ON COLUMN register.koki_home.household_id IS '後期世帯';
COMMENT ON COLUMN register.koki_home.resident_household_no IS '設定したときの住基世帯番号（変われば設定は終わる）';
COMMENT ON COLUMN register.koki_home.resident_head IS '設定したとき住基世帯の世帯主だったか';
COMMENT ON COLUMN register.koki_home.valid_to IS '終わり（この日を含まない）';
COMMENT ON COLUMN register.koki_home.reception_no IS '届出の受付番号';
COMMENT ON COLUMN register.koki_home.ended_known_on IS '終わりを知った業務日付';
COMMENT ON COLUMN register.koki_home.ended_event_on IS '終わらせた住基の異動の異動年月日（届出による終わりは空）';

ALTER TABLE eligibility.application ADD COLUMN koki_household_no bigint;
COMMENT ON COLUMN eligibility.application.koki_household_no IS '後期世帯番号（後期世帯の設定）';
