-- 収納のファイル連携：何をどこまで送ったか、印刷物の結果、運用パラメータ
create table levy.union_sent (
    kind text primary key,
    sent_through date not null
);
comment on table levy.union_sent is '広域連合へ収納情報・滞納情報を送った最終の会計日';

create sequence levy.letter_no as bigint start 800000000001 maxvalue 899999999999;

create table levy.letter_result (
    bundle text not null,
    letter_no text not null,
    kind text not null,
    person_no bigint not null,
    result text not null,
    result_on date not null,
    file_id bigint not null,
    primary key (bundle, letter_no, result, result_on)
);
create index letter_result_person on levy.letter_result (person_no);
comment on table levy.letter_result is '印刷物の発送結果・返戻';
comment on column levy.letter_result.result is '結果コード（01 発送済、11〜19 返戻）';

grant usage on sequence levy.letter_no, levy.slip_no, levy.receipt_batch to ${app};
revoke update, delete on levy.letter_result from ${app};

insert into office.parameter (code, value, valid_from, source, mark) values
    ('levy.demandDays', '20', '2000-04-01', '督促状は納期限後20日以内（市町村規則の多数例、朝来市規則6条）', 'V'),
    ('levy.demandTermDays', '10', '2000-04-01', '督促の指定期限は発付から10日（市町村規則の多数例）', 'U'),
    ('levy.demandFee', '0', '2000-04-01', '督促手数料を廃止した市の例（甲斐市 R6.4.1）', 'V'),
    ('levy.lateLowMonths', '1', '2000-04-01', '延滞金の低い率は納期限の翌日から1か月（大津市）', 'V'),
    ('levy.debitDaysBefore', '8', '2000-04-01', '口座振替の請求は振替日の8営業日前', 'D'),
    ('levy.debitFailedDays', '14', '2000-04-01', '口座振替不能のときの納付書の期限は発行から14日', 'D'),
    ('levy.transferWeekday', '4', '2000-04-01', '総合振込は週1回（1 月曜〜5 金曜）', 'D'),
    ('levy.transferDays', '3', '2000-04-01', '総合振込の振込指定日は依頼の3営業日後', 'D');
