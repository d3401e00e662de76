-- Usages of 特別徴収 that a municipality may choose: levelling in August, starts in December and February.
alter table koki.deduction add column captured_on date;
comment on column koki.deduction.captured_on is '捕捉日（年金保険者が対象者を確かめた日）';

insert into office.parameter (code, value, valid_from, source, mark) values
    ('koki.levelling', 'NONE', '2000-04-01', '平準化：NONE 行わない、AUGUST 8月の仮徴収額を変える（準介140条2項は市町村の任意）', 'L'),
    ('koki.levellingDay', '16', '2000-04-01', '8月の仮徴収額変更の通知は6月20日まで（則112条）', 'L'),
    ('koki.midYearStart', '0', '2000-04-01', '12月・2月からの特別徴収開始：0 行わない、1 行う（準介135条は「できる」規定）', 'L'),
    ('koki.addedRequestDay', '15', '2000-04-01', '追加依頼は2月・4月・6月・10月・12月のそれぞれ20日まで、どの月も同じ日に行う（則91条ほか）', 'L');
