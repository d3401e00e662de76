-- 減免 of both parts, and people of whom 賦課情報 can't tell everything.
INSERT INTO office.parameter (code, value, valid_from, source, mark) VALUES
    ('relief.child', '1', '2000-04-01',
     '減免は医療分と子ども分（令和8年度から）の双方に及び、額は両者の保険料で按分する（1）・医療分だけ（0）。法111条の条例を確かめること', 'U');

ALTER TABLE assessment.held ADD COLUMN decided boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN assessment.held.decided IS '決定はした（賦課情報で伝えきれないことがある）';
