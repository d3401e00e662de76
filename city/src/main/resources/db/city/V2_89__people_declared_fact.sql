-- 簡易申告: an answer stands against the version of 所得・課税情報 that its clerk saw as 未申告; a newer version is never written over.
alter table people.declaration add column fact_version integer not null default 0;
comment on column people.declaration.fact_version is '入力したときの所得・課税情報の版（未申告であった版。なかったときは0）';
