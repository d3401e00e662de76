-- 窓口端末: pieces that the union's terminal printed stand in the book and are not printed again.
alter table koki.card add column handed_on date;
comment on column koki.card.handed_on is '広域連合の窓口端末で即時に交付した年月日（空は市区町村が交付する）';
