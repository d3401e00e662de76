-- 公示送達 of a demand that came back.
alter table levy.demand add column published_known_on date;
comment on column levy.demand.published_known_on is '公示送達を登録した年月日（広域連合へ知らせる）';
create index demand_published on levy.demand (published_known_on) where published_known_on is not null;
